import Core

extension Store {
  /// The town's day, as the Overview shows it. Writes nothing.
  /// - Parameters:
  ///   - scarceLimit: most offers whose places go.
  ///   - claimLimit: most claims.
  package func townDay(now: Timestamp, scarceLimit: Int = 12, claimLimit: Int = 12) throws(StoreError) -> TownDay {
    try read { () throws(StoreError) in
      var day = TownDay(
        hours: try hours(now: now), claims: try latestClaims(claimLimit), openClaims: try openClaims(at: now),
        success: try successMetrics(for: Actor(.operator, "overview"), now: now))
      let scarce = try scarceOffers(at: now)
      day.soldOut = scarce.count { $0.left == 0 }
      day.runningOut = scarce.count { $0.isRunningOut }
      day.scarce = Array(scarce.prefix(scarceLimit))
      return day
    }
  }

  /// Counts of each local hour since midnight. Plan: primary key of `rollup_hour`, one day.
  private func hours(now: Timestamp) throws(StoreError) -> [TownDay.Hour] {
    try flushRollups()
    let clock = try zone(world.zone)
    let start = clock.start(ofDay: clock.localDay(at: now))
    var hours = [TownDay.Hour](repeating: TownDay.Hour(), count: clock.localTime(at: now).minuteOfDay / 60 + 1)
    try connection.each(
      """
      SELECT hour, sum(impressions), sum(acceptances), sum(redemptions)
        FROM rollup_hour
       WHERE hour >= :start
         AND hour <= :now
       GROUP BY hour
      """,
      [":start": .instant(start), ":now": .instant(now)]
    ) { row throws(StoreError) in
      // An hour in which the clock changes is two rows with one number.
      let hour = clock.localTime(at: row.instant(0)).minuteOfDay / 60
      guard hours.indices.contains(hour) else { return }
      hours[hour].shown += row.integer(1)
      hours[hour].accepted += row.integer(2)
      hours[hour].redeemed += row.integer(3)
    }
    return hours
  }

  /// Offers that can be accepted now and have a number of places, those with the smallest share left first.
  private func scarceOffers(at now: Timestamp) throws(StoreError) -> [TownDay.ScarceOffer] {
    let names = try partnerNames()
    var scarce: [TownDay.ScarceOffer] = []
    for offer in try offerIndex().offers {
      guard let total = offer.capacityTotal, let left = offer.capacityLeft, offer.state.isApproved,
        offer.validFrom.map({ $0 <= now }) ?? true, offer.validUntil.map({ now < $0 }) ?? true
      else { continue }
      scarce.append(
        TownDay.ScarceOffer(
          id: offer.id, title: offer.title, partnerName: names[offer.partnerID] ?? "", left: left, total: total))
    }
    // left / total, compared without dividing.
    return scarce.sorted { ($0.left * $1.total, $0.id) < ($1.left * $0.total, $1.id) }
  }

  /// The latest claims, newest first. Plan: primary key, from its end.
  private func latestClaims(_ limit: Int) throws(StoreError) -> [TownDay.ClaimRow] {
    try connection.rows(
      """
      SELECT claim.id, claim.code, claim.state, claim.claimed_at, claim.expires_at, offer_version.title
        FROM claim
        JOIN offer_version ON offer_version.offer_id = claim.offer_id
                          AND offer_version.version = claim.offer_version
       ORDER BY claim.id DESC
       LIMIT :limit
      """,
      [":limit": .integer(Int64(limit))]
    ) { row throws(StoreError) in
      TownDay.ClaimRow(
        id: row.id(0), code: (try? ClaimCode(parsing: row.text(1)))?.description ?? "", state: try row.choice(2),
        claimedAt: row.instant(3), expiresAt: row.instant(4), offerTitle: row.text(5))
    }
  }

  /// Claims that can still be redeemed. Plan: `claim_due`, from `now` on.
  private func openClaims(at now: Timestamp) throws(StoreError) -> Int {
    try connection.row(
      """
      SELECT count(*)
        FROM claim
       WHERE state = 'open'
         AND expires_at > :now
      """,
      [":now": .instant(now)]
    ) { row throws(StoreError) in row.count(0) } ?? 0
  }
}
