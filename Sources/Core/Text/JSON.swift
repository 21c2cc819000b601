/// A JSON document as a value: whole and fractional numbers kept apart, members in the order they were written.
package enum JSON: Hashable, Sendable {
  case null
  case bool(Bool)
  case integer(Int64)
  case number(Double)
  case string(String)
  case array([JSON])
  case object([Member])

  /// One name and its value.
  package struct Member: Hashable, Sendable {
    package let name: String
    package let value: JSON

    package init(_ name: String, _ value: JSON) {
      self.name = name
      self.value = value
    }
  }
}

extension JSON: ExpressibleByDictionaryLiteral, ExpressibleByArrayLiteral, ExpressibleByStringLiteral,
  ExpressibleByIntegerLiteral, ExpressibleByBooleanLiteral, ExpressibleByNilLiteral
{
  package init(dictionaryLiteral elements: (String, JSON)...) {
    self = .object(elements.map { Member($0.0, $0.1) })
  }

  package init(arrayLiteral elements: JSON...) {
    self = .array(elements)
  }

  package init(stringLiteral value: String) {
    self = .string(value)
  }

  package init(integerLiteral value: Int64) {
    self = .integer(value)
  }

  package init(booleanLiteral value: Bool) {
    self = .bool(value)
  }

  package init(nilLiteral: ()) {
    self = .null
  }
}

extension JSON {
  /// A number, or null where it is absent.
  package static func optional(_ value: Int64?) -> JSON {
    value.map(JSON.integer) ?? .null
  }

  /// A number, or null where it is absent or not finite: no document ever holds NaN or infinity; -0.0 is written as 0.
  package static func optional(_ value: Double?) -> JSON {
    guard let value, value.isFinite else { return .null }
    return .number(value == 0 ? 0 : value)
  }

  /// A text, or null where it is absent.
  package static func optional(_ value: String?) -> JSON {
    value.map(JSON.string) ?? .null
  }

  /// A whole count.
  package static func count(_ value: Int) -> JSON {
    .integer(Int64(value))
  }

  /// The id of a stored thing.
  package static func id<Entity>(_ id: ID<Entity>?) -> JSON {
    .optional(id?.value)
  }

  /// An instant in RFC 3339, UTC.
  package static func instant(_ instant: Timestamp?) -> JSON {
    .optional(instant?.rfc3339)
  }

  /// The value of a member of an object; nil where there is none.
  package subscript(name: String) -> JSON? {
    guard case .object(let members) = self else { return nil }
    return members.first { $0.name == name }?.value
  }
}
