import Core

extension StatisticsOperation {
  /// Whether people were divided as the weights say.
  static let split = StatisticsOperation(
    "split",
    input: [.init("observed", .array(.integer)), .init("weights", .array(.number))],
    output: [
      .init("statistic", .measure), .init("df", .nullable(.integer)), .init("p", .measure), .init("ln_p", .measure),
      .init("exact", .pValue), .init("in_zero_weight_arms", .integer),
      .init("sequential", .fields(["ln_bayes_factor": .number, "p": .number])),
    ]
  ) { (fields) throws(InvalidInput) in
    let observed = try fields.headcounts("observed")
    guard !observed.isEmpty else { throw InvalidInput(field: "observed", "has no arm; give at least one") }
    let ratio = SampleRatio(observed: observed, weights: try fields.weights("weights", count: observed.count))
    let nothing = ratio.observed.count < 2 ? "only one arm has a weight" : "nobody is in an arm with a weight"
    let test = ratio.statistic.map { ChiSquared(statistic: $0, degreesOfFreedom: ratio.degreesOfFreedom) }
    let evidence = ratio.logBayesFactor
    var answer = StatisticsAnswer()
    answer.number("statistic", test?.statistic, orBecause: nothing)
    answer.value("df", test.map { .count($0.degreesOfFreedom) }, orBecause: nothing)
    answer.p(test?.p, orBecause: nothing)
    answer.p(
      "exact", ratio.exactP,
      orBecause: ratio.observed.count > 2 ? "more than two arms have a weight" : nothing)
    answer.value("in_zero_weight_arms", .integer(ratio.inZeroWeightArms))
    answer.value(
      "sequential",
      ["ln_bayes_factor": .optional(evidence), "p": .optional(PValue(ln: min(0, -evidence)).value)])
    return answer
  }

  /// The always-valid test, look by look.
  static let looks = StatisticsOperation(
    "looks",
    input: [
      .init("looks", .array(.array(.integer))), .init("alpha", .number, optional: true),
      .init("planned_total", .integer, optional: true),
    ],
    output: [
      .init(
        "rows",
        .array(
          .fields(["p_instant": .measure, "p_running": .number, "interval": .interval, "p_fixed": .measure]))),
      .init("first_significant", .nullable(.integer)),
    ]
  ) { (fields) throws(InvalidInput) in
    let looks = try comparisons(&fields)
    let alpha = try fields.share("alpha", else: 0.05)
    let sequence = LookSequence(looks, alpha: alpha, plannedTotal: try fields.plannedTotal())
    var answer = StatisticsAnswer()
    answer.value(
      "rows",
      .array(
        sequence.rows.map { row in
          [
            "p_instant": .optional(row.instant?.value), "p_running": .optional(row.running.value),
            "interval": row.interval.map(StatisticsAnswer.json) ?? .null, "p_fixed": .optional(row.fixed?.value),
          ]
        }))
    for (index, (row, look)) in zip(sequence.rows, looks).enumerated() {
      let empty = look.hasBoth ? nil : "an arm has nobody"
      if row.instant == nil {
        let reason = empty ?? "it needs people who converted and people who did not in both arms"
        answer.undefined("rows.\(index).p_instant", because: reason)
        answer.undefined("rows.\(index).interval", because: reason)
      }
      if row.fixed == nil {
        answer.undefined("rows.\(index).p_fixed", because: empty ?? RateComparison.sameOutcome(look))
      }
    }
    answer.value(
      "first_significant", sequence.firstSignificant.map { .count($0) },
      orBecause: "no look is significant at \(alpha)")
    return answer
  }

  /// Looks in order, each with the counts of all before it.
  private static func comparisons(_ fields: inout JSONFields) throws(InvalidInput) -> [RateComparison] {
    var looks: [RateComparison] = []
    var before: [Int64] = [0, 0, 0, 0]
    for (index, row) in try fields.counts("looks", perRow: 4).enumerated() {
      let name = "looks.\(index)"
      let control = try JSONFields.conversions(row[0], of: row[1], "\(name).0", "\(name).1")
      let variant = try JSONFields.conversions(row[2], of: row[3], "\(name).2", "\(name).3")
      if let place = row.indices.first(where: { row[$0] < before[$0] }) {
        throw InvalidInput(
          field: "\(name).\(place)",
          "is \(row[place]), less than \(before[place]) of the look before; counts are cumulative")
      }
      before = row
      looks.append(RateComparison(control: control, variant: variant))
    }
    return looks
  }

