import Testing

@testable import Core

/// Which moves are legal from where, written out by hand (opportunities.md, O.47).
@Suite struct OfferMoveTests {
  private static let noon = Timestamp(milliseconds: 1_787_331_600_000)

  @Test(
    arguments: [
      (.draft, [.submit, .archive]), (.pending, [.approve, .reject]), (.rejected, [.submit, .archive]),
      (.approved, [.pause, .end]), (.active, [.pause, .end]), (.scheduled, [.pause, .end]), (.paused, [.resume, .end]),
      (.ended, [.archive]), (.archived, []),
    ] as [(OfferState, [OfferMove])])
  func eachStateHasItsMoves(state: OfferState, moves: [OfferMove]) {
    var offer = Offer.sample()
    offer.state = state
    #expect(offer.moves(at: Self.noon) == moves)
  }

  @Test func whatIsApprovedStandsByItsWindow() {
    var offer = Offer.sample()
    offer.state = .approved
    offer.validFrom = Self.noon
    offer.validUntil = Self.noon + .hours(1)
    #expect(offer.standing(at: Self.noon - TimeSpan(milliseconds: 1)) == .scheduled)
    #expect(offer.standing(at: Self.noon) == .active)
    #expect(offer.standing(at: Self.noon + .hours(1)) == .ended)
    // Its window is over: it can only be put away, and a clock set back brings the other moves again.
    #expect(offer.moves(at: Self.noon + .hours(1)) == [.archive])
    #expect(offer.moves(at: Self.noon) == [.pause, .end])
    offer.state = .paused
    #expect(offer.standing(at: Self.noon + .hours(1)) == .paused)
  }
}
