extension TriggerRule {
  /// Reads the rule from its JSON form; an unknown key is refused by its name.
  package init(_ json: JSON, field: String = "trigger") throws(InvalidInput) {
    var fields = try JSONFields(json, path: field)
    try self.init(&fields, field: field)
  }

  /// Reads the rule from an object's fields and makes sure nothing else stands there.
  package init(_ fields: inout JSONFields, field: String) throws(InvalidInput) {
    let minimum = try fields.number("time_remaining_min")
    let maximum = try fields.number("time_remaining_max")
    let days = try WeekdaySet(fields.strings("days_of_week"), field: fields.name("days_of_week"))
    let start = try ClockTime(fields.string("time_of_day_start"), field: fields.name("time_of_day_start"))
    let end = try ClockTime(fields.string("time_of_day_end"), field: fields.name("time_of_day_end"))
    var weather: Set<Weather>?
    // One kind may stand alone instead of in a list.
    if case .string = fields.value("weather") {
      weather = [try Weather(parsing: fields.string("weather") ?? "", field: fields.name("weather"))]
    } else if let names = try fields.strings("weather") {
      var kinds: Set<Weather> = []
      for name in names { kinds.insert(try Weather(parsing: name, field: fields.name("weather"))) }
      weather = kinds
    }
    try fields.finish()
    try self.init(
      timeRemainingMinimum: minimum, timeRemainingMaximum: maximum, daysOfWeek: days, timeOfDayStart: start,
      timeOfDayEnd: end, weather: weather, field: field)
  }

  /// The rule as JSON, without the keys that constrain nothing.
  package var json: JSON {
    var members: [JSON.Member] = []
    if let minimum = timeRemainingMinimum { members.append(.init("time_remaining_min", .number(minimum))) }
    if let maximum = timeRemainingMaximum { members.append(.init("time_remaining_max", .number(maximum))) }
    if let days = daysOfWeek { members.append(.init("days_of_week", .array(days.days.map { .string($0.rawValue) }))) }
    if let start = timeOfDayStart { members.append(.init("time_of_day_start", .string(start.description))) }
    if let end = timeOfDayEnd { members.append(.init("time_of_day_end", .string(end.description))) }
    if let weather {
      members.append(.init("weather", .array(weather.map(\.rawValue).sorted().map { .string($0) })))
    }
    return .object(members)
  }
}

extension WeekdaySet {
  /// Reads weekday names; nil where there is no list.
  package init?(_ names: [String]?, field: String) throws(InvalidInput) {
    guard let names else { return nil }
    var days: [Weekday] = []
    for name in names {
      guard let day = Weekday(parsing: name) else {
        throw InvalidInput(field: field, "knows no weekday '\(name.prefix(40))'; use mon, tue, wed, thu, fri, sat, sun")
      }
      days.append(day)
    }
    self.init(days)
  }
}

extension ClockTime {
  /// Reads a clock time; nil where there is none.
  package init?(_ text: String?, field: String) throws(InvalidInput) {
    guard let text else { return nil }
    guard let time = ClockTime(parsing: text) else {
      throw InvalidInput(field: field, "must be a time such as 17:30, not '\(text.prefix(40))'")
    }
    self = time
  }
}