  /// What to do, and why.
  static let verdict = StatisticsOperation(
    "verdict",
    input: [
      .init("arms", .array(.array(.integer))), .init("weights", .array(.number), optional: true),
      .init("planned_n", .integer), .init("alpha", .number, optional: true),
      .init("power", .number, optional: true), .init("day", .integer), .init("min_days", .integer, optional: true),
      .init("always_valid", .boolean, optional: true),
      .init("guardrail", .choice(guardrails.map(\.rawValue)), optional: true),
    ],
    output: [
      .init("verdict", .choice(ExperimentVerdict.Kind.allCases.map(\.rawValue))),
      .init("arm", .nullable(.integer)), .init("reason", .string), .init("text", .string),
    ]
  ) { (fields) throws(InvalidInput) in
    let arms = try comparedArms(&fields)
    let weights =
      try fields.value("weights") == nil
      ? arms.map { _ in 1 } : fields.weights("weights", count: arms.count)
    guard weights[0] > 0 else {
      throw InvalidInput(field: "weights.0", "must be above 0; variants are compared with the control")
    }
    guard weights.count(where: { $0 > 0 }) > 1 else {
      throw InvalidInput(field: "weights", "has no variant above 0; there is nothing to compare")
    }
    let planned = try fields.people("planned_n", in: 1...Conversions.most)
    let (alpha, power) = try levels(&fields)
    let day = try fields.people("day", in: 0...1_000_000)
    let minimum = try fields.value("min_days") == nil ? 7 : fields.people("min_days", in: 0...1_000_000)
    let verdict = VerdictQuestion(
      arms: arms, weights: weights, plannedPerArm: planned, alpha: alpha, power: power, day: Int(day),
      minimumDays: Int(minimum), isAlwaysValid: try fields.bool("always_valid") ?? true,
      guardrail: try guardrail(fields.string("guardrail"))
    ).verdict
    var answer = StatisticsAnswer()
    answer.value("verdict", .string(verdict.kind.rawValue))
    answer.value("arm", verdict.arm.map { .count($0) }, orBecause: "no arm is to be shipped")
    answer.value("reason", .string(verdict.reason))
    answer.value("text", .string(verdict.text))
    return answer
  }

  private static let guardrails: [GuardrailResult.State] = [.ok, .significantlyWorse]

  private static func guardrail(_ word: String?) throws(InvalidInput) -> GuardrailResult.State {
    guard let word else { return .ok }
    guard let state = guardrails.first(where: { $0.rawValue == word }) else {
      throw InvalidInput(field: "guardrail", "must be \(Words.either(guardrails.map(\.rawValue)))")
    }
    return state
  }

  /// Which arm somebody falls to.
  static let bucket = StatisticsOperation(
    "bucket",
    input: [
      .init("seed", .string), .init("unit", .string), .init("weights", .array(.number)),
      .init("coverage", .number, optional: true), .init("hash_version", .integer, optional: true),
      .init(
        "namespace", .nullable(.fields(["name": .string, "from": .number, "to": .number])), optional: true),
    ],
    output: [.init("bucket", .number), .init("arm", .integer)]
  ) { (fields) throws(InvalidInput) in
    let seed = try fields.require(fields.string("seed"), "seed")
    let unit = try fields.require(fields.string("unit"), "unit")
    let weights = try fields.numbers("weights", in: 0...1)
    guard !weights.isEmpty else { throw InvalidInput(field: "weights", "has no arm; give at least one") }
    let sum = weights.reduce(0, +)
    guard abs(sum - 1) <= 1e-9 else { throw InvalidInput(field: "weights", "must sum to 1, not to \(sum)") }
    let coverage = try fields.value("coverage") == nil ? 1 : fields.number("coverage", in: 0...1)
    let number = try fields.integer("hash_version") ?? 2
    guard let version = Int(exactly: number).flatMap(Bucketing.HashVersion.init) else {
      throw InvalidInput(field: "hash_version", "must be 1 or 2, not \(number)")
    }
    let isInside = try namespace(&fields).map { Bucketing.contains($0, unit: unit) } ?? true
    let bucket = Bucketing.bucket(seed: seed, unit: unit, version: version)
    let arm = isInside ? Bucketing.arm(bucket: bucket, weights: weights, coverage: coverage) : nil
    var answer = StatisticsAnswer()
    answer.value("bucket", .optional(bucket))
    answer.value("arm", .count(arm ?? -1))
    return answer
  }

  private static func namespace(_ fields: inout JSONFields) throws(InvalidInput) -> ExperimentNamespace? {
    guard var namespace = try fields.object("namespace") else { return nil }
    let name = try namespace.require(namespace.string("name"), "name")
    let from = try namespace.number("from", in: 0...1)
    let to = try namespace.number("to", in: 0...1)
    try namespace.finish()
    guard from <= to else { throw InvalidInput(field: namespace.name("to"), "is \(to), less than from \(from)") }
    return ExperimentNamespace(name: name, from: from, to: to)
  }
}
