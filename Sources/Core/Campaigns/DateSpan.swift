/// Some local days in a row, both ends included.
package struct DateSpan: Hashable, Sendable, CustomStringConvertible {
  package let first: CivilDate
  package let last: CivilDate

  /// The longest span that is looked at, in days: ten years.
  package static let longest = 3660

  /// - Throws: ``InvalidInput`` naming `field` for days the wrong way round, or too many of them.
  package init(from first: CivilDate, through last: CivilDate, field: String = "from") throws(InvalidInput) {
    guard first <= last else { throw InvalidInput(field: field, "\(first) is after \(last); swap them") }
    guard last.dayNumber - first.dayNumber < Self.longest else {
      throw InvalidInput(field: field, "is too long ago: at most \(Self.longest) days are counted at once")
    }
    self.first = first
    self.last = last
  }

  /// So many days up to and including one; at least one, and no more than there may be.
  package init(days: Int, through last: CivilDate) {
    self.last = last
    first = CivilDate(dayNumber: last.dayNumber - min(max(1, days), Self.longest) + 1)
  }

  /// How many days there are.
  package var days: Int { last.dayNumber - first.dayNumber + 1 }

  /// Every day's number, in order.
  package var dayNumbers: ClosedRange<Int> { first.dayNumber...last.dayNumber }

  /// As many days right before it, to compare it with.
  package var before: DateSpan { DateSpan(days: days, through: CivilDate(dayNumber: first.dayNumber - 1)) }

  /// Whether a day, by its number, lies in it.
  package func contains(_ day: Int) -> Bool { dayNumbers.contains(day) }

  /// As in 2026-10-23 to 2026-11-21.
  package var description: String { first == last ? "\(first)" : "\(first) to \(last)" }
}
