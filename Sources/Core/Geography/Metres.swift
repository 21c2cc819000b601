/// A distance in metres.
package struct Metres: Hashable, Comparable, Sendable, CustomStringConvertible {
  package let value: Double

  package init(_ value: Double) {
    self.value = value
  }

  package static func < (one: Self, other: Self) -> Bool {
    one.value < other.value
  }

  /// Whole metres, for sentences: 312 m.
  package var description: String { "\(Words.number(value.rounded())) m" }
}
