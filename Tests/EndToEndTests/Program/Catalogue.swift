import Core

/// What the program says of its own commands.
enum Catalogue {
  /// `help --json`, once for all tests.
  static let document: JSON = (try? OpportuneProgram().run("help", "--json").json) ?? .null

  /// The commands by name.
  static let commands: [(name: String, command: JSON)] = {
    guard case .array(let commands) = document["commands"] else { return [] }
    return commands.map { ($0["name"].text, $0) }
  }()

  /// The schema of a command's answer.
  static func output(of name: String) -> JSON {
    commands.first { $0.name == name }?.command["output"] ?? .null
  }
}

extension Optional where Wrapped == JSON {
  /// The value of a member, however deep; nil where there is none.
  subscript(name: String) -> JSON? {
    self?[name]
  }

  /// The text of a string; empty for anything else.
  var text: String {
    if case .string(let text) = self { text } else { "" }
  }

  /// The value of a number; NaN for anything else.
  var number: Double {
    switch self {
    case .integer(let value): Double(value)
    case .number(let value): value
    default: .nan
    }
  }

  /// The elements of a list; none for anything else.
  var list: [JSON] {
    if case .array(let elements) = self { elements } else { [] }
  }
}
