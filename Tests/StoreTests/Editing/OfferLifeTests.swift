import Core
import Testing

@testable import Store

/// From draft to archive, who may move an offer, and what stays of each step.
@Suite struct OfferLifeTests {
  static let ana = TestTown.ana
  static let ben = Actor(.operator, "ben")
  static let zoe = Actor(.analyst, "zoe")

  /// A draft of the town's partner, written by `author`.
  static func draft(
    in town: TestTown, by author: Actor = ana, _ change: (inout Offer) -> Void = { _ in }
  ) throws -> Offer {
    var offer = Offer(
      id: Offer.ID(0), partnerID: town.partner.id, title: "Lunch", category: "food",
      value: ValueProposition(discountPercent: 20), position: TestTown.centre)
    change(&offer)
    return try town.store.addOffer(offer, by: author, now: TestTown.noon)
  }

  @Test func aNewOfferIsADraftWhateverItSays() throws {
    let town = try TestTown()
    let offer = try Self.draft(in: town) { $0.state = .active }
    #expect(offer.state == .draft)
    #expect(code { _ = try town.accept(offer, town.session()) } == "offer.not_active")
  }

  @Test func anOfferGoesItsWayAndEveryStepIsAVersion() throws {
    let town = try TestTown()
    let store = town.store
    let id = try Self.draft(in: town).id
    let noon = TestTown.noon
    try store.move(offer: id, .submit, by: Self.ana, now: noon)
    #expect(try store.offer(id).state == .pending)
    try store.move(offer: id, .reject, by: Self.ben, reason: "Which wines?", now: noon)
    try store.move(offer: id, .submit, by: Self.ana, now: noon)
    try store.move(offer: id, .approve, by: Self.ben, now: noon)
    #expect(try store.offer(id).standing(at: noon) == .active)
    for move in [OfferMove.pause, .resume, .end, .archive] { try store.move(offer: id, move, by: Self.ana, now: noon) }
    let versions = try store.versions(of: id)
    #expect(
      versions.reversed().map(\.offer.state)
        == [.draft, .pending, .rejected, .pending, .approved, .paused, .approved, .ended, .archived])
    #expect(
      versions.reversed().map(\.author)
        == ["ana", "ana", "ben", "ana", "ben", "ana", "ana", "ana", "ana"].map { "operator:\($0)" })
    #expect(versions.reversed().map(\.reason) == [nil, nil, "Which wines?", nil, nil, nil, nil, nil, nil])
    #expect(
      try store.audit(AuditFilter(subject: .offer(id)), for: Self.zoe).reversed().map(\.verb) == [
        "offer create", "offer submit", "offer reject", "offer submit", "offer approve", "offer pause", "offer resume",
        "offer end", "offer archive",
      ])
    #expect(try town.failedChecks() == [])
  }

  @Test func anIllegalMoveIsRefusedWithTheLegalOnesNamed() throws {
    let town = try TestTown()
    let offer = try Self.draft(in: town)
    do {
      try town.store.move(offer: offer.id, .pause, by: Self.ana, now: TestTown.noon)
      Issue.record("a draft was paused")
    } catch {
      #expect(error.code == "offer.move")
      #expect(error.exitStatus == 5)
      #expect(error.sentence == "offer 1 is draft and cannot be paused; it can be submitted or archived")
    }
    #expect(try town.store.offer(offer.id).version == 1)
  }

  @Test func aRejectionSaysWhyAndTheReasonStaysWhileItIsRejected() throws {
    let town = try TestTown()
    let store = town.store
    var offer = try Self.draft(in: town)
    offer = try store.move(offer: offer.id, .submit, by: Self.ana, now: TestTown.noon)
    #expect(code { try store.move(offer: offer.id, .reject, by: Self.ben, now: TestTown.noon) } == "missing_field")
    #expect(
      code { try store.move(offer: offer.id, .reject, by: Self.ben, reason: " ", now: TestTown.noon) }
        == "invalid_value")
    offer = try store.move(offer: offer.id, .reject, by: Self.ben, reason: "Too little", now: TestTown.noon)
    offer.value = ValueProposition(discountPercent: 30)
    offer = try store.updateOffer(offer, by: Self.ana, now: TestTown.noon)
    #expect(offer.state == .rejected)
    #expect(try store.versions(of: offer.id).first?.reason == "Too little")
    #expect(try store.move(offer: offer.id, .submit, by: Self.ana, now: TestTown.noon).state == .pending)
    #expect(try store.versions(of: offer.id).first?.reason == nil)
  }

  @Test func nobodyApprovesWhatTheyWroteOrSubmitted() throws {
    let town = try TestTown()
    let store = town.store
    func refused(_ id: Offer.ID, _ actor: Actor) -> Bool {
      code { try store.move(offer: id, .approve, by: actor, now: TestTown.noon) } == "not_allowed"
    }
    var offer = try Self.draft(in: town)
    offer = try store.move(offer: offer.id, .submit, by: Self.ben, now: TestTown.noon)
    #expect(refused(offer.id, Self.ana))
    #expect(refused(offer.id, Self.ben))
    let carl = Actor(.operator, "carl")
    // Whoever edits what is waiting has written it too.
    offer.title = "Long lunch"
    offer = try store.updateOffer(offer, by: carl, now: TestTown.noon)
    #expect(offer.state == .pending)
    #expect(refused(offer.id, carl))
    let dora = Actor(.operator, "dora")
    #expect(refused(offer.id, Actor(town.partner.id)))
    #expect(refused(offer.id, Self.zoe))
    try store.move(offer: offer.id, .reject, by: dora, reason: "No", now: TestTown.noon)
    // A decision ends it: of what came before, nobody is the author any more.
    try store.move(offer: offer.id, .submit, by: Self.ben, now: TestTown.noon)
    #expect(refused(offer.id, Self.ben))
    #expect(try store.move(offer: offer.id, .approve, by: Self.ana, now: TestTown.noon).state == .approved)
  }

  @Test func aDecisionThatWasTakenBackGivesItsAuthorNoWayRound() throws {
    let town = try TestTown()
    let store = town.store
    let offer = try Self.draft(in: town)
    try store.move(offer: offer.id, .submit, by: Self.ana, now: TestTown.noon)
    try store.move(offer: offer.id, .approve, by: Self.ben, now: TestTown.noon)
    try store.undo(by: Self.ben, now: TestTown.noon)
    #expect(try store.offer(offer.id).state == .pending)
    #expect(code { try store.move(offer: offer.id, .approve, by: Self.ana, now: TestTown.noon) } == "not_allowed")
    // Who only took back what they had decided has written nothing.
    #expect(try store.move(offer: offer.id, .approve, by: Self.ben, now: TestTown.noon).state == .approved)
  }

  @Test func automaticApprovalNeedsNobody() throws {
    let town = try TestTown()
    var partner = town.partner
    partner.autoApprove = true
    try town.store.updatePartner(partner, by: Self.ana, now: TestTown.noon)
    let own = Actor(partner.id)
    let offer = try Self.draft(in: town, by: own)
    let submitted = try town.store.move(offer: offer.id, .submit, by: own, now: TestTown.noon)
    #expect(submitted.standing(at: TestTown.noon) == .active)
    #expect(try town.accept(submitted, town.session()).capacityLeft == nil)
  }

  @Test func aPartnerThatListensIsToldOfTheApproval() throws {
    let town = try TestTown()
    let store = town.store
    var partner = town.partner
    partner.webhookURL = "https://example.com/hook"
    try store.updatePartner(partner, by: Self.ana, now: TestTown.noon)
    let offer = try Self.draft(in: town)
    try store.move(offer: offer.id, .submit, by: Self.ana, now: TestTown.noon)
    #expect(try store.outbox(of: partner.id, for: Self.ana).isEmpty)
    try store.move(offer: offer.id, .approve, by: Self.ben, now: TestTown.noon)
    for move in [OfferMove.pause, .resume] { try store.move(offer: offer.id, move, by: Self.ana, now: TestTown.noon) }
    let events = try store.outbox(of: partner.id, for: Self.ana)
    #expect(events.map(\.event) == [.offerApproved])
    #expect(
      events.first?.payload
        == #"{"type":"offer.approved","timestamp":"2026-08-21T17:00:00Z","data":{"offer_id":1,"version":3,"title":"Lunch"}}"#
    )
  }

  @Test func anEditOfALiveOfferIsANewVersionInTheSameState() throws {
    let town = try TestTown()
    for state in [OfferState.approved, .paused] {
      var offer = try town.offer { $0.state = state }
      offer.title = "Brunch"
      offer.state = .archived
      let edited = try town.store.updateOffer(offer, by: Self.ana, now: TestTown.noon)
      #expect(edited.version == 2 && edited.state == state)
      #expect(try town.store.versions(of: offer.id).map(\.offer.title) == ["Brunch", "Sunset dinner"])
    }
    for state in [OfferState.ended, .archived] {
      var offer = try town.offer { $0.state = state }
      offer.title = "Brunch"
      #expect(code { try town.store.updateOffer(offer, by: Self.ana, now: TestTown.noon) } == "offer.over")
    }
  }

  @Test func anEditThatChangesNothingWritesNothing() throws {
    let town = try TestTown()
    let offer = try town.offer()
    #expect(try town.store.updateOffer(offer, by: Self.ana, now: TestTown.noon).version == 1)
    #expect(try town.store.audit(AuditFilter(), for: Self.ana).isEmpty)
  }

  @Test func twoWhoEditTheSameVersionAreToldOfEachOther() throws {
    let town = try TestTown()
    var mine = try town.offer()
    var theirs = mine
    theirs.title = "Theirs"
    mine.title = "Mine"
    try town.another().updateOffer(theirs, by: Self.ben, now: TestTown.noon)
    let (offer, store) = (mine, town.store)
    #expect(
      throws: StoreError.conflict(
        code: "version",
        sentence: "offer 1 was changed meanwhile by operator:ben (version 2); look at it again")
    ) { try store.updateOffer(offer, by: Self.ana, now: TestTown.noon) }
  }

  @Test func openClaimsStayRedeemableWhenTheirOfferEnds() throws {
    let town = try TestTown()
    let offer = try town.offer { $0.capacityTotal = 3 }
    let claim = try town.accept(offer, town.session())
    for move in [OfferMove.end, .archive] {
      try town.store.move(offer: offer.id, move, by: Self.ana, now: TestTown.noon)
    }
    #expect(code { _ = try town.accept(offer, town.session()) } == "offer.not_active")
    try town.store.redeem(claim: claim.id, by: Self.ana, now: TestTown.noon)
    #expect(try town.store.offer(offer.id).capacityLeft == 2)
    #expect(try town.failedChecks() == [])
  }

  @Test func whatWouldBeOverAtOnceIsNeitherSubmittedNorApproved() throws {
    let town = try TestTown()
    let offer = try Self.draft(in: town) { $0.validUntil = TestTown.noon + .hours(1) }
    let late = TestTown.noon + .hours(1)
    #expect(code { try town.store.move(offer: offer.id, .submit, by: Self.ana, now: late) } == "offer.window")
    try town.store.move(offer: offer.id, .submit, by: Self.ana, now: TestTown.noon)
    #expect(code { try town.store.move(offer: offer.id, .approve, by: Self.ben, now: late) } == "offer.window")
  }

  @Test func theLimitCountsWhatIsNeitherEndedNorArchived() throws {
    let town = try TestTown()
    let store = town.store
    var partner = town.partner
    partner.offerLimit = 2
    try store.updatePartner(partner, by: Self.ana, now: TestTown.noon)
    let first = try Self.draft(in: town)
    let second = try town.offer { $0.validUntil = TestTown.noon + .hours(1) }
    let third = { try Self.draft(in: town) }
    #expect(code { _ = try third() } == "offer.limit")
    #expect(code { try store.cloneOffer(first.id, by: Self.ana, now: TestTown.noon) } == "offer.limit")
    try store.move(offer: first.id, .archive, by: Self.ana, now: TestTown.noon)
    let copy = try store.cloneOffer(second.id, by: Self.ana, now: TestTown.noon)
    // What came in its place keeps the archived one from coming back.
    #expect(code { try store.undo(LoggedCommand.ID(3), by: Self.ana, now: TestTown.noon) } == "offer.limit")
    // A window that is over gives its place free, and an edit takes it again.
    let late = TestTown.noon + .hours(1)
    try store.cloneOffer(copy.id, by: Self.ana, now: late)
    var again = try store.offer(second.id)
    again.validUntil = nil
    #expect(code { try store.updateOffer(again, by: Self.ana, now: late) } == "offer.limit")
  }

  @Test func aCloneIsADraftWithEveryPlaceFree() throws {
    let town = try TestTown()
    let offer = try town.offer {
      $0.capacityTotal = 5
      $0.capacityLeft = 2
      $0.trigger = (try? TriggerRule(weather: [.rain])) ?? .none
      $0.budgetSpent = true
    }
    let copy = try town.store.cloneOffer(offer.id, by: Actor(town.partner.id), now: TestTown.noon)
    var expected = offer
    expected.title = "Sunset dinner (copy)"
    #expect(copy.id != offer.id && copy.version == 1 && copy.state == .draft)
    #expect(copy.differences(from: expected) == [])
    #expect(copy.capacityLeft == 5 && !copy.budgetSpent)
    let long = try town.offer { $0.title = String(repeating: "x", count: 120) }
    #expect(try town.store.cloneOffer(long.id, by: Self.ana, now: TestTown.noon).title.count == 120)
  }

  @Test func onlyOperatorsAndTheOwnerEdit() throws {
    let town = try TestTown()
    let store = town.store
    let other = try store.addPartner(
      Partner(id: Partner.ID(0), name: "Two", category: "spa", position: TestTown.centre, zone: "UTC"), by: Self.ana,
      now: TestTown.noon)
    var offer = try town.offer()
    offer.title = "Brunch"
    let edited = offer
    let stranger = Actor(other.id)
    for body in [
      { try store.updateOffer(edited, by: stranger, now: TestTown.noon) },
      { try store.move(offer: edited.id, .pause, by: stranger, now: TestTown.noon) },
      { try store.cloneOffer(edited.id, by: stranger, now: TestTown.noon) },
      { try store.offer(edited.id, for: stranger) },
    ] {
      // The same words as for an offer that never was.
      #expect(throws: StoreError.notFound(what: "offer", name: "1")) { _ = try body() }
    }
    #expect(throws: StoreError.notFound(what: "partner", name: "1")) {
      try Self.draft(in: town, by: stranger)
    }
    #expect(code { try store.updateOffer(edited, by: Self.zoe, now: TestTown.noon) } == "not_allowed")
    #expect(code { try store.move(offer: edited.id, .pause, by: Self.zoe, now: TestTown.noon) } == "not_allowed")
    #expect(try store.updateOffer(edited, by: Actor(town.partner.id), now: TestTown.noon).version == 2)
  }

  @Test func whatIsOfferedIsInTheCurrencyItIsSettledIn() throws {
    let town = try TestTown()
    let euro = try #require(Currency("EUR"))
    #expect(code { _ = try Self.draft(in: town) { $0.currency = euro } } == "invalid_value")
    var offer = try town.offer()
    offer.currency = euro
    #expect(code { try town.store.updateOffer(offer, by: Self.ana, now: TestTown.noon) } == "invalid_value")
  }
}
