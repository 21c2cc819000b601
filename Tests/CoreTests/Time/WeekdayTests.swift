import Testing

@testable import Core

@Suite struct WeekdayTests {
  @Test(
    arguments: [
      ("mon", .mon), ("TUE", .tue), ("Wed", .wed), ("thursday", .thu), ("FRIDAY", .fri), ("Saturday", .sat),
      ("sUn", .sun),
    ] as [(String, Weekday)])
  func readsShortAndFullNamesInAnyCase(text: String, day: Weekday) {
    #expect(Weekday(parsing: text) == day)
  }

  @Test(arguments: ["", "m", "mo", "tues", "mittwoch", "mon ", "1", "monday,"])
  func refusesOtherTexts(text: String) {
    #expect(Weekday(parsing: text) == nil)
  }

  @Test func countsFromMonday() {
    #expect(Weekday.allCases.map(\.index) == [0, 1, 2, 3, 4, 5, 6])
    #expect(Weekday.mon.previous == .sun)
    #expect(Weekday.thu.previous == .wed)
    #expect(Weekday.sat.title == "Sat")
  }

  @Test func aSetKeepsItsDays() {
    let set = WeekdaySet([.sun, .fri, .fri])
    #expect(set.days == [.fri, .sun])
    #expect(set.bits == 0b101_0000)
    #expect(set.contains(.fri) && !set.contains(.sat))
    #expect(WeekdaySet.all.days == Weekday.allCases)
    #expect(WeekdaySet.none.isEmpty && WeekdaySet(bits: 0x80).isEmpty)
  }
}
