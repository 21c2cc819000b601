extension GuardrailResult {
  /// Of each end of the interval. Guardrails are not corrected for how many there are: none should be missed.
  package static let level = 0.05

  /// Whether a variant harms a metric by more than its margin: one-sided non-inferiority, by Newcombe's interval of a
  /// rate's difference (1998), of money Welch's, at 90 % on both sides, which is 0.05 on each.
  ///
  /// - `ok`: the whole interval of the harm is at or under the margin, so that more harm is ruled out.
  /// - `significantly_worse`: the whole interval lies above the margin.
  /// - `unclear`: the margin is within it, or there is no interval yet.
  package init(_ guardrail: Guardrail, arm: Int, control: ArmCounts, variant: ArmCounts) {
    let comparison = MetricComparison(
      control: MetricSample(control, metric: guardrail.metric), variant: MetricSample(variant, metric: guardrail.metric)
    )
    let interval = comparison.fixedInterval(confidence: 1 - 2 * Self.level)
    let isMoreWorse = guardrail.metric == .dismissal
    let harm = isMoreWorse ? interval : interval.map { Interval(0 - $0.high, 0 - $0.low) }
    let state: State =
      switch harm {
      case let harm? where harm.high <= guardrail.margin: .ok
      case let harm? where harm.low > guardrail.margin: .significantlyWorse
      default: .unclear
      }
    self.init(
      guardrail: guardrail, arm: arm, harm: comparison.difference.map { isMoreWorse ? $0 : 0 - $0 }, interval: harm,
      state: state)
  }
}
