import Core

extension Store {
  /// Listings whose price is not the last of their history, rules and alerts that cannot be read, alerts that are missing,
  /// and watches that spoke another number of times than they count.
  func wrongDeals() throws(StoreError) -> [String] {
    try wrongPrices() + wrongEpochs() + wrongGroups() + missingAlerts() + strangeAlerts() + wrongWatches()
  }

  private func wrongPrices() throws(StoreError) -> [String] {
    try connection.rows(
      """
      SELECT listing.id
        FROM listing
        LEFT JOIN listing_price ON listing_price.listing_id = listing.id
                               AND listing_price.at = (
                                 SELECT max(at)
                                   FROM listing_price AS last
                                  WHERE last.listing_id = listing.id)
       WHERE listing.price_cents IS NOT listing_price.price_cents
          OR listing.currency IS NOT listing_price.currency
       LIMIT 1000
      """
    ) { row throws(StoreError) in "listing \(row.integer(0)): its price is not the last of its history" }
  }

  /// Two prices of one instant leave one in the history, so that there may be more epochs than drops.
  private func wrongEpochs() throws(StoreError) -> [String] {
    try connection.rows(
      """
      WITH step AS (
        SELECT listing_id, price_cents, currency,
               lag(price_cents) OVER (PARTITION BY listing_id ORDER BY at) AS before_cents,
               lag(currency) OVER (PARTITION BY listing_id ORDER BY at) AS before_currency
          FROM listing_price
         WHERE price_cents IS NOT NULL),
      fallen AS (
        SELECT listing_id, count(*) AS drops
          FROM step
         WHERE price_cents < before_cents
           AND currency = before_currency
         GROUP BY listing_id)
      SELECT listing.id
        FROM fallen
        JOIN listing ON listing.id = fallen.listing_id
       WHERE listing.price_epoch < 1 + fallen.drops
       LIMIT 1000
      """
    ) { row throws(StoreError) in "listing \(row.integer(0)): its price fell more often than it counts" }
  }

  private func wrongGroups() throws(StoreError) -> [String] {
    try connection.rows(
      """
      SELECT group_id
        FROM listing
       WHERE group_id IS NOT NULL
       GROUP BY group_id
      HAVING count(*) < 2 OR min(id) <> group_id
       LIMIT 1000
      """
    ) { row throws(StoreError) in "group \(row.integer(0)) holds one listing, or is not named by its first" }
  }

  /// Every enabled rule spoke of every listing that it finds and that came after its beginning.
  private func missingAlerts() throws(StoreError) -> [String] {
    let desk = try ruleDesk()
    var missing: [String] = []
    try eachListing(after: 0) { listing, sequence throws(StoreError) in
      for id in desk.rules.matches(PackedListing(listing)) {
        guard let rule = try ruleIfAny(id), rule.fromSequence < sequence,
          try latestAlert(of: id, listing.id)?.priceEpoch != listing.priceEpoch
        else { continue }
        missing.append("rule \(id) raised no alert of listing \(listing.id)")
      }
    }
    return missing
  }

  /// Alerts that cannot be read, and those of another person than their rule or watch.
  private func strangeAlerts() throws(StoreError) -> [String] {
    try connection.each(
      """
      SELECT id, person_id, kind, rule_id, watch_id, origin, listing_id, price_epoch, trigger_number, price_cents,
             currency, matched_words, at, state, due_at, decided_at, reason_code, reason, read_at, snoozed_until,
             more_count, collapsed_into, digest_id
        FROM alert
      """
    ) { row throws(StoreError) in _ = try Alert(row) }
    return try connection.rows(
      """
      SELECT alert.id
        FROM alert
        LEFT JOIN alert_rule ON alert_rule.id = alert.rule_id
        LEFT JOIN watch ON watch.id = alert.watch_id
        LEFT JOIN listing ON listing.id = alert.listing_id
       WHERE ifnull(alert_rule.person_id, alert.person_id) <> alert.person_id
          OR ifnull(watch.person_id, alert.person_id) <> alert.person_id
          OR alert.price_epoch > listing.price_epoch
       LIMIT 1000
      """
    ) { row throws(StoreError) in "alert \(row.integer(0)) is not what its rule, watch or listing says" }
  }

  private func wrongWatches() throws(StoreError) -> [String] {
    for person in try dealPeople() { _ = try watches(of: person.id) }
    return try connection.rows(
      """
      SELECT watch_state.watch_id, watch_state.listing_id
        FROM watch_state
       WHERE watch_state.triggers <> (
         SELECT ifnull(max(trigger_number), 0)
           FROM alert
          WHERE alert.watch_id = watch_state.watch_id
            AND alert.listing_id = watch_state.listing_id
            AND alert.kind = 'price')
       LIMIT 1000
      """
    ) { row throws(StoreError) in
      "watch \(row.integer(0)) counts other times than it spoke of listing \(row.integer(1))"
    }
  }
}
