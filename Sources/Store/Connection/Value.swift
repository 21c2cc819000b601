import Core

/// One value bound to a parameter of a statement.
package enum Value: Hashable, Sendable {
  case null
  case integer(Int64)
  case real(Double)
  case text(String)
  case blob([UInt8])

  /// The values of a statement by the names of its parameters, best in the order they first appear in it.
  package typealias Parameters = KeyValuePairs<StaticString, Value>

  /// An instant in milliseconds.
  static func instant(_ instant: Timestamp?) -> Value {
    instant.map { .integer($0.milliseconds) } ?? .null
  }

  /// The number of a stored thing.
  static func id<Entity>(_ id: ID<Entity>?) -> Value {
    id.map { .integer($0.value) } ?? .null
  }

  /// A whole number, or nothing.
  static func count(_ count: Int?) -> Value {
    count.map { .integer(Int64($0)) } ?? .null
  }

  /// A whole number, or nothing.
  static func optional(_ value: Int64?) -> Value {
    value.map(Value.integer) ?? .null
  }

  /// A number, or nothing.
  static func optional(_ value: Double?) -> Value {
    value.map(Value.real) ?? .null
  }

  /// A text, or nothing.
  static func optional(_ value: String?) -> Value {
    value.map(Value.text) ?? .null
  }

  /// True as 1, false as 0.
  static func flag(_ value: Bool) -> Value {
    .integer(value ? 1 : 0)
  }

  /// One case of an enumeration in its written form.
  static func choice<Choice: RawRepresentable<String>>(_ value: Choice?) -> Value {
    value.map { .text($0.rawValue) } ?? .null
  }
}
