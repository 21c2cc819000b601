/// What is known before a test: its setting, and two of effect, power and people. The third follows.
package struct PlanQuestion: Hashable, Sendable {
  /// The control's rate, 0 ... 1; of money the mean per person in minor units.
  package var baseline: Double
  /// Of money: how much payments vary from person to person (standard deviation, minor units); nil for a rate.
  package var deviation: Double?
  /// 0.90, 0.95 or 0.99, two-sided.
  package var confidence: Double
  /// People of each variant over people of the control.
  package var ratio: Double
  /// How many variants are held against the control, each at its share of the error.
  package var variants: Int
  /// People of all arms over people of the control, where variants are not alike; nil where each has the same.
  package var everybody: Double?
  /// People exposed a day, in all arms together.
  package var daily: Double?

  /// Variant minus control, in the baseline's unit.
  package var effect: Double?
  package var power: Double?
  /// Of the smallest arm.
  package var perArm: Int64?
  /// In place of people where it is known how many come a day.
  package var days: Int?

  package init(
    baseline: Double, deviation: Double? = nil, confidence: Double = 0.95, ratio: Double = 1, variants: Int = 1,
    everybody: Double? = nil, daily: Double? = nil, effect: Double? = nil, power: Double? = nil, perArm: Int64? = nil,
    days: Int? = nil
  ) {
    self.baseline = baseline
    self.deviation = deviation
    self.confidence = confidence
    self.ratio = ratio
    self.variants = variants
    self.everybody = everybody
    self.daily = daily
    self.effect = effect
    self.power = power
    self.perArm = perArm
    self.days = days
  }

  /// Of one comparison: what several variants share.
  package var alpha: Double { DecisionLevels(confidence: confidence).alpha / Double(variants) }

  /// How many times the control's people all arms together have.
  var arms: Double { everybody ?? 1 + ratio * Double(variants) }

  /// People of the control, unrounded: from the smallest arm, or from the days; nil if neither is given.
  var controlCount: Double? {
    if let perArm { return Double(perArm) / min(1, ratio) }
    guard let days, let daily else { return nil }
    return Double(days) * daily / arms
  }

  /// - Throws: ``InvalidInput`` naming the field that breaks a rule.
  func check() throws(InvalidInput) {
    guard [0.9, 0.95, 0.99].contains(confidence) else {
      throw InvalidInput(field: "confidence", "is not one of 0.90, 0.95 and 0.99")
    }
    try Self.checkBaseline(baseline, deviation)
    guard ratio > 0, ratio <= 1000, ratio >= 0.001 else {
      throw InvalidInput(field: "ratio", "is not between 0.001 and 1000")
    }
    guard (1...7).contains(variants) else { throw InvalidInput(field: "variants", "is not between 1 and 7") }
    if let daily, !(daily > 0 && daily <= 1e12) {
      throw InvalidInput(field: "daily", "is not a number of people above 0")
    }
    if let power, !(power > alpha && power < 1) {
      throw InvalidInput(field: "power", "is not between \(Words.number(alpha * 100)) % and 1; 0.8 is usual")
    }
    if let perArm, !(2...Conversions.most).contains(perArm) {
      throw InvalidInput(field: "per_arm", "is not a number of people, at least 2")
    }
    if let days, !(1...100_000).contains(days) { throw InvalidInput(field: "days", "is not a number of days above 0") }
    try checkEffect()
  }

  private static func checkBaseline(_ baseline: Double, _ deviation: Double?) throws(InvalidInput) {
    if let deviation {
      guard deviation > 0, deviation.isFinite else { throw InvalidInput(field: "deviation", "is not above 0") }
      guard baseline.isFinite else { throw InvalidInput(field: "baseline", "is not an amount") }
    } else if !(0...1).contains(baseline) {
      throw InvalidInput(field: "baseline", "is a rate, so it lies between 0 and 1")
    }
  }

  private func checkEffect() throws(InvalidInput) {
    guard let effect else { return }
    guard effect.isFinite, effect != 0 else {
      throw InvalidInput(field: "effect", "is no difference: give what would be worth finding, as in 0.02")
    }
    guard deviation != nil || (0...1).contains(baseline + effect) else {
      let target = Words.number((baseline + effect) * 100)
      throw InvalidInput(field: "effect", "gives a rate of \(target) %, which is not between 0 and 100 %")
    }
  }
}
