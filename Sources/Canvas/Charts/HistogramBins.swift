/// Numbers sorted into bins of one width, at round edges.
///
/// The width follows Freedman and Diaconis (1981), twice the distance between the quartiles over the cube root of n,
/// rounded up to 1, 2 or 5 times a power of ten, so that edges can be read. Where the quartiles are the same, Sturges
/// (1926) decides: the range in 1 + log2 n bins.
package struct HistogramBins: Equatable, Sendable {
  /// The lower edge of each bin, and the upper one of the last. Ascending.
  package let edges: [Double]

  /// How many numbers lie in each bin: from its lower edge on, and below its upper one; the last holds that one too.
  package let counts: [Int]

  /// How many numbers there are.
  package let total: Int

  /// The number in the middle; `nil` without any.
  package let median: Double?

  /// Numbers larger than this are left out: the width of their bins could not be told.
  private static let farthest = 1e300

  /// Sorts the finite ones of these numbers into at most `most` bins (two where one cannot hold a round zero), in
  /// O(n log n).
  package init(_ values: [Double], most: Int = 40) {
    let sorted = values.filter { abs($0) <= Self.farthest }.sorted()
    total = sorted.count
    guard let low = sorted.first, let high = sorted.last else {
      (edges, counts, median) = ([], [], nil)
      return
    }
    median = Self.quantile(sorted, 0.5)
    let most = min(max(1, most), 1_000)
    let range = high / 2 - low / 2
    let quartiles = Self.quantile(sorted, 0.75) / 2 - Self.quantile(sorted, 0.25) / 2
    let wanted =
      quartiles > 0
      ? 4 * quartiles / Self.cubeRoot(Double(total))
      : 2 * range / Double(Int.bitWidth - (max(1, total) - 1).leadingZeroBitCount + 1)
    guard range > abs(high) * 1e-12, wanted.isFinite else {
      // One value: a bin around it.
      let half = AxisStep.nice(atLeast: max(abs(low), abs(high)) / 10).times(0.5)
      (edges, counts) = ([low - half, high + half], [total])
      return
    }
    var step = AxisStep.nice(atLeast: max(wanted, 2 * range / Double(most)))
    var first = (step.count(low) + 1e-9).rounded(.down)
    var bins = Self.bins(from: first, to: step.count(high))
    while bins > most {
      step = AxisStep.nice(atLeast: step.times(1) * 1.000001)
      first = (step.count(low) + 1e-9).rounded(.down)
      bins = Self.bins(from: first, to: step.count(high))
      if most < 3, bins <= 2 { break }
    }
    let edges = (0...bins).map { step.times(first + Double($0)) }
    var counts = [Int](repeating: 0, count: bins)
    var bin = 0
    for value in sorted {
      while bin < bins - 1, value >= edges[bin + 1] { bin += 1 }
      counts[bin] += 1
    }
    (self.edges, self.counts) = (edges, counts)
  }

  private static func bins(from first: Double, to last: Double) -> Int {
    max(1, Int((last - 1e-9).rounded(.up) - first))
  }

  /// Between the two nearest numbers in proportion (Hyndman and Fan 1996, definition 7).
  static func quantile(_ sorted: [Double], _ share: Double) -> Double {
    guard let first = sorted.first else { return 0 }
    let place = share * Double(sorted.count - 1)
    let index = Int(place)
    guard index + 1 < sorted.count else { return sorted.last ?? first }
    let rest = place - Double(index)
    return sorted[index] * (1 - rest) + sorted[index + 1] * rest
  }

  /// By Newton's method; for numbers from one on.
  static func cubeRoot(_ value: Double) -> Double {
    guard value > 1 else { return 1 }
    var root = value.squareRoot()
    for _ in 0..<60 {
      let next = (2 * root + value / (root * root)) / 3
      if abs(next - root) <= root * 1e-15 { return next }
      root = next
    }
    return root
  }
}
