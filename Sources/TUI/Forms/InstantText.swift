import Core

/// A moment as it is typed: a day and a time on a local clock, `2026-12-24 17:30`.
package enum InstantText {
  /// What one looks like.
  package static let example = "2026-12-24 17:30"

  /// The moment a text names; a time the clock shows twice is the earlier one, and one it jumps over is as much later.
  package static func instant(_ text: String, in zone: ZoneTable) -> Timestamp? {
    WallTime(parsing: text).map { zone.instant(on: $0.date, millisecondOfDay: $0.millisecondOfDay) }
  }

  /// The moment as it would be typed, with seconds only where there are any. Milliseconds are not shown.
  package static func text(_ instant: Timestamp, in zone: ZoneTable) -> String {
    let local = zone.localTime(at: instant)
    return "\(local.date) \(local.millisecondOfDay / 1000 % 60 == 0 ? local.clock : local.clockWithSeconds)"
  }

  /// What is said beside it: the weekday, and where the clock jumps over it, what it means.
  static func note(_ text: String, in zone: ZoneTable) -> String {
    guard let wall = WallTime(parsing: text), let instant = instant(text, in: zone) else { return "" }
    let local = zone.localTime(at: instant)
    let isOnTheClock = local.millisecondOfDay == wall.millisecondOfDay && local.date == wall.date
    return isOnTheClock ? local.weekday.title : "means \(local.clock): that night the clock goes forward"
  }
}
