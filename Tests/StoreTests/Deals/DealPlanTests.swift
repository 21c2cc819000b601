import Core
import Testing

@testable import Store

/// Nothing that an ingest or a screen asks walks over all listings or alerts, but what looks through all listings by design.
@Suite struct DealPlanTests {
  /// Every statement of a market's day.
  private func statements() throws -> (DealTown, [String]) {
    let deals = try DealTown()
    let (store, ana, noon) = (deals.store, DealTown.ana, DealTown.noon)
    try deals.ingest("a", cents: 20_000)
    let rule = try deals.rule("lamp in:home price:..300")
    try store.addWatch(WatchDraft(.listing(deals.id("a")), atOrUnder: 15_000), by: ana, now: noon)
    try store.addWatch(WatchDraft(.search(deals.draft("desk").terms), atOrUnder: 100), by: ana, now: noon)
    try store.ingest(
      [DealTown.draft("a", cents: 14_000), DealTown.draft("x") { $0.source = "elsewhere" }], now: noon + .minutes(1))
    try deals.ingest("a", cents: nil, after: 2)
    try deals.ingest("a", cents: 100, after: 3)
    let other = try deals.town.another()
    try other.pauseRule(rule.id, by: ana, now: noon)
    try deals.ingest("b", after: 4)
    try store.resumeRule(rule.id, by: ana, now: noon)
    try store.editRule(rule.id, deals.draft("chair"), by: ana, now: noon)
    let board = try store.dealsBoard(for: ana, now: noon + .hours(1))
    for item in board.inbox.items {
      _ = try store.dealsPage(.alert(item.alert.id), of: deals.person.id, now: noon + .hours(1))
    }
    _ = try store.dealsPage(.rule(rule.id), of: deals.person.id, now: noon)
    _ = try store.dealsPage(.watch(Watch.ID(1)), of: deals.person.id, now: noon)
    _ = try store.dealsPage(.listing(deals.id("a"), rule.id), of: deals.person.id, now: noon)
    _ = try store.explain(rule.id, deals.id("a"))
    let inbox = try store.inbox(of: deals.person.id, InboxFilter(isUnread: true))
    for alert in inbox.prefix(1) {
      try store.readAlert(alert.id, by: ana, now: noon)
      try store.unreadAlert(alert.id, by: ana)
    }
    for typed in ["lamp", "1", "desk"] { _ = try store.search(typed, for: ana, now: noon) }
    _ = try store.listingsPage(ListingsRequest(rule: nil, limit: 1, including: deals.id("a")))
    _ = try store.openMarket(MarketMorning(CivilDate(dayNumber: 20_687), seed: 1, now: noon + .minutes(30)))
    try store.sweep(now: noon + .hours(1))
    try store.removeWatch(Watch.ID(1), by: ana, now: noon)
    try store.deleteRule(rule.id, by: ana, now: noon)
    return (deals, store.connection.preparedStatements)
  }

  private func plan(of sql: String, in deals: DealTown) throws -> [String] {
    try deals.store.connection.rows(executing: "EXPLAIN QUERY PLAN " + sql) { row throws(StoreError) in row.text(3) }
  }

  @Test func noStatementWalksOverListingsOrAlerts() throws {
    let (deals, statements) = try statements()
    #expect(statements.count > 60)
    for sql in statements where !sql.hasPrefix("PRAGMA") && !sql.hasPrefix("BEGIN") && sql != "COMMIT" {
      for step in try plan(of: sql, in: deals) {
        let scans = ["SCAN listing", "SCAN listing_price", "SCAN alert", "SCAN watch_state", "SCAN command_log"]
        // The end of an index, a count by its smallest one, and the rules and searches that a desk is made of.
        let isMeant =
          step.contains("USING COVERING INDEX") && sql.contains("count(*)") || sql.contains("min(due_at)")
          || sql.contains("WHERE is_enabled = 1") || sql.contains("person_id IN") || sql.contains("SELECT person_id")
          || sql.contains("min(category)")
        #expect(isMeant || !scans.contains { step == $0 || step.hasPrefix($0 + " ") }, "\(step) in \(sql)")
      }
    }
  }

  @Test(arguments: [
    ("AND external_id = :external_id", "(source=? AND external_id=?)"),
    ("SELECT max(ingest_seq) FROM listing", "sqlite_autoindex_listing_1"),
    ("WHERE ingest_seq > :sequence", "(ingest_seq>?)"),
    ("SELECT price_cents\n  FROM listing\n", "COVERING INDEX listing_comparable (category=? AND condition=?"),
    ("WHERE item_hash = :hash", "listing_item (item_hash=?)"),
    ("WHERE group_id = :group", "listing_group (group_id=?)"),
    ("FROM watch\n WHERE listing_id = :listing", "watch_listing (listing_id=?"),
    ("FROM watch\n WHERE person_id = :person\n ORDER BY", "watch_person (person_id=?)"),
    ("WHERE rule_id = :rule\n   AND listing_id", "alert_deal (rule_id=? AND listing_id=?)"),
    ("WHERE watch_id = :watch\n   AND listing_id = :listing\n   AND kind", "alert_price (watch_id=? AND listing_id=?)"),
    ("WHERE alert.person_id = :person\n ORDER BY", "alert_person (person_id=?)"),
    ("WHERE alert.rule_id = :rule", "alert_rule_at (rule_id=?)"),
    ("WHERE alert.watch_id = :watch", "alert_watch_at (watch_id=?)"),
    ("AND state = 'sent'\n   AND read_at IS NULL", "alert_unread (person_id=?)"),
    ("WHERE id > :command", "INTEGER PRIMARY KEY (rowid>?)"),
  ])
  func eachHotQuestionUsesItsIndex(part: String, index: String) throws {
    let (deals, statements) = try statements()
    let sql = try #require(statements.first { $0.contains(part) }, "no statement has: \(part)")
    let plan = try plan(of: sql, in: deals)
    #expect(plan.contains { $0.contains(index) }, "\(plan)")
  }
}
