/// An instant: integer milliseconds since 1970-01-01T00:00:00Z.
package struct Timestamp: Hashable, Comparable, Sendable {
  package let milliseconds: Int64

  package init(milliseconds: Int64) {
    self.milliseconds = milliseconds
  }

  package static func < (one: Self, other: Self) -> Bool {
    one.milliseconds < other.milliseconds
  }

  package static func + (instant: Self, span: TimeSpan) -> Self {
    Self(milliseconds: instant.milliseconds &+ span.milliseconds)
  }

  package static func - (instant: Self, span: TimeSpan) -> Self {
    Self(milliseconds: instant.milliseconds &- span.milliseconds)
  }

  package static func - (later: Self, earlier: Self) -> TimeSpan {
    TimeSpan(milliseconds: later.milliseconds &- earlier.milliseconds)
  }
}
