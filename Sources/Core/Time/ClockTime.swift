/// A time of day on a local clock, in minutes since local midnight; 24:00 ends a day.
package struct ClockTime: Hashable, Comparable, Sendable, CustomStringConvertible {
  /// 0 to 1440.
  package let minuteOfDay: Int

  package init?(minuteOfDay: Int) {
    guard (0...1440).contains(minuteOfDay) else { return nil }
    self.minuteOfDay = minuteOfDay
  }

  init(checkedMinute minute: Int) {
    minuteOfDay = min(max(minute, 0), 1440)
  }

  /// Reads `17:05` (also `7:05` and `24:00`); nil for anything else.
  package init?(parsing text: String) {
    let parts = text.split(separator: ":", omittingEmptySubsequences: false)
    guard parts.count == 2, (1...2).contains(parts[0].count), parts[1].count == 2,
      parts.allSatisfy({ $0.allSatisfy { ("0"..."9").contains($0) } }),
      let hour = Int(parts[0]), let minute = Int(parts[1]), minute < 60, hour < 24 || (hour == 24 && minute == 0)
    else { return nil }
    minuteOfDay = hour * 60 + minute
  }

  package var description: String { "\(padded(minuteOfDay / 60, 2)):\(padded(minuteOfDay % 60, 2))" }

  package static func < (one: Self, other: Self) -> Bool {
    one.minuteOfDay < other.minuteOfDay
  }
}
