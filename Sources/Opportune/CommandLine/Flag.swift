/// A named option of a command.
struct Flag: Sendable {
  /// Without the leading dashes.
  let name: String
  /// What it takes; nil for a switch.
  let kind: ValueKind?
  /// What it is for, in one phrase.
  let meaning: String
  /// What holds when it is not given, in words; nil if nothing needs saying.
  let fallback: String?
  let isRepeatable: Bool
  let isRequired: Bool

  /// A flag that takes a value.
  init(
    _ name: String, _ kind: ValueKind, _ meaning: String, fallback: String? = nil, isRepeatable: Bool = false,
    isRequired: Bool = false
  ) {
    self.name = name
    self.kind = kind
    self.meaning = meaning
    self.fallback = fallback
    self.isRepeatable = isRepeatable
    self.isRequired = isRequired
  }

  /// A flag that is either there or not.
  static func `switch`(_ name: String, _ meaning: String) -> Flag {
    Flag(switch: name, meaning)
  }

  private init(switch name: String, _ meaning: String) {
    self.name = name
    kind = nil
    self.meaning = meaning
    fallback = nil
    isRepeatable = false
    isRequired = false
  }

  /// As written in help: `--limit N`.
  var usage: String {
    kind.map { "--\(name) \($0.placeholder)" } ?? "--\(name)"
  }
}
