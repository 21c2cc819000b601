import Testing

@testable import Core

@Suite struct TriggerRuleTests {
  @Test func readsEveryKey() throws {
    let rule = try TriggerRule(
      JSON(
        parsing: """
          {"time_remaining_min": 20, "time_remaining_max": 90.5, "days_of_week": ["Fri", "saturday"],
           "time_of_day_start": "17:00", "time_of_day_end": "24:00", "weather": ["rain", "storm"]}
          """))
    #expect(rule.timeRemainingMinimum == 20)
    #expect(rule.timeRemainingMaximum == 90.5)
    #expect(rule.daysOfWeek?.days == [.fri, .sat])
    #expect(rule.timeOfDayStart?.minuteOfDay == 1020)
    #expect(rule.timeOfDayEnd?.minuteOfDay == 1440)
    #expect(rule.weather == [.rain, .storm])
    #expect(
      rule.json.text() == #"{"time_remaining_min":20.0,"time_remaining_max":90.5,"days_of_week":["fri","sat"],"#
        + #""time_of_day_start":"17:00","time_of_day_end":"24:00","weather":["rain","storm"]}"#)
    #expect(try TriggerRule(rule.json) == rule)
  }

  @Test func whatIsMissingIsNoConstraint() throws {
    #expect(try TriggerRule([:]) == .none)
    #expect(try TriggerRule(["days_of_week": nil, "weather": nil]) == .none)
    #expect(TriggerRule.none.json == [:])
  }

  @Test func oneKindOfWeatherMayStandAlone() throws {
    #expect(try TriggerRule(["weather": "rain"]).weather == [.rain])
  }

  /// The key, what makes it wrong, and the field and code that are told.
  static let refused: [(String, String, InvalidInput.Code)] = [
    (#"{"min_time_remaining": 5}"#, "trigger.min_time_remaining", .unknownField),
    (#"{"Weather": "rain"}"#, "trigger.Weather", .unknownField),
    (#"{"time_remaining_min": "20"}"#, "trigger.time_remaining_min", .invalidValue),
    (#"{"time_remaining_min": -1}"#, "trigger.time_remaining_min", .invalidValue),
    (#"{"time_remaining_max": 525601}"#, "trigger.time_remaining_max", .invalidValue),
    (#"{"time_remaining_min": 60.5, "time_remaining_max": 60}"#, "trigger.time_remaining_min", .invalidValue),
    (#"{"days_of_week": []}"#, "trigger.days_of_week", .invalidValue),
    (#"{"days_of_week": ["fri", "funday"]}"#, "trigger.days_of_week", .invalidValue),
    (#"{"days_of_week": "fri"}"#, "trigger.days_of_week", .invalidValue),
    (#"{"time_of_day_start": "25:00"}"#, "trigger.time_of_day_start", .invalidValue),
    (#"{"time_of_day_end": 18}"#, "trigger.time_of_day_end", .invalidValue),
    (
      #"{"time_of_day_start": "18:00", "time_of_day_end": "17:59"}"#, "trigger.time_of_day_start", .invalidValue
    ),
    (
      #"{"time_of_day_start": "18:00", "time_of_day_end": "18:00"}"#, "trigger.time_of_day_start", .invalidValue
    ),
    (#"{"time_of_day_start": "24:00"}"#, "trigger.time_of_day_start", .invalidValue),
    (#"{"time_of_day_end": "00:00"}"#, "trigger.time_of_day_start", .invalidValue),
    (#"{"weather": "drizzle"}"#, "trigger.weather", .invalidValue),
    (#"{"weather": ["rain", "snow"]}"#, "trigger.weather", .invalidValue),
    (#"{"weather": []}"#, "trigger.weather", .invalidValue),
    ("[]", "trigger", .invalidValue),
  ]

  @Test(arguments: refused)
  func refusesARuleThatCanNeverHold(text: String, field: String, code: InvalidInput.Code) throws {
    let error = try #require(throws: InvalidInput.self) { try TriggerRule(JSON(parsing: text)) }
    #expect(error.field == field)
    #expect(error.code == code)
  }

  @Test func listsWhatItKnows() throws {
    let weather = try #require(throws: InvalidInput.self) { try TriggerRule(["weather": "drizzle"]) }
    #expect(weather.message == "knows no 'drizzle'; use one of clear, cloudy, rain, storm, hot, cold")
    let day = try #require(throws: InvalidInput.self) { try TriggerRule(["days_of_week": ["funday"]]) }
    #expect(day.message == "knows no weekday 'funday'; use mon, tue, wed, thu, fri, sat, sun")
  }

  @Test func equalEndsAreAWindowOfOneMinute() throws {
    #expect(throws: Never.self) { try TriggerRule(["time_remaining_min": 60, "time_remaining_max": 60]) }
  }
}
