import Core

extension Store {
  /// Writes the counts of the transaction: one row for each offer and hour, each offer and day, each partner and day.
  func flushRollups() throws(StoreError) {
    guard !rollups.isEmpty else { return }
    for (key, counts) in rollups.hours { try addToHour(key, counts) }
    for (key, counts) in rollups.days { try addToDay(key, counts) }
    for (key, counts) in rollups.partnerDays { try addToPartnerDay(key, counts) }
    for (occurrence, count) in rollups.values where count != 0 { try add(count, of: occurrence) }
    for (partner, cents) in rollups.due where cents != 0 { try addDue(cents, of: partner) }
    rollups = PendingRollups()
  }

  private func addToHour(_ key: PendingRollups.Key, _ counts: RollupCounts) throws(StoreError) {
    try connection.run(
      """
      INSERT INTO rollup_hour (
        hour, offer_id, impressions, views, acceptances, dismissals, redemptions, expiries, claimed_cents,
        redeemed_cents, revenue_cents, commission_cents, refunded_cents)
      VALUES (
        :period, :id, :impressions, :views, :acceptances, :dismissals, :redemptions, :expiries, :claimed_cents,
        :redeemed_cents, :revenue_cents, :commission_cents, :refunded_cents)
      ON CONFLICT (hour, offer_id) DO UPDATE SET
        impressions = impressions + excluded.impressions,
        views = views + excluded.views,
        acceptances = acceptances + excluded.acceptances,
        dismissals = dismissals + excluded.dismissals,
        redemptions = redemptions + excluded.redemptions,
        expiries = expiries + excluded.expiries,
        claimed_cents = claimed_cents + excluded.claimed_cents,
        redeemed_cents = redeemed_cents + excluded.redeemed_cents,
        revenue_cents = revenue_cents + excluded.revenue_cents,
        commission_cents = commission_cents + excluded.commission_cents,
        refunded_cents = refunded_cents + excluded.refunded_cents
      """,
      counts.parameters(period: key.period, id: key.owner))
  }

  private func addToDay(_ key: PendingRollups.Key, _ counts: RollupCounts) throws(StoreError) {
    try connection.run(
      """
      INSERT INTO rollup_day (
        day, offer_id, impressions, views, acceptances, dismissals, redemptions, expiries, claimed_cents,
        redeemed_cents, revenue_cents, commission_cents, refunded_cents)
      VALUES (
        :period, :id, :impressions, :views, :acceptances, :dismissals, :redemptions, :expiries, :claimed_cents,
        :redeemed_cents, :revenue_cents, :commission_cents, :refunded_cents)
      ON CONFLICT (day, offer_id) DO UPDATE SET
        impressions = impressions + excluded.impressions,
        views = views + excluded.views,
        acceptances = acceptances + excluded.acceptances,
        dismissals = dismissals + excluded.dismissals,
        redemptions = redemptions + excluded.redemptions,
        expiries = expiries + excluded.expiries,
        claimed_cents = claimed_cents + excluded.claimed_cents,
        redeemed_cents = redeemed_cents + excluded.redeemed_cents,
        revenue_cents = revenue_cents + excluded.revenue_cents,
        commission_cents = commission_cents + excluded.commission_cents,
        refunded_cents = refunded_cents + excluded.refunded_cents
      """,
      counts.parameters(period: key.period, id: key.owner))
  }

  private func addToPartnerDay(_ key: PendingRollups.PartnerDay, _ counts: RollupCounts) throws(StoreError) {
    try connection.run(
      """
      INSERT INTO rollup_partner_day (
        day, partner_id, impressions, views, acceptances, dismissals, redemptions, expiries, claimed_cents,
        redeemed_cents, revenue_cents, commission_cents, refunded_cents)
      VALUES (
        :period, :id, :impressions, :views, :acceptances, :dismissals, :redemptions, :expiries, :claimed_cents,
        :redeemed_cents, :revenue_cents, :commission_cents, :refunded_cents)
      ON CONFLICT (partner_id, day) DO UPDATE SET
        impressions = impressions + excluded.impressions,
        views = views + excluded.views,
        acceptances = acceptances + excluded.acceptances,
        dismissals = dismissals + excluded.dismissals,
        redemptions = redemptions + excluded.redemptions,
        expiries = expiries + excluded.expiries,
        claimed_cents = claimed_cents + excluded.claimed_cents,
        redeemed_cents = redeemed_cents + excluded.redeemed_cents,
        revenue_cents = revenue_cents + excluded.revenue_cents,
        commission_cents = commission_cents + excluded.commission_cents,
        refunded_cents = refunded_cents + excluded.refunded_cents
      """,
      counts.parameters(period: key.period, id: key.owner))
  }

  private func add(_ count: Int64, of occurrence: PendingRollups.Occurrence) throws(StoreError) {
    guard count > 0 else { return try takeBack(-count, of: occurrence) }
    try connection.run(
      """
      INSERT INTO acceptance_value (offer_id, hour, measure, value, n)
      VALUES (:offer_id, :hour, :measure, :value, :count)
      ON CONFLICT (offer_id, hour, measure, value) DO UPDATE SET
        n = n + excluded.n
      """,
      [
        ":offer_id": .integer(occurrence.offerID), ":hour": .integer(occurrence.hour),
        ":measure": .choice(occurrence.measure), ":value": .integer(occurrence.value), ":count": .integer(count),
      ])
  }

  /// A value that does not occur any more leaves no row.
  private func takeBack(_ count: Int64, of occurrence: PendingRollups.Occurrence) throws(StoreError) {
    try connection.run(
      """
      UPDATE acceptance_value
         SET n = n - :count
       WHERE offer_id = :offer_id
         AND hour = :hour
         AND measure = :measure
         AND value = :value
      """,
      [
        ":count": .integer(count), ":offer_id": .integer(occurrence.offerID), ":hour": .integer(occurrence.hour),
        ":measure": .choice(occurrence.measure), ":value": .integer(occurrence.value),
      ])
    try connection.run(
      """
      DELETE FROM acceptance_value
       WHERE offer_id = :offer_id
         AND hour = :hour
         AND measure = :measure
         AND value = :value
         AND n = 0
      """,
      [
        ":offer_id": .integer(occurrence.offerID), ":hour": .integer(occurrence.hour),
        ":measure": .choice(occurrence.measure), ":value": .integer(occurrence.value),
      ])
  }

  private func addDue(_ cents: Int64, of partner: Int64) throws(StoreError) {
    try connection.run(
      """
      INSERT INTO rollup_partner (partner_id, commission_due_cents)
      VALUES (:partner_id, :cents)
      ON CONFLICT (partner_id) DO UPDATE SET
        commission_due_cents = commission_due_cents + excluded.commission_due_cents
      """,
      [":partner_id": .integer(partner), ":cents": .integer(cents)])
  }
}

extension RollupCounts {
  /// The values of a rollup's row.
  fileprivate func parameters(period: Int64, id: Int64) -> Value.Parameters {
    [
      ":period": .integer(period), ":id": .integer(id), ":impressions": .integer(impressions),
      ":views": .integer(views), ":acceptances": .integer(acceptances), ":dismissals": .integer(dismissals),
      ":redemptions": .integer(redemptions), ":expiries": .integer(expiries),
      ":claimed_cents": .integer(claimedCents), ":redeemed_cents": .integer(redeemedCents),
      ":revenue_cents": .integer(revenueCents), ":commission_cents": .integer(commissionCents),
      ":refunded_cents": .integer(refundedCents),
    ]
  }
}
