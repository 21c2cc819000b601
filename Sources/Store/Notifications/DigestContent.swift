import Core

/// What stands in a digest.
extension Store {
  /// How far back prices of watched listings are looked at.
  private static let trendSpan = TimeSpan.days(30)

  /// The digest of a window, with what waits for it or an earlier one.
  func digest(of id: Person.ID, at window: NotificationWindow, now: Timestamp) throws(StoreError) -> Digest {
    let person = try person(id)
    let until = max(window.at, now)
    let candidates = try waitingDeals(of: id, until: until)
    let told = try toldBefore(of: id, until: until)
    let best = Digest.best(of: candidates, toldListings: told)
    return Digest(
      person: person, window: window, deals: best.deals, furtherDeals: best.further,
      trends: try trends(of: id, now: now), held: try held(of: id, since: lastDigest(of: id)),
      wishes: try preferences(of: id).alertWords, world: world.kind)
  }

  /// Plan: index `alert_digest`, then primary keys.
  private func waitingDeals(of person: Person.ID, until: Timestamp) throws(StoreError) -> [Digest.Deal] {
    try connection.rows(
      """
      SELECT alert.id, listing.id, listing.title, listing.price_cents, listing.currency, listing.deal_score,
             listing.group_id, listing.place, listing.url, listing.image_url, alert.origin
        FROM alert
        JOIN listing ON listing.id = alert.listing_id
       WHERE alert.person_id = :person
         AND alert.state = 'digest'
         AND alert.due_at <= :until
       ORDER BY alert.id
      """,
      [":person": .id(person), ":until": .instant(until)]
    ) { row throws(StoreError) in
      Digest.Deal(
        alert: row.id(0), listing: row.id(1), title: row.text(2),
        price: row.isNull(3) ? nil : Money(cents: row.integer(3), try row.currency(4)),
        dealScore: row.optional(5) { row.real($0) }, group: row.optional(6) { row.integer($0) },
        place: row.optional(7) { row.text($0) }, url: row.optional(8) { row.text($0) },
        imageURL: row.optional(9) { row.text($0) }, rules: [row.text(10)])
    }
  }

  /// Listings that wait for the digest although they, or the same item of another source, were told at once before and
  /// cost no less since then. Plan: index `alert_digest`, then `alert_listing` or `listing_group`.
  func toldBefore(of person: Person.ID, until: Timestamp) throws(StoreError) -> Set<Listing.ID> {
    var ids: Set<Listing.ID> = []
    try connection.each(
      """
      SELECT waiting.listing_id
        FROM alert AS waiting
        JOIN listing ON listing.id = waiting.listing_id
       WHERE waiting.person_id = :person
         AND waiting.state = 'digest'
         AND waiting.due_at <= :until
         AND EXISTS (
           SELECT 1
             FROM alert AS told
            WHERE (told.listing_id = listing.id
                   OR told.listing_id IN (
                     SELECT same.id
                       FROM listing AS same
                      WHERE same.group_id = listing.group_id))
              AND told.person_id = :person
              AND told.state = 'sent'
              AND told.digest_id IS NULL
              AND (told.price_cents IS NULL OR listing.price_cents IS NULL
                   OR told.price_cents <= listing.price_cents))
      """,
      [":person": .id(person), ":until": .instant(until)]
    ) { row throws(StoreError) in ids.insert(row.id(0)) }
    return ids
  }

  /// How the prices of what a person watches moved; of a search that of the cheapest it finds. A watch without any price
  /// in that time has nothing to tell.
  private func trends(of person: Person.ID, now: Timestamp) throws(StoreError) -> [Digest.Trend] {
    let start = now - Self.trendSpan
    var trends: [Digest.Trend] = []
    for watch in try watches(of: person) {
      let (listing, history) = try watched(watch)
      guard let listing, let prices = PriceTrend(history, from: start, to: now),
        let first = history.points.first(where: { $0.cents != nil })
      else { continue }
      trends.append(
        Digest.Trend(
          title: listing.title, prices: prices, days: Int((now - max(start, first.at)).days),
          hasPrice: history.cents(at: now) != nil, record: history.lowest(now: now), threshold: watch.threshold))
    }
    return trends
  }

  /// What kept alerts of a person from being told at once since the digest before, the most frequent reason first.
  /// Plan: index `alert_person`.
  private func held(of person: Person.ID, since: Timestamp) throws(StoreError) -> [Digest.Held] {
    try connection.rows(
      """
      SELECT reason_code, count(*)
        FROM alert
       WHERE person_id = :person
         AND at > :since
         AND kind IN ('deal', 'price')
         AND state IN ('held', 'digest', 'sent', 'collapsed')
         AND reason_code IS NOT NULL
         AND reason_code <> 'preferences.frequency'
       GROUP BY reason_code
       ORDER BY count(*) DESC, reason_code
      """,
      [":person": .id(person), ":since": .instant(since)]
    ) { row throws(StoreError) in Digest.Held(code: try row.choice(0), count: row.count(1)) }
  }

  /// When the digest before was composed; the beginning of time where there was none.
  private func lastDigest(of person: Person.ID) throws(StoreError) -> Timestamp {
    let last = try connection.row(
      """
      SELECT max(composed_at)
        FROM digest
       WHERE person_id = :person
      """,
      [":person": .id(person)]
    ) { row throws(StoreError) in row.optional(0) { row.instant($0) } }
    return (last ?? nil) ?? Timestamp(milliseconds: 0)
  }
}
