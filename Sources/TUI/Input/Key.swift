/// One press of a key, as a person would name it.
package enum Key: Hashable, Sendable {
  /// A sign of text, the space included.
  case character(Unicode.Scalar)
  /// A letter or sign pressed with Control, letters in lower case.
  case control(Unicode.Scalar)
  /// A sign pressed with Alt.
  case alt(Unicode.Scalar)
  /// A key without a sign, pressed with another that changes it.
  case modified(Modifier, Named)
  case up, down, left, right
  case home, end, pageUp, pageDown
  case enter, escape, tab, backTab, backspace, delete, insert
  /// F1 is 1.
  case function(Int)

  /// What is held down with a key that has no sign.
  package enum Modifier: String, Hashable, Sendable, CaseIterable {
    case control = "ctrl"
    case alt, shift
  }

  /// The keys without a sign that are known with a modifier.
  package enum Named: String, Hashable, Sendable, CaseIterable {
    case up, down, left, right, home, end, backspace, delete, insert
    case pageUp = "page-up"
    case pageDown = "page-down"
  }
}

extension Key: CustomStringConvertible {
  /// The key's name in hints, help and the configuration: `a`, `ctrl-z`, `alt-b`, `ctrl-left`, `shift-tab`, `F2`.
  package var description: String {
    switch self {
    case .character(" "): "space"
    case .character(let scalar): String(Character(scalar))
    case .control(" "): "ctrl-space"
    case .control(let scalar): "ctrl-\(Character(scalar))"
    case .alt(" "): "alt-space"
    case .alt(let scalar): "alt-\(Character(scalar))"
    case .modified(let modifier, let key): "\(modifier.rawValue)-\(key.rawValue)"
    case .function(let number): "F\(number)"
    default: Self.names.first { $0.key == self }?.name ?? ""
    }
  }

  /// Reads a name as ``description`` writes it; nil for anything else.
  package init?(parsing name: String) {
    if let named = Self.names.first(where: { $0.name == name }) {
      self = named.key
    } else if let scalar = Self.sign(name[...]) {
      self = .character(scalar)
    } else if name.hasPrefix("F"), let number = Int(name.dropFirst()), (1...63).contains(number) {
      self = .function(number)
    } else if let key = Self.modified(name) {
      self = key
    } else {
      return nil
    }
  }

  private static func modified(_ name: String) -> Key? {
    guard let modifier = Modifier.allCases.first(where: { name.hasPrefix($0.rawValue + "-") }) else { return nil }
    let rest = name.dropFirst(modifier.rawValue.utf8.count + 1)
    if let named = Named(rawValue: String(rest)) { return .modified(modifier, named) }
    guard let scalar = sign(rest) else { return nil }
    switch modifier {
    case .control: return controlSigns.contains(scalar) ? .control(scalar) : nil
    case .alt: return .alt(scalar)
    case .shift: return nil
    }
  }

  /// The sign of a name of one character, or of `space`.
  private static func sign(_ name: Substring) -> Unicode.Scalar? {
    if name == "space" { return " " }
    let scalars = Array(name.unicodeScalars.prefix(2))
    return scalars.count == 1 && scalars[0].value > 0x20 && scalars[0].value != 0x7F ? scalars[0] : nil
  }

  /// What can be told from other keys when Control is held: one byte of ASCII's controls each.
  private static let controlSigns = Set("abcdefghijklmnopqrstuvwxyz \\]^_".unicodeScalars)

  private static let names: [(name: String, key: Key)] = [
    ("up", .up), ("down", .down), ("left", .left), ("right", .right), ("home", .home), ("end", .end),
    ("page-up", .pageUp), ("page-down", .pageDown), ("enter", .enter), ("esc", .escape), ("tab", .tab),
    ("shift-tab", .backTab), ("backspace", .backspace), ("delete", .delete), ("insert", .insert),
  ]
}
