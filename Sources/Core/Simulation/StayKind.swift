/// Why somebody parks: how often, at which hours, and for how long.
package enum StayKind: Sendable, Hashable, CaseIterable {
  case errand, meal, shopping, work, evening, overnight

  /// Share of all stays, on working days and at weekends; each column sums to 1.
  func share(isWeekend: Bool) -> Double {
    switch self {
    case .errand: isWeekend ? 0.16 : 0.25
    case .meal: isWeekend ? 0.27 : 0.23
    case .shopping: isWeekend ? 0.25 : 0.14
    case .work: isWeekend ? 0.08 : 0.12
    case .evening: isWeekend ? 0.07 : 0.07
    case .overnight: isWeekend ? 0.17 : 0.19
    }
  }

  /// Share of a day's stays that are of this kind and begin in one local hour.
  func share(isWeekend: Bool, hour: Int) -> Double {
    let hours = hours
    return share(isWeekend: isWeekend) * hours[hour] / hours.reduce(0, +)
  }

  /// Relative number of arrivals in each hour of the local day.
  var hours: [Double] {
    switch self {
    case .errand: [1, 1, 1, 1, 1, 1, 2, 4, 7, 8, 9, 9, 8, 8, 9, 9, 9, 7, 4, 2, 1, 0, 0, 0]
    case .meal: [0, 0, 0, 0, 0, 0, 1, 2, 2, 1, 2, 8, 11, 8, 3, 2, 3, 7, 11, 10, 6, 2, 0, 0]
    case .shopping: [0, 0, 0, 0, 0, 0, 0, 0, 1, 4, 8, 9, 9, 9, 10, 9, 7, 4, 2, 1, 0, 0, 0, 0]
    case .work: [0, 0, 0, 0, 0, 1, 4, 10, 9, 3, 1, 0, 1, 1, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0]
    case .evening: [1, 1, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 1, 4, 9, 10, 8, 5, 3, 2]
    case .overnight: [0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 2, 4, 7, 9, 10, 9, 8, 7, 4, 2]
    }
  }

  /// Fewest and most minutes paid for.
  var minutes: ClosedRange<Int> {
    switch self {
    case .errand: 20...70
    case .meal: 60...140
    case .shopping: 75...200
    case .work: 420...560
    case .evening: 90...240
    case .overnight: 660...960
    }
  }
}
