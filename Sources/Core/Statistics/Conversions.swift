/// Of `n` people, those who did something.
package struct Conversions: Hashable, Sendable {
  package let count: Int64
  package let n: Int64

  /// More people than can be counted exactly together; what is computed from counts holds up to here.
  package static let most: Int64 = 1_000_000_000_000

  /// - Requires: `0 <= count <= n <= most`; whoever reads counts checks them.
  package init(_ count: Int64, of n: Int64) {
    self.count = count
    self.n = n
  }

  /// Those who did not.
  package var others: Int64 { n - count }

  /// The share; nil without people.
  package var rate: Double? { n > 0 ? Double(count) / Double(n) : nil }

  /// Wilson's interval of the share; nil without people.
  package func interval(confidence: Double) -> Interval? {
    Wilson.interval(successes: count, trials: n, confidence: confidence).map { Interval($0.low, $0.high) }
  }
}
