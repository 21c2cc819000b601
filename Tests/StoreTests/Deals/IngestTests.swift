import Core
import Testing

@testable import Store

/// Listings come in, change, and say so once.
@Suite struct IngestTests {
  @Test func theSameAgainChangesNothing() throws {
    let deals = try DealTown()
    #expect(try deals.ingest("a") == .new)
    let before = try deals.store.listing(deals.id("a"))
    #expect(try deals.ingest("a", after: 5) == .unchanged)
    var after = try deals.store.listing(deals.id("a"))
    #expect(after.seenAt == DealTown.noon + .minutes(5))
    after.seenAt = before.seenAt
    #expect(after == before)
    #expect(try deals.store.lastSequence() == 1)
  }

  @Test func everythingASourceSaysIsKept() throws {
    let deals = try DealTown()
    let draft = DealTown.draft("a", "Café-Tisch 🪑 שולחן") {
      $0.description = "two\nlines"
      $0.tags = ["oak", "mid century"]
      $0.place = "Cardinall Ave"
      $0.seller = "Bodden"
      $0.sellerRating = 4.5
      $0.url = "https://example.com/a"
      $0.imageURL = "https://example.com/a.jpg"
    }
    try deals.store.ingest(draft, now: DealTown.noon)
    #expect(try ListingDraft(deals.store.listing(deals.id("a"))) == draft)
  }

  @Test func aChangedPriceBecomesHistoryAndADropBeginsAnEpoch() throws {
    let deals = try DealTown()
    try deals.ingest("a", cents: 2000)
    try deals.ingest("a", cents: 2500, after: 10)
    #expect(try deals.store.listing(deals.id("a")).priceEpoch == 1)
    try deals.ingest("a", cents: 1800, after: 20)
    #expect(try deals.store.listing(deals.id("a")).priceEpoch == 2)
    try deals.ingest("a", cents: nil, after: 30)
    // Under the price it had before it named none.
    try deals.ingest("a", cents: 1700, after: 40)
    #expect(try deals.store.listing(deals.id("a")).priceEpoch == 3)
    let points = try deals.store.priceHistory(of: deals.id("a")).points
    #expect(points.map(\.cents) == [2000, 2500, 1800, nil, 1700])
    #expect(points.map { ($0.at - DealTown.noon).minutes } == [0, 10, 20, 30, 40])
  }

  @Test func aNewTitleIsANewSequenceButNoNewPrice() throws {
    let deals = try DealTown()
    try deals.ingest("a")
    try deals.ingest("b")
    #expect(try deals.ingest("a", "Desk lamp, brass", after: 5) == .changed)
    #expect(try deals.store.lastSequence() == 3)
    #expect(try deals.store.listing(deals.id("a")).priceEpoch == 1)
    #expect(try deals.store.priceHistory(of: deals.id("a")).points.count == 1)
  }

  @Test func oneBadListingLeavesNothingOfAll() throws {
    let deals = try DealTown()
    let bad = DealTown.draft("b") { $0.sellerRating = 6 }
    #expect(code { try deals.store.ingest([DealTown.draft("a"), bad], now: DealTown.noon) } == "invalid_value")
    #expect(try deals.store.countListings() == 0)
    #expect(try deals.town.failedChecks() == [])
  }

  @Test func listingsOfOneItemInTwoSourcesAreGrouped() throws {
    let deals = try DealTown()
    let other = DealTown.draft("x", "desk LAMP!", cents: 2200) { $0.source = "elsewhere" }
    try deals.ingest("a", cents: 2000)
    try deals.ingest("b", cents: 5000)
    try deals.store.ingest(other, now: DealTown.noon)
    let group = try deals.store.listing(deals.id("a")).group
    #expect(try group == deals.id("a").value)
    #expect(try deals.store.listings(ofGroup: #require(group)).map(\.externalID) == ["a", "x"])
    #expect(try deals.store.listing(deals.id("b")).group == nil)
    // Twice the price is another thing.
    try deals.ingest("a", cents: 4400, after: 5)
    #expect(try deals.store.listing(deals.id("a")).group == nil)
    #expect(try deals.store.listing(source: "elsewhere", externalID: "x")?.group == nil)
  }

  @Test func aScoreTakesFiveOthersAndCountsTheWholeFile() throws {
    let deals = try DealTown()
    try deals.store.ingest((1...5).map { DealTown.draft("l\($0)", cents: 10_000) }, now: DealTown.noon)
    #expect(try deals.store.listing(deals.id("l1")).dealScore == nil)
    try deals.store.ingest([DealTown.draft("cheap", cents: 5000)], now: DealTown.noon)
    // Half the median: all 50 for the price. Posted a day ago: 14.5 of 15. No rating: 7.5 of 15. Condition, position and
    // posted time of what can be said: 12 of 20.
    let score = try #require(try deals.store.listing(deals.id("cheap")).dealScore)
    #expect(abs(score - 0.84) < 1e-9)
  }

  @Test func listingsOfOneFileAreHeldAgainstEachOther() throws {
    let deals = try DealTown()
    try deals.store.ingest((1...6).map { DealTown.draft("l\($0)", cents: 10_000) }, now: DealTown.noon)
    #expect(try deals.store.listing(deals.id("l1")).dealScore != nil)
  }
}
