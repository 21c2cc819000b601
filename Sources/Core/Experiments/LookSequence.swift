/// The always-valid test over looks at two arms, one after another: what `opportune statistics` answers. It computes
/// wherever both arms vary; whether there are people enough for a verdict is the verdict's question.
package struct LookSequence: Hashable, Sendable {
  /// What one look says.
  package struct Row: Hashable, Sendable {
    /// Of this look alone; nil where an arm has no conversion or nothing else.
    package let instant: PValue?
    /// The smallest so far; 1 at the start.
    package let running: PValue
    /// Of the difference.
    package let interval: Interval?
    /// Chi-squared's, which would mean what it says if this were the only look.
    package let fixed: PValue?
  }

  package let rows: [Row]
  /// The first look, counted from 0, at which the smallest p so far is at or under alpha.
  package let firstSignificant: Int?

  /// Counts of each look are cumulative.
  package init(_ looks: [RateComparison], alpha: Double, plannedTotal: Int64 = AlwaysValid.usualTotal) {
    let test = AlwaysValid(level: alpha, plannedTotal: plannedTotal)
    var running = PValue(ln: 0)
    rows = looks.map { rates in
      let comparison = MetricComparison(control: MetricSample(rates.control), variant: MetricSample(rates.variant))
      let instant = comparison.p(test)
      running = min(running, instant ?? running)
      return Row(instant: instant, running: running, interval: comparison.interval(test), fixed: rates.chiSquared?.p)
    }
    firstSignificant = rows.firstIndex { $0.running <= PValue(alpha) }
  }
}
