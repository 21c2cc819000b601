import Core
import Testing

@testable import Store

/// A watch speaks at an edge.
@Suite struct WatchTests {
  private func watch(
    _ deals: DealTown, _ target: Watch.Target, atOrUnder cents: Int64
  ) throws -> Watch {
    try deals.store.addWatch(WatchDraft(target, atOrUnder: cents), by: DealTown.ana, now: DealTown.noon)
  }

  @Test func itSpeaksOnceAndAgainAfterThePriceWasWellAbove() throws {
    let deals = try DealTown()
    try deals.ingest("a", cents: 20_000)
    let watch = try watch(deals, .listing(deals.id("a")), atOrUnder: 15_000)
    // 15,300 is 2 % above, which is more than one dollar.
    for (minute, cents) in [15_001, 15_000, 14_000, 15_299, 14_500, 15_300, 14_900, 13_000].enumerated() {
      try deals.ingest("a", cents: Int64(cents), after: Int64(minute) + 1)
    }
    #expect(try deals.prices(of: watch) == [15_000, 14_900])
    let stored = try deals.store.watch(watch.id)
    #expect(stored.triggers == 2 && !stored.isArmed && stored.lastTriggeredAt == DealTown.noon + .minutes(7))
  }

  @Test func aPriceThatComesAndGoesInOneFileIsSeen() throws {
    let deals = try DealTown()
    try deals.ingest("a", cents: 20_000)
    let watch = try watch(deals, .listing(deals.id("a")), atOrUnder: 15_000)
    try deals.store.ingest(
      [14_000, 20_000, 13_000].map { DealTown.draft("a", cents: $0) }, now: DealTown.noon + .minutes(1))
    #expect(try deals.prices(of: watch) == [14_000, 13_000])
  }

  @Test func onlyAChangeIsAnEdge() throws {
    let deals = try DealTown()
    try deals.ingest("a", cents: 14_000)
    let watch = try watch(deals, .listing(deals.id("a")), atOrUnder: 15_000)
    try deals.ingest("a", "Desk lamp, brass", cents: 14_000, after: 1)
    #expect(try deals.prices(of: watch) == [])
    try deals.ingest("a", "Desk lamp, brass", cents: 13_000, after: 2)
    #expect(try deals.prices(of: watch) == [13_000])
  }

  @Test func aSearchWatchesWhateverItFinds() throws {
    let deals = try DealTown()
    let terms = try deals.draft("lamp -broken").terms
    let watch = try watch(deals, .search(terms), atOrUnder: 1500)
    try deals.ingest("a", cents: 1500)
    try deals.ingest("b", cents: 1501)
    try deals.ingest("c", "Broken lamp", cents: 100)
    try deals.ingest("b", cents: 900, after: 1)
    try deals.ingest("a", cents: 1400, after: 1)
    // Mended, it is found for the first time.
    try deals.ingest("c", "Mended lamp", cents: 100, after: 2)
    #expect(try deals.prices(of: watch) == [1500, 900, 100])
    #expect(try deals.store.title(of: watch) == "lamp -broken")
  }

  @Test func theSameIsNotWatchedTwice() throws {
    let deals = try DealTown()
    try deals.ingest("a")
    let target = Watch.Target.listing(try deals.id("a"))
    _ = try watch(deals, target, atOrUnder: 1500)
    #expect(code { _ = try watch(deals, target, atOrUnder: 1000) } == "duplicate")
    let search = Watch.Target.search(try deals.draft("lamp").terms)
    _ = try watch(deals, search, atOrUnder: 1500)
    #expect(code { _ = try watch(deals, search, atOrUnder: 1000) } == "duplicate")
    let ben = try deals.town.person("Ben")
    try deals.store.addWatch(WatchDraft(target, atOrUnder: 1), of: ben.id, by: DealTown.ana, now: DealTown.noon)
  }

  @Test func whatCannotBeWatchedIsRefused() throws {
    let deals = try DealTown()
    try deals.ingest("a")
    #expect(code { _ = try watch(deals, .listing(Listing.ID(9)), atOrUnder: 1) } == "not_found")
    #expect(code { _ = try watch(deals, .listing(deals.id("a")), atOrUnder: -1) } == "invalid_value")
    #expect(
      code { _ = try watch(deals, .search(deals.draft("lamp price:..20").terms), atOrUnder: 1) } == "invalid_value")
    #expect(
      code {
        try deals.store.addWatch(
          WatchDraft(.listing(deals.id("a")), atOrUnder: 1, currency: Currency("KYD")), by: DealTown.ana,
          now: DealTown.noon)
      } == "invalid_value")
  }

  @Test func aRemovedWatchIsSilentAndComesBackArmed() throws {
    let deals = try DealTown()
    try deals.ingest("a", cents: 20_000)
    let watch = try watch(deals, .listing(deals.id("a")), atOrUnder: 15_000)
    try deals.ingest("a", cents: 14_000, after: 1)
    try deals.store.connection.execute("UPDATE alert SET state = 'held'")
    try deals.store.removeWatch(watch.id, by: DealTown.ana, now: DealTown.noon)
    #expect(try deals.store.inbox(of: deals.person.id).map(\.reason?.code) == [.watchRemoved])
    try deals.ingest("a", cents: 13_000, after: 2)
    try deals.store.undo(by: DealTown.ana, now: DealTown.noon)
    try deals.ingest("a", cents: 12_000, after: 3)
    #expect(try deals.prices(of: watch) == [14_000, 12_000])
    #expect(try deals.store.watches(of: deals.person.id).map(\.id) == [watch.id])
  }
}
