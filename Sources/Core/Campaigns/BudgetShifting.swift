extension BudgetShift {
  /// Days a slope takes at least, and how much spend must vary among them, in standard deviations over the mean.
  fileprivate static let leastDays: Int64 = 14
  fileprivate static let leastVariation = 0.1

  /// What moving an amount would change by the returns of the same days.
  ///
  /// The marginal return is the slope of a day's revenue on its spend, with Student's interval; where spend hardly varies
  /// there is no slope to see, and revenue over spend stands in. Both intervals are combined by the method of variance
  /// estimates recovery (A. Donner and G. Y. Zou, 2012).
  package init(_ amountCents: Int64, from source: Portfolio.Member, to target: Portfolio.Member) {
    let (from, to) = (Margin(of: source), Margin(of: target))
    func none(_ reason: String) -> Self {
      Self(
        currency: source.currency, amountCents: amountCents, from: from, to: to, change: nil, interval: nil,
        reason: reason)
    }
    guard source.currency == target.currency else {
      self = none("amounts in \(source.currency) and \(target.currency) are not exchanged")
      return
    }
    guard let lost = from.value, let won = to.value else {
      let margin = from.value == nil ? from : to
      self = none("\(margin.name): \(margin.reason ?? "n/a")")
      return
    }
    let amount = Double(amountCents) / 100
    var interval: Interval?
    if let first = from.interval, let second = to.interval {
      func reach(_ one: Double, _ other: Double) -> Double { (one * one + other * other).squareRoot() }
      interval = Interval(
        amount * (won - lost - reach(won - second.low, first.high - lost)),
        amount * (won - lost + reach(second.high - won, lost - first.low)))
    }
    self.init(
      currency: source.currency, amountCents: amountCents, from: from, to: to, change: amount * (won - lost),
      interval: interval,
      reason: interval == nil ? "a return without an interval: nothing bounds what would change" : nil)
  }
}

extension BudgetShift.Margin {
  fileprivate init(of member: Portfolio.Member) {
    let days = member.totals.returnUnits
    if let slope = Self.slope(of: days) {
      self.init(
        id: member.id, name: member.name, value: slope.value, interval: slope.interval, isSlope: true,
        method: "the slope of a day's revenue on its spend over \(Words.count(Int(days.n), "day"))", reason: nil)
    } else {
      let roas = member.totals.reading(.roas)
      self.init(
        id: member.id, name: member.name, value: roas.value, interval: roas.interval, isSlope: false,
        method: "revenue over spend of \(Words.count(Int(days.n), "day")): too few, or too much alike, to see a slope",
        reason: roas.reason)
    }
  }

  /// Least squares; nil where days or their variation are too few.
  private static func slope(of days: SampleMoments) -> (value: Double, interval: Interval)? {
    guard days.n >= BudgetShift.leastDays, let mean = days.meanX, mean > 0, let slope = days.slope,
      (days.squaresX / Double(days.n - 1)).squareRoot() >= BudgetShift.leastVariation * mean,
      let rest = days.varianceOfRest(slope: slope),
      let t = Student.twoSided(0.95, degreesOfFreedom: Double(days.n - 2))
    else { return nil }
    let error = (rest * Double(days.n - 1) / Double(days.n - 2) / days.squaresX).squareRoot()
    return (slope, Interval(slope, halfWidth: t * error))
  }
}
