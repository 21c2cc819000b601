import Core
import Testing

@testable import Store

/// A rule speaks of what comes, once.
@Suite struct AlertRaisingTests {
  @Test func aListingIsToldInTheTransactionThatStoresIt() throws {
    let deals = try DealTown()
    let rule = try deals.rule("lamp -broken price:..30")
    try deals.ingest("a", "Brass lamp")
    try deals.ingest("b", "Broken lamp")
    try deals.ingest("c", "Lamp", cents: 3001)
    try deals.ingest("d", "Lamp", cents: nil)
    try deals.ingest("e", "Lampshade")
    #expect(try deals.alerts(of: rule) == ["a 1"])
    let alert = try #require(try deals.store.inbox(of: deals.person.id).first)
    #expect(alert.matchedWords == ["lamp"])
    #expect(alert.price == Money(cents: 2000))
    #expect(alert.origin == rule.name)
    #expect(try deals.store.rule(rule.id).lastTriggeredAt == DealTown.noon)
  }

  @Test func aRuleBeginsNowUnlessItLooksBack() throws {
    let deals = try DealTown()
    try deals.ingest("a")
    let (now, back) = (try deals.rule("lamp"), try deals.rule("desk", lookBack: true))
    #expect(try deals.alerts(of: now) == [])
    #expect(try deals.alerts(of: back) == ["a 1"])
    try deals.ingest("b")
    #expect(try deals.alerts(of: now) == ["b 1"])
    #expect(try deals.alerts(of: back) == ["a 1", "b 1"])
  }

  @Test func onlyADropOfThePriceTellsAgain() throws {
    let deals = try DealTown()
    let rule = try deals.rule("lamp")
    try deals.ingest("a", cents: 2000)
    try deals.ingest("a", "Desk lamp, brass", cents: 2000, after: 1)
    try deals.ingest("a", "Desk lamp, brass", cents: 2100, after: 2)
    #expect(try deals.alerts(of: rule) == ["a 1"])
    try deals.ingest("a", "Desk lamp, brass", cents: 2050, after: 3)
    #expect(try deals.alerts(of: rule) == ["a 1", "a 2"])
  }

  @Test func aPausedRuleIsSilentAndCatchesUpOnlyWhenAsked() throws {
    let deals = try DealTown()
    let (one, other) = (try deals.rule("lamp"), try deals.rule("desk"))
    try deals.ingest("a")
    for rule in [one, other] { try deals.store.pauseRule(rule.id, by: DealTown.ana, now: DealTown.noon) }
    try deals.ingest("b")
    try deals.store.resumeRule(one.id, by: DealTown.ana, now: DealTown.noon)
    try deals.store.resumeRule(other.id, catchUp: true, by: DealTown.ana, now: DealTown.noon)
    try deals.ingest("c")
    #expect(try deals.alerts(of: one) == ["a 1", "c 1"])
    #expect(try deals.alerts(of: other) == ["a 1", "b 1", "c 1"])
  }

  @Test func anEditHoldsFromThenOnAndCancelsWhatItWouldNotTell() throws {
    let deals = try DealTown()
    let rule = try deals.rule("lamp name:\"lamps\"")
    try deals.ingest("cheap", cents: 1000)
    try deals.ingest("dear", cents: 9000)
    try deals.store.connection.execute("UPDATE alert SET state = 'held'")
    try deals.store.editRule(
      rule.id, deals.draft("lamp price:..50 name:\"lamps\""), by: DealTown.ana, now: DealTown.noon + .minutes(1))
    let states = try deals.store.inbox(of: deals.person.id).map { "\($0.state) \($0.reason?.code.rawValue ?? "")" }
    #expect(states == ["cancelled rule.changed", "held "])
    #expect(try deals.alerts(of: rule) == ["cheap 1", "dear 1"])
  }

  @Test func aDeletedRuleCancelsWhatItDidNotTell() throws {
    let deals = try DealTown()
    let rule = try deals.rule("lamp")
    for name in ["a", "b"] { try deals.ingest(name) }
    try deals.store.connection.execute("UPDATE alert SET state = iif(id = 1, 'sent', 'held')")
    try deals.store.deleteRule(rule.id, by: DealTown.ana, now: DealTown.noon)
    #expect(try deals.store.inbox(of: deals.person.id).map(\.state) == [.cancelled, .sent])
    try deals.ingest("c")
    #expect(try deals.alerts(of: rule) == ["a 1", "b 1"])
    #expect(code { _ = try deals.store.rule(rule.id) } == "not_found")
  }

  @Test func anUndoneDeletionNeverTellsTwice() throws {
    let deals = try DealTown()
    let rule = try deals.rule("lamp")
    try deals.ingest("a")
    try deals.store.deleteRule(rule.id, by: DealTown.ana, now: DealTown.noon)
    try deals.ingest("b")
    try deals.store.undo(by: DealTown.ana, now: DealTown.noon)
    try deals.ingest("a", "Desk lamp, brass", after: 5)
    try deals.ingest("c", after: 5)
    #expect(try deals.alerts(of: rule) == ["a 1", "c 1"])
  }

  @Test func anotherProcessesRuleCountsFromItsCommitOn() throws {
    let deals = try DealTown()
    try deals.ingest("first")
    let other = try deals.town.another()
    let rule = try other.createRule(deals.draft("lamp"), by: DealTown.ana, now: DealTown.noon)
    try deals.ingest("a")
    try other.pauseRule(rule.id, by: DealTown.ana, now: DealTown.noon)
    try deals.ingest("b")
    try other.resumeRule(rule.id, by: DealTown.ana, now: DealTown.noon)
    try deals.ingest("c")
    try other.deleteRule(rule.id, by: DealTown.ana, now: DealTown.noon)
    try deals.ingest("d")
    #expect(try deals.alerts(of: rule) == ["a 1", "c 1"])
  }

  @Test func aSweepFindsOnlyWhatIsMissing() throws {
    let deals = try DealTown()
    let rule = try deals.rule("lamp")
    for name in ["a", "b", "c"] { try deals.ingest(name) }
    try deals.store.connection.execute("DELETE FROM alert WHERE id = 2")
    #expect(try deals.sweep() == [3, 1])
    #expect(try deals.sweep() == [0, 0])
    #expect(try Set(deals.alerts(of: rule)) == ["a 1", "b 1", "c 1"])
  }

  @Test func aRefusedTransactionLeavesNeitherListingNorAlert() throws {
    let deals = try DealTown()
    let rule = try deals.rule("lamp")
    #expect(throws: StoreError.self) {
      try deals.store.write { () throws(StoreError) in
        try deals.store.ingest(DealTown.draft("a"), now: DealTown.noon)
        throw .misuse("the test says so")
      }
    }
    #expect(try deals.store.countListings() == 0)
    #expect(try deals.alerts(of: rule) == [])
    try deals.ingest("a")
    #expect(try deals.alerts(of: rule) == ["a 1"])
  }
}
