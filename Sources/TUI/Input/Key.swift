/// One press of a key, as a person would name it.
package enum Key: Hashable, Sendable {
  /// A sign of text, the space included.
  case character(Unicode.Scalar)
  /// A letter pressed with Control, in lower case.
  case control(Unicode.Scalar)
  case up, down, left, right
  case home, end, pageUp, pageDown
  case enter, escape, tab, backTab, backspace, delete, insert
  /// F1 is 1.
  case function(Int)
}

extension Key: CustomStringConvertible {
  /// The key's name in hints, help and the configuration: `a`, `ctrl-z`, `shift-tab`, `F2`.
  package var description: String {
    switch self {
    case .character(" "): "space"
    case .character(let scalar): String(Character(scalar))
    case .control(let scalar): "ctrl-\(Character(scalar))"
    case .function(let number): "F\(number)"
    default: Self.names.first { $0.key == self }?.name ?? ""
    }
  }

  /// Reads a name as ``description`` writes it; nil for anything else.
  package init?(parsing name: String) {
    let scalars = Array(name.unicodeScalars)
    if let named = Self.names.first(where: { $0.name == name }) {
      self = named.key
    } else if name == "space" {
      self = .character(" ")
    } else if scalars.count == 1, scalars[0].value > 0x20, scalars[0].value != 0x7F {
      self = .character(scalars[0])
    } else if scalars.count == 6, name.hasPrefix("ctrl-"), ("a"..."z").contains(scalars[5]) {
      self = .control(scalars[5])
    } else if name.hasPrefix("F"), let number = Int(name.dropFirst()), (1...63).contains(number) {
      self = .function(number)
    } else {
      return nil
    }
  }

  private static let names: [(name: String, key: Key)] = [
    ("up", .up), ("down", .down), ("left", .left), ("right", .right), ("home", .home), ("end", .end),
    ("page-up", .pageUp), ("page-down", .pageDown), ("enter", .enter), ("esc", .escape), ("tab", .tab),
    ("shift-tab", .backTab), ("backspace", .backspace), ("delete", .delete), ("insert", .insert),
  ]
}
