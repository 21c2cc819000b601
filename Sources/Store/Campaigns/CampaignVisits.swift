import Core

/// When somebody last looked at campaigns, and what has changed since.
extension Store {
  /// Looks closer together than this are one visit.
  private static let gap = TimeSpan.minutes(30)

  /// Whose visits, and where they stand.
  private struct Visit {
    let lookedAt: Timestamp
    let beforeAt: Timestamp?

    /// Whether a look begins another visit.
    func isOver(at now: Timestamp) -> Bool { now - lookedAt > gap }
  }

  /// What changed since the last look of somebody's visit before this one; nil where there was none. Writes nothing.
  /// - Parameter viewer: as in `analyst:ana`.
  package func sinceLastVisit(of viewer: String, now: Timestamp) throws(StoreError) -> SinceLastVisit? {
    try read { () throws(StoreError) in
      try sinceLastVisit(of: viewer, runningTotals(upTo: .max), now: now)
    }
  }

  /// The same, from what has been counted of each campaign so far.
  func sinceLastVisit(
    of viewer: String, _ totals: [Campaign.ID: CampaignTotals], now: Timestamp
  ) throws(StoreError) -> SinceLastVisit? {
    try read { () throws(StoreError) in
      guard let visit = try visit(of: viewer) else { return nil }
      let isOver = visit.isOver(at: now)
      guard let since = isOver ? visit.lookedAt : visit.beforeAt else { return nil }
      let known = try visitCounts(of: viewer, isBefore: !isOver)
      let changes = try offerCampaigns().entries.compactMap { entry -> SinceLastVisit.Change? in
        let campaign = entry.campaign
        let counts = (totals[campaign.id]?.counts ?? .zero) - (known[campaign.id] ?? .zero)
        guard !counts.isZero else { return nil }
        return SinceLastVisit.Change(
          id: campaign.id, name: campaign.name, currency: campaign.currency, counts: counts)
      }
      return SinceLastVisit(
        since: since,
        changes: changes.sorted {
          ($1.counts.revenueCents, $1.counts.spendMicros, $0.id) < (
            $0.counts.revenueCents, $0.counts.spendMicros, $1.id
          )
        },
        events: try campaignEvents(since: since), alerts: try monitorAlerts(since: since))
    }
  }

  /// Notes that somebody looks now.
  package func visitCampaigns(_ viewer: String, now: Timestamp) throws(StoreError) {
    try visitCampaigns(viewer, runningTotals(upTo: .max), now: now)
  }

  /// Notes that somebody looks at so much.
  func visitCampaigns(
    _ viewer: String, _ totals: [Campaign.ID: CampaignTotals], now: Timestamp
  ) throws(StoreError) {
    try write { () throws(StoreError) in
      let visit = try visit(of: viewer)
      if let visit, visit.isOver(at: now) { try closeVisit(of: viewer) }
      let before = visit.flatMap { $0.isOver(at: now) ? $0.lookedAt : $0.beforeAt }
      try connection.run(
        """
        INSERT INTO campaign_visit (viewer, looked_at, before_at)
        VALUES (:viewer, :now, :before)
        ON CONFLICT (viewer) DO UPDATE SET
          looked_at = max(looked_at, excluded.looked_at),
          before_at = excluded.before_at
        """,
        [":viewer": .text(viewer), ":now": .instant(now), ":before": .instant(before)])
      let known = try visitCounts(of: viewer, isBefore: false)
      for (id, totals) in totals where known[id] != totals.counts {
        try keep(totals.counts, of: id, for: viewer)
      }
    }
  }

  private func visit(of viewer: String) throws(StoreError) -> Visit? {
    try connection.row(
      """
      SELECT looked_at, before_at
        FROM campaign_visit
       WHERE viewer = :viewer
      """,
      [":viewer": .text(viewer)]
    ) { row throws(StoreError) in
      Visit(lookedAt: row.instant(0), beforeAt: row.optional(1) { row.instant($0) })
    }
  }

  /// What had been counted at the last look becomes what had been counted before.
  private func closeVisit(of viewer: String) throws(StoreError) {
    try connection.run(
      """
      INSERT OR REPLACE INTO campaign_visit_count (
        viewer, is_before, campaign_id, impressions, views, acceptances, dismissals, redemptions, expiries,
        spend_micros, revenue_cents, refunded_cents)
      SELECT viewer, 1, campaign_id, impressions, views, acceptances, dismissals, redemptions, expiries, spend_micros,
             revenue_cents, refunded_cents
        FROM campaign_visit_count
       WHERE viewer = :viewer
         AND is_before = 0
      """,
      [":viewer": .text(viewer)])
  }

  private func visitCounts(of viewer: String, isBefore: Bool) throws(StoreError) -> [Campaign.ID: CampaignCounts] {
    var counts: [Campaign.ID: CampaignCounts] = [:]
    try connection.each(
      """
      SELECT impressions, views, acceptances, dismissals, redemptions, expiries, spend_micros, revenue_cents,
             refunded_cents, campaign_id
        FROM campaign_visit_count
       WHERE viewer = :viewer
         AND is_before = :is_before
      """,
      [":viewer": .text(viewer), ":is_before": .flag(isBefore)]
    ) { row throws(StoreError) in counts[row.id(9)] = CampaignCounts(row) }
    return counts
  }

  private func keep(_ counts: CampaignCounts, of id: Campaign.ID, for viewer: String) throws(StoreError) {
    try connection.run(
      """
      INSERT OR REPLACE INTO campaign_visit_count (
        viewer, is_before, campaign_id, impressions, views, acceptances, dismissals, redemptions, expiries,
        spend_micros, revenue_cents, refunded_cents)
      VALUES (
        :viewer, 0, :campaign, :impressions, :views, :acceptances, :dismissals, :redemptions, :expiries, :spend,
        :revenue, :refunded)
      """,
      [
        ":viewer": .text(viewer), ":campaign": .id(id), ":impressions": .integer(counts.impressions),
        ":views": .integer(counts.views), ":acceptances": .integer(counts.acceptances),
        ":dismissals": .integer(counts.dismissals), ":redemptions": .integer(counts.redemptions),
        ":expiries": .integer(counts.expiries), ":spend": .integer(counts.spendMicros),
        ":revenue": .integer(counts.revenueCents), ":refunded": .integer(counts.refundedCents),
      ])
  }
}
