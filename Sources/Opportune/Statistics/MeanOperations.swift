import Core

extension StatisticsOperation {
  private static let empty = "an arm has nobody"
  private static let single = "an arm has fewer than two people"

  /// Two means.
  static let means = StatisticsOperation(
    "means",
    input: [
      .init("control", sample), .init("variant", sample), .init("confidence", .number, optional: true),
    ],
    output: [
      .init("difference", .measure), .init("se", .measure), .init("df", .measure), .init("t", .measure),
      .init("p", .measure), .init("ln_p", .measure), .init("interval", .interval),
    ]
  ) { (fields) throws(InvalidInput) in
    let means = MeanComparison(control: try mean(&fields, "control"), variant: try mean(&fields, "variant"))
    let confidence = try fields.share("confidence", else: 0.95)
    let reason = means.standardError == nil ? single : "nothing varies in either arm"
    var answer = StatisticsAnswer()
    answer.number("difference", means.difference, orBecause: empty)
    answer.number("se", means.standardError, orBecause: single)
    answer.number("df", means.degreesOfFreedom, orBecause: reason)
    answer.number("t", means.t, orBecause: reason)
    answer.p(means.p, orBecause: reason)
    answer.interval("interval", means.interval(confidence: confidence), orBecause: reason)
    return answer
  }

  private static let sample = Schema.fields(["n": .integer, "mean": .number, "sd": .number])

  private static func mean(_ fields: inout JSONFields, _ field: String) throws(InvalidInput) -> ArmMean {
    var arm = try fields.require(fields.object(field), field)
    let n = try arm.people("n")
    let mean = try arm.require(arm.number("mean"), "mean")
    let deviation = try arm.number("sd", in: 0...Double.greatestFiniteMagnitude)
    try arm.finish()
    return ArmMean(n: n, mean: mean, deviation: deviation)
  }

  /// Two ratios of sums.
  static let ratio = StatisticsOperation(
    "ratio",
    input: [.init("control", ratioSums), .init("variant", ratioSums)],
    output: [
      .init("ratio_control", .measure), .init("se_control", .measure), .init("ratio_variant", .measure),
      .init("se_variant", .measure), .init("difference", .measure), .init("z", .measure), .init("p", .measure),
      .init("ln_p", .measure),
    ]
  ) { (fields) throws(InvalidInput) in
    let names = (x: "sum_d", y: "sum_m", xx: "sum_dd", yy: "sum_mm", xy: "sum_md")
    let control = try moments(&fields, "control", names)
    let variant = try moments(&fields, "variant", names)
    let ratios = RatioComparison(control: control, variant: variant)
    func noRatio(_ arm: SampleMoments) -> String { arm.n == 0 ? "the arm has nobody" : "sum_d is 0" }
    func noError(_ arm: SampleMoments) -> String {
      RatioComparison.ratio(arm) == nil ? noRatio(arm) : "the arm has fewer than two people"
    }
    let noDifference = RatioComparison.ratio(control) == nil ? noRatio(control) : noRatio(variant)
    let noTest =
      control.varianceOfRatio == nil
      ? noError(control) : variant.varianceOfRatio == nil ? noError(variant) : "nothing varies in either arm"
    var answer = StatisticsAnswer()
    answer.number("ratio_control", RatioComparison.ratio(control), orBecause: noRatio(control))
    answer.number("se_control", RatioComparison.standardError(control), orBecause: noError(control))
    answer.number("ratio_variant", RatioComparison.ratio(variant), orBecause: noRatio(variant))
    answer.number("se_variant", RatioComparison.standardError(variant), orBecause: noError(variant))
    answer.number("difference", ratios.difference, orBecause: noDifference)
    answer.number("z", ratios.z, orBecause: noTest)
    answer.p(ratios.p, orBecause: noTest)
    return answer
  }

  private static let ratioSums = Schema.fields([
    "n": .integer, "sum_m": .number, "sum_d": .number, "sum_mm": .number, "sum_dd": .number, "sum_md": .number,
  ])

  /// Two means relieved of what was known before.
  static let cuped = StatisticsOperation(
    "cuped",
    input: [.init("control", cupedSums), .init("variant", cupedSums)],
    output: [
      .init("theta", .measure), .init("difference_adjusted", .measure), .init("se_adjusted", .measure),
      .init("difference_raw", .measure), .init("se_raw", .measure),
    ]
  ) { (fields) throws(InvalidInput) in
    let names = (x: "sum_x", y: "sum_y", xx: "sum_xx", yy: "sum_yy", xy: "sum_xy")
    let control = try moments(&fields, "control", names)
    let variant = try moments(&fields, "variant", names)
    let means = CupedComparison(control: control, variant: variant)
    let noTheta = control.n + variant.n < 2 ? "there are fewer than two people" : "x does not vary"
    var answer = StatisticsAnswer()
    answer.number("theta", means.theta, orBecause: noTheta)
    answer.number(
      "difference_adjusted", means.adjustedDifference, orBecause: means.rawDifference == nil ? empty : noTheta)
    answer.number(
      "se_adjusted", means.adjustedStandardError, orBecause: means.rawStandardError == nil ? single : noTheta)
    answer.number("difference_raw", means.rawDifference, orBecause: empty)
    answer.number("se_raw", means.rawStandardError, orBecause: single)
    return answer
  }

  private static let cupedSums = Schema.fields([
    "n": .integer, "sum_y": .number, "sum_x": .number, "sum_yy": .number, "sum_xx": .number, "sum_xy": .number,
  ])

  private static func moments(
    _ fields: inout JSONFields, _ field: String, _ names: (x: String, y: String, xx: String, yy: String, xy: String)
  ) throws(InvalidInput) -> SampleMoments {
    var arm = try fields.require(fields.object(field), field)
    let any = -1e150...1e150
    let n = try arm.people("n")
    let moments = SampleMoments(
      n: n, sumX: try arm.number(names.x, in: any), sumY: try arm.number(names.y, in: any),
      sumXX: try arm.number(names.xx, in: 0...1e150), sumYY: try arm.number(names.yy, in: 0...1e150),
      sumXY: try arm.number(names.xy, in: any))
    try arm.finish()
    guard moments.isPossible else {
      throw InvalidInput(field: field, "has sums that no \(n) people can have; check them and n")
    }
    return moments
  }
}
