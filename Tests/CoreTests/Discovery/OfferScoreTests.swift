import Testing

@testable import Core

@Suite struct OfferScoreTests {
  @Test(arguments: OfferScoreCase.all)
  func agreesWithAnotherProgram(world: OfferScoreCase) throws {
    let index = OfferIndex([world.offer])
    let result = try #require(index.evaluate(world.offer.id, for: world.context, profile: .standard))
    #expect(result.parts.map(\.factor) == [.temporal, .spatial, .value, .capacity, .affinity])
    for (part, points) in zip(result.parts, world.points) {
      #expect(abs(part.points.points - points) < 1e-8, "\(part.factor)")
    }
    #expect(abs(result.score - world.points.reduce(0, +)) < 2e-8)
    #expect(abs(result.walk.distance.value - world.walk) < 1e-6)
    #expect(abs(Double(result.valueCents) - world.cents) <= 0.5)
    // Every case of the table is an eligible one.
    let ranking = index.ranking(for: world.context, profile: .standard, limit: 10)
    #expect(ranking.ranked == [result])
  }

  @Test func theTableIsComplete() {
    #expect(OfferScoreCase.all.count == 48)
  }

  /// 100,000 random worlds, eligible or not: within bounds, and the shown parts are the whole score to the last bit.
  @Test(arguments: 0..<20 as Range<UInt64>)
  func isTheExactSumOfItsParts(seed: UInt64) throws {
    var random = SeededGenerator(seed: seed)
    let offers = RandomWorld.offers(500, &random)
    let index = OfferIndex(offers)
    var context = Context.sample()
    for number in 0..<5000 {
      if number % 10 == 0 { context = RandomWorld.context(&random, offers: 500) }
      let result = try #require(index.evaluate(offers[number * 7 % 500].id, for: context, profile: .standard))
      let parts = result.parts.map(\.points)
      let sum = parts[0].points + parts[1].points + parts[2].points + parts[3].points + parts[4].points
      guard result.score.bitPattern == sum.bitPattern, (0...100).contains(result.score),
        parts.map(\.maximum) == [30, 25, 20, 15, 10], parts.allSatisfy({ 0 <= $0.points && $0.points <= $0.maximum })
      else {
        Issue.record("\(result.score) is not the sum of \(parts) (offer \(result.offer.id), number \(number))")
        return
      }
    }
  }

  @Test func otherWeightsScaleTheSameShares() throws {
    let profile = try OfferProfile(id: 2, version: 3, temporal: 60, spatial: 0, value: 40, capacity: 0, affinity: 0)
    let index = OfferIndex([.sample()])
    let result = try #require(index.evaluate(.init(1), for: .sample(), profile: profile))
    // 20 % of the default 25.00 is 5.00: a third of the value points.
    #expect(result.parts.map(\.points.points) == [60, 0, 40 * (500.0 / 1500), 0, 0])
    #expect(result.parts.map(\.points.maximum) == [60, 0, 40, 0, 0])
  }

  @Test(
    arguments: [
      [30, 25, 20, 15, 10.1], [130, -30, 0, 0, 0], [.nan, 25, 20, 15, 10], [0, 0, 0, 0, 0],
    ] as [[Double]])
  func aProfileSumsToAHundred(weights: [Double]) throws {
    let error = try #require(throws: InvalidInput.self) {
      try OfferProfile(
        id: 1, version: 1, temporal: weights[0], spatial: weights[1], value: weights[2], capacity: weights[3],
        affinity: weights[4])
    }
    #expect(error.field == "weights")
  }

  @Test func anUnknownOfferHasNoScore() {
    #expect(OfferIndex([.sample(1)]).evaluate(.init(2), for: .sample(), profile: .standard) == nil)
  }
}
