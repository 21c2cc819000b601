import Canvas
import Core
import Testing

@testable import TUI

@Suite struct DialogTests {
  private func target(_ stage: Stage) throws -> OfferTarget {
    OfferTarget(sessionID: Stage.rich, offerID: try #require(stage.state.discovery.rankedOffer?.offer.id))
  }

  @Test func acceptingAsksAndTheDefaultChangesNothing() throws {
    var stage = Stage()
    try stage.press("enter", "a")
    #expect(stage.picture().contains("Accept as Ana R.?"))
    try stage.press("enter")
    #expect(stage.state.dialogs.isEmpty)
    #expect(stage.takeEffects().isEmpty)
  }

  @Test func theKeyThatAskedDoesNotConfirm() throws {
    var stage = Stage()
    try stage.press("enter", "a", "a", "a")
    #expect(stage.state.dialogs.count == 1)
    #expect(stage.takeEffects().isEmpty)
    try stage.press("n")
    #expect(stage.state.dialogs.isEmpty)
  }

  @Test func yAcceptsAsTheSelectedPersonAndTheCodeIsShown() throws {
    var stage = Stage()
    try stage.press("enter")
    let target = try target(stage)
    try stage.press("a", "y")
    guard case .accept(let job, target)? = stage.takeEffects().first else {
      Issue.record("nothing was accepted")
      return
    }
    // Once more before the answer: refused, with the reason.
    try stage.press("a")
    #expect(stage.state.dialogs.isEmpty)
    #expect(stage.picture().contains("still on its way"))
    let code = try ClaimCode(parsing: "7K39QXV4M2" + checkLetter("7K39QXV4M2"))
    stage.send(
      .accepted(
        job,
        Claim(
          id: Claim.ID(7), code: code, offerID: target.offerID, expiresAt: FixtureBoard.now + .minutes(240),
          capacityLeft: 3)))
    #expect(stage.picture().contains("7 K 3 9 - Q X V 4 - M 2"))
    #expect(stage.picture().contains("Fri 21:42"))
    try stage.press("x", "enter", "esc")
    #expect(stage.state.dialogs.isEmpty)
  }

  @Test func dismissingNeedsAReasonThatIsChosen() throws {
    var stage = Stage()
    try stage.press("enter", "d", "enter")
    #expect(stage.takeEffects().isEmpty)
    let target = try target(stage)
    try stage.press("d", "down", "down", "enter")
    #expect(stage.takeEffects() == [.dismiss(Job(3), target, .tooFar, note: nil)])
  }

  @Test func otherAsksForWords() throws {
    var stage = Stage()
    try stage.press("enter")
    let target = try target(stage)
    try stage.press("d", "end", "enter", "enter")
    #expect(stage.takeEffects().isEmpty)
    stage.type("  too loud ")
    #expect(stage.picture().contains("too loud"))
    try stage.press("enter")
    #expect(stage.takeEffects() == [.dismiss(Job(3), target, .other, note: "too loud")])
  }

  @Test func extendingShowsWhatItCosts() throws {
    var stage = Stage()
    try stage.press("t")
    for price in ["$0.88", "$1.75", "$3.50"] { #expect(stage.picture().contains(price)) }
    try stage.press("down", "down", "enter")
    guard case .extend(let job, Stage.rich, 30)? = stage.takeEffects().first else {
      Issue.record("nothing was extended")
      return
    }
    let session = try #require(stage.state.discovery.session)
    stage.send(.extended(job, session))
    #expect(stage.picture().contains("session 8848 extended by 30 min as Ana R."))
  }

  @Test func aFailedDeedIsToldInItsOwnWords() throws {
    var stage = Stage()
    try stage.press("enter", "a", "y")
    guard case .accept(let job, _)? = stage.takeEffects().first else { return }
    stage.send(.failed(job, "all 40 places are taken"))
    #expect(stage.picture().contains("all 40 places are taken"))
    #expect(stage.state.deeds.isEmpty)
  }

  @Test func detailsAreAViewAndSayEverything() throws {
    var stage = Stage()
    try stage.press("enter")
    let target = try target(stage)
    try stage.press("enter")
    #expect(stage.takeEffects() == [.view(target)])
    let offer = try #require(stage.state.discovery.rankedOffer?.offer)
    for words in [offer.title, offer.terms, "worth", "places", "any time", "always", "Why \(75)"] {
      #expect(stage.picture().contains(words), "\(words) is missing")
    }
    // The offer can be acted on from here.
    try stage.press("a", "y")
    #expect(stage.takeEffects() == [.accept(Job(3), target)])
    #expect(stage.state.dialogs.isEmpty)
  }

  @Test func aHeldBackOfferCannotBeAccepted() throws {
    var stage = Stage(size: Size(width: 140, height: 42))
    try stage.press("enter", "tab")
    #expect(stage.state.discovery.focus == .heldBack)
    try stage.press("a")
    #expect(stage.state.dialogs.isEmpty)
    #expect(stage.picture().contains("is held back"))
    #expect(!stage.footer.contains("accept"))
  }

  private func checkLetter(_ ten: String) throws -> String {
    let letters = ClaimCode.alphabet.map { String(decoding: [$0], as: UTF8.self) }
    return try #require(letters.first { (try? ClaimCode(parsing: ten + $0)) != nil })
  }
}
