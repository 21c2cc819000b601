import Core

/// What is wrong with the keys the configuration asks for.
package enum KeymapFault: Error, Hashable, Sendable {
  /// No command has this id.
  case unknownCommand(String, nearest: String?)
  /// No key has this name.
  case unreadableKey(String, command: String)
  /// Two commands that can be in force together would have the same key.
  case conflict(Key, String, String)
  /// The key is a sign of text, and the command works where text is typed.
  case typedSign(Key, command: String)
  /// The command would have no key, and without it there is no way out.
  case unbound(command: String)

  /// The member of `keys` in the configuration that has to be mended.
  package var command: String {
    switch self {
    case .unknownCommand(let id, _), .unreadableKey(_, let id), .conflict(_, let id, _), .typedSign(_, let id),
      .unbound(let id):
      id
    }
  }
}

extension KeymapFault: CustomStringConvertible {
  /// A sentence that says what is wrong and what to do.
  package var description: String {
    switch self {
    case .unknownCommand(let id, let nearest):
      "there is no command '\(PlainText.printable(id, limit: 60))'"
        + (nearest.map { "; did you mean '\($0)'?" } ?? "; 'opportune help keys' lists them")
    case .unreadableKey(let name, let id):
      "'\(PlainText.printable(name, limit: 20))' for \(id) is no key; "
        + "write a sign such as a, or ctrl-a, F2, enter, esc, tab, space, up, page-up"
    case .conflict(let key, let one, let other):
      "\(key) would mean both \(one) and \(other), which can be in force together; give one of them another key"
    case .typedSign(let key, let id):
      "\(key) is a sign of text, and \(id) works where text is typed; give it a key such as ctrl-a or F2"
    case .unbound(let id):
      "\(id) needs a key: without it there would be no way out"
    }
  }
}

/// All that is wrong with some keys; never empty.
package struct KeymapFaults: Error, Equatable, Sendable {
  package let faults: [KeymapFault]
}
