import Core

extension Store {
  /// Writes what the transaction counted of campaigns: a row for each campaign and day, hour, offer, value of a segment,
  /// and then the running totals from the first of those days on.
  func flushCampaigns() throws(StoreError) {
    guard !campaignCounts.isEmpty else {
      if !campaignCounts.purses.isEmpty { campaignCounts = PendingCampaigns() }
      return
    }
    for (key, counts) in campaignCounts.days { try add(counts, toDay: key) }
    for (key, counts) in campaignCounts.hours { try add(counts, toHour: key) }
    for (key, counts) in campaignCounts.segments { try add(counts, toSegment: key) }
    for (key, counts) in campaignCounts.offers { try add(counts, toOffer: key) }
    for (key, counts) in campaignCounts.portfolio { try add(counts, toPortfolio: key) }
    for campaign in campaignCounts.days.owners {
      if let first = campaignCounts.days.periods(of: campaign).first {
        try renewTotals(of: campaign, from: first.period)
      }
    }
    try flushVisits()
    campaignCounts = PendingCampaigns()
  }

  private func add(_ counts: CampaignCounts, toDay key: PendingCampaigns.Period) throws(StoreError) {
    try connection.run(
      """
      INSERT INTO rollup_campaign_day (
        campaign_id, day, impressions, views, acceptances, dismissals, redemptions, expiries, spend_micros,
        revenue_cents, refunded_cents)
      VALUES (
        :campaign, :period, :impressions, :views, :acceptances, :dismissals, :redemptions, :expiries, :spend, :revenue,
        :refunded)
      ON CONFLICT (campaign_id, day) DO UPDATE SET
        impressions = impressions + excluded.impressions,
        views = views + excluded.views,
        acceptances = acceptances + excluded.acceptances,
        dismissals = dismissals + excluded.dismissals,
        redemptions = redemptions + excluded.redemptions,
        expiries = expiries + excluded.expiries,
        spend_micros = spend_micros + excluded.spend_micros,
        revenue_cents = revenue_cents + excluded.revenue_cents,
        refunded_cents = refunded_cents + excluded.refunded_cents
      """,
      [
        ":campaign": .integer(key.campaign), ":period": .integer(key.period),
        ":impressions": .integer(counts.impressions), ":views": .integer(counts.views),
        ":acceptances": .integer(counts.acceptances), ":dismissals": .integer(counts.dismissals),
        ":redemptions": .integer(counts.redemptions), ":expiries": .integer(counts.expiries),
        ":spend": .integer(counts.spendMicros), ":revenue": .integer(counts.revenueCents),
        ":refunded": .integer(counts.refundedCents),
      ])
  }

  private func add(_ counts: CampaignCounts, toHour key: PendingCampaigns.Period) throws(StoreError) {
    try connection.run(
      """
      INSERT INTO rollup_campaign_hour (
        campaign_id, hour, impressions, views, acceptances, dismissals, redemptions, expiries, spend_micros,
        revenue_cents, refunded_cents)
      VALUES (
        :campaign, :period, :impressions, :views, :acceptances, :dismissals, :redemptions, :expiries, :spend, :revenue,
        :refunded)
      ON CONFLICT (campaign_id, hour) DO UPDATE SET
        impressions = impressions + excluded.impressions,
        views = views + excluded.views,
        acceptances = acceptances + excluded.acceptances,
        dismissals = dismissals + excluded.dismissals,
        redemptions = redemptions + excluded.redemptions,
        expiries = expiries + excluded.expiries,
        spend_micros = spend_micros + excluded.spend_micros,
        revenue_cents = revenue_cents + excluded.revenue_cents,
        refunded_cents = refunded_cents + excluded.refunded_cents
      """,
      [
        ":campaign": .integer(key.campaign), ":period": .integer(key.period),
        ":impressions": .integer(counts.impressions), ":views": .integer(counts.views),
        ":acceptances": .integer(counts.acceptances), ":dismissals": .integer(counts.dismissals),
        ":redemptions": .integer(counts.redemptions), ":expiries": .integer(counts.expiries),
        ":spend": .integer(counts.spendMicros), ":revenue": .integer(counts.revenueCents),
        ":refunded": .integer(counts.refundedCents),
      ])
  }

