import Core
import Testing

@testable import Store

/// What the tables of listings, rules and alerts refuse by themselves.
@Suite struct DealTableTests {
  private func town() throws -> TestTown {
    let town = try TestTown()
    _ = try town.person()
    let connection = town.store.connection
    try connection.execute(
      """
      INSERT INTO listing (id, source, external_id, ingest_seq, title, tags, price_cents, currency, condition,
                           first_seen_at, seen_at, item_hash, description)
      VALUES (1, 'market', 'a1', 1, 'Desk lamp', '', 1500, 'USD', 'good', 0, 0, 7, '')
      """)
    try connection.execute(
      """
      INSERT INTO alert_rule (id, version, person_id, name, is_enabled, is_urgent, keywords, excludes, categories, channels,
                              created_at, updated_at, from_seq)
      VALUES (1, 1, 1, 'lamps', 1, 0, 'lamp', '', '', '', 0, 0, 0)
      """)
    try connection.execute(
      """
      INSERT INTO alert (id, person_id, kind, rule_id, origin, listing_id, price_epoch, matched_words, at, state, due_at)
      VALUES (1, 1, 'deal', 1, 'lamps', 1, 1, 'lamp', 0, 'queued', 0)
      """)
    return town
  }

  @Test(arguments: [
    "UPDATE listing SET condition = 'shiny'",
    "UPDATE listing SET price_cents = -1",
    "UPDATE listing SET price_cents = NULL",
    "UPDATE listing SET latitude = 19.2",
    "UPDATE listing SET deal_score = 1.01",
    "UPDATE listing SET seller_rating = 5.1",
    "UPDATE alert_rule SET radius_unit = 'leagues'",
    "UPDATE alert_rule SET frequency = 'hourly'",
    "UPDATE alert SET state = 'lost'",
    "UPDATE alert SET kind = 'price'",
    // A rule speaks once of a listing at a price.
    """
    INSERT INTO alert (person_id, kind, rule_id, origin, listing_id, price_epoch, matched_words, at, state, due_at)
    VALUES (1, 'deal', 1, 'lamps', 1, 1, '', 0, 'sent', 0)
    """,
    // One name is one rule of a person.
    """
    INSERT INTO alert_rule (version, person_id, name, is_enabled, is_urgent, keywords, excludes, categories, channels,
                            created_at, updated_at, from_seq)
    VALUES (1, 1, 'lamps', 1, 0, '', '', '', '', 0, 0, 0)
    """,
    // A watch is of a listing or of a search.
    """
    INSERT INTO watch (version, person_id, keywords, excludes, categories, threshold_cents, threshold_currency, created_at)
    VALUES (1, 1, '', '', '', 100, 'USD', 0)
    """,
  ])
  func whatContradictsItselfIsRefused(sql: String) throws {
    let town = try town()
    #expect(throws: StoreError.self) { try town.store.connection.execute(sql) }
  }

  @Test func aPriceDropLetsTheSameRuleSpeakAgain() throws {
    let town = try town()
    try town.store.connection.execute(
      """
      INSERT INTO alert (person_id, kind, rule_id, origin, listing_id, price_epoch, matched_words, at, state, due_at)
      VALUES (1, 'deal', 1, 'lamps', 1, 2, '', 0, 'queued', 0)
      """)
    #expect(try town.store.connection.integer("SELECT count(*) FROM alert") == 2)
  }

  @Test func theNumberOfARuleIsNeverGivenAgain() throws {
    let town = try town()
    try town.store.connection.execute("DELETE FROM alert_rule")
    try town.store.connection.execute(
      """
      INSERT INTO alert_rule (version, person_id, name, is_enabled, is_urgent, keywords, excludes, categories, channels,
                              created_at, updated_at, from_seq)
      VALUES (1, 1, 'desks', 1, 0, 'desk', '', '', '', 0, 0, 0)
      """)
    #expect(try town.store.connection.integer("SELECT max(id) FROM alert_rule") == 2)
  }
}
