/// The number that names one stored thing; the entity in the type keeps an offer's number out of a partner's place.
package struct ID<Entity>: Hashable, Comparable, Sendable, CustomStringConvertible {
  package let value: Int64

  package init(_ value: Int64) {
    self.value = value
  }

  package static func < (one: Self, other: Self) -> Bool {
    one.value < other.value
  }

  package var description: String { String(value) }
}
