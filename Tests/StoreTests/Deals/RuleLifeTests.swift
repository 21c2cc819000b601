import Core
import Testing

@testable import Store

/// What can be asked of a rule, and what is refused.
@Suite struct RuleLifeTests {
  @Test func aRuleIsKeptAsItWasGiven() throws {
    let deals = try DealTown()
    try deals.ingest("a") { $0.category = "electronics" }
    let draft = try deals.draft(
      """
      gaming pc "graphics card" rtx* stem:computer -mac in:electronics price:200..800 score>=0.7 \
      within:10mi of "George Town" condition>=good via:email,push every:daily urgent name:"PC"
      """)
    let rule = try deals.store.createRule(draft, by: DealTown.ana, now: DealTown.noon)
    #expect(RuleDraft(rule) == draft)
    #expect(rule.person == deals.person.id)
    #expect(try deals.store.rules(of: deals.person.id) == [rule])
  }

  @Test func theFirstRuleMakesThePersonThatStandsForTheActor() throws {
    let town = try TestTown()
    let rule = try town.store.createRule(
      RuleDraft(terms: RuleTerms(keywords: [RuleKeyword(parsing: "lamp")])), by: Actor(.operator, "ben"),
      now: TestTown.noon)
    let person = try #require(try town.store.person(externalID: "operator:ben"))
    #expect(rule.person == person.id && person.name == "ben" && person.zone == "America/Cayman")
    #expect(try town.store.dealPerson(of: Actor(.operator, "ben")) == person)
    // Somebody without rules looks at the first who has some.
    #expect(try town.store.dealPerson(of: TestTown.ana) == person)
  }

  @Test func aNameIsTakenOnceByAPerson() throws {
    let deals = try DealTown()
    try deals.rule("lamp name:\"lamps\"")
    #expect(code { try deals.rule("desk name:\"lamps\"") } == "duplicate")
    #expect(try deals.rule("chair").name == "chair")
    // A name that was made up gives way.
    #expect(try deals.rule("chair price:..20").name == "chair 2")
    let ben = try deals.town.person("Ben")
    #expect(
      try deals.store.createRule(deals.draft("lamp name:\"lamps\""), of: ben.id, by: DealTown.ana, now: DealTown.noon)
        .name == "lamps")
  }

  @Test func aCategoryThatNothingHasIsRefusedWithTheNearest() throws {
    let deals = try DealTown()
    // Nothing is there to be near to.
    try deals.rule("in:anything")
    try deals.ingest("a") { $0.category = "electronics" }
    #expect(
      throws: StoreError.invalid(
        InvalidInput(
          field: "categories", "holds 'elektronics', which no listing has; did you mean 'electronics'?"))
    ) { try deals.rule("in:elektronics") }
  }

  @Test func onlyOperatorsWriteRules() throws {
    let deals = try DealTown()
    let rule = try deals.rule("lamp")
    let analyst = Actor(.analyst, "mo")
    #expect(code { try deals.store.pauseRule(rule.id, by: analyst, now: DealTown.noon) } == "not_allowed")
    #expect(
      code { try deals.store.deleteRule(rule.id, by: Actor(deals.town.partner.id), now: DealTown.noon) }
        == "not_allowed")
    #expect(try deals.store.rule(rule.id) == rule)
  }

  @Test func aRuleChangedMeanwhileIsNotOverwritten() throws {
    let deals = try DealTown()
    let rule = try deals.rule("lamp")
    try deals.store.editRule(rule.id, deals.draft("lamp chair"), version: 1, by: DealTown.ana, now: DealTown.noon)
    #expect(
      code {
        try deals.store.editRule(rule.id, deals.draft("desk"), version: 1, by: DealTown.ana, now: DealTown.noon)
      } == "version")
  }

  @Test func whatIsPausedIsNotPausedAgain() throws {
    let deals = try DealTown()
    let rule = try deals.rule("lamp")
    #expect(code { try deals.store.resumeRule(rule.id, by: DealTown.ana, now: DealTown.noon) } == "rule.active")
    try deals.store.pauseRule(rule.id, by: DealTown.ana, now: DealTown.noon)
    #expect(code { try deals.store.pauseRule(rule.id, by: DealTown.ana, now: DealTown.noon) } == "rule.paused")
  }

  @Test func everyStepIsTakenBackAndDoneAgain() throws {
    let deals = try DealTown()
    let ana = DealTown.ana
    let created = try deals.rule("lamp")
    try deals.store.editRule(
      created.id, deals.draft("lamp urgent price:..30 within:5km of 19.3,-81.38"), by: ana, now: DealTown.noon)
    try deals.store.pauseRule(created.id, by: ana, now: DealTown.noon)
    try deals.store.resumeRule(created.id, by: ana, now: DealTown.noon)
    try deals.store.deleteRule(created.id, by: ana, now: DealTown.noon)
    var facts: [JSON?] = []
    func look() throws -> JSON? { try deals.store.ruleIfAny(created.id)?.logged }
    facts.append(try look())
    for _ in 1...5 {
      try deals.store.undo(by: ana, now: DealTown.noon)
      facts.append(try look())
    }
    #expect(facts[0] == nil && facts[5] == nil)
    #expect(facts[1] == facts[3] && facts[1] != facts[2] && facts[3] != facts[4])
    #expect(facts[4] == created.logged)
    for step in (0..<5).reversed() {
      try deals.store.redo(by: ana, now: DealTown.noon)
      #expect(try look() == facts[step], "step \(step)")
    }
    #expect(try deals.town.failedChecks() == [])
  }

  @Test func aTestFindsWhatALiveRuleWouldAndLeavesNoTrace() throws {
    let deals = try DealTown()
    try deals.ingest("a", "Brass lamp", cents: 1000)
    try deals.ingest("b", "Lamp", cents: 9000)
    try deals.ingest("c", "Chair", cents: 1000)
    let draft = try deals.draft("lamp price:..50")
    let before = try deals.store.connection.integer("SELECT sum(n) FROM revision")
    let preview = try deals.store.testRule(draft, now: DealTown.noon)
    #expect(preview.total == 3 && preview.matchingCount == 1)
    #expect(preview.samples.map(\.title) == ["Brass lamp"])
    #expect(try deals.store.connection.integer("SELECT sum(n) FROM revision") == before)
    let rule = try deals.store.createRule(draft, lookBack: true, by: DealTown.ana, now: DealTown.noon)
    #expect(try deals.alerts(of: rule) == ["a 1"])
  }

  @Test func whyNotIsSaidOfAnyListing() throws {
    let deals = try DealTown()
    try deals.ingest("old", "Lamp")
    let rule = try deals.rule("lamp price:..30")
    try deals.ingest("new", "Lamp")
    try deals.ingest("dear", "Lamp", cents: 4000)
    let (old, new) = (
      try deals.store.explain(rule.id, deals.id("old")), try deals.store.explain(rule.id, deals.id("new"))
    )
    #expect(old.verdict.isMatch && old.isBefore && old.alert == nil)
    #expect(new.verdict.isMatch && !new.isBefore && new.alert?.rule == rule.id)
    let dear = try deals.store.explain(rule.id, deals.id("dear"))
    #expect(dear.verdict.obstacle?.criterion == .price && dear.alert == nil)
  }
}
