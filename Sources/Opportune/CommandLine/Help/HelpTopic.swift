import Core

/// What `help` and `--help` explain: the whole program, the verbs of a noun, or one command.
struct HelpTopic {
  private let commands: [Command]
  private let path: [String]

  /// - Parameter path: a noun, a noun and a verb, or nothing.
  init(_ commands: [Command], path: [String]) {
    self.commands = commands
    self.path = path
  }

  /// The help, as text for people and as a document for scripts.
  /// - Throws: ``CommandLineError`` if no command begins with the path.
  func answer(asJSON: Bool) throws(CommandLineError) -> Answer {
    guard !path.isEmpty else {
      return .document(HelpDocument.document(commands)) { HelpText.overview(commands) }
    }
    if let command = commands.first(where: { $0.words == path }) {
      return .document(HelpDocument.document([command])) { HelpText.page(command) }
    }
    let below = commands.filter { Array($0.words.prefix(path.count)) == path }
    guard !below.isEmpty else { throw unknown() }
    return .document(HelpDocument.document(below)) { HelpText.list(below, of: path.joined(separator: " ")) }
  }

  private func unknown() -> CommandLineError {
    let names = commands.map(\.name).filter { !$0.isEmpty } + Set(commands.compactMap(\.words.first)).sorted()
    let name = path.joined(separator: " ")
    return .unknownCommand(name, nearest: NearestName.among(names, to: name))
  }
}
