import Core

extension ExperimentAnalysis {
  /// Everything that is said about the experiment, as a document.
  var json: JSON {
    [
      "id": .id(experiment.id), "name": .string(experiment.design.name), "state": .string(experiment.state.rawValue),
      "metric": .string(experiment.design.metric.rawValue), "confidence": .number(experiment.design.confidence),
      "day": .count(day), "phase": experiment.phase.map { .count($0.number) } ?? .null,
      "winner": experiment.arm(experiment.winner), "arms": .array(arms.map(\.json)),
      "comparisons": .array(comparisons.map { $0.json(of: experiment) }), "health": health.json,
      "guardrails": .array(guardrails.map { $0.json(of: experiment) }), "progress": progress.json,
      "looks": .array(looks.map(\.json)),
      "verdict": [
        "kind": .string(verdict.kind.rawValue), "arm": experiment.arm(verdict.arm), "reason": .string(verdict.reason),
        "text": .string(verdict.text),
      ],
    ]
  }

  /// The shape of ``json``.
  static let schema: Schema = .fields([
    "id": .integer, "name": .string, "state": .choice(ExperimentState.allCases.map(\.rawValue)),
    "metric": Experiment.metricSchema, "confidence": .number, "day": .integer, "phase": .nullable(.integer),
    "winner": .nullable(Experiment.armNameSchema), "arms": .array(ArmResult.schema),
    "comparisons": .array(ArmComparison.schema), "health": ExperimentHealth.schema,
    "guardrails": .array(GuardrailResult.schema), "progress": ExperimentProgress.schema,
    "looks": .array(ExperimentLook.schema),
    "verdict": .fields([
      "kind": .choice(ExperimentVerdict.Kind.allCases.map(\.rawValue)), "arm": .nullable(Experiment.armNameSchema),
      "reason": .string, "text": .string,
    ]),
  ])
}

extension ArmCounts {
  /// The counts as in every document.
  var members: [JSON.Member] {
    [
      .init("exposures", .integer(exposures)), .init("acceptances", .integer(acceptances)),
      .init("redemptions", .integer(redemptions)), .init("dismissals", .integer(dismissals)),
      .init("revenue_cents", .integer(revenueCents)),
    ]
  }

  /// The shape of ``members``, with others before and after.
  static func schema(_ before: KeyValuePairs<String, Schema>, _ after: KeyValuePairs<String, Schema>) -> Schema {
    let own: KeyValuePairs<String, Schema> = [
      "exposures": .integer, "acceptances": .integer, "redemptions": .integer, "dismissals": .integer,
      "revenue_cents": .integer,
    ]
    return .object([before, own, after].flatMap { $0.map { Schema.Property($0.key, $0.value) } })
  }
}

extension ArmResult {
  fileprivate var json: JSON {
    .object(
      [.init("name", .string(name)), .init("weight", .number(weight))] + counts.members + [
        .init("estimate", .optional(estimate)), .init("interval", interval.json),
        .init("chance_of_best", .optional(chanceOfBest)), .init("expected_loss", .optional(expectedLoss)),
      ])
  }

  fileprivate static let schema = ArmCounts.schema(
    ["name": .string, "weight": .number],
    [
      "estimate": .nullable(.number), "interval": .interval, "chance_of_best": .nullable(.number),
      "expected_loss": .nullable(.number),
    ])
}

extension ArmComparison {
  fileprivate func json(of experiment: Experiment) -> JSON {
    [
      "arm": experiment.arm(arm), "difference": .optional(difference), "lift": .optional(lift),
      "difference_interval": differenceInterval.json, "lift_interval": liftInterval.json,
      "interval_confidence": .number(confidence), "always_valid": p.json, "always_valid_adjusted": pAdjusted.json,
      "decided": decision.map { .string($0.isBetter ? "better" : "worse") } ?? .null,
      "chance_better": .optional(chance), "fixed": fixed?.json ?? .null,
    ]
  }

  fileprivate static let schema: Schema = .fields([
    "arm": .nullable(Experiment.armNameSchema), "difference": .nullable(.number), "lift": .nullable(.number),
    "difference_interval": .interval, "lift_interval": .interval, "interval_confidence": .number,
    "always_valid": .pValue, "always_valid_adjusted": .pValue,
    "decided": .nullable(.choice(["better", "worse"])), "chance_better": .nullable(.number),
    "fixed": .nullable(FixedTests.schema),
  ])
}

extension FixedTests {
  fileprivate var json: JSON {
    [
      "decides": .string(means != nil ? "welch" : isSmall ? "fisher" : "chi_squared"), "p": p.json,
      "chi_squared": chiSquared?.json ?? .null, "chi_squared_yates": yates?.json ?? .null,
      "fisher": fisher.map { $0.p.json } ?? .null, "fisher_mid_p": fisher.map { $0.midP.json } ?? .null,
      "difference_interval": differenceInterval.json, "lift_interval": liftInterval.json,
      "observed_power": .optional(observedPower),
    ]
  }

