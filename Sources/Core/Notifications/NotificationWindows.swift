/// When digests are due in one zone: every local day at 09:00, or every local Monday.
///
/// The clock is resolved from the zone's own offsets, day by day: no search for "the next 09:00", which loses a day
/// where clocks change by half an hour. A day that the zone left out has no window; where 09:00 itself is left out, the
/// window is as long after the change; where it comes twice, it is the first.
package struct NotificationWindows: Sendable {
  /// When on the local clock.
  package static let hour = ClockTime(checkedMinute: 9 * 60)

  package let zone: ZoneTable

  package init(in zone: ZoneTable) {
    self.zone = zone
  }

  /// The first window after an instant. O(log transitions).
  package func next(_ cadence: NotificationWindow.Cadence, after instant: Timestamp) -> NotificationWindow {
    var date = zone.localTime(at: instant).date
    if cadence == .weekly { date = date.monday }
    while true {
      if let window = window(cadence, on: date), window.at > instant { return window }
      date = date.adding(days: cadence == .weekly ? 7 : 1)
    }
  }

  /// The window of a local day; nil where the zone has no such day, or where it is no Monday and one a week is asked for.
  package func window(_ cadence: NotificationWindow.Cadence, on date: CivilDate) -> NotificationWindow? {
    guard cadence == .daily || date.weekday == .mon else { return nil }
    let at = zone.instant(on: date, millisecondOfDay: Self.hour.minuteOfDay * 60_000)
    guard zone.localTime(at: at).date == date else { return nil }
    return NotificationWindow(cadence: cadence, date: date, at: at)
  }
}
