/// What DESIGN section 9 promises of a measurement.
enum Promise: Sendable, CustomStringConvertible {
  case atMost(Quantity)
  case atLeast(Quantity)

  /// Times the promise that were needed: 1 is just kept, 3 is three times too slow, too much or too few.
  func excess(of measured: Quantity) -> Double {
    switch self {
    // Where nothing at all is allowed, anything is too much.
    case .atMost(let limit) where limit.value == 0: measured.value == 0 ? 0 : .infinity
    case .atMost(let limit): measured.value / limit.value
    case .atLeast(let limit): measured.value > 0 ? limit.value / measured.value : .infinity
    }
  }

  var description: String {
    switch self {
    case .atMost(let limit): "\(limit)"
    case .atLeast(let limit): ">= \(limit)"
    }
  }
}

/// How a measurement stands against its promise; three times over the promise fails the run.
enum Verdict: String {
  case ok, over
  case failed = "FAILED"

  /// - Parameter excess: times the promise.
  init(excess: Double) {
    self = excess <= 1 ? .ok : excess <= 3 ? .over : .failed
  }
}
