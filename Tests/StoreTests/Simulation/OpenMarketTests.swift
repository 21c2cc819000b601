import Core
import Testing

@testable import Store

/// The demo market lives on with the town: new things and other prices each morning, told of at once.
@Suite struct OpenMarketTests {
  /// Eight o'clock of the day after.
  private static let morning = TestTown.noon + .hours(20)

  /// A town with forty lamps, whose hunter waits for lamps and for the price of each.
  private func market(kind: WorldKind = .demo) throws -> (deals: DealTown, rule: AlertRule) {
    let deals = try DealTown(kind: kind)
    for number in 1...40 { try deals.ingest("\(number)", "Desk lamp \(number)", cents: 40_000) }
    let rule = try deals.rule("lamp")
    for number in 1...40 {
      try deals.store.addWatch(
        WatchDraft(.listing(deals.id("\(number)")), atOrUnder: 39_500), by: DealTown.ana, now: DealTown.noon)
    }
    return (deals, rule)
  }

  /// What the market holds: names and prices.
  private func prices(_ store: Store) throws -> [String] {
    try store.listings(ListingFilter(limit: 1000)).map { "\($0.externalID) \($0.title) \($0.price?.cents ?? 0)" }
  }

  @Test func aMorningBringsTenThingsAndOtherPricesThatRulesAndWatchesTellOf() throws {
    let (deals, rule) = try market()
    let run = try deals.town.run(until: TestTown.noon + .days(2))
    let before = try prices(deals.store)
    try run.advance(to: Self.morning)
    #expect(try prices(deals.store) == before)
    try run.advance(to: Self.morning + .minutes(1))
    let listings = try deals.store.listings(ListingFilter(limit: 1000))
    #expect(listings.count == 50)
    let moved = listings.filter { Int($0.externalID) != nil && $0.price != Money(cents: 40_000) }
    // Of twenty draws among forty some fall on one lamp, none on a newcomer.
    #expect((8...20).contains(moved.count))
    let newcomers = listings.filter { $0.firstSeenAt == Self.morning }
    #expect(newcomers.count == 10 && newcomers.allSatisfy { $0.title.hasPrefix("Desk lamp ") })
    let cheaper = moved.filter { $0.priceEpoch > 1 }
    // The rule tells of each newcomer and of each lamp that got cheaper.
    #expect(try deals.alerts(of: rule).count >= 10 + cheaper.count)
    let watched = try deals.store.inbox(of: deals.person.id, InboxFilter(limit: 1000)).filter { $0.kind == .price }
    // One that fell and rose again the same morning was told of too.
    #expect(
      Set(watched.compactMap(\.listing)).isSuperset(of: moved.filter { ($0.price?.cents ?? 0) <= 39_500 }.map(\.id)))
    #expect(!watched.isEmpty && watched.allSatisfy { ($0.price?.cents ?? 0) <= 39_500 })
    #expect(watched.allSatisfy { $0.at == Self.morning })
    #expect(try deals.store.sweep(now: Self.morning + .hours(1)).raised == 0)
  }

  @Test func theSameSeedHasTheSameMarketHoweverTheRunIsCutAndBackToTheStartItIsGone() throws {
    let first = try market().deals
    let straight = try first.town.run(until: TestTown.noon + .days(4))
    let before = try prices(first.store)
    try straight.advance(to: TestTown.noon + .days(3))
    let second = try market().deals
    let driven = try second.town.run(until: TestTown.noon + .days(4))
    while driven.now < TestTown.noon + .days(3) { try driven.advance(to: driven.now + .minutes(40)) }
    #expect(try prices(first.store) == prices(second.store))
    #expect(straight.report.hash == driven.report.hash)
    #expect(try first.store.countListings() == 70)
    try straight.backToStart()
    #expect(try prices(first.store) == before)
  }

  @Test func whatIsForSaleInALiveDatabaseIsLeftAlone() throws {
    let (deals, _) = try market(kind: .live)
    let before = try prices(deals.store)
    let morning = MarketMorning(CivilDate(dayNumber: 20_687), seed: 1, now: Self.morning)
    #expect(try deals.store.openMarket(morning) == 0)
    #expect(try prices(deals.store) == before)
  }

  @Test func aTownWithoutAMarketHasNone() throws {
    let town = try TestTown()
    let morning = MarketMorning(CivilDate(dayNumber: 20_687), seed: 1, now: Self.morning)
    #expect(try town.store.openMarket(morning) == 0 && town.store.countListings() == 0)
  }
}
