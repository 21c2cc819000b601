/// A stretch of the local day in which a person is left alone, on some weekdays; it may run over midnight, and then
/// belongs to the day it starts on.
package struct QuietHours: Hashable, Sendable {
  package let days: WeekdaySet
  package let from: ClockTime
  package let to: ClockTime

  /// A stretch that ends where it starts is none.
  /// - Throws: ``InvalidInput`` for no day.
  package init(
    days: WeekdaySet = .all, from: ClockTime, to: ClockTime, field: String = "quiet_hours"
  ) throws(InvalidInput) {
    guard !days.isEmpty else { throw InvalidInput(field: field, "names no day; leave days out for every day") }
    self.days = days
    self.from = from
    self.to = to
  }

  /// Half-open: quiet at `from`, no longer at `to`.
  package func contains(_ local: LocalTime) -> Bool {
    guard from != to else { return false }
    let minute = local.minuteOfDay
    if from < to {
      return days.contains(local.weekday) && from.minuteOfDay <= minute && minute < to.minuteOfDay
    }
    return (days.contains(local.weekday) && minute >= from.minuteOfDay)
      || (days.contains(local.weekday.previous) && minute < to.minuteOfDay)
  }
}
