import Core

/// Which keys lead to which command: those of the table, but for the commands the configuration gives others. All that
/// reads keys or names them goes through it.
package struct Keymap: Equatable, Sendable {
  /// The keys of the table.
  package static let standard = Keymap()

  /// Commands that always have a key: without them there is no way out.
  package static let indispensable = ["app.quit", "app.back"]

  private var overrides: [String: [Key]] = [:]

  private init() {}

  /// Keys by command id, as the configuration gives them; an empty list leaves a command without a key.
  /// - Throws: ``KeymapFaults`` with everything that is wrong, by command.
  package init(overrides: [String: [String]]) throws(KeymapFaults) {
    var faults: [KeymapFault] = []
    for (id, names) in overrides.sorted(by: { $0.key < $1.key }) {
      guard CommandTable.command(id) != nil else {
        let nearest = NearestName.among(CommandTable.all.map(\.id), to: id)
        faults.append(.unknownCommand(id, nearest: nearest))
        continue
      }
      var keys: [Key] = []
      for name in names {
        guard let key = Key(parsing: name) else {
          faults.append(.unreadableKey(name, command: id))
          continue
        }
        if !keys.contains(key) { keys.append(key) }
      }
      if names.isEmpty, Self.indispensable.contains(id) { faults.append(.unbound(command: id)) }
      self.overrides[id] = keys
    }
    faults += typedSigns + conflicts
    if !faults.isEmpty { throw KeymapFaults(faults: faults) }
  }

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

  /// Signs of text that would no longer reach the text.
  private var typedSigns: [KeymapFault] {
    CommandTable.commands(in: [.entry, .line, .palette, .search]).flatMap { command in
      keys(of: command).compactMap { key in
        guard case .character = key else { return nil }
        return KeymapFault.typedSign(key, command: command.id)
      }
    }
  }

  /// Keys with two meanings, each pair of commands once, in the order of the table.
  private var conflicts: [KeymapFault] {
    var found: [KeymapFault] = []
    for scopes in Scope.together {
      var owners: [Key: String] = [:]
      for command in CommandTable.commands(in: scopes) {
        for key in keys(of: command) {
          guard let owner = owners[key] else {
            owners[key] = command.id
            continue
          }
          let fault = KeymapFault.conflict(key, owner, command.id)
          if !found.contains(fault) { found.append(fault) }
        }
      }
    }
    return found
  }
}
