import Core

/// How fast the town's time passes, in the order of the keys `<` and `>`.
package enum ClockSpeed: Hashable, Sendable, CaseIterable {
  case real, ten, sixty, sixHundred
  /// As fast as the machine can.
  case flatOut

  /// Seconds of the town in a second of the machine; nil is as many as can be had.
  package var factor: Int64? {
    switch self {
    case .real: 1
    case .ten: 10
    case .sixty: 60
    case .sixHundred: 600
    case .flatOut: nil
    }
  }

  /// How long the town lives on at once, by the machine's clock: thirty times a second, but never less than a second of
  /// the town, since nothing on screen is finer.
  package var stride: TimeSpan {
    factor.map { TimeSpan(milliseconds: max(Self.frame.milliseconds, 1000 / $0)) } ?? Self.frame
  }

  /// The least time between two pictures; what comes on top of it leaves thirty a second.
  package static let frame = TimeSpan(milliseconds: 30)

  /// Whether a minute of the town passes in less time than it takes to read a row.
  package var isHasty: Bool { factor.map { $0 >= 600 } ?? true }

  /// As it stands on the top line.
  package var title: String { factor.map { "x\($0)" } ?? "flat out" }

  /// The next faster one; the fastest stays.
  package var faster: ClockSpeed { neighbour(1) }

  /// The next slower one; the slowest stays.
  package var slower: ClockSpeed { neighbour(-1) }

  private func neighbour(_ step: Int) -> ClockSpeed {
    let all = Self.allCases
    let place = (all.firstIndex(of: self) ?? 0) + step
    return all[min(max(0, place), all.count - 1)]
  }
}
