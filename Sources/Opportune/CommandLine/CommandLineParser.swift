import Core

/// Reads the words of a command line against the table of commands.
struct CommandLineParser {
  /// What a command line asks for.
  enum Request {
    case run(Command, Arguments)
    /// Help for the commands that begin with these words.
    case help([String], Arguments)
  }

  private let commands: [Command]

  init(_ commands: [Command]) {
    self.commands = commands
  }

  /// Reads everything after the program's name.
  ///
  /// Global flags may stand anywhere, a command's own flags anywhere after its words; `--` ends the flags.
  func parse(_ words: [String]) throws(CommandLineError) -> Request {
    var tokens = TokenReader(words)
    var arguments = Arguments()
    var path: [String] = []
    while let token = tokens.peek() {
      if case .flag(let name, _) = token {
        guard GlobalFlags.all.contains(where: { $0.name == name }) else { break }
        try tokens.takeFlag(GlobalFlags.all, command: "", into: &arguments)
      } else if case .word(let word) = token {
        guard extends(path, with: word) else { break }
        path.append(word)
        _ = tokens.next()
      }
    }
    if path.isEmpty, tokens.takeVersion() { path = ["version"] }
    if arguments.has("help") || tokens.asksForHelp { return .help(path, arguments) }
    let command = try command(path, next: tokens.peek())
    try read(command, &tokens, into: &arguments)
    return .run(command, arguments)
  }

  private func extends(_ path: [String], with word: String) -> Bool {
    next(after: path).contains(word)
  }

  /// The words that lead from some words to a command, each once.
  private func next(after path: [String]) -> [String] {
    commands.filter { $0.words.count > path.count && $0.words.starts(with: path) }.map { $0.words[path.count] }
      .reduce(into: []) { words, word in if !words.contains(word) { words.append(word) } }
  }

  private func command(_ path: [String], next: TokenReader.Token?) throws(CommandLineError) -> Command {
    var word: String?
    if case .word(let text) = next { word = text }
    if path.isEmpty, let word {
      throw .unknownCommand(word, nearest: NearestName.among(self.next(after: []).sorted(), to: word))
    }
    if let exact = commands.first(where: { $0.words == path }) { return exact }
    let verbs = self.next(after: path)
    let noun = path.joined(separator: " ")
    guard let word else { throw .missingVerb(noun: noun, known: verbs) }
    throw .unknownVerb(noun: noun, verb: word, known: verbs, nearest: NearestName.among(verbs, to: word))
  }

  private func read(
    _ command: Command, _ tokens: inout TokenReader, into arguments: inout Arguments
  ) throws(CommandLineError) {
    var places = command.positionals[...]
    while let token = tokens.peek() {
      guard case .word(let word) = token else {
        try tokens.takeFlag(command.flags + GlobalFlags.all, command: command.name, into: &arguments)
        continue
      }
      _ = tokens.next()
      guard let place = places.first else { throw .unwantedArgument(word, usage: command.usage) }
      if let objection = place.kind.objection(to: word) {
        throw .badValue(
          name: place.name, value: word, objection: objection, nearest: place.kind.nearest(to: word))
      }
      arguments.note(positional: place.name, word)
      if !place.isRepeatable { places = places.dropFirst() }
    }
    if let missing = command.positionals.first(where: { $0.isRequired && arguments.positional($0.name) == nil }) {
      throw .missingArgument(missing.name, usage: command.usage)
    }
    if let missing = command.flags.first(where: { $0.isRequired && !arguments.has($0.name) }) {
      throw .missingFlag(missing.name, usage: command.usage)
    }
  }
}
