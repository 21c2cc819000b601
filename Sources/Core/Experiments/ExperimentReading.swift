/// One pass over an experiment's days: what both the short line and the whole analysis are made of. O(days x arms).
struct ExperimentReading {
  let experiment: Experiment
  /// Of all days, in the order of the arms.
  private(set) var totals: [ArmCounts]
  /// Arms that have a weight, the control first.
  let arms: [Int]
  /// Of each variant among them against the control, now.
  private(set) var comparisons: [MetricComparison]
  /// Of the same.
  private(set) var bounds: [DecisionRule.Bounds] = []
  private(set) var rule: DecisionRule
  private(set) var monitor: SampleRatioMonitor
  private(set) var health: ExperimentHealth
  private(set) var guardrails: [GuardrailResult] = []
  private(set) var progress: ExperimentProgress
  private(set) var verdict: ExperimentVerdict
  let calendar: ExperimentCalendar

  /// Without `onLook` the reading is brief: health has its problems, and no p of what is no alarm. Else it is called
  /// at the end of each local day from the start on, also of days on which nothing was counted.
  init(
    _ record: ExperimentRecord, now: Timestamp, zone: ZoneTable, onLook: ((Int, ExperimentReading) -> Void)? = nil
  ) {
    experiment = record.experiment
    let design = experiment.design
    let weights = experiment.phase?.weights ?? design.weights
    calendar = ExperimentCalendar(record, now: now, zone: zone)
    arms = weights.indices.filter { weights[$0] > 0 && $0 < design.arms.count }
    totals = design.arms.map { _ in ArmCounts() }
    rule = DecisionRule(
      weights: arms.map { weights[$0] }, plannedPerArm: design.plannedPerArm,
      levels: DecisionLevels(confidence: design.confidence, alwaysValid: design.alwaysValid),
      isAlwaysValid: design.alwaysValid)
    comparisons = []
    health = ExperimentHealth(
      sampleRatioP: nil, sampleRatioRunning: PValue(ln: 0), inTwoArms: record.inTwoArms, inZeroWeightArms: 0,
      problems: [])
    progress = ExperimentProgress(
      exposures: 0, planned: 0, share: 0, perDay: nil, daysLeft: nil, canEnd: false)
    verdict = ExperimentVerdict(.noData, reason: "", text: "")
    comparisons = arms.dropFirst().map { _ in MetricComparison(control: .none, variant: .none) }
    monitor = SampleRatioMonitor(weights: SampleRatio(observed: [], weights: weights).weights)
    compare()
    var next = 0
    for (index, day) in calendar.looks(wanted: onLook != nil ? nil : record.days.map(\.day)) {
      while next < record.days.count, record.days[next].day <= day {
        for (arm, counts) in record.days[next].arms.prefix(totals.count).enumerated() {
          totals[arm] = totals[arm] + counts
        }
        next += 1
      }
      compare()
      rule.look(index, comparisons)
      let people = arms.reduce(0) { $0 + totals[$1].exposures }
      monitor.look(total: people, onlyAlarms: onLook == nil) { totals[arms[$0]].exposures }
      onLook?(day, self)
    }
    conclude(record, weights, isBrief: onLook == nil)
  }

  /// Each variant that has a weight against the control.
  private mutating func compare() {
    guard let first = arms.first else { return }
    let control = MetricSample(totals[first], metric: experiment.design.metric)
    for variant in comparisons.indices {
      comparisons[variant] = MetricComparison(
        control: control, variant: MetricSample(totals[arms[variant + 1]], metric: experiment.design.metric))
    }
  }

  /// What follows from all days together.
  private mutating func conclude(_ record: ExperimentRecord, _ weights: [Double], isBrief: Bool) {
    let design = experiment.design
    let split = SampleRatio(observed: totals.map(\.exposures), weights: weights)
    var problems = split.problems(running: monitor.running)
    if record.inTwoArms > 0 { problems.append("\(ExperimentWords.people(record.inTwoArms)) in two arms") }
    health = ExperimentHealth(
      sampleRatioP: isBrief ? nil : split.p, sampleRatioRunning: monitor.running, inTwoArms: record.inTwoArms,
      inZeroWeightArms: split.inZeroWeightArms, problems: problems)
    guardrails = design.guardrails.flatMap { guardrail in
      arms.dropFirst().map {
        GuardrailResult(guardrail, arm: $0, control: totals[arms[0]], variant: totals[$0])
      }
    }
    let people = arms.map { totals[$0].exposures }
    let sum = arms.reduce(0) { $0 + weights[$1] }
    let perDay = calendar.perDay(record)
    let left = zip(arms, people).map { arm, count in
      DaysLeft.days(for: design.plannedPerArm - count, perDay: (perDay ?? 0) * weights[arm] / sum)
    }
    let daysLeft = left.contains(nil) ? nil : left.compactMap(\.self).max()
    bounds = comparisons.enumerated().map { rule.bounds(of: $0, now: $1) }
    verdict = concluded(
      VerdictFacts(
        metric: design.metric, did: design.metric.did, names: arms.map { design.arms[$0].name }, people: people,
        variants: comparisons.enumerated().map { variant, comparison in
          rule.facts(of: variant, now: comparison, bounds[variant], broken: broken(arms[variant + 1]))
        },
        problems: problems, day: calendar.elapsedDays, minimumDays: design.minimumDays,
        plannedPerArm: design.plannedPerArm, isPlanReached: rule.plannedRead != nil, isAlwaysValid: design.alwaysValid,
        isOver: experiment.state == .ended, daysLeft: daysLeft, alpha: rule.levels.alpha, power: design.power))
    let least = arms.map { weights[$0] }.min() ?? 1
    progress = ExperimentProgress(
      exposures: people.reduce(0, +),
      planned: arms.reduce(0) {
        $0 + Int64(min(1e18, Double(design.plannedPerArm) * (weights[$1] / least)).rounded(.up))
      },
      share: min(1, Double(people.min() ?? 0) / Double(max(1, design.plannedPerArm))), perDay: perDay,
      daysLeft: experiment.state == .running ? daysLeft : nil, canEnd: verdict.isAnswer)
  }

  /// What the facts come to, of a test that may not have begun.
  private func concluded(_ facts: VerdictFacts) -> ExperimentVerdict {
    let verdict = ExperimentVerdict(facts, arms: arms)
    guard experiment.state == .draft else { return verdict }
    return ExperimentVerdict(.noData, reason: "not started", text: "It is a draft: nobody is exposed before it starts.")
  }

  /// Guardrails that an arm breaks, in words.
  private func broken(_ arm: Int) -> [String] {
    guardrails.filter { $0.arm == arm && $0.state == .significantlyWorse }.map { $0.guardrail.metric.rawValue }
  }
}

extension ExperimentMetric {
  /// What those who are counted did.
  fileprivate var did: String {
    switch self {
    case .acceptance: "accepted"
    case .redemption: "redeemed"
    case .dismissal: "dismissed"
    case .revenue: "paid"
    }
  }
}
