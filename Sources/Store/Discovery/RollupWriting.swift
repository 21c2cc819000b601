import Core

extension Store {
  /// Writes the counts of the transaction: one row for each offer and hour, and for each offer and day.
  func flushRollups() throws(StoreError) {
    guard !rollups.isEmpty else { return }
    for (key, counts) in rollups.hours { try addToHour(key, counts) }
    for (key, counts) in rollups.days { try addToDay(key, counts) }
    rollups = PendingRollups()
  }

  private func addToHour(_ key: PendingRollups.Key, _ counts: RollupCounts) throws(StoreError) {
    try connection.run(
      """
      INSERT INTO rollup_hour (
        hour, offer_id, impressions, views, acceptances, dismissals, redemptions, expiries, claimed_cents,
        redeemed_cents, revenue_cents)
      VALUES (
        :period, :offer_id, :impressions, :views, :acceptances, :dismissals, :redemptions, :expiries, :claimed_cents,
        :redeemed_cents, :revenue_cents)
      ON CONFLICT (hour, offer_id) DO UPDATE SET
        impressions = impressions + excluded.impressions,
        views = views + excluded.views,
        acceptances = acceptances + excluded.acceptances,
        dismissals = dismissals + excluded.dismissals,
        redemptions = redemptions + excluded.redemptions,
        expiries = expiries + excluded.expiries,
        claimed_cents = claimed_cents + excluded.claimed_cents,
        redeemed_cents = redeemed_cents + excluded.redeemed_cents,
        revenue_cents = revenue_cents + excluded.revenue_cents
      """,
      counts.parameters(key))
  }

  private func addToDay(_ key: PendingRollups.Key, _ counts: RollupCounts) throws(StoreError) {
    try connection.run(
      """
      INSERT INTO rollup_day (
        day, offer_id, impressions, views, acceptances, dismissals, redemptions, expiries, claimed_cents,
        redeemed_cents, revenue_cents)
      VALUES (
        :period, :offer_id, :impressions, :views, :acceptances, :dismissals, :redemptions, :expiries, :claimed_cents,
        :redeemed_cents, :revenue_cents)
      ON CONFLICT (day, offer_id) DO UPDATE SET
        impressions = impressions + excluded.impressions,
        views = views + excluded.views,
        acceptances = acceptances + excluded.acceptances,
        dismissals = dismissals + excluded.dismissals,
        redemptions = redemptions + excluded.redemptions,
        expiries = expiries + excluded.expiries,
        claimed_cents = claimed_cents + excluded.claimed_cents,
        redeemed_cents = redeemed_cents + excluded.redeemed_cents,
        revenue_cents = revenue_cents + excluded.revenue_cents
      """,
      counts.parameters(key))
  }
}

extension RollupCounts {
  /// The values of a rollup's row.
  fileprivate func parameters(_ key: PendingRollups.Key) -> Value.Parameters {
    [
      ":period": .integer(key.period), ":offer_id": .integer(key.offerID), ":impressions": .integer(impressions),
      ":views": .integer(views), ":acceptances": .integer(acceptances), ":dismissals": .integer(dismissals),
      ":redemptions": .integer(redemptions), ":expiries": .integer(expiries),
      ":claimed_cents": .integer(claimedCents), ":redeemed_cents": .integer(redeemedCents),
      ":revenue_cents": .integer(revenueCents),
    ]
  }

  /// Reads the nine numbers of a rollup's row from a column on.
  init(_ row: Row, from first: Int32) {
    impressions = row.integer(first)
    views = row.integer(first + 1)
    acceptances = row.integer(first + 2)
    dismissals = row.integer(first + 3)
    redemptions = row.integer(first + 4)
    expiries = row.integer(first + 5)
    claimedCents = row.integer(first + 6)
    redeemedCents = row.integer(first + 7)
    revenueCents = row.integer(first + 8)
  }
}
