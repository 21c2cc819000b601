/// How much history a demo town gets.
enum DemoSize: String, Sendable, CaseIterable {
  case small, standard, large, huge

  /// Days before now that are simulated.
  var days: Int64 {
    switch self {
    case .small, .huge: 3
    case .standard, .large: 90
    }
  }

  /// Cars a day at the end of the history: enough that at the emptiest hour, before sunrise, about 55 are parked.
  var sessionsPerDay: Double {
    switch self {
    case .small, .standard, .huge: 480
    case .large: 1500
    }
  }

  /// Share of that with which the history begins: a town grows into its offers.
  var initialShare: Double { days < 30 ? 1 : 0.5 }

  /// Interactions that are written in bulk, over a year before the simulated history, for benchmarks.
  var bulkInteractions: Int { self == .huge ? 10_000_000 : 0 }

  /// What to expect, for help.
  static let explanation =
    "small is 3 days of history, standard 90 days, large 90 days of 1,500 cars, huge 3 days after a year of 10 million interactions made up for benchmarks"
}
