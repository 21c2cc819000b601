/// How many people and days an answer takes, and what it can find: effect, power, people and days that go together.
package struct ExperimentPlan: Hashable, Sendable {
  /// Which of them was not given.
  package enum Found: String, Sendable, CaseIterable {
    case sample, power, effect
  }

  package let question: PlanQuestion
  package let found: Found
  /// Variant minus control, in the baseline's unit.
  package let effect: Double
  package let power: Double
  /// People of the control and of each variant, rounded up.
  package let control: Int64
  package let variant: Int64
  /// Until all of them have come; nil where it is not known how many come a day.
  package let days: Int?
  /// People a day that would be needed for the days that were given, where nothing is known of how many come.
  package let dailyNeeded: Int64?

  /// Of the smallest arm, which is what an experiment plans.
  package var perArm: Int64 { min(control, variant) }

  /// Of all arms.
  package var total: Int64 {
    guard let everybody = question.everybody else { return control + variant * Int64(question.variants) }
    return Int64((Double(control) * everybody).rounded(.up))
  }

  /// - Throws: ``InvalidInput`` naming what breaks a rule, is missing, or is too much.
  package init(_ question: PlanQuestion) throws(InvalidInput) {
    try question.check()
    let size: Double
    switch (question.effect, question.power, question.controlCount) {
    case (let effect?, let power?, nil):
      found = .sample
      (self.effect, self.power) = (effect, power)
      size = try Self.size(question, effect: effect, power: power)
    case (let effect?, nil, let count?):
      found = .power
      guard let power = question.power(of: effect, controlCount: count) else {
        throw InvalidInput(field: "baseline", "has no variation, so there is no power to speak of")
      }
      (self.effect, self.power, size) = (effect, power, count)
    case (nil, let power?, let count?):
      found = .effect
      guard let effect = question.effect(power: power, controlCount: count) else {
        throw InvalidInput(field: question.perArm == nil ? "days" : "per_arm", "is too few people for any effect")
      }
      (self.effect, self.power, size) = (effect, power, count)
    case (_?, _?, _?):
      throw InvalidInput(
        field: question.perArm == nil ? "days" : "per_arm",
        "is one too many: effect and power say how many people it takes, so leave one of the three out")
    case (nil, _, _):
      throw InvalidInput(
        .missingField, field: "effect",
        "is missing: give it, or people (or days and people a day) and a power, from which it follows")
    case (_, nil, nil):
      throw InvalidInput(
        .missingField, field: "power",
        "is missing: give it, or people (or days and people a day), from which it follows")
    }
    self.question = question
    let largest = Double(Conversions.most)
    guard size * max(1, question.ratio) <= largest else {
      throw InvalidInput(field: "effect", "is so small that it takes more people than can be counted")
    }
    // Days that were given bring no more people than they do, people who were given are so many, others have to suffice.
    let isByDays = found != .sample && question.perArm == nil
    let rounding: FloatingPointRoundingRule =
      found == .sample ? .up : isByDays ? .down : .toNearestOrAwayFromZero
    control = Int64(size.rounded(rounding))
    variant = Int64((size * question.ratio).rounded(rounding))
    let (first, others) = (Double(control), Double(variant) * Double(question.variants))
    let total = question.everybody.map { everybody in first * everybody } ?? (first + others)
    days = isByDays ? question.days : question.daily.flatMap { Int(exactly: (total / $0).rounded(.up)) }
    let asked = question.daily == nil ? question.days : nil
    dailyNeeded = asked.map { Int64((total / Double($0)).rounded(.up)) }
  }

  /// People of the control, unrounded.
  private static func size(_ question: PlanQuestion, effect: Double, power: Double) throws(InvalidInput) -> Double {
    guard let size = question.size(of: effect, power: power), size.isFinite else {
      throw InvalidInput(field: "effect", "is too small to be found by any number of people")
    }
    return max(1, size)
  }

  /// The power to find the effect by so many people in the smallest arm, evenly spaced from none to twice the plan.
  package func curve(points: Int = 41) -> [Point] {
    (0..<max(2, points)).map { place in
      let share = 2 * Double(place) / Double(max(2, points) - 1)
      let count = Double(control) * share
      let power = count > 0 ? question.power(of: effect, controlCount: count) : nil
      return Point(perArm: Int64((Double(perArm) * share).rounded()), power: power ?? question.alpha)
    }
  }

  /// A point of the power curve.
  package struct Point: Hashable, Sendable {
    package let perArm: Int64
    package let power: Double

    package init(perArm: Int64, power: Double) {
      self.perArm = perArm
      self.power = power
    }
  }
}

extension PlanQuestion {
  /// People of the control, unrounded; nil where nothing varies (Fleiss 1981; of money the two-sample z formula).
  func size(of effect: Double, power: Double) -> Double? {
    guard let deviation else {
      return RatePower.sampleSize(
        baseline: baseline, target: baseline + effect, alpha: alpha, power: power, ratio: ratio)?.exactControl
    }
    let reach = Normal.upperQuantile(alpha / 2) - Normal.upperQuantile(power)
    let root = reach * deviation / effect
    return root * root * (1 + 1 / ratio)
  }

  /// Of finding a true effect; nil where nothing varies.
  func power(of effect: Double, controlCount: Double) -> Double? {
    guard let deviation else {
      return RatePower.power(
        control: baseline, variant: baseline + effect, controlCount: controlCount, variantCount: controlCount * ratio,
        alpha: alpha)
    }
    let error = deviation * ((1 + 1 / ratio) / controlCount).squareRoot()
    let (shift, bar) = (effect.magnitude / error, Normal.upperQuantile(alpha / 2))
    return min(1, Normal.cumulative(shift - bar) + Normal.cumulative(-shift - bar))
  }

  /// The smallest effect upwards that is found with this power; nil where none is large enough.
  func effect(power: Double, controlCount: Double) -> Double? {
    guard let deviation else {
      return RatePower.detectableEffect(
        baseline: baseline, controlCount: controlCount, alpha: alpha, power: power, ratio: ratio)
    }
    let reach = Normal.upperQuantile(alpha / 2) - Normal.upperQuantile(power)
    return reach * deviation * ((1 + 1 / ratio) / controlCount).squareRoot()
  }
}

extension PlanQuestion {
  /// What is known of a design: its effect and its people, so that the power follows. `deviation` is that of what was
  /// paid so far; nil for a design for money without it.
  package init?(_ design: ExperimentDesign, daily: Double? = nil, deviation: Double? = nil) {
    guard design.metric.isRate || deviation != nil else { return nil }
    let control = design.arms.first?.weight ?? 1
    let variants = design.arms.dropFirst().map(\.weight).filter { $0 > 0 }
    self.init(
      baseline: design.baseline, deviation: design.metric.isRate ? nil : deviation, confidence: design.confidence,
      ratio: control > 0 ? (variants.min() ?? control) / control : 1, variants: max(1, variants.count),
      everybody: control > 0 && Set(variants).count > 1 ? (control + variants.reduce(0, +)) / control : nil,
      daily: daily,
      effect: design.effect, perArm: design.plannedPerArm)
  }
}
