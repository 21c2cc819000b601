/// What is odd about figures that were counted elsewhere. They are stored as they are: nobody here knows what was meant.
package enum CampaignRowFlag: String, Sendable, CaseIterable {
  case undated
  case noViews = "no_views"
  case viewsExceedImpressions = "views_exceed_impressions"
  case acceptancesExceedViews = "acceptances_exceed_views"
  case redemptionsExceedAcceptances = "redemptions_exceed_acceptances"
  case revenueWithoutSpend = "revenue_without_spend"
  case negativeRevenue = "negative_revenue"

  /// The same in words.
  package var sentence: String {
    switch self {
    case .undated: "without a date; they belong to the day of their import"
    case .noViews: "nobody viewed; rates per view have no base here"
    case .viewsExceedImpressions: "more views than impressions"
    case .acceptancesExceedViews: "more acceptances than views"
    case .redemptionsExceedAcceptances: "more redemptions than acceptances"
    case .revenueWithoutSpend: "revenue without spend; there is no return on nothing"
    case .negativeRevenue: "revenue below zero; it counts as given back"
    }
  }
}
