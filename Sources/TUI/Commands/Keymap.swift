/// Which keys lead to which command: those of the table, but for the commands the configuration gives others. All that
/// reads keys or names them goes through it.
package struct Keymap: Equatable, Sendable {
  /// The keys of the table.
  package static let standard = Keymap()

  private var overrides: [String: [Key]] = [:]

  private init() {}

  /// The keys of a command; the first is the one that is shown.
  package func keys(of command: Command) -> [Key] {
    overrides[command.id] ?? command.defaultKeys
  }

  /// What a key means where the keyboard is; nil if nothing.
  package func command(for key: Key, in scopes: [Scope]) -> Command? {
    CommandTable.commands(in: scopes).first { keys(of: $0).contains(key) }
  }

  /// All keys of a command as they are written: `q, ctrl-c`.
  package func names(of command: Command) -> String {
    keys(of: command).map(\.description).joined(separator: ", ")
  }
}
