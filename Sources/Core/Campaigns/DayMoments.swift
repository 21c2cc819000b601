/// Sums over local days of squares and products: beside the totals all that intervals of ratios and of money need, so
/// that nobody reads the days again. Revenue in minor units, spend in micros.
package struct DayMoments: Hashable, Sendable {
  /// Days on which anything was counted: the units of every interval of money. A day without anything adds nothing.
  package var days: Int64
  package var revenueSquares: Double
  package var spendSquares: Double
  package var revenueSpend: Double
  package var redemptionsSquares: Double
  package var spendRedemptions: Double
  package var impressionsSquares: Double
  package var revenueImpressions: Double

  package init(
    days: Int64, revenueSquares: Double, spendSquares: Double, revenueSpend: Double, redemptionsSquares: Double,
    spendRedemptions: Double, impressionsSquares: Double, revenueImpressions: Double
  ) {
    self.days = days
    self.revenueSquares = revenueSquares
    self.spendSquares = spendSquares
    self.revenueSpend = revenueSpend
    self.redemptionsSquares = redemptionsSquares
    self.spendRedemptions = spendRedemptions
    self.impressionsSquares = impressionsSquares
    self.revenueImpressions = revenueImpressions
  }

  /// Of no day.
  package static let zero = DayMoments(
    days: 0, revenueSquares: 0, spendSquares: 0, revenueSpend: 0, redemptionsSquares: 0, spendRedemptions: 0,
    impressionsSquares: 0, revenueImpressions: 0)

  /// Of one day; of a day without anything none.
  package init(day counts: CampaignCounts) {
    let (revenue, spend) = (Double(counts.revenueCents), Double(counts.spendMicros))
    let (redemptions, impressions) = (Double(counts.redemptions), Double(counts.impressions))
    self.init(
      days: counts.isZero ? 0 : 1, revenueSquares: revenue * revenue, spendSquares: spend * spend,
      revenueSpend: revenue * spend, redemptionsSquares: redemptions * redemptions,
      spendRedemptions: spend * redemptions, impressionsSquares: impressions * impressions,
      revenueImpressions: revenue * impressions)
  }

  package static func + (one: Self, other: Self) -> Self {
    DayMoments(
      days: one.days + other.days, revenueSquares: one.revenueSquares + other.revenueSquares,
      spendSquares: one.spendSquares + other.spendSquares, revenueSpend: one.revenueSpend + other.revenueSpend,
      redemptionsSquares: one.redemptionsSquares + other.redemptionsSquares,
      spendRedemptions: one.spendRedemptions + other.spendRedemptions,
      impressionsSquares: one.impressionsSquares + other.impressionsSquares,
      revenueImpressions: one.revenueImpressions + other.revenueImpressions)
  }

  /// Running sums up to a day less those up to an earlier one: the sums of the days between.
  package static func - (one: Self, other: Self) -> Self {
    DayMoments(
      days: one.days - other.days, revenueSquares: one.revenueSquares - other.revenueSquares,
      spendSquares: one.spendSquares - other.spendSquares, revenueSpend: one.revenueSpend - other.revenueSpend,
      redemptionsSquares: one.redemptionsSquares - other.redemptionsSquares,
      spendRedemptions: one.spendRedemptions - other.spendRedemptions,
      impressionsSquares: one.impressionsSquares - other.impressionsSquares,
      revenueImpressions: one.revenueImpressions - other.revenueImpressions)
  }
}
