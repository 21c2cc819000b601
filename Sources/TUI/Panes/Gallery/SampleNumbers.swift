import Glibc

/// Made-up numbers that look as real ones do, the same every time.
enum SampleNumbers {
  /// A month of revenue, dollars a day: weekends are better, and it grows.
  static let revenue: [Double?] = (0..<30).map { index in
    let day = Double(index)
    let weekend: Double = index % 7 >= 5 ? 420 : 0
    let trend: Double = 1_180 + day * 14
    return trend + weekend + 160 * sin(day * 1.7)
  }

  /// A month of spend, two days of it unknown.
  static let spend: [Double?] = (0..<30).map { index in
    if index == 11 || index == 12 { return nil }
    let weekend: Double = index % 7 >= 5 ? 90 : 0
    return 640 + weekend + 60 * sin(Double(index) * 0.9)
  }

  /// What was planned.
  static let plan: [Double?] = (0..<30).map { 1_200 + Double($0) * 12 }

  /// An estimate that becomes surer, with its interval, day by day.
  static let lift: (low: [Double?], estimate: [Double?], high: [Double?]) = {
    let days = (0..<30).map { Double($0) }
    let estimate: [Double] = days.map { day in 0.12 + 0.1 * sin(day * 0.8) / (1 + day / 4) }
    let half: [Double] = days.map { day in 0.3 / sqrt(1 + day) }
    return (zip(estimate, half).map { $0 - $1 }, estimate, zip(estimate, half).map { $0 + $1 })
  }()

  /// How long 412 people parked, in minutes: skewed, as durations are.
  static let minutesParked: [Double] = (0..<412).map { index in
    let share = (Double(index) + 0.5) / 412
    return 20 + 55 * pow(-log(1 - share), 0.8)
  }

  /// How many are parked, by weekday and hour.
  static let parked: [[Double?]] = (0..<7).map { day in
    (0..<24).map { hour in
      guard hour >= 6 else { return 0 }
      let noon: Double = exp(-pow(Double(hour) - 12.5, 2) / 8) * (day < 5 ? 60 : 35)
      let evening: Double = exp(-pow(Double(hour) - 19, 2) / 5) * (day == 4 || day == 5 ? 95 : 40)
      return (noon + evening).rounded()
    }
  }

  /// Where a dinner offer could be shown: from five to nine on Friday and Saturday, a little on Thursday.
  static let eligible: [[Double?]] = (0..<7).map { day in
    (0..<24).map { hour in
      guard (3...5).contains(day), (17...21).contains(hour) else { return 0 }
      let most: Double = day == 3 ? 10 : 30
      return most * exp(-pow(Double(hour) - 19, 2) / 4)
    }
  }

  /// The names of thirty days from a Monday.
  static let days: [String] = (0..<30).map { "\($0 + 1) Nov" }

  /// The sine of an angle in radians, for places on a spiral.
  static func sine(_ angle: Double) -> Double { sin(angle) }
}
