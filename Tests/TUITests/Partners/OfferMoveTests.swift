import Canvas
import Core
import Testing

@testable import TUI

/// An offer's life by keys: what is asked for, what is asked first, and what is said.
@Suite struct OfferMoveTests {
  /// The keyboard on Blue Culantro's offers: active, draft, pending, rejected, paused, ended, archived, scheduled.
  private func stage(on row: Int) throws -> Stage {
    var stage = Stage(size: Size(width: 140, height: 42), screen: .partners)
    try stage.press("tab")
    for _ in 0..<row { try stage.press("down") }
    _ = stage.takeEffects()
    return stage
  }

  private func order(_ stage: inout Stage) -> EditOrder? {
    for case .edit(_, let order) in stage.takeEffects() { return order }
    return nil
  }

  @Test(
    arguments: [
      (0, "p", OfferMove.pause, 1000), (1, "i", .submit, 1001), (2, "a", .approve, 1002), (3, "i", .submit, 1003),
      (4, "p", .resume, 1004),
    ] as [(Int, String, OfferMove, Int64)])
  func aKeyMovesTheOfferOn(row: Int, key: String, move: OfferMove, id: Int64) throws {
    var stage = try stage(on: row)
    try stage.press(key)
    #expect(order(&stage) == .move(move, [Offer.ID(id)], reason: nil))
  }

  @Test func whatIsNotLegalSaysWhatWouldBe() throws {
    var stage = try stage(on: 0)
    try stage.press("a")
    #expect(order(&stage) == nil)
    #expect(stage.picture().contains("only a pending offer can be approved; this one is active"))
  }

  @Test func aRejectionNeedsAReason() throws {
    var stage = try stage(on: 2)
    try stage.press("R", "enter")
    #expect(order(&stage) == nil && !stage.state.dialogs.isEmpty)
    stage.type("too little off")
    try stage.press("enter")
    #expect(order(&stage) == .move(.reject, [Offer.ID(1002)], reason: "too little off"))
  }

  @Test func endingAsksAndTheKeyThatAskedDoesNotConfirm() throws {
    var stage = try stage(on: 0)
    try stage.press("d", "d")
    #expect(order(&stage) == nil && stage.state.dialogs.count == 1)
    try stage.press("enter")
    #expect(order(&stage) == nil && stage.state.dialogs.isEmpty, "the first answer leaves it")
    try stage.press("d", "y")
    #expect(order(&stage) == .move(.end, [Offer.ID(1000)], reason: nil))
  }

  @Test(arguments: [(1, 1001), (3, 1003), (5, 1005)] as [(Int, Int64)])
  func whatDoesNotRunIsArchived(row: Int, id: Int64) throws {
    var stage = try stage(on: row)
    try stage.press("d", "y")
    #expect(order(&stage) == .move(.archive, [Offer.ID(id)], reason: nil))
  }

  @Test func markedOffersMoveTogetherAfterATypedWord() throws {
    var stage = try stage(on: 0)
    try stage.press("ctrl-a", "p")
    // Active and scheduled ones run, one is paused: which is meant?
    #expect(stage.picture().contains("Pause 2 offers") && stage.picture().contains("Resume 1 offer"))
    try stage.press("down", "enter")
    stage.type("yes")
    try stage.press("enter")
    #expect(order(&stage) == nil && stage.picture().contains("Type pause"))
    try stage.press("ctrl-u")
    stage.type("Pause")
    try stage.press("enter")
    #expect(order(&stage) == .move(.pause, [Offer.ID(1000), Offer.ID(1100)], reason: nil))
  }

  @Test func aCloneIsGoneToAndChangesAreTakenBackAndMadeAgain() throws {
    var stage = try stage(on: 0)
    try stage.press("C")
    guard case .edit(let job, .clone(Offer.ID(1000)))? = stage.takeEffects().first else {
      Issue.record("nothing was cloned")
      return
    }
    // The copy of the fixture's town that is read next has offer 1001 where the clone would be.
    stage.send(.edited(job, EditReport("a copy", offerID: Offer.ID(1001))))
    #expect(stage.state.partners.selectedOffer?.id == Offer.ID(1001))
    #expect(stage.picture().contains("▸· draft     Late lunch"))
    for (key, wanted) in [("u", EditOrder.undo), ("ctrl-r", .redo)] {
      try stage.press(key)
      guard case .edit(let job, let order)? = stage.takeEffects().first else {
        Issue.record("\(key) asked for nothing")
        return
      }
      #expect(order == wanted)
      stage.send(.failed(job, "operator:bo changed offer 1000 since"))
      #expect(stage.picture().contains("operator:bo changed offer 1000 since"))
    }
  }

  @Test func changesAreTakenBackOnEveryScreen() throws {
    for screen in [Screen.overview, .discover, .partners] {
      var stage = Stage(size: Size(width: 140, height: 42), screen: screen)
      _ = stage.takeEffects()
      try stage.press("u")
      #expect(order(&stage) == .undo, "not on \(screen)")
    }
  }

  @Test func theAnswerIsSaidAndWhatWasNotDoneToo() throws {
    var stage = try stage(on: 0)
    try stage.press("p")
    guard case .edit(let job, _)? = stage.takeEffects().first else {
      Issue.record("nothing was asked for")
      return
    }
    #expect(stage.state.edits.count == 1)
    try stage.press("p")
    #expect(stage.takeEffects().isEmpty, "once is enough")
    stage.send(
      .edited(job, EditReport("Sunset dinner was paused", problems: ["offer 7 is ended", "offer 8 is ended"])))
    #expect(stage.picture().contains("Sunset dinner was paused"))
    #expect(stage.picture().contains("offer 7 is ended, and 1 more like it"))
    #expect(stage.state.edits.isEmpty)
  }

  @Test func whatTheStoreRefusesIsToldAndReadAgain() throws {
    var stage = try stage(on: 2)
    try stage.press("a")
    guard case .edit(let job, _)? = stage.takeEffects().first else {
      Issue.record("nothing was asked for")
      return
    }
    stage.answersReads = false
    stage.send(.failed(job, "operator:ana wrote it and may not approve it"))
    #expect(stage.picture().contains("may not approve it"))
    #expect(stage.takeEffects().contains { if case .loadPartners = $0 { true } else { false } })
  }

  @Test func nothingIsMovedReadOnly() throws {
    var stage = try stage(on: 0)
    stage.change { $0.isReadOnly = true }
    for key in ["p", "d", "i", "a", "R"] { try stage.press(key) }
    #expect(order(&stage) == nil && stage.state.dialogs.isEmpty)
    #expect(stage.picture().contains("opened read-only"))
  }
}
