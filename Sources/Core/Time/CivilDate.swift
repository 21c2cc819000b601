/// A day of the proleptic Gregorian calendar, counted from 1970-01-01.
package struct CivilDate: Hashable, Comparable, Sendable, CustomStringConvertible {
  /// Days since 1970-01-01.
  package let dayNumber: Int

  package init(dayNumber: Int) {
    self.dayNumber = dayNumber
  }

  /// A calendar date; nil if there is no such day. Algorithm: Howard Hinnant, "chrono-Compatible Low-Level Date
  /// Algorithms" (2013), days_from_civil.
  package init?(year: Int, month: Int, day: Int) {
    guard (1...12).contains(month), day >= 1, day <= Self.length(ofMonth: month, year: year),
      (-9999...9999).contains(year)
    else { return nil }
    let shifted = month <= 2 ? year - 1 : year
    let era = (shifted >= 0 ? shifted : shifted - 399) / 400
    let yearOfEra = shifted - era * 400
    let dayOfYear = (153 * (month + (month > 2 ? -3 : 9)) + 2) / 5 + day - 1
    let dayOfEra = yearOfEra * 365 + yearOfEra / 4 - yearOfEra / 100 + dayOfYear
    dayNumber = era * 146_097 + dayOfEra - 719_468
  }

  /// Reads `2026-11-21`; nil for anything else.
  package init?(parsing text: String) {
    let parts = text.split(separator: "-", omittingEmptySubsequences: false)
    guard parts.map(\.utf8.count) == [4, 2, 2], parts.allSatisfy({ $0.utf8.allSatisfy { (0x30...0x39).contains($0) } }),
      let year = Int(parts[0]), let month = Int(parts[1]), let day = Int(parts[2])
    else { return nil }
    self.init(year: year, month: month, day: day)
  }

  /// Year, month and day; the same source, civil_from_days.
  package var components: (year: Int, month: Int, day: Int) {
    let shifted = dayNumber + 719_468
    let era = (shifted >= 0 ? shifted : shifted - 146_096) / 146_097
    let dayOfEra = shifted - era * 146_097
    let yearOfEra = (dayOfEra - dayOfEra / 1460 + dayOfEra / 36_524 - dayOfEra / 146_096) / 365
    let dayOfYear = dayOfEra - (365 * yearOfEra + yearOfEra / 4 - yearOfEra / 100)
    let shiftedMonth = (5 * dayOfYear + 2) / 153
    let month = shiftedMonth < 10 ? shiftedMonth + 3 : shiftedMonth - 9
    let year = yearOfEra + era * 400 + (month <= 2 ? 1 : 0)
    return (year, month, dayOfYear - (153 * shiftedMonth + 2) / 5 + 1)
  }

  /// Monday to Sunday; 1970-01-01 was a Thursday.
  package var weekday: Weekday {
    Weekday.allCases[((dayNumber + 3) % 7 + 7) % 7]
  }

  /// The Monday of its ISO week.
  package var monday: CivilDate { CivilDate(dayNumber: dayNumber - weekday.index) }

  /// The first day of its month.
  package var firstOfMonth: CivilDate { CivilDate(dayNumber: dayNumber - components.day + 1) }

  /// ISO 8601, as in 2026-W47: a week belongs to the year its Thursday lies in.
  package var isoWeek: String {
    let thursday = CivilDate(dayNumber: monday.dayNumber + 3)
    let year = thursday.components.year
    let dayOfYear = CivilDate(year: year, month: 1, day: 1).map { thursday.dayNumber - $0.dayNumber } ?? 0
    return "\(padded(year, 4))-W\(padded(dayOfYear / 7 + 1, 2))"
  }

  /// As in 2026-11.
  package var isoMonth: String {
    let (year, month, _) = components
    return "\(padded(year, 4))-\(padded(month, 2))"
  }

  /// So many days later, or earlier below zero.
  package func adding(days: Int) -> CivilDate { CivilDate(dayNumber: dayNumber + days) }

  /// ISO 8601, as in 2026-11-21.
  package var description: String {
    let (year, month, day) = components
    return "\(padded(year, 4))-\(padded(month, 2))-\(padded(day, 2))"
  }

  package static func < (one: Self, other: Self) -> Bool {
    one.dayNumber < other.dayNumber
  }

  private static func length(ofMonth month: Int, year: Int) -> Int {
    switch month {
    case 2: (year % 4 == 0 && (year % 100 != 0 || year % 400 == 0)) ? 29 : 28
    case 4, 6, 9, 11: 30
    default: 31
    }
  }
}

/// A whole number with leading zeros up to `width` digits.
func padded(_ value: Int, _ width: Int) -> String {
  let digits = String(value.magnitude)
  return (value < 0 ? "-" : "") + String(repeating: "0", count: max(0, width - digits.count)) + digits
}
