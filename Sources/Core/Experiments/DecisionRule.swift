import Glibc

/// Who won, from looks read one after another: the always-valid test at every look and the fixed test once, at the planned
/// sample. What is decided stays decided, because the smallest p of all looks never grows.
///
/// Several variants share the error by S. Holm's procedure (1979), at every look and at the one read.
package struct DecisionRule: Hashable, Sendable {
  package let levels: DecisionLevels
  package let isAlwaysValid: Bool
  /// People that the smallest arm needs.
  package let plannedPerArm: Int64
  /// Of each variant against the control, tuned to what is planned for both together.
  package let tests: [AlwaysValid]

  /// The smallest p so far of each variant, over the looks with enough people for a verdict; 1 at the start.
  package private(set) var running: [PValue]
  package private(set) var decisions: [ComparisonDecision?]
  /// The comparisons at the planned sample, once it was reached.
  package private(set) var plannedRead: [MetricComparison]?
  /// The logarithms of both levels.
  private let bars: LevelBars
  /// Whether the variant was above the control where its p was smallest.
  private var isAbove: [Bool]

  /// `weights` are those of the control and the variants, each above zero, and relative.
  package init(weights: [Double], plannedPerArm: Int64, levels: DecisionLevels, isAlwaysValid: Bool) {
    self.levels = levels
    bars = LevelBars(look: log(levels.look), planned: log(levels.planned))
    self.isAlwaysValid = isAlwaysValid
    self.plannedPerArm = plannedPerArm
    let least = weights.min() ?? 1
    let planned = weights.map { Double(plannedPerArm) * ($0 / least) }
    tests = planned.dropFirst().map { variant in
      AlwaysValid(level: levels.look, plannedTotal: Int64(min(9e18, ((planned.first ?? 0) + variant).rounded(.up))))
    }
    running = tests.map { _ in PValue(ln: 0) }
    decisions = tests.map { _ in nil }
    isAbove = tests.map { _ in false }
  }

  package var variantCount: Int { tests.count }

  /// Whether every arm has its planned people.
  package func isPlanReached(_ comparisons: [MetricComparison]) -> Bool {
    comparisons.allSatisfy { min($0.control.n, $0.variant.n) >= plannedPerArm }
  }

  /// Reads the counts at the end of one day, of each variant against the control, of all days up to it. Nothing changes
  /// if they are those of the look before. O(variants).
  package mutating func look(_ index: Int, _ comparisons: [MetricComparison]) {
    for (variant, comparison) in comparisons.enumerated() {
      guard comparison.isEnough, let p = comparison.p(tests[variant]), p < running[variant] else { continue }
      running[variant] = p
      isAbove[variant] = (comparison.difference ?? 0) > 0
    }
    if isAlwaysValid {
      decide(running, at: bars.look, .look(index), isAbove)
    }
    guard plannedRead == nil, isPlanReached(comparisons) else { return }
    plannedRead = comparisons
    let fixed = comparisons.map { $0.fixedP ?? PValue(ln: 0) }
    decide(fixed, at: bars.planned, .planned(index), comparisons.map { ($0.difference ?? 0) > 0 })
  }

  private mutating func decide(
    _ p: [PValue], at bar: Double, _ read: ComparisonDecision.Read, _ isAbove: [Bool]
  ) {
    // What is not under the level by itself is not after Holm's adjustment.
    guard p.contains(where: { $0.ln <= bar }) else { return }
    for (variant, adjusted) in Multiplicity.holm(p).enumerated()
    where decisions[variant] == nil && adjusted.ln <= bar {
      decisions[variant] = ComparisonDecision(isBetter: isAbove[variant], read: read)
    }
  }
}

/// The logarithms of the levels of a decision.
private struct LevelBars: Hashable {
  let look: Double
  let planned: Double
}
