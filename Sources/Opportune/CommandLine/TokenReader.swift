import Core

/// Takes the words of a command line one by one and tells flags from other words.
struct TokenReader {
  /// One word as it was meant.
  enum Token {
    /// A flag's name, and its value where it was joined by `=`.
    case flag(String, joined: String?)
    case word(String)
  }

  private var words: ArraySlice<String>
  private var flagsEnded = false

  init(_ words: [String]) {
    self.words = words[...]
    dropEndMark()
  }

  /// Whether help is asked for anywhere among the flags.
  var asksForHelp: Bool {
    !flagsEnded && words.prefix { $0 != "--" }.contains { $0 == "--help" || $0 == "-h" }
  }

  /// Takes `--version` or `-V` if it stands next.
  mutating func takeVersion() -> Bool {
    guard !flagsEnded, let word = words.first, word == "--version" || word == "-V" else { return false }
    _ = next()
    return true
  }

  /// The next token, left where it is.
  func peek() -> Token? {
    words.first.map(token)
  }

  /// Takes the next token.
  mutating func next() -> Token? {
    guard let word = words.popFirst() else { return nil }
    let token = token(word)
    dropEndMark()
    return token
  }

  /// Takes the flag that stands next, and its value.
  mutating func takeFlag(
    _ known: [Flag], command: String, into arguments: inout Arguments
  ) throws(CommandLineError) {
    guard case .flag(let name, let joined) = next() else { return }
    guard let flag = known.first(where: { $0.name == name }) else {
      throw .unknownFlag(name, command: command, nearest: NearestName.among(known.map(\.name), to: name))
    }
    if arguments.has(name), !flag.isRepeatable, flag.kind != nil { throw .repeatedFlag(name) }
    guard let kind = flag.kind else {
      guard joined == nil else { throw .unwantedValue(flag: name) }
      arguments.note(flag: name, "")
      return
    }
    guard let value = joined ?? takeValue() else {
      throw .missingValue(flag: name, placeholder: kind.placeholder)
    }
    if let objection = kind.objection(to: value) {
      throw .badValue(name: "--\(name)", value: value, objection: objection, nearest: kind.nearest(to: value))
    }
    arguments.note(flag: name, value)
  }

  private mutating func takeValue() -> String? {
    guard !flagsEnded, let word = words.first, !word.hasPrefix("--") else { return nil }
    words = words.dropFirst()
    dropEndMark()
    return word
  }

  private func token(_ word: String) -> Token {
    guard !flagsEnded else { return .word(word) }
    if word == "-h" { return .flag("help", joined: nil) }
    guard word.hasPrefix("--") else { return .word(word) }
    let body = word.dropFirst(2)
    guard let mark = body.firstIndex(of: "=") else { return .flag(String(body), joined: nil) }
    return .flag(String(body[..<mark]), joined: String(body[body.index(after: mark)...]))
  }

  private mutating func dropEndMark() {
    guard !flagsEnded, words.first == "--" else { return }
    words = words.dropFirst()
    flagsEnded = true
  }
}
