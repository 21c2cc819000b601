/// The middle and the far end of some whole numbers, exactly.
package struct ValueSummary: Hashable, Sendable {
  package let n: Int64
  /// The middle number; the mean of the two in the middle where there is an even number of them.
  package let median: Double
  /// The smallest number that at least nine in ten do not exceed (nearest rank, the ceil(0.9 n)-th smallest; R. J.
  /// Hyndman and Y. Fan, "Sample Quantiles in Statistical Packages", 1996, definition 1).
  package let p90: Int64

  /// Of numbers with how often each occurred; nil without any. O(k log k) for k different numbers.
  package init?(_ occurrences: [Int64: Int64]) {
    let sorted = occurrences.filter { $0.value > 0 }.sorted { $0.key < $1.key }
    let n = sorted.reduce(0) { $0 + $1.value }
    guard n > 0 else { return nil }
    /// The number at a rank, the smallest having rank 1.
    func number(_ rank: Int64) -> Int64 {
      var passed: Int64 = 0
      return sorted.first { pair in
        passed += pair.value
        return passed >= rank
      }?.key ?? 0
    }
    self.n = n
    median = Double(number((n + 1) / 2) + number(n / 2 + 1)) / 2
    p90 = number((9 * n + 9) / 10)
  }
}
