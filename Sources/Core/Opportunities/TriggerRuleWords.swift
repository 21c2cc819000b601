extension TriggerRule {
  /// The rule as a person would say it: `Fri and Sat, 17:00 to 21:00, 30 to 120 minutes left, not in rain`.
  /// - Parameter clock: how times of day are written.
  package func words(clock: (ClockTime) -> String = { $0.description }) -> String {
    let parts = [dayWords, timeWords(clock), minuteWords, weatherWords].compactMap(\.self)
    return parts.isEmpty ? "any time" : parts.joined(separator: ", ")
  }

  /// Days in a row as a span: `Mon to Fri`, `Fri and Sat`; nil where every day will do.
  private var dayWords: String? {
    guard let days = daysOfWeek, days != .all else { return nil }
    var runs: [[Weekday]] = []
    for day in days.days {
      if let last = runs.last?.last, last.index + 1 == day.index {
        runs[runs.count - 1].append(day)
      } else {
        runs.append([day])
      }
    }
    return Words.all(
      runs.flatMap { run -> [String] in
        guard run.count > 2, let first = run.first, let last = run.last else { return run.map(\.title) }
        return ["\(first.title) to \(last.title)"]
      })
  }

  private func timeWords(_ clock: (ClockTime) -> String) -> String? {
    switch (timeOfDayStart, timeOfDayEnd) {
    case (let start?, let end?): "\(clock(start)) to \(clock(end))"
    case (let start?, nil): "from \(clock(start))"
    case (nil, let end?): "until \(clock(end))"
    case (nil, nil): nil
    }
  }

  private var minuteWords: String? {
    switch (timeRemainingMinimum, timeRemainingMaximum) {
    case (let least?, let most?): "\(Words.number(least)) to \(Words.number(most)) minutes left"
    case (let least?, nil): "at least \(Words.number(least)) minutes left"
    case (nil, let most?): "at most \(Words.number(most)) minutes left"
    case (nil, nil): nil
    }
  }

  /// What it needs, or, where that is shorter, what it must not be. Nil where any weather will do that is known.
  private var weatherWords: String? {
    guard let weather else { return nil }
    let others = Weather.allCases.filter { !weather.contains($0) }
    if others.isEmpty { return "when the weather is known" }
    guard others.count <= 2 else { return "only \(Weather.words(Weather.allCases.filter(weather.contains)))" }
    return "not \(Weather.words(others))"
  }
}

extension Weather {
  /// `in rain or storm`, `in clear or rainy weather`.
  fileprivate static func words(_ kinds: [Weather]) -> String {
    if kinds.allSatisfy({ $0 == .rain || $0 == .storm }) { return "in \(Words.either(kinds.map(\.rawValue)))" }
    return "in \(Words.either(kinds.map(\.adjective))) weather"
  }

  private var adjective: String {
    switch self {
    case .rain: "rainy"
    case .storm: "stormy"
    case .clear, .cloudy, .hot, .cold: rawValue
    }
  }
}
