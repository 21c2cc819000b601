import Core

/// What was given to one command, already checked against its table row.
struct Arguments: Sendable {
  private var values: [String: [String]] = [:]
  private var placed: [String: [String]] = [:]

  init() {}

  /// Notes a flag's value, or an empty text for a switch.
  mutating func note(flag name: String, _ value: String) {
    values[name, default: []].append(value)
  }

  /// Notes an argument known by its place.
  mutating func note(positional name: String, _ value: String) {
    placed[name, default: []].append(value)
  }

  /// Whether a flag was given.
  func has(_ flag: String) -> Bool { values[flag] != nil }

  /// Every value of a repeatable flag, in order.
  func texts(_ flag: String) -> [String] { values[flag] ?? [] }

  /// A flag's value; the last counts.
  func text(_ flag: String) -> String? { values[flag]?.last }

  /// A whole number.
  func integer(_ flag: String) -> Int64? { text(flag).flatMap { Int64($0) } }

  /// A number.
  func number(_ flag: String) -> Double? { text(flag).flatMap { Double($0) } }

  /// An instant.
  func instant(_ flag: String) -> Timestamp? { text(flag).flatMap { Timestamp(rfc3339: $0) } }

  /// A day of some local clock.
  func day(_ flag: String) throws(InvalidInput) -> CivilDate? {
    guard let text = text(flag) else { return nil }
    guard let day = CivilDate(parsing: text) else {
      throw InvalidInput(field: "--\(flag)", "must be a day such as 2026-11-21, not '\(text.prefix(40))'")
    }
    return day
  }

  /// An id given by a flag.
  func id<Entity>(_ flag: String, of entity: Entity.Type = Entity.self) -> ID<Entity>? {
    integer(flag).map { ID($0) }
  }

  /// An argument known by its place.
  func positional(_ name: String) -> String? { placed[name]?.first }

  /// Every argument of a repeatable place.
  func positionals(_ name: String) -> [String] { placed[name] ?? [] }

  /// An id given by place.
  /// - Throws: ``CommandLineError`` if it is missing, which the parser has excluded for required places.
  func id<Entity>(
    at positional: String, of entity: Entity.Type = Entity.self
  ) throws(CommandLineError) -> ID<Entity> {
    guard let value = self.positional(positional).flatMap({ Int64($0) }) else {
      throw .missingArgument(positional, usage: positional)
    }
    return ID(value)
  }
}
