import Core

extension StatisticsOperation {
  /// People that a difference needs.
  static let sampleSize = StatisticsOperation(
    "sample_size",
    input: [
      .init("baseline", .number), .init("target", .number), .init("alpha", .number, optional: true),
      .init("power", .number, optional: true), .init("ratio", .number, optional: true),
    ],
    output: [
      .init("n_control", .nullable(.integer)), .init("n_control_exact", .measure),
      .init("n_variant", .nullable(.integer)),
    ]
  ) { (fields) throws(InvalidInput) in
    let baseline = try fields.number("baseline", in: 0...1)
    let target = try fields.number("target", in: 0...1)
    let ratio = try fields.number("ratio") ?? 1
    let (alpha, power) = try levels(&fields)
    guard (1e-9...1e9).contains(ratio) else {
      throw InvalidInput(field: "ratio", "must be between 1e-9 and 1e9, not \(ratio)")
    }
    let size = RatePower.sampleSize(baseline: baseline, target: target, alpha: alpha, power: power, ratio: ratio)
    guard let size else { throw InvalidInput(field: "target", "is the baseline itself; there is nothing to find") }
    var answer = StatisticsAnswer()
    answer.value("n_control", size.control.map(JSON.integer), orBecause: "it is more than can be counted")
    answer.number("n_control_exact", size.exactControl, orBecause: "")
    answer.value("n_variant", size.variant.map(JSON.integer), orBecause: "it is more than can be counted")
    return answer
  }

  /// The smallest difference that people suffice for.
  static let detectableEffect = StatisticsOperation(
    "mde",
    input: [
      .init("baseline", .number), .init("n", .integer), .init("alpha", .number, optional: true),
      .init("power", .number, optional: true),
    ],
    output: [.init("absolute_up", .measure), .init("relative_up", .measure), .init("absolute_down", .measure)]
  ) { (fields) throws(InvalidInput) in
    let baseline = try fields.number("baseline", in: 0...1)
    let n = try fields.people("n", in: 1...Conversions.most)
    let (alpha, power) = try levels(&fields)
    func effect(_ direction: RatePower.Direction) -> Double? {
      RatePower.detectableEffect(
        baseline: baseline, controlCount: Double(n), alpha: alpha, power: power, direction: direction)
    }
    let up = effect(.up)
    let tooHigh = baseline == 1 ? "there is no rate above 1" : "\(n) people per arm show not even a rate of 1"
    var answer = StatisticsAnswer()
    answer.number("absolute_up", up, orBecause: tooHigh)
    answer.number(
      "relative_up", baseline > 0 ? up.map { $0 / baseline } : nil,
      orBecause: baseline > 0 ? tooHigh : "nothing is relative to a baseline of 0")
    answer.number(
      "absolute_down", effect(.down),
      orBecause: baseline == 0 ? "there is no rate below 0" : "\(n) people per arm show not even a rate of 0")
    return answer
  }

  /// Alpha and power, the latter above the former: chance alone finds a difference as often as alpha.
  static func levels(_ fields: inout JSONFields) throws(InvalidInput) -> (alpha: Double, power: Double) {
    let alpha = try fields.share("alpha", else: 0.05)
    let power = try fields.share("power", else: 0.8)
    guard power > alpha else {
      throw InvalidInput(field: fields.name("power"), "must be above alpha \(alpha), not \(power)")
    }
    return (alpha, power)
  }

  /// Many tests at once.
  static let adjust = StatisticsOperation(
    "adjust",
    input: [.init("p", .array(.number))],
    output: [
      .init("holm", .array(.number)), .init("benjamini_hochberg", .array(.number)),
      .init("bonferroni", .array(.number)),
    ]
  ) { (fields) throws(InvalidInput) in
    let p = try fields.numbers("p", in: 0...1)
    var answer = StatisticsAnswer()
    answer.value("holm", .array(Multiplicity.holm(p).map { JSON.optional($0) }))
    answer.value("benjamini_hochberg", .array(Multiplicity.benjaminiHochberg(p).map { JSON.optional($0) }))
    answer.value("bonferroni", .array(Multiplicity.bonferroni(p).map { JSON.optional($0) }))
    return answer
  }
}
