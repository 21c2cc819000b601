import Core

extension Store {
  /// Raises an alert of every rule that found a listing and did not speak of it at this price before.
  func raiseDeals(
    _ entry: PendingListings.Entry, _ packed: PackedListing, _ rules: [AlertRule.ID], now: Timestamp
  ) throws(StoreError) {
    for id in rules {
      guard let rule = try ruleIfAny(id), rule.isEnabled, rule.fromSequence < entry.sequence else { continue }
      try raise(rule, of: entry.listing, packed, now: now)
    }
  }

  /// Raises what a rule has to say of the listings that came after its beginning and before now.
  /// - Returns: how many alerts that made.
  @discardableResult
  func lookBack(for rule: AlertRule, now: Timestamp) throws(StoreError) -> Int {
    var raised = 0
    try eachListing(after: rule.fromSequence) { listing, _ throws(StoreError) in
      let packed = PackedListing(listing)
      guard RuleVerdict(of: rule.terms, for: packed).isMatch else { return }
      if try raise(rule, of: listing, packed, now: now) { raised += 1 }
    }
    try decideDue(now: now)
    return raised
  }

  /// Raises one alert; none where the rule spoke of the listing at this price before.
  /// - Returns: whether it is new.
  @discardableResult
  func raise(
    _ rule: AlertRule, of listing: Listing, _ packed: PackedListing, now: Timestamp
  ) throws(StoreError) -> Bool {
    try connection.run(
      """
      INSERT INTO alert (
        person_id, kind, rule_id, origin, listing_id, price_epoch, price_cents, currency, matched_words, at, state,
        due_at)
      VALUES (
        :person, 'deal', :rule, :origin, :listing, :epoch, :price, :currency, :words, :now, 'queued', :now)
      ON CONFLICT (rule_id, listing_id, price_epoch) WHERE kind = 'deal' DO NOTHING
      """,
      [
        ":person": .id(rule.person), ":rule": .id(rule.id), ":origin": .text(rule.name), ":listing": .id(listing.id),
        ":epoch": .count(listing.priceEpoch), ":price": .optional(listing.price?.cents),
        ":currency": .optional(listing.price?.currency.code),
        ":words": .text(RuleVerdict(of: rule.terms, for: packed).matchedWords.joined(separator: "\n")),
        ":now": .instant(now),
      ])
    guard connection.changes > 0 else { return false }
    try connection.run(
      """
      UPDATE alert_rule
         SET last_triggered_at = :now
       WHERE id = :id
      """,
      [":now": .instant(now), ":id": .id(rule.id)])
    touch(.alerts)
    return true
  }

  /// Raises an alert of a watch whose price was reached.
  func raise(_ watch: Watch, number: Int, of listing: Listing, origin: String, now: Timestamp) throws(StoreError) {
    try connection.run(
      """
      INSERT INTO alert (
        person_id, kind, watch_id, origin, listing_id, trigger_number, price_cents, currency, matched_words, at, state,
        due_at)
      VALUES (
        :person, 'price', :watch, :origin, :listing, :number, :price, :currency, '', :now, 'queued', :now)
      ON CONFLICT (watch_id, listing_id, trigger_number) WHERE kind = 'price' DO NOTHING
      """,
      [
        ":person": .id(watch.person), ":watch": .id(watch.id), ":origin": .text(origin), ":listing": .id(listing.id),
        ":number": .count(number), ":price": .optional(listing.price?.cents),
        ":currency": .optional(listing.price?.currency.code), ":now": .instant(now),
      ])
    touch(.alerts)
  }

  /// Cancels what a rule raised and has not told, because it goes. Plan: index `alert_rule_at`.
  func cancelUnsent(of rule: AlertRule.ID, now: Timestamp) throws(StoreError) {
    let reason = AlertReason(.ruleDeleted, "the rule was deleted")
    try connection.run(
      """
      UPDATE alert
         SET state = 'cancelled', decided_at = :now, reason_code = :code, reason = :reason
       WHERE rule_id = :rule
         AND state IN ('queued', 'held', 'digest')
      """,
      [":now": .instant(now), ":code": .choice(reason.code), ":reason": .text(reason.text), ":rule": .id(rule)])
    if connection.changes > 0 { touch(.alerts) }
  }

  /// Cancels what a watch raised and has not told, because it goes. Plan: index `alert_watch_at`.
  func cancelUnsent(of watch: Watch.ID, now: Timestamp) throws(StoreError) {
    let reason = AlertReason(.watchRemoved, "the watch was removed")
    try connection.run(
      """
      UPDATE alert
         SET state = 'cancelled', decided_at = :now, reason_code = :code, reason = :reason
       WHERE watch_id = :watch
         AND state IN ('queued', 'held', 'digest')
      """,
      [":now": .instant(now), ":code": .choice(reason.code), ":reason": .text(reason.text), ":watch": .id(watch)])
    if connection.changes > 0 { touch(.alerts) }
  }

  /// Cancels what a rule raised and has not told where its new terms would not raise it. Plan: index `alert_rule_at`.
  func cancelUnmatched(of rule: AlertRule, now: Timestamp) throws(StoreError) {
    let waiting = try connection.rows(
      """
      SELECT id, listing_id
        FROM alert
       WHERE rule_id = :rule
         AND kind = 'deal'
         AND state IN ('queued', 'held', 'digest')
      """,
      [":rule": .id(rule.id)]
    ) { row throws(StoreError) in (alert: row.id(0, of: Alert.self), listing: row.id(1, of: Listing.self)) }
    for (alert, listing) in waiting {
      let verdict = RuleVerdict(of: rule.terms, for: PackedListing(try self.listing(listing)))
      guard let obstacle = verdict.obstacle else { continue }
      let reason = AlertReason(.ruleChanged, "the rule was changed: \(obstacle.reason)")
      try connection.run(
        """
        UPDATE alert
           SET state = 'cancelled', decided_at = :now, reason_code = :code, reason = :reason
         WHERE id = :id
        """,
        [":now": .instant(now), ":code": .choice(reason.code), ":reason": .text(reason.text), ":id": .id(alert)])
      touch(.alerts)
    }
  }
}
