/// Some days in a row of a local calendar, both ends included.
package struct DateSpan: Hashable, Sendable, CustomStringConvertible {
  package let first: CivilDate
  package let last: CivilDate

  /// Nil where the end lies before the start.
  package init?(_ first: CivilDate, _ last: CivilDate) {
    guard first <= last else { return nil }
    self.first = first
    self.last = last
  }

  /// So many days up to and including one.
  /// - Parameter days: less than one counts as one.
  package init(days: Int, upTo last: CivilDate) {
    self.last = last
    first = CivilDate(dayNumber: last.dayNumber - max(1, days) + 1)
  }

  /// How many days it has.
  package var count: Int { last.dayNumber - first.dayNumber + 1 }

  /// As many days right before it.
  package var before: DateSpan { DateSpan(days: count, upTo: CivilDate(dayNumber: first.dayNumber - 1)) }

  package func contains(_ day: CivilDate) -> Bool { first <= day && day <= last }

  /// Every day, in order.
  package var days: some RandomAccessCollection<CivilDate> {
    (first.dayNumber...last.dayNumber).lazy.map { CivilDate(dayNumber: $0) }
  }

  /// As in 2026-10-23 to 2026-11-21.
  package var description: String { first == last ? "\(first)" : "\(first) to \(last)" }
}
