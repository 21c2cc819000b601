import Core
import Testing

@testable import Store

/// What is waited for and what is for sale, found by name, number and words.
@Suite struct DealSearchTests {
  private func found(
    _ deals: DealTown, _ typed: String, of person: Person.ID? = nil, as actor: Actor = DealTown.ana
  ) throws -> [SearchTarget] {
    try results(deals, typed, of: person, as: actor).map(\.target)
  }

  private func results(
    _ deals: DealTown, _ typed: String, of person: Person.ID? = nil, as actor: Actor = DealTown.ana
  ) throws -> [SearchResult] {
    try deals.store.search(
      typed, kinds: [.rule, .watch, .listing], of: person, for: actor, now: DealTown.noon
    ).results
  }

  @Test func aRuleIsFoundByItsNameAndByItsLine() throws {
    let deals = try DealTown()
    let rule = try deals.rule("telescope price:..300 name:\"Night sky\"")
    let byName = try results(deals, "nigsky")
    #expect(byName.map(\.target) == [.rule(rule.id)])
    #expect(byName.first?.why == .name && byName.first?.positions == [0, 1, 2, 6, 7, 8])
    #expect(byName.first?.detail == "on, telescope price:..300")
    let byLine = try results(deals, "telesc")
    #expect(byLine.map(\.target) == [.rule(rule.id)] && byLine.first?.why == .words)
    try deals.store.pauseRule(rule.id, by: DealTown.ana, now: DealTown.noon)
    #expect(try results(deals, "night").first?.detail == "paused, telescope price:..300")
    #expect(try found(deals, "#\(rule.id)") == [.rule(rule.id)])
  }

  @Test func aListingIsFoundByBeginningsOfWordsAnywhereInIt() throws {
    let deals = try DealTown()
    try deals.ingest("a", "Crème-brûlée torch", cents: 1550) { $0.place = "George Town" }
    try deals.ingest("b", "Kitchen things") {
      $0.description = "pans, bowls and a torch"
      $0.tags = ["moving out"]
    }
    let (torch, kitchen) = (SearchTarget.listing(try deals.id("a")), SearchTarget.listing(try deals.id("b")))
    #expect(try found(deals, "creme bru") == [torch])
    // The one with the word in its title stands first.
    #expect(try found(deals, "torch") == [torch, kitchen])
    #expect(try results(deals, "torch").map(\.why) == [.name, .words])
    #expect(try found(deals, "bowl moving") == [kitchen])
    #expect(try found(deals, "orch").isEmpty && found(deals, "torch bicycle").isEmpty && found(deals, "-").isEmpty)
    #expect(try results(deals, "creme").first?.detail == "$15.50, George Town, listing 1 of market")
    #expect(try found(deals, "2") == [kitchen])
  }

  @Test func aWatchIsFoundByItsListingAndByItsSearch() throws {
    let deals = try DealTown()
    try deals.ingest("a", "Brass sextant")
    let one = try deals.store.addWatch(
      WatchDraft(.listing(deals.id("a")), atOrUnder: 1500), by: DealTown.ana, now: DealTown.noon)
    let other = try deals.store.addWatch(
      WatchDraft(.search(deals.draft("compass").terms), atOrUnder: 900), by: DealTown.ana, now: DealTown.noon)
    #expect(try found(deals, "sextant") == [.watch(one.id), .listing(try deals.id("a"))])
    #expect(try results(deals, "compass").map(\.detail) == ["watch \(other.id), told at $9.00 or less"])
  }

  @Test func onlyWhatThePersonShownWaitsForIsFound() throws {
    let deals = try DealTown()
    let mine = try deals.rule("telescope name:\"Mine\"")
    let bo = try deals.store.addPerson(Person(id: Person.ID(0), name: "Bo", zone: "America/Cayman"), now: DealTown.noon)
    let theirs = try deals.store.createRule(
      deals.draft("telescope name:\"Theirs\""), of: bo.id, by: DealTown.ana, now: DealTown.noon)
    #expect(try found(deals, "telescope") == [.rule(mine.id)])
    #expect(try found(deals, "telescope", of: bo.id) == [.rule(theirs.id)])
    #expect(try found(deals, "\(theirs.id)", of: bo.id) == [.rule(theirs.id)])
    #expect(try found(deals, "\(theirs.id)").isEmpty)
    #expect(try found(deals, "telescope", as: Actor(.analyst, "eve")) == [.rule(mine.id)])
  }