  fileprivate static let schema: Schema = .fields([
    "decides": .choice(["welch", "fisher", "chi_squared"]), "p": .pValue, "chi_squared": .chiSquared,
    "chi_squared_yates": .chiSquared, "fisher": .pValue, "fisher_mid_p": .pValue,
    "difference_interval": .interval, "lift_interval": .interval, "observed_power": .nullable(.number),
  ])
}

extension ChiSquared {
  fileprivate var json: JSON {
    [
      "statistic": .optional(statistic), "df": .count(degreesOfFreedom), "p": .optional(p.value),
      "ln_p": .optional(p.ln),
    ]
  }
}

extension ExperimentHealth {
  fileprivate var json: JSON {
    [
      "healthy": .bool(isHealthy), "problems": .array(problems.map { .string($0) }), "sample_ratio": sampleRatioP.json,
      "sample_ratio_running": PValue?.some(sampleRatioRunning).json, "in_two_arms": .integer(inTwoArms),
      "in_zero_weight_arms": .integer(inZeroWeightArms),
    ]
  }

  fileprivate static let schema: Schema = .fields([
    "healthy": .boolean, "problems": .array(.string), "sample_ratio": .pValue,
    "sample_ratio_running": .pValue, "in_two_arms": .integer, "in_zero_weight_arms": .integer,
  ])
}

extension GuardrailResult {
  fileprivate func json(of experiment: Experiment) -> JSON {
    [
      "metric": .string(guardrail.metric.rawValue), "margin": .number(guardrail.margin), "arm": experiment.arm(arm),
      "harm": .optional(harm), "interval": interval.json, "state": .string(state.rawValue),
    ]
  }

  fileprivate static let schema: Schema = .fields([
    "metric": Experiment.metricSchema, "margin": .number, "arm": .nullable(Experiment.armNameSchema),
    "harm": .nullable(.number), "interval": .interval, "state": .choice(State.allCases.map(\.rawValue)),
  ])
}

extension ExperimentProgress {
  /// How far the planned sample is, as in every document.
  var json: JSON {
    [
      "exposures": .integer(exposures), "planned": .integer(planned), "share": .number(share),
      "per_day": .optional(perDay), "days_left": daysLeft.map { .count($0) } ?? .null, "can_end": .bool(canEnd),
    ]
  }

  /// The shape of ``json``.
  static let schema: Schema = .fields([
    "exposures": .integer, "planned": .integer, "share": .number, "per_day": .nullable(.number),
    "days_left": .nullable(.integer), "can_end": .boolean,
  ])
}

extension ExperimentLook {
  fileprivate var json: JSON {
    [
      "day": .string(CivilDate(dayNumber: day).description), "arms": .array(arms.map { .object($0.members) }),
      "variants": .array(
        variants.map { variant in
          [
            "difference": .optional(variant.difference), "interval": variant.interval.json,
            "lift_interval": variant.liftInterval.json, "p": variant.p.json,
            "p_running": PValue?.some(variant.running).json, "p_fixed": variant.fixed.json,
          ]
        }),
      "sample_ratio_running": PValue?.some(sampleRatioP).json,
    ]
  }

  fileprivate static let schema: Schema = .fields([
    "day": .string, "arms": .array(ArmCounts.schema([:], [:])),
    "variants": .array(
      .fields([
        "difference": .nullable(.number), "interval": .interval, "lift_interval": .interval, "p": .pValue,
        "p_running": .pValue, "p_fixed": .pValue,
      ])),
    "sample_ratio_running": .pValue,
  ])
}

extension SegmentResult {
  /// One variant among people of one kind, as a document.
  func json(of experiment: Experiment) -> JSON {
    [
      "dimension": .string(segment.dimension), "value": .string(segment.value), "arm": experiment.arm(arm),
      "control": .optional(control), "variant": .optional(variant), "lift": .optional(lift),
      "lift_interval": liftInterval.json, "p": p.json, "p_adjusted": pAdjusted.json,
    ]
  }

  /// The shape of ``json(of:)``.
  static let schema: Schema = .fields([
    "dimension": .string, "value": .string, "arm": .nullable(Experiment.armNameSchema), "control": .measure,
    "variant": .measure, "lift": .measure, "lift_interval": .interval, "p": .pValue, "p_adjusted": .pValue,
  ])
}

extension Interval? {
  /// `[low, high]`, or null.
  fileprivate var json: JSON {
    guard let self, self.low.isFinite, self.high.isFinite else { return .null }
    return [.optional(self.low), .optional(self.high)]
  }
}

extension PValue? {
  /// `{"p","ln_p"}`, or null: p is 0 below 1e-308, and its logarithm says how small it is.
  fileprivate var json: JSON {
    guard let self else { return .null }
    return ["p": .optional(self.value), "ln_p": .optional(self.ln)]
  }
}

extension PValue {
  fileprivate var json: JSON { PValue?.some(self).json }
}
