import Testing

@testable import Core

/// A rule as a person would say it; every sentence was written by hand.
@Suite struct TriggerRuleWordsTests {
  private func rule(
    _ days: [Weekday]? = nil, _ start: String? = nil, _ end: String? = nil, least: Double? = nil, most: Double? = nil,
    weather: Set<Weather>? = nil
  ) throws -> TriggerRule {
    try TriggerRule(
      timeRemainingMinimum: least, timeRemainingMaximum: most, daysOfWeek: days.map { WeekdaySet($0) },
      timeOfDayStart: start.flatMap { ClockTime(parsing: $0) }, timeOfDayEnd: end.flatMap { ClockTime(parsing: $0) },
      weather: weather)
  }

  @Test func everyPartHasItsWords() throws {
    let all = try rule(
      [.fri, .sat], "17:00", "21:00", least: 30, most: 120, weather: [.clear, .cloudy, .storm, .hot, .cold])
    #expect(all.words() == "Fri and Sat, 17:00 to 21:00, 30 to 120 minutes left, not in rain")
    #expect(TriggerRule.none.words() == "any time")
  }

  @Test func daysInARowAreASpan() throws {
    #expect(try rule([.mon, .tue, .wed, .thu, .fri]).words() == "Mon to Fri")
    #expect(try rule([.mon]).words() == "Mon")
    #expect(try rule([.mon, .wed, .thu, .fri, .sun]).words() == "Mon, Wed to Fri and Sun")
    #expect(try rule(Weekday.allCases).words() == "any time")
  }

  @Test func halfOpenTimesAndMinutesSayWhichHalf() throws {
    #expect(try rule(nil, "17:00").words() == "from 17:00")
    #expect(try rule(nil, nil, "09:30").words() == "until 09:30")
    #expect(try rule(least: 45).words() == "at least 45 minutes left")
    #expect(try rule(most: 12.5).words() == "at most 12.5 minutes left")
  }

  @Test func weatherIsSaidTheShorterWay() throws {
    #expect(try rule(weather: [.rain]).words() == "only in rain")
    #expect(try rule(weather: [.rain, .storm]).words() == "only in rain or storm")
    #expect(try rule(weather: [.clear, .rain]).words() == "only in clear or rainy weather")
    #expect(try rule(weather: [.clear, .cloudy, .hot, .cold]).words() == "not in rain or storm")
    #expect(try rule(weather: [.cloudy, .rain, .storm, .cold]).words() == "not in clear or hot weather")
    #expect(try rule(weather: Set(Weather.allCases)).words() == "when the weather is known")
  }

  @Test func timesOfDayAreWrittenAsAsked() throws {
    #expect(try rule(nil, "17:00", "21:00").words { "\($0.minuteOfDay / 60) h" } == "17 h to 21 h")
  }
}
