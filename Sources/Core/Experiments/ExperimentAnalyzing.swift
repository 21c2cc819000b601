extension ExperimentAnalysis {
  /// Everything about an experiment at a moment; days are those of the database's zone. O(days x arms), and the time of
  /// the exact tests, which does not depend on how many people there are but for Fisher's.
  package init(record: ExperimentRecord, now: Timestamp, zone: ZoneTable) {
    let counts = LooksTaken()
    let reading = ExperimentReading(record, now: now, zone: zone) { counts.take($0, $1) }
    let isShown = reading.verdict.showsLift || reading.verdict.kind == .noData
    let posteriors = isShown ? ArmPosteriors(reading) : nil
    self.init(
      experiment: record.experiment, day: reading.calendar.elapsedDays,
      arms: Self.arms(reading, isShown ? posteriors : nil, isShown: isShown),
      comparisons: Self.comparisons(reading, isShown: isShown), looks: counts.looks(isShown: isShown),
      health: reading.health, guardrails: isShown ? reading.guardrails : [], progress: reading.progress,
      verdict: reading.verdict)
  }

  private static func arms(_ reading: ExperimentReading, _ posteriors: ArmPosteriors?, isShown: Bool) -> [ArmResult] {
    let design = reading.experiment.design
    let weights = reading.experiment.phase?.weights ?? design.weights
    let sum = weights.reduce(0, +)
    return design.arms.indices.map { arm in
      let sample = MetricSample(reading.totals[arm], metric: design.metric)
      let place = reading.arms.firstIndex(of: arm)
      return ArmResult(
        name: design.arms[arm].name, counts: reading.totals[arm], weight: weights[arm] / sum,
        estimate: isShown ? sample.mean : nil,
        interval: isShown ? sample.interval(confidence: design.confidence) : nil,
        chanceOfBest: place.flatMap { posteriors?.chances[$0] },
        expectedLoss: place.flatMap { posteriors?.expectedLosses[$0] })
    }
  }

  private static func comparisons(_ reading: ExperimentReading, isShown: Bool) -> [ArmComparison] {
    let adjusted = Multiplicity.holm(reading.rule.running)
    let isNamed = reading.verdict.showsLift && reading.verdict.kind != .tooEarly
    return reading.comparisons.enumerated().map { variant, comparison in
      let bounds = reading.bounds[variant]
      return ArmComparison(
        arm: reading.arms[variant + 1], difference: isShown ? comparison.difference : nil,
        lift: isShown ? comparison.lift : nil, differenceInterval: isShown ? bounds.difference : nil,
        liftInterval: isShown ? bounds.lift : nil, confidence: bounds.confidence,
        p: isShown ? reading.rule.running[variant] : nil, pAdjusted: isShown ? adjusted[variant] : nil,
        decision: isNamed ? reading.rule.decisions[variant] : nil, chance: isShown ? comparison.chance : nil,
        fixed: isShown ? FixedTests(comparison, confidence: reading.experiment.design.confidence) : nil)
    }
  }
}

/// The looks as they are taken, one a day.
private final class LooksTaken {
  private var taken: [ExperimentLook] = []

  func take(_ day: Int, _ reading: ExperimentReading) {
    let rule = reading.rule
    let variants = reading.comparisons.enumerated().map { variant, comparison in
      let test = rule.tests[variant]
      return ExperimentLook.Variant(
        difference: comparison.difference, interval: comparison.interval(test),
        liftInterval: comparison.liftInterval(test), p: comparison.p(test), running: rule.running[variant],
        fixed: comparison.fixedP)
    }
    taken.append(
      ExperimentLook(
        day: day, arms: reading.totals, variants: variants, sampleRatioP: reading.monitor.running))
  }

  /// Without the variants where their differences are hidden.
  func looks(isShown: Bool) -> [ExperimentLook] {
    guard !isShown else { return taken }
    return taken.map { ExperimentLook(day: $0.day, arms: $0.arms, variants: [], sampleRatioP: $0.sampleRatioP) }
  }
}

/// Of the arms that have a weight.
private struct ArmPosteriors {
  let chances: [Double]
  let expectedLosses: [Double]

  /// Nil of money where an arm has nothing that varies.
  init?(_ reading: ExperimentReading) {
    let samples = reading.arms.map { MetricSample(reading.totals[$0], metric: reading.experiment.design.metric) }
    let counts = samples.compactMap(\.conversions)
    if !counts.isEmpty, counts.count == samples.count {
      let exact = BetaPosteriors(counts)
      (chances, expectedLosses) = (exact.chances, exact.expectedLosses)
    } else {
      let (means, variances) = (samples.compactMap(\.mean), samples.compactMap(\.variance))
      guard !samples.isEmpty, means.count == samples.count, variances.count == samples.count,
        let normal = NormalPosteriors(means: means, variances: variances)
      else { return nil }
      (chances, expectedLosses) = (normal.chances, normal.expectedLosses)
    }
  }
}

extension FixedTests {
  /// Of one variant against the control.
  package init(_ comparison: MetricComparison, confidence: Double) {
    let rates = comparison.rates
    self.init(
      p: comparison.fixedP, isSmall: rates?.isSmall ?? false, chiSquared: rates?.chiSquared, yates: rates?.yates,
      fisher: rates.flatMap { FisherTest(control: $0.control, variant: $0.variant) }, means: comparison.means,
      differenceInterval: comparison.fixedInterval(confidence: confidence),
      liftInterval: comparison.fixedLiftInterval(confidence: confidence),
      observedPower: rates?.observedPower(alpha: 1 - confidence))
  }
}

extension MetricSample {
  /// Wilson's of a rate, Student's of a mean.
  fileprivate func interval(confidence: Double) -> Interval? {
    conversions?.interval(confidence: confidence) ?? money?.interval(confidence: confidence)
  }
}
