/// What moving money from one campaign to another would change, if each went on returning what it did at the margin.
package struct BudgetShift: Equatable, Sendable {
  /// What one more unit of spend brought in a campaign.
  package struct Margin: Hashable, Sendable {
    package let id: Campaign.ID
    package let name: String
    /// Revenue for each unit of spend.
    package let value: Double?
    package let interval: Interval?
    /// Whether it is the slope over days; else it is revenue over spend.
    package let isSlope: Bool
    /// Which it is and why, in words.
    package let method: String
    /// Why there is none; nil where there is one.
    package let reason: String?

    package init(
      id: Campaign.ID, name: String, value: Double?, interval: Interval?, isSlope: Bool, method: String, reason: String?
    ) {
      self.id = id
      self.name = name
      self.value = value
      self.interval = interval
      self.isSlope = isSlope
      self.method = method
      self.reason = reason
    }
  }

  package let currency: Currency
  package let amountCents: Int64
  package let from: Margin
  package let to: Margin
  /// What revenue, and so profit, would change by, in currency units: spend stays what it is.
  package let change: Double?
  package let interval: Interval?
  /// Why there is none; nil where there is one.
  package let reason: String?

  /// What must be said beside it.
  package static let caution =
    "This goes beyond what was observed: more money may bring less, and days with more spend may have sold more for "
    + "other reasons. Move a little, and look again."

  package init(
    currency: Currency, amountCents: Int64, from: Margin, to: Margin, change: Double?, interval: Interval?,
    reason: String?
  ) {
    self.currency = currency
    self.amountCents = amountCents
    self.from = from
    self.to = to
    self.change = change
    self.interval = interval
    self.reason = reason
  }
}
