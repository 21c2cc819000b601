/// The figures a campaign is judged by, under the names every document and command uses.
package enum CampaignMetric: String, Sendable, CaseIterable {
  case viewRate = "view_rate"
  case acceptanceRate = "acceptance_rate"
  case redemptionRate = "redemption_rate"
  case redemptionsPerImpression = "redemptions_per_impression"
  case revenuePerImpression = "revenue_per_impression"
  case costPerRedemption = "cost_per_redemption"
  case roas
  case profit
  case margin
  case breakEvenRedemptions = "break_even_redemptions"
  case breakEvenSpend = "break_even_spend"
  /// Beside the eleven.
  case conversionRate = "conversion_rate"
  /// Beside the eleven, to rank by.
  case revenue

  /// The eleven every analysis has, in order; the others stand beside them.
  package static let eleven: [CampaignMetric] = Array(allCases.prefix(11))

  /// What its numbers are.
  package enum Unit: String, Sendable {
    /// A share of one, written as a percentage.
    case share
    /// An amount in the campaign's currency.
    case money
    /// A plain number, as 2.4 of a return on spend.
    case ratio
    /// A whole number.
    case count
  }

  package var unit: Unit {
    switch self {
    case .viewRate, .acceptanceRate, .redemptionRate, .redemptionsPerImpression, .conversionRate, .margin: .share
    case .revenuePerImpression, .costPerRedemption, .profit, .breakEvenSpend, .revenue: .money
    case .roas: .ratio
    case .breakEvenRedemptions: .count
    }
  }

  /// Whether it is a share of a count with a count as its base.
  package var isRate: Bool { unit == .share && self != .margin }

  /// Whether less is better.
  package var isCost: Bool { self == .costPerRedemption || self == .breakEvenRedemptions }

  /// As a heading.
  package var title: String {
    switch self {
    case .viewRate: "view rate"
    case .acceptanceRate: "acceptance rate"
    case .redemptionRate: "redemption rate"
    case .redemptionsPerImpression: "redemptions per impression"
    case .revenuePerImpression: "revenue per impression"
    case .costPerRedemption: "cost per redemption"
    case .roas: "ROAS"
    case .profit: "profit"
    case .margin: "margin"
    case .breakEvenRedemptions: "break-even redemptions"
    case .breakEvenSpend: "break-even spend"
    case .conversionRate: "conversion rate"
    case .revenue: "revenue"
    }
  }

  /// What it is, in one sentence.
  package var definition: String {
    switch self {
    case .viewRate: "Views divided by impressions: how many of those it was shown to looked at it."
    case .acceptanceRate: "Acceptances divided by views; others call it click-through."
    case .redemptionRate: "Redemptions divided by acceptances: how many of those who took it used it."
    case .redemptionsPerImpression: "Redemptions divided by impressions: the whole way at once."
    case .revenuePerImpression: "Redeemed value, refunds taken off, divided by impressions."
    case .costPerRedemption: "Spend divided by redemptions."
    case .roas: "Return on spend: revenue divided by spend; above 1 it earns more than it costs."
    case .profit: "Revenue less spend."
    case .margin: "Profit divided by revenue: what is left of each unit earned."
    case .breakEvenRedemptions: "Spend divided by revenue per redemption, rounded up: how many pay for it."
    case .breakEvenSpend: "The spend at which profit is zero, that is revenue."
    case .conversionRate: "Redemptions divided by views."
    case .revenue: "Redeemed value, refunds taken off."
    }
  }
}
