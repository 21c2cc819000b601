/// A calendar month on a partner's own clock: what is settled at once.
package struct SettlementPeriod: Hashable, Comparable, Sendable, CustomStringConvertible {
  package let year: Int
  /// 1 to 12.
  package let month: Int

  private init(year: Int, month: Int) {
    self.year = year
    self.month = month
  }

  /// The month an instant lies in.
  package init(of instant: Timestamp, in zone: ZoneTable) {
    let (year, month, _) = zone.localTime(at: instant).date.components
    self.init(year: year, month: month)
  }

  /// Reads `2026-10`; nil for anything else.
  package init?(parsing text: String) {
    let parts = text.split(separator: "-", omittingEmptySubsequences: false)
    guard parts.count == 2, parts[0].utf8.count == 4, parts[1].utf8.count == 2,
      (parts[0] + parts[1]).utf8.allSatisfy({ (0x30...0x39).contains($0) }),
      let year = Int(parts[0]), let month = Int(parts[1]), (1...12).contains(month)
    else { return nil }
    self.init(year: year, month: month)
  }

  /// From ``number``; nil if its last two digits are no month.
  package init?(number: Int) {
    guard number > 0, (1...12).contains(number % 100) else { return nil }
    self.init(year: number / 100, month: number % 100)
  }

  /// Year x 100 + month, as it is stored.
  package var number: Int { year * 100 + month }

  /// The month after it.
  package var next: SettlementPeriod {
    month == 12 ? SettlementPeriod(year: year + 1, month: 1) : SettlementPeriod(year: year, month: month + 1)
  }

  /// The instant after its last, on the partner's clock.
  package func end(in zone: ZoneTable) -> Timestamp {
    let day = CivilDate(year: next.year, month: next.month, day: 1) ?? CivilDate(dayNumber: Int(Int32.max))
    return zone.instant(on: day, millisecondOfDay: 0)
  }

  package static func < (one: Self, other: Self) -> Bool {
    one.number < other.number
  }

  /// As in 2026-10.
  package var description: String { "\(padded(year, 4))-\(padded(month, 2))" }
}