  @Test func aPartnerFindsNothingThatSomebodyWaitsForOrThatIsForSale() throws {
    let deals = try DealTown()
    try deals.ingest("a", "Telescope")
    try deals.rule("telescope")
    let partner = Actor(deals.town.partner.id)
    #expect(try found(deals, "telescope", as: partner).isEmpty && found(deals, "1", as: partner).isEmpty)
  }

  @Test func whatWasTakenInMeanwhileIsFoundHereAndElsewhere() throws {
    let deals = try DealTown()
    try deals.ingest("a", "Telescope")
    #expect(try found(deals, "telescope").count == 1)
    try deals.ingest("a", "Tripod", after: 1)
    #expect(try found(deals, "telescope").isEmpty && found(deals, "tripod").count == 1)
    let other = try deals.town.another()
    try other.ingest(DealTown.draft("b", "Tripod, tall"), now: DealTown.noon + .minutes(2))
    #expect(try found(deals, "tripod") == [.listing(try deals.id("a")), .listing(try deals.id("b"))])
  }
}

/// The copy of all listings that rules are tried on follows what is taken in, without being made anew.
@Suite struct ListingCorpusMemoryTests {
  @Test func aFileThatIsPutBackIsReadFromItsBeginning() throws {
    let deals = try DealTown()
    let other = try deals.town.another()
    let terms = try deals.draft("lamp").terms
    try deals.ingest("a")
    let snapshot = try deals.store.snapshot()
    try deals.ingest("b")
    #expect(try other.listings(matching: terms).count == 2)
    try deals.store.restore(snapshot)
    // Another listing has the sequence of the one that is gone.
    try deals.ingest("c", "Desk lamp, brass")
    try deals.ingest("d", "Chair")
    for store in [deals.store, other] {
      #expect(try store.listings(matching: terms) == [deals.id("a"), deals.id("c")])
      #expect(try store.listingCorpus().count == 3)
    }
  }

  @Test(arguments: 1...5 as ClosedRange<UInt64>)
  func itIsTheSameAsOneMadeAnewAfterAnyChanges(seed: UInt64) throws {
    let deals = try DealTown()
    var random = SeededGenerator(seed: seed)
    let other = try deals.town.another()
    let terms = try deals.draft("lamp desk* -red in:home price:10..30").terms
    let words = ["desk", "lamp", "red", "chair", "Lampe", "desktop"]
    for step in 0..<Int64(60) {
      let store = Bool.random(using: &random) ? deals.store : other
      let title = (0..<2).compactMap { _ in words.randomElement(using: &random) }.joined(separator: " ")
      let draft = DealTown.draft(
        "\(Int.random(in: 0..<12, using: &random))", title, cents: Int64.random(in: 500..<4000, using: &random))
      if step % 7 == 3 {
        // What is rolled back leaves nothing behind.
        #expect(throws: StoreError.self) {
          try store.write { () throws(StoreError) in
            try store.ingest(draft, now: DealTown.noon + .minutes(step))
            try store.settleListings()
            throw StoreError.notFound(what: "way", name: "on")
          }
        }
      } else {
        try store.ingest(draft, now: DealTown.noon + .minutes(step))
      }
      let now = DealTown.noon + .hours(2)
      let anew = try deals.town.another()
      let expected = try anew.listingCorpus().preview(terms, now: now)
      #expect(try deals.store.listingCorpus().preview(terms, now: now) == expected)
      #expect(try other.listingCorpus().preview(terms, now: now) == expected)
    }
  }
}
