import Core
import Testing

@testable import Store

/// A town with one person who waits for things: listings, rules and alerts are put there as an ingest would leave them
/// the moment before it decides.
final class AlertTown {
  let town: TestTown
  let person: Person
  private var listings: Int64 = 0

  init(zone: String = "America/Cayman", _ wishes: (inout Preferences) throws -> Void = { _ in }) throws {
    town = try TestTown()
    person = try town.person("Ana R.", zone: zone)
    var preferences = Preferences()
    try wishes(&preferences)
    try store.setPreferences(preferences, of: person.id, by: TestTown.ana, now: TestTown.noon)
  }

  var store: Store { town.store }

  /// A rule of the person's.
  func rule(
    _ name: String = "any", isUrgent: Bool = false, frequency: Preferences.AlertFrequency? = nil,
    channels: String = "", now: Timestamp = TestTown.noon
  ) throws -> AlertRule.ID {
    try store.write { () throws(StoreError) in
      try store.connection.run(
        """
        INSERT INTO alert_rule (
          version, person_id, name, is_enabled, is_urgent, keywords, excludes, categories, channels, frequency,
          created_at, updated_at, from_seq)
        VALUES (1, :person, :name, 1, :urgent, 'pc', '', '', :channels, :frequency, 0, 0, 0)
        """,
        [
          ":person": .id(person.id), ":name": .text(name), ":urgent": .flag(isUrgent), ":channels": .text(channels),
          ":frequency": .choice(frequency),
        ])
      let id = AlertRule.ID(store.connection.lastInsertedID)
      try store.planDigest(of: person.id, now: now)
      return id
    }
  }

  /// A listing; those of a group are the same item.
  func listing(
    cents: Int64 = 10_000, category: String = "phones", score: Double? = nil, group: Int64? = nil
  ) throws -> Listing.ID {
    listings += 1
    let number = listings
    try store.connection.run(
      """
      INSERT INTO listing (
        source, external_id, ingest_seq, title, tags, price_cents, currency, category, first_seen_at, seen_at,
        deal_score, group_id, item_hash, description)
      VALUES (
        'market', :external, :number, :title, '', :cents, 'USD', :category, 0, 0, :score, :group, :number, '')
      """,
      [
        ":external": .text("\(number)"), ":number": .integer(number), ":title": .text("Thing \(number)"),
        ":cents": .integer(cents), ":category": .text(category), ":score": .optional(score), ":group": .optional(group),
      ])
    return Listing.ID(store.connection.lastInsertedID)
  }

  /// Raises an alert and decides what is due, as the transaction of an ingest does.
  @discardableResult
  func raise(_ rule: AlertRule.ID, _ listing: Listing.ID? = nil, now: Timestamp) throws -> Alert.ID {
    let listing = try listing ?? self.listing()
    return try store.write { () throws(StoreError) in
      let id = try queue(rule, listing, now: now)
      try store.decideDue(now: now)
      return id
    }
  }

  /// Raises an alert and leaves it undecided.
  func queue(_ rule: AlertRule.ID, _ listing: Listing.ID, now: Timestamp) throws(StoreError) -> Alert.ID {
    try store.connection.run(
      """
      INSERT INTO alert (
        person_id, kind, rule_id, origin, listing_id, price_epoch, price_cents, currency, matched_words, at, state,
        due_at)
      SELECT :person, 'deal', :rule, 'any', id, price_epoch, price_cents, currency, 'pc', :now, 'queued', :now
        FROM listing
       WHERE id = :listing
      """,
      [":person": .id(person.id), ":rule": .id(rule), ":now": .instant(now), ":listing": .id(listing)])
    return Alert.ID(store.connection.lastInsertedID)
  }

  /// State, reason and next instant of an alert, as they are stored.
  func stored(_ alert: Alert.ID) throws -> StoredAlert {
    let stored = try store.connection.row(
      """
      SELECT state, reason_code, due_at, read_at, digest_id, more_count, collapsed_into
        FROM alert
       WHERE id = :id
      """,
      [":id": .id(alert)]
    ) { row throws(StoreError) in
      StoredAlert(
        state: try row.choice(0), reason: row.optional(1) { row.text($0) }, dueAt: row.instant(2),
        isRead: !row.isNull(3), digest: row.optional(4) { row.id($0) }, more: row.optional(5) { row.count($0) },
        into: row.optional(6) { row.id($0) })
    }
    return try #require(stored)
  }

  /// Alerts of one kind in one state.
  func count(_ kind: Alert.Kind, _ state: Alert.State) throws -> Int {
    Int(
      try store.connection.integer(
        """
        SELECT count(*)
          FROM alert
         WHERE kind = :kind
           AND state = :state
        """,
        [":kind": .choice(kind), ":state": .choice(state)]))
  }

  /// The local days that have a digest, in order.
  func digestDays() throws -> [String] {
    try store.connection.rows(
      """
      SELECT day
        FROM digest
       ORDER BY day
      """
    ) { row throws(StoreError) in CivilDate(dayNumber: row.count(0)).description }
  }
}

/// What a test looks at.
struct StoredAlert: Hashable {
  let state: Alert.State
  let reason: String?
  let dueAt: Timestamp
  let isRead: Bool
  let digest: Digest.ID?
  let more: Int?
  let into: Alert.ID?
}
