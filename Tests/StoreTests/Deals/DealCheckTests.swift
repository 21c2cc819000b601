import Core
import Testing

@testable import Store

/// What a check finds, and what an erased person leaves.
@Suite struct DealCheckTests {
  private func deals() throws -> DealTown {
    let deals = try DealTown()
    try deals.rule("lamp")
    try deals.ingest("a", cents: 20_000)
    try deals.store.addWatch(
      WatchDraft(.listing(deals.id("a")), atOrUnder: 15_000), by: DealTown.ana, now: DealTown.noon)
    try deals.ingest("a", cents: 10_000, after: 1)
    return deals
  }

  @Test func anUntouchedMarketIsFine() throws {
    #expect(try deals().town.failedChecks() == [])
  }

  @Test(arguments: [
    ("UPDATE listing SET price_cents = 1", "listing 1: its price is not the last of its history"),
    ("UPDATE listing SET price_epoch = 1", "listing 1: its price fell more often than it counts"),
    ("UPDATE listing SET group_id = 7", "group 7 holds one listing, or is not named by its first"),
    ("DELETE FROM alert WHERE kind = 'deal' AND price_epoch = 2", "rule 1 raised no alert of listing 1"),
    ("UPDATE watch_state SET triggers = 5", "watch 1 counts other times than it spoke of listing 1"),
    ("UPDATE alert SET person_id = 2", "alert 1 is not what its rule, watch or listing says"),
  ])
  func tamperingIsFound(sql: String, finding: String) throws {
    let deals = try deals()
    _ = try deals.town.person("Ben")
    try deals.store.connection.execute(sql)
    let failed = try deals.town.failedChecks()
    #expect(failed.count == 1 && failed[0].hasPrefix("deals: \(finding)"), "\(failed)")
  }

  @Test func aPersonIsHandedWhatTheyWaitForAndWereTold() throws {
    let deals = try deals()
    let export = try deals.store.exportPerson(deals.person.id, now: DealTown.noon)
    #expect(export.rules.map(\.name) == ["lamp"] && export.watches.map(\.title) == ["Desk lamp"])
    #expect(export.alerts.map(\.kind) == [.price, .deal, .deal])
  }

  @Test func anErasedPersonTakesRulesWatchesAndAlertsAlong() throws {
    let deals = try deals()
    try deals.store.deleteRule(deals.rule("secret").id, by: DealTown.ana, now: DealTown.noon)
    let other = try deals.town.another()
    try other.ingest(DealTown.draft("b"), now: DealTown.noon)
    try deals.store.erasePerson(deals.person.id, now: DealTown.noon)
    for table in ["alert_rule", "watch", "watch_state", "alert", "alert_delivery"] {
      #expect(
        try deals.store.connection.rows(executing: "SELECT count(*) FROM \(table)") { row throws(StoreError) in
          row.integer(0)
        } == [0], "\(table)")
    }
    #expect(
      try !deals.store.connection.exists("SELECT id FROM command_log WHERE before || after || note LIKE '%lamp%'"))
    #expect(
      try deals.store.connection.integer(
        "SELECT count(*) FROM command_log WHERE subject_kind IN ('rule', 'watch') AND coalesce(before, after, note) IS NOT NULL"
      )
        == 0)
    // Nobody is told any more, whoever takes the listing in.
    for store in [deals.store, other] { try store.ingest(DealTown.draft("c\(store === other)"), now: DealTown.noon) }
    #expect(try deals.store.connection.integer("SELECT count(*) FROM alert") == 0)
    #expect(try deals.town.failedChecks() == [])
  }
}
