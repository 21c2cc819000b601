import Testing

@testable import Core

@Suite struct RankingTests {
  private static func ranking(
    _ offers: [Offer], _ context: Context = .sample(), _ profile: OfferProfile = .standard, limit: Int = 10
  ) -> Ranking {
    OfferIndex(offers).ranking(for: context, profile: profile, limit: limit)
  }

  private static func ids(_ ranking: Ranking) -> [Int64] { ranking.ranked.map(\.offer.id.value) }

  /// By hand: 40 % of 25.00 is 10.00, half of the value points; 10 % is 2.50, a fifth. 80 m of 800 cost 2.5 points.
  @Test func theHighestScoreComesFirst() {
    let offers = [
      Offer.sample(1) { $0.value = ValueProposition(discountPercent: 10) },
      Offer.sample(2) { $0.value = ValueProposition(discountPercent: 40) },
      Offer.sample(3, walk: 80) { $0.value = ValueProposition(discountPercent: 40) },
    ]
    let ranking = Self.ranking(offers)
    #expect(Self.ids(ranking) == [2, 3, 1])
    let scores: [Double] = [30 + 25 + 10 + 0 + 5, 30 + 22.5 + 10 + 0 + 5, 30 + 25 + 4 + 0 + 5]
    #expect(zip(ranking.ranked.map(\.score), scores).allSatisfy { abs($0 - $1) < 1e-6 })
  }

  /// Without spatial points two walks can have one score.
  @Test func tiesGoToPriorityThenTheNearerThenTheLowerID() throws {
    let profile = try OfferProfile(id: 1, version: 1, temporal: 55, spatial: 0, value: 20, capacity: 15, affinity: 10)
    let offers = [
      Offer.sample(2, walk: 200), Offer.sample(4, walk: 100), Offer.sample(8, walk: 100),
      Offer.sample(7, walk: 300) { $0.priority = 2 }, Offer.sample(6, walk: 700) { $0.priority = 3 },
      Offer.sample(5, walk: 10) { $0.priority = -1 },
    ]
    let long = Context.sample { $0.session.expiresAt = $0.now + .minutes(100) }
    let ranking = Self.ranking(offers, long, profile)
    #expect(Set(ranking.ranked.map(\.score.bitPattern)).count == 1)
    #expect(Self.ids(ranking) == [6, 7, 4, 8, 2, 5])
    #expect(OfferIndex(offers).best(10, for: long, profile: profile) == ranking.ranked)
  }

  @Test func priorityNeverBeatsAHigherScore() {
    let offers = [Offer.sample(1, walk: 1) { $0.priority = 1000 }, Offer.sample(2)]
    #expect(Self.ids(Self.ranking(offers)) == [2, 1])
  }

  @Test func theListIsCutToItsLimit() {
    let offers = (1...15).map { Offer.sample($0, walk: Double($0)) }
    let ranking = Self.ranking(offers, limit: 4)
    #expect(Self.ids(ranking) == [1, 2, 3, 4])
    #expect(ranking.eligible == 15 && ranking.withinReach == 15)
    #expect(ranking.heldBack.isEmpty && ranking.heldBackCounts.isEmpty)
    #expect(Self.ids(Self.ranking(offers, limit: 0)).isEmpty)
    #expect(Self.ids(Self.ranking(offers, limit: -3)).isEmpty)
    #expect(OfferIndex(offers).best(-3, for: .sample(), profile: .standard).isEmpty)
    #expect(Self.ids(Self.ranking([])).isEmpty)
  }

  /// Limit 300 m: 100 offers within it on paper but paused, 150 within twice of it, 400 beyond.
  @Test func heldBackAreTheNearest200WithinTwiceTheLimitAndEverythingIsCounted() {
    let near = (1...100).map { number in Offer.sample(number, walk: 2 * Double(number)) { $0.state = .paused } }
    let twice = (101...250).map { Offer.sample($0, walk: 200 + 1.3 * Double($0)) }
    let far = (251...650).map { Offer.sample($0, walk: 601 + Double($0)) }
    let context = Context.sample { $0.person.preferences.walkingLimit = Metres(300) }
    let ranking = Self.ranking((far + near + twice).shuffled(seed: 1), context)
    #expect(ranking.heldBack.map(\.offer.id.value) == Array(1...200))
    #expect(ranking.heldBackCounts.map(\.code) == [.notActive, .tooFar])
    #expect(ranking.heldBackCounts.map(\.count) == [100, 550])
    #expect(ranking.withinReach == 100 && ranking.eligible == 0)

    let few = Self.ranking(near.suffix(3) + far, context)
    #expect(few.heldBack.map(\.offer.id.value) == [98, 99, 100])
    #expect(Self.ranking([.sample(1, walk: 599.9), .sample(2, walk: 600.1)], context).heldBack.count == 1)
  }

  @Test func heldBackAtOneDistanceGoByID() {
    let offers = [5, 3, 9, 1].map { Offer.sample($0, walk: 50) { $0.state = .draft } }
    #expect(Self.ranking(offers).heldBack.map(\.offer.id.value) == [1, 3, 5, 9])
  }