  private func add(_ counts: CampaignCounts, toSegment key: PendingCampaigns.Segment) throws(StoreError) {
    try connection.run(
      """
      INSERT INTO rollup_campaign_segment (
        campaign_id, dimension, value, day, impressions, views, acceptances, dismissals, redemptions, expiries, spend_micros,
        revenue_cents, refunded_cents)
      VALUES (
        :campaign, :dimension, :value, :day, :impressions, :views, :acceptances, :dismissals, :redemptions, :expiries, :spend, :revenue,
        :refunded)
      ON CONFLICT (campaign_id, dimension, value, day) DO UPDATE SET
        impressions = impressions + excluded.impressions,
        views = views + excluded.views,
        acceptances = acceptances + excluded.acceptances,
        dismissals = dismissals + excluded.dismissals,
        redemptions = redemptions + excluded.redemptions,
        expiries = expiries + excluded.expiries,
        spend_micros = spend_micros + excluded.spend_micros,
        revenue_cents = revenue_cents + excluded.revenue_cents,
        refunded_cents = refunded_cents + excluded.refunded_cents
      """,
      [
        ":campaign": .integer(key.owner.campaign), ":dimension": .text(key.owner.dimension),
        ":value": .text(key.owner.value),
        ":day": .integer(key.period),
        ":impressions": .integer(counts.impressions), ":views": .integer(counts.views),
        ":acceptances": .integer(counts.acceptances), ":dismissals": .integer(counts.dismissals),
        ":redemptions": .integer(counts.redemptions), ":expiries": .integer(counts.expiries),
        ":spend": .integer(counts.spendMicros), ":revenue": .integer(counts.revenueCents),
        ":refunded": .integer(counts.refundedCents),
      ])
  }

  private func add(_ counts: CampaignCounts, toOffer key: PendingCampaigns.OfferDay) throws(StoreError) {
    try connection.run(
      """
      INSERT INTO rollup_campaign_offer (
        campaign_id, offer_id, day, impressions, views, acceptances, dismissals, redemptions, expiries, spend_micros,
        revenue_cents, refunded_cents)
      VALUES (
        :campaign, :offer, :day, :impressions, :views, :acceptances, :dismissals, :redemptions, :expiries, :spend, :revenue,
        :refunded)
      ON CONFLICT (campaign_id, offer_id, day) DO UPDATE SET
        impressions = impressions + excluded.impressions,
        views = views + excluded.views,
        acceptances = acceptances + excluded.acceptances,
        dismissals = dismissals + excluded.dismissals,
        redemptions = redemptions + excluded.redemptions,
        expiries = expiries + excluded.expiries,
        spend_micros = spend_micros + excluded.spend_micros,
        revenue_cents = revenue_cents + excluded.revenue_cents,
        refunded_cents = refunded_cents + excluded.refunded_cents
      """,
      [
        ":campaign": .integer(key.owner.campaign), ":offer": .integer(key.owner.offer), ":day": .integer(key.period),
        ":impressions": .integer(counts.impressions), ":views": .integer(counts.views),
        ":acceptances": .integer(counts.acceptances), ":dismissals": .integer(counts.dismissals),
        ":redemptions": .integer(counts.redemptions), ":expiries": .integer(counts.expiries),
        ":spend": .integer(counts.spendMicros), ":revenue": .integer(counts.revenueCents),
        ":refunded": .integer(counts.refundedCents),
      ])
  }

  private func add(_ counts: CampaignCounts, toPortfolio key: PendingCampaigns.CurrencyDay) throws(StoreError) {
    try connection.run(
      """
      INSERT INTO rollup_portfolio_day (
        currency, day, impressions, views, acceptances, dismissals, redemptions, expiries, spend_micros,
        revenue_cents, refunded_cents)
      VALUES (
        :currency, :day, :impressions, :views, :acceptances, :dismissals, :redemptions, :expiries, :spend, :revenue,
        :refunded)
      ON CONFLICT (currency, day) DO UPDATE SET
        impressions = impressions + excluded.impressions,
        views = views + excluded.views,
        acceptances = acceptances + excluded.acceptances,
        dismissals = dismissals + excluded.dismissals,
        redemptions = redemptions + excluded.redemptions,
        expiries = expiries + excluded.expiries,
        spend_micros = spend_micros + excluded.spend_micros,
        revenue_cents = revenue_cents + excluded.revenue_cents,
        refunded_cents = refunded_cents + excluded.refunded_cents
      """,
      [
        ":currency": .text(key.owner), ":day": .integer(key.period),
        ":impressions": .integer(counts.impressions), ":views": .integer(counts.views),
        ":acceptances": .integer(counts.acceptances), ":dismissals": .integer(counts.dismissals),
        ":redemptions": .integer(counts.redemptions), ":expiries": .integer(counts.expiries),
        ":spend": .integer(counts.spendMicros), ":revenue": .integer(counts.revenueCents),
        ":refunded": .integer(counts.refundedCents),
      ])
  }
}
