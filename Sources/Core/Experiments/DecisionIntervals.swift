/// The intervals that say what the rule says.
extension DecisionRule {
  /// Of one variant, as ranges of the difference and of the lift.
  package struct Bounds: Hashable, Sendable {
    package let difference: Interval?
    package let lift: Interval?
    /// Whether what was seen since the decision is wholly on the other side of it.
    package let hasTurned: Bool
    /// That they hold at every look together, and once it was read also by the planned sample's read.
    package let confidence: Double
  }

  /// What is left after everything read so far: the always-valid interval at the level of a look, and from the planned
  /// sample on its overlap with the fixed interval of that read, which together hold at the experiment's confidence
  /// (Bonferroni). They exclude zero if and only if the variant is decided, and are nil while nothing may decide.
  ///
  /// Between several variants the levels are divided evenly, which is wider than Holm's steps, and a ratio's interval or
  /// Newcombe's can differ from the test in the last digit. There the bound is drawn to zero: the interval of the test
  /// itself ends on the same side of it. Where people changed so much since the decision that nothing is left on its
  /// side, there is no interval, and it is said that the difference has turned.
  package func bounds(of variant: Int, now comparison: MetricComparison) -> Bounds {
    let test = tests[variant]
    let share = Double(variantCount)
    var difference = isAlwaysValid ? comparison.interval(test, level: levels.look / share) : nil
    var lift = isAlwaysValid ? comparison.liftInterval(test, level: levels.look / share) : nil
    if let read = plannedRead?[variant] {
      let confidence = 1 - levels.planned / share
      difference = Self.overlap(difference, read.fixedInterval(confidence: confidence))
      lift = Self.overlap(lift, read.fixedLiftInterval(confidence: confidence))
    }
    let isBetter = decisions[variant]?.isBetter
    return Bounds(
      difference: difference.flatMap { $0.agreeing(isBetter) }, lift: lift.flatMap { $0.agreeing(isBetter) },
      hasTurned: difference.map { $0.agreeing(isBetter) == nil } ?? false,
      confidence: 1 - (plannedRead == nil ? levels.look : levels.alpha))
  }

  /// What lies in both; the first where they have nothing in common, because people changed after the read.
  private static func overlap(_ one: Interval?, _ other: Interval?) -> Interval? {
    guard let one, let other else { return one ?? other }
    let both = Interval(max(one.low, other.low), min(one.high, other.high))
    return both.low <= both.high ? both : one
  }
}

extension Interval {
  /// With zero inside where nothing is decided, else on the side that was not; nil if nothing of it is on the other.
  fileprivate func agreeing(_ isBetter: Bool?) -> Interval? {
    switch isBetter {
    case nil: Interval(min(low, 0), max(high, 0))
    case true?: high > 0 ? Interval(max(low, 0), high) : nil
    case false?: low < 0 ? Interval(low, min(high, 0)) : nil
    }
  }
}
