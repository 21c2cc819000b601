import Core

/// What a person's first exposure was like: fixed with it, so that nobody moves from one kind to another.
struct ExposureSegment: Hashable {
  /// Along which people are told apart.
  enum Dimension: String, CaseIterable {
    case hour, week, weather, acquaintance

    /// As people read it.
    var words: String {
      switch self {
      case .hour: "hour of the day"
      case .week: "weekday or weekend"
      case .weather: "weather"
      case .acquaintance: "new or known"
      }
    }
  }

  /// One value of one dimension.
  struct Kind: Hashable {
    let dimension: Dimension
    let value: String
  }

  let hourBand: String
  let week: String
  let weather: String
  let acquaintance: String

  /// As it is stored with an assignment.
  init(hourBand: String, week: String, weather: String, acquaintance: String) {
    self.hourBand = hourBand
    self.week = week
    self.weather = weather
    self.acquaintance = acquaintance
  }

  /// - Parameters:
  ///   - time: on the world's clock.
  ///   - weather: nil if it is not known.
  ///   - isKnown: the log had something of the person before.
  init(at time: LocalTime, weather: Weather?, isKnown: Bool) {
    hourBand = Self.band(ofHour: time.minuteOfDay / 60)
    week = time.weekday == .sat || time.weekday == .sun ? "weekend" : "weekday"
    self.weather = weather?.rawValue ?? "unknown"
    acquaintance = isKnown ? "known" : "new"
  }

  /// Its value in every dimension.
  var kinds: [Kind] {
    [
      Kind(dimension: .hour, value: hourBand), Kind(dimension: .week, value: week),
      Kind(dimension: .weather, value: weather), Kind(dimension: .acquaintance, value: acquaintance),
    ]
  }

  private static func band(ofHour hour: Int) -> String {
    switch hour {
    case 6..<11: "morning"
    case 11..<14: "midday"
    case 14..<18: "afternoon"
    case 18..<23: "evening"
    default: "night"
    }
  }
}
