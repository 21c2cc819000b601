import Testing

@testable import Core

/// What a morning brings to a made-up market.
@Suite struct MarketMorningTests {
  private static let day = CivilDate(dayNumber: 20_686)
  private static let now = LittleTown.start

  private func listing(_ id: Int64, _ title: String, cents: Int64?) -> Listing {
    Listing(
      id: Listing.ID(id), source: "reef-list", externalID: "rl-\(id)", title: title, description: "Hardly used.",
      tags: ["sport"], price: cents.map { Money(cents: $0) }, category: "bikes",
      condition: id == 1 ? .good : .fair, place: id == 1 ? "West Bay" : "East End", position: nil,
      seller: "Seller \(id)", sellerRating: 4, url: nil, imageURL: nil, postedAt: nil, firstSeenAt: Self.now,
      seenAt: Self.now)
  }

  @Test(
    arguments: [
      // 10,000 cents: a drop by 14 to 3 of a hundred, a rise by 2 to 9, in whole dollars below 100 and fives above.
      (10_000, true, 0.0, 8600), (10_000, true, 1.0, 9700), (10_000, false, 0.0, 10_000), (10_000, false, 1.0, 11_000),
      (64_000, true, 0.5, 58_500), (150, true, 0.0, 100), (100, true, 0.0, 100),
    ] as [(Int64, Bool, Double, Int64)])
  func aPriceMovesAsFarAsPeopleMoveIt(cents: Int64, falls: Bool, share: Double, next: Int64) {
    #expect(MarketPrice.next(after: cents, falls: falls, share: share) == next)
  }

  @Test func aNewcomerIsCalledAsTheModelAndIsWhereTheOtherOneIs() {
    var morning = MarketMorning(Self.day, seed: 7, now: Self.now)
    let drafts = (0..<200).map { _ in
      morning.newcomer(like: listing(1, "Road bike", cents: 40_000), and: listing(2, "Kayak", cents: nil))
    }
    #expect(Set(drafts.map(\.externalID)).count == 200)
    for draft in drafts {
      #expect(draft.title == "Road bike" && draft.source == "reef-list" && draft.category == "bikes")
      #expect(draft.place == "East End" && draft.condition == .fair && draft.seller == "Seller 2")
      // Three quarters to a fifth more, rounded to five dollars.
      #expect((29_500...48_500).contains(draft.price?.cents ?? 0))
      #expect((Self.now - .hours(10)...Self.now).contains(draft.postedAt ?? .init(milliseconds: 0)))
    }
    #expect(morning.newcomer(like: listing(2, "Kayak", cents: nil), and: listing(1, "", cents: 1)).price == nil)
  }

  @Test func theSameMorningIsTheSameAndTheNextIsAnother() {
    func draws(_ day: CivilDate, seed: UInt64) -> [Int64] {
      var morning = MarketMorning(day, seed: seed, now: Self.now)
      return (0..<30).map { _ in morning.draw(upTo: 5000) }
    }
    let first = draws(Self.day, seed: 7)
    #expect(first == draws(Self.day, seed: 7))
    #expect(first != draws(CivilDate(dayNumber: 20_687), seed: 7) && first != draws(Self.day, seed: 8))
    #expect(first.allSatisfy { (1...5000).contains($0) } && Set(first).count > 25)
  }

  @Test func theMarketOpensAtEightOnEachMorningHoweverTheRunIsCut() throws {
    for step in [TimeSpan.days(3), .minutes(37), .hours(1)] {
      let world = try LittleTown.world()
      let plan = try LittleTown.plan(seed: 3)
      var simulation = Simulation(plan, in: world)
      while !simulation.isFinished { try simulation.advance(to: simulation.now + step) }
      // From the evening of the 9th to that of the 12th, five hours behind UTC.
      #expect(
        world.mornings.map(\.rfc3339) == ["2026-09-10T13:00:00Z", "2026-09-11T13:00:00Z", "2026-09-12T13:00:00Z"])
    }
  }
}
