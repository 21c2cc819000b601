/// A length of elapsed time in integer milliseconds; negative when it runs backwards.
package struct TimeSpan: Hashable, Comparable, Sendable {
  package let milliseconds: Int64

  package init(milliseconds: Int64) {
    self.milliseconds = milliseconds
  }

  package static func seconds(_ count: Int64) -> Self {
    Self(milliseconds: count * 1000)
  }

  package static func minutes(_ count: Int64) -> Self {
    Self(milliseconds: count * 60_000)
  }

  package static func hours(_ count: Int64) -> Self {
    Self(milliseconds: count * 3_600_000)
  }

  package static func days(_ count: Int64) -> Self {
    Self(milliseconds: count * 86_400_000)
  }

  /// The same length in minutes, fractions kept.
  package var minutes: Double { Double(milliseconds) / 60_000 }

  /// The same length in days of 24 hours, fractions kept.
  package var days: Double { Double(milliseconds) / 86_400_000 }

  package static func < (one: Self, other: Self) -> Bool {
    one.milliseconds < other.milliseconds
  }
}