  /// Row O.17: new offers are cut off best first; one already shown in this session is not new.
  @Test func frequencyShortensTheList() {
    let offers = (1...6).map { Offer.sample($0, walk: Double($0) * 10) }
    let context = Context.sample { context in
      context.person.preferences.offerFrequency = .occasional
      context.person.impressionsToday = 1
      context.history(of: .init(5)) { $0.shownInSession = true }
    }
    let ranking = Self.ranking(offers, context)
    #expect(Self.ids(ranking) == [1, 2, 5])
    #expect(ranking.heldBack.map(\.offer.id.value) == [3, 4, 6])
    #expect(ranking.heldBack.allSatisfy { $0.reason.code == .frequency && $0.others.isEmpty })
    #expect(ranking.heldBack.first?.reason.actual.value == 3 && ranking.heldBack.first?.reason.required.value == 3)
    #expect(ranking.heldBackCounts.map(\.count) == [3])
    #expect(ranking.eligible == 3)
    #expect(OfferIndex(offers).best(10, for: context, profile: .standard) == ranking.ranked)
    #expect(OfferIndex(offers).best(2, for: context, profile: .standard).map(\.offer.id.value) == [1, 2])
  }

  @Test(
    arguments: [
      (.all, 99, [1, 2, 3, 4, 5]), (.occasional, 0, [1, 2, 3]), (.occasional, 2, [1]), (.occasional, 3, []),
      (.occasional, 7, []), (.minimal, 0, [1]), (.minimal, 1, []),
    ] as [(Preferences.OfferFrequency, Int, [Int64])])
  func eachFrequencyHasItsDailyCap(frequency: Preferences.OfferFrequency, today: Int, shown: [Int64]) {
    let offers = (1...5).map { Offer.sample($0, walk: Double($0) * 10) }
    let context = Context.sample { context in
      context.person.preferences.offerFrequency = frequency
      context.person.impressionsToday = today
    }
    #expect(Self.ids(Self.ranking(offers, context)) == shown)
    #expect(OfferIndex(offers).best(10, for: context, profile: .standard).map(\.offer.id.value) == shown)
  }

  @Test func onlyOneNewOfferADayIsSaidInTheSingular() {
    let context = Context.sample { context in context.person.preferences.offerFrequency = .minimal }
    let held = Self.ranking([.sample(1), .sample(2, walk: 5)], context).heldBack
    #expect(held.map(\.reason.sentence) == ["minimal: at most 1 new offer a day"])
  }

  @Test func bestIsTheHeadOfTheRanking() {
    for seed in 100..<103 as Range<UInt64> {
      var random = SeededGenerator(seed: seed)
      let index = OfferIndex(RandomWorld.offers(600, &random))
      for _ in 0..<60 {
        let context = RandomWorld.context(&random, offers: 600)
        let limit = Int.random(in: 1...12, using: &random)
        let ranking = index.ranking(for: context, profile: .standard, limit: limit)
        #expect(index.best(limit, for: context, profile: .standard) == ranking.ranked)
        #expect(ranking.heldBackCounts.reduce(0) { $0 + $1.count } + ranking.eligible == 600)
      }
    }
  }

  @Test func theSameInputsGiveTheSameAnswerWhateverTheirOrder() {
    var random = SeededGenerator(seed: 103)
    let offers = RandomWorld.offers(300, &random)
    let one = OfferIndex(offers)
    let other = OfferIndex(offers.shuffled(seed: 2))
    for _ in 0..<50 {
      let context = RandomWorld.context(&random, offers: 300)
      let ranking = one.ranking(for: context, profile: .standard, limit: 10, allReasons: true)
      #expect(ranking == other.ranking(for: context, profile: .standard, limit: 10, allReasons: true))
    }
  }

  /// Row O.10: distance comes from the session.
  @Test func movingTheCarMovesTheScore() throws {
    let index = OfferIndex([.sample()])
    let here = try #require(index.evaluate(.init(1), for: .sample(), profile: .standard))
    let moved = Context.sample { $0.session.position = Coordinate.georgeTown.north(walk: 400) }
    let there = try #require(index.evaluate(.init(1), for: moved, profile: .standard))
    #expect(here.walk.distance.value == 0 && abs(there.walk.distance.value - 400) < 1e-6)
    #expect(abs(here.parts[1].points.points - there.parts[1].points.points - 12.5) < 1e-6)
  }

  @Test func aPlaceTakenCountsAtOnce() throws {
    var index = OfferIndex([.sample(1) { ($0.capacityTotal, $0.capacityLeft) = (4, 4) }, .sample(2)])
    index.setCapacityLeft(1, of: .init(1))
    #expect(index[.init(1)]?.capacityLeft == 1)
    #expect(try #require(index.evaluate(.init(1), for: .sample(), profile: .standard)).parts[3].points.points == 11.25)
    index.setCapacityLeft(0, of: .init(1))
    #expect(index.best(10, for: .sample(), profile: .standard).map(\.offer.id.value) == [2])
    index.setCapacityLeft(4, of: .init(1))
    #expect(index.best(10, for: .sample(), profile: .standard).count == 2)
    // An unlimited offer stays so, and an unknown one is no harm.
    index.setCapacityLeft(0, of: .init(2))
    index.setCapacityLeft(0, of: .init(3))
    #expect(index.best(10, for: .sample(), profile: .standard).count == 2)
    #expect(index[.init(2)]?.capacityLeft == nil && index[.init(3)] == nil)
  }

  /// Places that are not known count as none, and the score says so in its parts too.
  @Test func unknownPlacesAreNone() throws {
    let index = OfferIndex([.sample { ($0.capacityTotal, $0.capacityLeft) = (4, nil) }])
    let result = try #require(index.evaluate(.init(1), for: .sample(), profile: .standard))
    #expect(result.score == result.parts.reduce(0) { $0 + $1.points.points })
    #expect(index.best(10, for: .sample(), profile: .standard).isEmpty)
  }
}

extension Array {
  func shuffled(seed: UInt64) -> [Element] {
    var random = SeededGenerator(seed: seed)
    return shuffled(using: &random)
  }
}
