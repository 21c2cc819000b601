import Testing

@testable import Core

@Suite struct VerdictTests {
  /// A ranking lists what is held back within twice the limit; about one offer there is an answer at any distance.
  @Test func anOfferFarAwayIsHeldBackForItsDistance() throws {
    guard case .heldBack(let held) = Verdict(on: .sample(1, walk: 30_000), for: .sample(), profile: .standard) else {
      Issue.record("an offer 30 km away was ranked")
      return
    }
    #expect(held.reason.code == .tooFar)
    #expect(held.reason.required == .init(.number(800), "metres"))
  }

  @Test func aReasonBeforeDistanceStandsFirstAndDistanceAmongTheOthers() throws {
    let offer = Offer.sample(1, walk: 30_000) { $0.state = .paused }
    guard case .heldBack(let held) = Verdict(on: offer, for: .sample(), profile: .standard) else {
      Issue.record("a paused offer was ranked")
      return
    }
    #expect(held.reason.code == .notActive)
    #expect(held.others.map(\.code).contains(.tooFar))
  }

  @Test func agreesWithTheRankingOfTheSameOffer() throws {
    let offer = Offer.sample(1, walk: 120)
    let ranking = OfferIndex([offer]).ranking(for: .sample(), profile: .standard, limit: 1)
    #expect(Verdict(on: offer, for: .sample(), profile: .standard) == .ranked(try #require(ranking.ranked.first)))
  }
}
