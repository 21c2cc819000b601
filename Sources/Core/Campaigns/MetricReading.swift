/// One figure of a campaign with everything behind it: what was divided by what, how sure it is and by which method, or
/// why there is none.
package struct MetricReading: Hashable, Sendable {
  /// A total that a figure is made of.
  package struct Part: Hashable, Sendable {
    /// What it is, in words: "redemptions", "spend".
    package let name: String
    /// A count, or micros of the campaign's currency where ``isMoney``.
    package let amount: Int64
    package let isMoney: Bool

    package init(name: String, amount: Int64, isMoney: Bool) {
      self.name = name
      self.amount = amount
      self.isMoney = isMoney
    }

    /// The count, or the amount in currency units.
    package var number: Double { isMoney ? Double(amount) / CampaignCounts.microsPerUnit : Double(amount) }
  }

  package let metric: CampaignMetric
  /// A share of one, an amount in currency units, a ratio or a whole number, see ``CampaignMetric/unit-swift.property``;
  /// nil is undefined, and ``reason`` says why.
  package let value: Double?
  package let reason: String?
  package let numerator: Part
  /// Nil where nothing is divided.
  package let denominator: Part?
  /// In the unit of ``value``.
  package let interval: Interval?
  /// Of ``interval``.
  package let confidence: Double
  /// How the interval is found, in words, also where there is none.
  package let method: String
  /// Why there is no interval; nil where there is one.
  package let intervalReason: String?
  /// Of money that is paid by somebody: the value in minor units, rounded half up from the exact totals.
  package let cents: Int64?

  package init(
    metric: CampaignMetric, value: Double?, reason: String?, numerator: Part, denominator: Part?, interval: Interval?,
    confidence: Double, method: String, intervalReason: String?, cents: Int64?
  ) {
    self.metric = metric
    self.value = value
    self.reason = reason
    self.numerator = numerator
    self.denominator = denominator
    self.interval = interval
    self.confidence = confidence
    self.method = method
    self.intervalReason = intervalReason
    self.cents = cents
  }

  /// What it is ranked by: the bound that a lucky day does not lift, the upper one where less is better; nil without an
  /// interval.
  package var prudent: Double? { metric.isCost ? interval?.high : interval?.low }

  /// Whether it earns: of ``CampaignMetric/roas`` against 1, of profit and margin against 0. Nil of every other metric.
  package var earning: Earning? {
    let line: Double
    switch metric {
    case .roas: line = 1
    case .profit, .margin: line = 0
    default: return nil
    }
    guard let value else { return .unknown }
    if let interval {
      if interval.low > line { return .earning }
      if interval.high < line { return .losing }
    }
    return value > line ? .ahead : value < line ? .behind : .even
  }
}

/// Whether something earns more than it costs.
package enum Earning: String, Sendable, CaseIterable {
  /// The whole interval lies above break-even.
  case earning
  /// Above, and the interval does not rule out that it loses.
  case ahead
  /// Exactly at break-even.
  case even
  /// Below, and the interval does not rule out that it earns.
  case behind
  /// The whole interval lies below break-even.
  case losing
  /// There is no figure.
  case unknown

  /// As in a list.
  package var words: String {
    switch self {
    case .earning: "earns"
    case .ahead: "ahead, not certain"
    case .even: "even"
    case .behind: "behind, not certain"
    case .losing: "losing"
    case .unknown: "n/a"
    }
  }
}
