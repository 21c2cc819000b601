import Core

extension Store {
  /// Writes the running totals of a campaign anew from a day on: the row before it, and then each day's own counts, so
  /// that squares are never added up from differences. Plan: one seek, then the days from the first on; today's alone
  /// unless something came late.
  func renewTotals(of campaign: Int64, from day: Int64) throws(StoreError) {
    var totals = try totals(of: campaign, before: day)
    let days = try connection.rows(
      """
      SELECT impressions, views, acceptances, dismissals, redemptions, expiries, spend_micros, revenue_cents,
             refunded_cents, day
        FROM rollup_campaign_day
       WHERE campaign_id = :campaign
         AND day >= :day
       ORDER BY day
      """,
      [":campaign": .integer(campaign), ":day": .integer(day)]
    ) { row throws(StoreError) in (day: row.integer(9), counts: CampaignCounts(row, from: 0)) }
    for (day, counts) in days {
      totals = totals + CampaignTotals(days: CollectionOfOne(counts))
      try write(totals, of: campaign, upTo: day)
    }
  }

  /// The running totals up to the last day before one.
  private func totals(of campaign: Int64, before day: Int64) throws(StoreError) -> CampaignTotals {
    try connection.row(
      """
      SELECT impressions, views, acceptances, dismissals, redemptions, expiries, spend_micros, revenue_cents,
             refunded_cents, days, revenue_squares, spend_squares, revenue_spend, redemptions_squares,
             spend_redemptions, impressions_squares, revenue_impressions
        FROM rollup_campaign_total
       WHERE campaign_id = :campaign
         AND day < :day
       ORDER BY day DESC
       LIMIT 1
      """,
      [":campaign": .integer(campaign), ":day": .integer(day)]
    ) { row throws(StoreError) in CampaignTotals(row) } ?? .zero
  }

  func write(_ totals: CampaignTotals, of campaign: Int64, upTo day: Int64) throws(StoreError) {
    let (counts, moments) = (totals.counts, totals.moments)
    try connection.run(
      """
      INSERT OR REPLACE INTO rollup_campaign_total (
        campaign_id, day, impressions, views, acceptances, dismissals, redemptions, expiries, spend_micros,
        revenue_cents, refunded_cents, days, revenue_squares, spend_squares, revenue_spend, redemptions_squares,
        spend_redemptions, impressions_squares, revenue_impressions)
      VALUES (
        :campaign, :day, :impressions, :views, :acceptances, :dismissals, :redemptions, :expiries, :spend, :revenue,
        :refunded, :days, :revenue_squares, :spend_squares, :revenue_spend, :redemptions_squares, :spend_redemptions,
        :impressions_squares, :revenue_impressions)
      """,
      [
        ":campaign": .integer(campaign), ":day": .integer(day), ":impressions": .integer(counts.impressions),
        ":views": .integer(counts.views), ":acceptances": .integer(counts.acceptances),
        ":dismissals": .integer(counts.dismissals), ":redemptions": .integer(counts.redemptions),
        ":expiries": .integer(counts.expiries), ":spend": .integer(counts.spendMicros),
        ":revenue": .integer(counts.revenueCents), ":refunded": .integer(counts.refundedCents),
        ":days": .integer(moments.days), ":revenue_squares": .real(moments.revenueSquares),
        ":spend_squares": .real(moments.spendSquares), ":revenue_spend": .real(moments.revenueSpend),
        ":redemptions_squares": .real(moments.redemptionsSquares),
        ":spend_redemptions": .real(moments.spendRedemptions),
        ":impressions_squares": .real(moments.impressionsSquares),
        ":revenue_impressions": .real(moments.revenueImpressions),
      ])
  }
}
