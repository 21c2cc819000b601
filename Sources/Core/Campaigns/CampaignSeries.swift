/// What of a day is followed over time.
package enum CampaignSeries: String, Sendable, CaseIterable {
  case impressions, views, acceptances, redemptions, spend, revenue

  package var isMoney: Bool { self == .spend || self == .revenue }

  /// A count, or an amount in currency units.
  package func value(of counts: CampaignCounts) -> Double {
    switch self {
    case .impressions: Double(counts.impressions)
    case .views: Double(counts.views)
    case .acceptances: Double(counts.acceptances)
    case .redemptions: Double(counts.redemptions)
    case .spend: Double(counts.spendMicros) / CampaignCounts.microsPerUnit
    case .revenue: Double(counts.revenueCents) / 100
    }
  }
}
