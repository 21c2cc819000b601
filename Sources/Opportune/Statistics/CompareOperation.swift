import Core

extension StatisticsOperation {
  /// Two rates in every way there is.
  static let compare = StatisticsOperation(
    "compare",
    input: [
      .init("control", counts), .init("variant", counts), .init("confidence", .number, optional: true),
      .init("planned_total", .integer, optional: true),
    ],
    output: [
      .init("rate_control", .measure), .init("rate_variant", .measure), .init("difference", .measure),
      .init("lift", .measure), .init("chi_squared", .chiSquared), .init("chi_squared_yates", .chiSquared),
      .init("fisher", .pValue), .init("fisher_mid_p", .pValue), .init("z", .measure),
      .init("wilson_control", .interval), .init("wilson_variant", .interval), .init("newcombe", .interval),
      .init("lift_interval", .interval),
      .init("lift_adjusted", .nullable(.fields(["lift": .number, "interval": .array(.number)]))),
      .init("power", .measure),
      .init(
        "always_valid",
        .nullable(.fields(["p": .number, "ln_p": .number, "difference_interval": .array(.number)]))),
      .init(
        "bayes",
        .fields([
          "probability_variant_better": .number, "expected_loss_control": .number, "expected_loss_variant": .number,
        ])),
    ]
  ) { (fields) throws(InvalidInput) in
    let rates = RateComparison(
      control: try fields.conversions("control"), variant: try fields.conversions("variant"))
    let confidence = try fields.share("confidence", else: 0.95)
    return answer(rates, confidence: confidence, plannedTotal: try fields.plannedTotal())
  }

  private static let counts = Schema.fields(["conversions": .integer, "n": .integer])

  private static func answer(
    _ rates: RateComparison, confidence: Double, plannedTotal: Int64
  ) -> StatisticsAnswer {
    let (control, variant) = (rates.control, rates.variant)
    let nobody = control.n == 0 ? "the control has nobody" : "the variant has nobody"
    let onlyOne = rates.hasBoth ? RateComparison.sameOutcome(rates) : nobody
    let fisher = FisherTest(control: control, variant: variant)
    var answer = StatisticsAnswer()
    answer.number("rate_control", control.rate, orBecause: "the control has nobody")
    answer.number("rate_variant", variant.rate, orBecause: "the variant has nobody")
    answer.number("difference", rates.difference, orBecause: nobody)
    answer.number(
      "lift", rates.lift,
      orBecause: rates.hasBoth ? "nobody in the control converted, so there is no rate to compare with" : nobody)
    answer.chiSquared("chi_squared", rates.chiSquared, orBecause: onlyOne)
    answer.chiSquared("chi_squared_yates", rates.yates, orBecause: onlyOne)
    answer.p("fisher", fisher?.p, orBecause: nobody)
    answer.p("fisher_mid_p", fisher?.midP, orBecause: nobody)
    answer.number("z", rates.z, orBecause: onlyOne)
    answer.interval(
      "wilson_control", control.interval(confidence: confidence), orBecause: "the control has nobody")
    answer.interval(
      "wilson_variant", variant.interval(confidence: confidence), orBecause: "the variant has nobody")
    answer.interval("newcombe", rates.newcombe(confidence: confidence), orBecause: nobody)
    answer.interval(
      "lift_interval", rates.liftInterval(confidence: confidence),
      orBecause: rates.hasBoth ? "an arm has no conversion; lift_adjusted adds a half to each" : nobody)
    answer.value(
      "lift_adjusted",
      rates.adjustedLift(confidence: confidence).map { adjusted in
        ["lift": .optional(adjusted.lift), "interval": StatisticsAnswer.json(adjusted.interval)]
      }, orBecause: nobody)
    answer.number(
      "power", rates.observedPower(alpha: 1 - confidence),
      orBecause: rates.hasBoth ? "in neither arm do people differ" : nobody)
    answer.value(
      "always_valid", alwaysValid(rates, confidence: confidence, plannedTotal: plannedTotal),
      orBecause: rates.hasBoth ? "it needs people who converted and people who did not in both arms" : nobody)
    let posteriors = BetaPosteriors([control, variant])
    answer.value(
      "bayes",
      [
        "probability_variant_better": .optional(posteriors.chances[1]),
        "expected_loss_control": .optional(posteriors.expectedLosses[0]),
        "expected_loss_variant": .optional(posteriors.expectedLosses[1]),
      ])
    return answer
  }

  private static func alwaysValid(_ rates: RateComparison, confidence: Double, plannedTotal: Int64) -> JSON? {
    guard [rates.control, rates.variant].allSatisfy({ $0.count > 0 && $0.others > 0 }),
      let difference = rates.difference, let variance = rates.variance
    else { return nil }
    let test = AlwaysValid(level: 1 - confidence, plannedTotal: plannedTotal)
    let total = rates.control.n + rates.variant.n
    let p = PValue(ln: test.logP(difference: difference, variance: variance, total: total))
    return [
      "p": .optional(p.value), "ln_p": .optional(p.ln),
      "difference_interval": StatisticsAnswer.json(
        test.interval(difference: difference, variance: variance, total: total)),
    ]
  }
}

extension RateComparison {
  /// Why a table of two arms with people can have no test.
  static func sameOutcome(_ rates: RateComparison) -> String {
    rates.control.count + rates.variant.count == 0 ? "nobody converted" : "everybody converted"
  }
}
