/// A local date and time of day, with the offset that made it.
package struct LocalTime: Hashable, Sendable {
  package let date: CivilDate

  /// 0 ..< 86,400,000.
  package let millisecondOfDay: Int

  package let offsetSeconds: Int

  package init(utc instant: Timestamp, offsetSeconds: Int) {
    let local = instant.milliseconds + Int64(offsetSeconds) * 1000
    let day = local.flooredQuotient(86_400_000)
    date = CivilDate(dayNumber: Int(day))
    millisecondOfDay = Int(local - day * 86_400_000)
    self.offsetSeconds = offsetSeconds
  }

  package var weekday: Weekday { date.weekday }

  package var minuteOfDay: Int { millisecondOfDay / 60_000 }

  /// Hour and minute as the wall clock shows them.
  package var clock: String { "\(padded(minuteOfDay / 60, 2)):\(padded(minuteOfDay % 60, 2))" }

  /// Hour, minute and second as the wall clock shows them.
  package var clockWithSeconds: String { "\(clock):\(padded(millisecondOfDay / 1000 % 60, 2))" }
}

extension Int64 {
  /// Division that rounds toward minus infinity, for days and hours before 1970.
  package func flooredQuotient(_ divisor: Int64) -> Int64 {
    let quotient = self / divisor
    return self % divisor < 0 ? quotient - 1 : quotient
  }
}
