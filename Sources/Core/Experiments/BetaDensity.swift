import Glibc

/// How likely each rate of one arm is after its counts: the density of Beta(1 + x, 1 + n - x).
struct BetaDensity {
  /// Bounds of where it is more than nothing.
  private(set) var low = 0.0
  private(set) var high = 1.0

  private let count: Double
  private let others: Double
  private let n: Double
  private let mode: Double

  private static let panels = 64
  /// How far the logarithm of the density has fallen at the outermost bounds.
  private static let depth = 300.0

  init(_ arm: Conversions) {
    count = Double(arm.count)
    others = Double(arm.others)
    n = Double(arm.n)
    mode = arm.rate ?? 0
    (low, high) = (edge(0), edge(1))
  }

  /// The width in which it is smooth enough for ``GaussLegendre``.
  private var step: Double { (high - low) / Double(Self.panels) }

  /// Bounds of panels from 0 to 1, rising, in each of which every density is smooth, and wholly there or nothing. Where
  /// several live together, the steepest sets the width.
  static func cuts(for densities: [BetaDensity]) -> [Double] {
    let edges = Array(Set(densities.flatMap { [$0.low, $0.high] } + [0, 1])).sorted()
    return [0]
      + zip(edges, edges.dropFirst()).flatMap { start, end in
        let steps = densities.filter { $0.low <= start && end <= $0.high }.map(\.step)
        let count = max(1, ((end - start) / (steps.min() ?? 1)).rounded(.up))
        return (1...Int(count)).map { $0 == Int(count) ? end : start + (end - start) * (Double($0) / count) }
      }
  }

  /// ln of the density against its highest value.
  private func ln(_ rate: Double) -> Double {
    // x ln(t / m) + (n - x) ln((1 - t) / (1 - m)) with t = m + step.
    let step = rate - mode
    let own = count > 0 ? count * log1p(max(-1, step * n / count)) : 0
    return own + (others > 0 ? others * log1p(max(-1, -step * n / others)) : 0)
  }

  /// Where on the way from the mode to an end of the range the density has fallen by the depth.
  private func edge(_ end: Double) -> Double {
    guard ln(end) < -Self.depth else { return end }
    var (inside, outside) = (mode, end)
    for _ in 0..<60 {
      let middle = (inside + outside) / 2
      if ln(middle) < -Self.depth { outside = middle } else { inside = middle }
    }
    return outside
  }

  /// The density at the points of every panel, and the shares of the whole below and above each.
  struct Table {
    var density: [Double]
    var below: [Double]
    var above: [Double]
  }

  /// - Parameter cuts: of this and other densities.
  func table(cuts: [Double]) -> Table {
    let points = GaussLegendre.points
    let upTo = GaussLegendre.upTo
    let size = GaussLegendre.count
    let zeros = [Double](repeating: 0, count: (cuts.count - 1) * size)
    var table = Table(density: zeros, below: zeros, above: zeros)
    var wholes: [Double] = []
    for (panel, (start, end)) in zip(cuts, cuts.dropFirst()).enumerated() {
      let first = panel * size
      guard start >= low, end <= high else {
        wholes.append(0)
        continue
      }
      var whole = 0.0
      for point in 0..<size {
        let density = exp(ln(start + (end - start) * points[point].position))
        table.density[first + point] = density
        whole += points[point].weight * density
      }
      for row in 0..<size {
        var part = 0.0
        for column in 0..<size { part += upTo[row * size + column] * table.density[first + column] }
        table.below[first + row] = min(max(0, part), whole) * (end - start)
        table.above[first + row] = max(0, whole - part) * (end - start)
      }
      wholes.append(whole * (end - start))
    }
    let total = wholes.reduce(0, +)
    var (before, after) = (0.0, 0.0)
    for panel in wholes.indices {
      let mirror = wholes.count - 1 - panel
      for point in 0..<size {
        table.density[panel * size + point] /= total
        table.below[panel * size + point] = min(1, (table.below[panel * size + point] + before) / total)
        table.above[mirror * size + point] = min(1, (table.above[mirror * size + point] + after) / total)
      }
      before += wholes[panel]
      after += wholes[mirror]
    }
    return table
  }
}
