/// When an offer may appear; what is nil or empty is no constraint. Days and times are on the clock of the place.
package struct TriggerRule: Hashable, Sendable {
  /// Least and most minutes left on the meter, both included.
  package let timeRemainingMinimum: Double?
  package let timeRemainingMaximum: Double?
  package let daysOfWeek: WeekdaySet?

  /// Half-open: from the start up to, not including, the end.
  package let timeOfDayStart: ClockTime?
  package let timeOfDayEnd: ClockTime?
  package let weather: Set<Weather>?

  /// - Throws: ``InvalidInput`` for a rule that can never hold, naming the key.
  package init(
    timeRemainingMinimum: Double? = nil, timeRemainingMaximum: Double? = nil, daysOfWeek: WeekdaySet? = nil,
    timeOfDayStart: ClockTime? = nil, timeOfDayEnd: ClockTime? = nil, weather: Set<Weather>? = nil,
    field: String = "trigger"
  ) throws(InvalidInput) {
    self.timeRemainingMinimum = timeRemainingMinimum
    self.timeRemainingMaximum = timeRemainingMaximum
    self.daysOfWeek = daysOfWeek
    self.timeOfDayStart = timeOfDayStart
    self.timeOfDayEnd = timeOfDayEnd
    self.weather = weather
    try check(field: field)
  }

  private init() {
    timeRemainingMinimum = nil
    timeRemainingMaximum = nil
    daysOfWeek = nil
    timeOfDayStart = nil
    timeOfDayEnd = nil
    weather = nil
  }

  /// Always.
  package static let none = TriggerRule()

  private func check(field: String) throws(InvalidInput) {
    for (key, value) in [("time_remaining_min", timeRemainingMinimum), ("time_remaining_max", timeRemainingMaximum)] {
      if let value, !(0...525_600).contains(value) {
        throw InvalidInput(field: "\(field).\(key)", "must be between 0 and 525,600 minutes")
      }
    }
    if let least = timeRemainingMinimum, let most = timeRemainingMaximum, least > most {
      throw InvalidInput(field: "\(field).time_remaining_min", "is more than time_remaining_max; swap them")
    }
    if let daysOfWeek, daysOfWeek.isEmpty {
      throw InvalidInput(field: "\(field).days_of_week", "names no day; leave it out for every day")
    }
    let start = timeOfDayStart ?? ClockTime.midnight
    let end = timeOfDayEnd ?? ClockTime.endOfDay
    if start >= end {
      throw InvalidInput(
        field: "\(field).time_of_day_start",
        "\(start) is not before time_of_day_end \(end); a window over midnight needs two offers")
    }
    if let weather, weather.isEmpty {
      throw InvalidInput(field: "\(field).weather", "names no weather; leave it out for any")
    }
  }
}

extension ClockTime {
  package static let midnight = ClockTime(checkedMinute: 0)
  package static let endOfDay = ClockTime(checkedMinute: 1440)
}
