import Core
import Testing

@testable import Store

/// What was done is taken back and done again, by whoever did it, as long as nobody came between.
@Suite struct UndoTests {
  private static let ana = TestTown.ana
  private static let ben = Actor(.operator, "ben")
  private static let noon = TestTown.noon

  private func retitled(_ offer: Offer, _ title: String, in store: Store, by actor: Actor = ana) throws -> Offer {
    var edited = try store.offer(offer.id)
    edited.title = title
    return try store.updateOffer(edited, by: actor, now: Self.noon)
  }

  @Test func anEditIsTakenBackAndDoneAgainByAnotherProcess() throws {
    let town = try TestTown()
    let offer = try town.offer()
    _ = try retitled(offer, "Brunch", in: town.store)
    let undone = try town.another().undo(by: Self.ana, now: Self.noon)
    #expect(undone.verb == "offer edit" && undone.note == "title" && undone.subject == .offer(offer.id))
    #expect(try town.store.offer(offer.id).title == "Sunset dinner")
    let redone = try town.another().redo(by: Self.ana, now: Self.noon)
    #expect(redone.verb == "offer edit")
    #expect(try town.store.offer(offer.id).title == "Brunch")
    #expect(
      try town.store.versions(of: offer.id).map(\.offer.title) == [
        "Brunch", "Sunset dinner", "Brunch", "Sunset dinner",
      ])
    #expect(code { try town.store.redo(by: Self.ana, now: Self.noon) } == "redo.none")
  }

  @Test func whoeverCameBetweenIsNamedWithWhatTheyChanged() throws {
    let town = try TestTown()
    var offer = try town.offer()
    _ = try retitled(offer, "Brunch", in: town.store)
    offer = try town.store.offer(offer.id)
    offer.terms = "cash only"
    try town.another().updateOffer(offer, by: Self.ben, now: Self.noon)
    do {
      try town.store.undo(by: Self.ana, now: Self.noon)
      Issue.record("ben's edit was overwritten")
    } catch {
      #expect(error.code == "undo.changed" && error.exitStatus == 5)
      #expect(
        error.sentence
          == "offer 1 was changed by operator:ben since offer edit 1 (terms); look at it and edit it instead")
    }
    // Once ben has taken it back, nothing stands between.
    try town.store.undo(by: Self.ben, now: Self.noon)
    try town.store.undo(by: Self.ana, now: Self.noon)
    #expect(try town.store.offer(offer.id).title == "Sunset dinner")
    #expect(try town.store.offer(offer.id).terms == "")
  }

  @Test func aFileThatChangedTheOfferSinceCountsToo() throws {
    let town = try TestTown()
    let offer = try town.offer()
    var loaded = try retitled(offer, "Brunch", in: town.store)
    loaded.title = "From a file"
    loaded = try town.store.updateOffer(loaded, by: Self.ben, loading: true, now: Self.noon)
    #expect(code { try town.store.undo(by: Self.ana, now: Self.noon) } == "undo.changed")
    // What came after the file is taken back to what the file said, and no further.
    _ = try retitled(offer, "Dinner", in: town.store)
    try town.store.undo(by: Self.ana, now: Self.noon)
    #expect(try town.store.offer(offer.id).title == "From a file")
    #expect(code { try town.store.undo(by: Self.ana, now: Self.noon) } == "undo.changed")
  }

  @Test func everybodyUndoesTheirOwn() throws {
    let town = try TestTown()
    let (one, two) = (try town.offer(), try town.offer())
    _ = try retitled(one, "Ana's", in: town.store)
    _ = try retitled(two, "Ben's", in: town.store, by: Self.ben)
    try town.store.undo(by: Self.ana, now: Self.noon)
    #expect(try town.store.offers().map(\.title) == ["Sunset dinner", "Ben's"])
    #expect(code { try town.store.undo(by: Self.ana, now: Self.noon) } == "undo.none")
    #expect(code { try town.store.undo(LoggedCommand.ID(2), by: Self.ana, now: Self.noon) } == "not_allowed")
    #expect(code { try town.store.undo(LoggedCommand.ID(1), by: Self.ana, now: Self.noon) } == "undo.none")
    let partner = Actor(Partner.ID(99))
    #expect(code { try town.store.undo(LoggedCommand.ID(2), by: partner, now: Self.noon) } == "not_found")
  }

  @Test func nothingIsDoneAgainOnceSomethingNewWasDone() throws {
    let town = try TestTown()
    let (one, two) = (try town.offer(), try town.offer())
    _ = try retitled(one, "A", in: town.store)
    try town.store.undo(by: Self.ana, now: Self.noon)
    _ = try retitled(two, "B", in: town.store)
    #expect(code { try town.store.redo(by: Self.ana, now: Self.noon) } == "redo.none")
    try town.store.undo(by: Self.ana, now: Self.noon)
    try town.store.redo(by: Self.ana, now: Self.noon)
    #expect(try town.store.offers().map(\.title) == ["Sunset dinner", "B"])
    #expect(code { try town.store.redo(by: Self.ana, now: Self.noon) } == "redo.none")
  }

  @Test func aCreatedOfferIsArchivedAndComesBack() throws {
    let town = try TestTown()
    let offer = try OfferLifeTests.draft(in: town)
    try town.store.undo(by: Self.ana, now: Self.noon)
    #expect(try town.store.offer(offer.id).state == .archived)
    try town.store.redo(by: Self.ana, now: Self.noon)
    #expect(try town.store.offer(offer.id).state == .draft)
    try town.store.undo(by: Self.ana, now: Self.noon)
    #expect(try town.store.offer(offer.id).state == .archived)
  }

  @Test func placesTakenMeanwhileStayTaken() throws {
    let town = try TestTown()
    var offer = try town.offer { $0.capacityTotal = 10 }
    offer.capacityTotal = 20
    offer = try town.store.updateOffer(offer, by: Self.ana, now: Self.noon)
    #expect(try town.accept(offer, town.session()).capacityLeft == 19)
    try town.store.undo(by: Self.ana, now: Self.noon)
    #expect(try town.store.offer(offer.id).capacityLeft == 9)
    #expect(try town.failedChecks() == [])
  }

  @Test func aSubmissionIsNotDoneAgainPastAnEndOfAutomaticApproval() throws {
    let town = try TestTown()
    var partner = town.partner
    partner.autoApprove = true
    try town.store.updatePartner(partner, by: Self.ben, now: Self.noon)
    let own = Actor(partner.id)
    let offer = try OfferLifeTests.draft(in: town, by: own)
    try town.store.move(offer: offer.id, .submit, by: own, now: Self.noon)
    try town.store.undo(by: own, now: Self.noon)
    try town.store.undo(by: Self.ben, now: Self.noon)
    #expect(code { try town.store.redo(by: own, now: Self.noon) } == "not_allowed")
    #expect(try town.store.offer(offer.id).state == .draft)
  }

  @Test func partnersGoBackToWhatTheyWere() throws {
    let town = try TestTown()
    let store = town.store
    var edited = town.partner
    edited.name = "Blue Cilantro"
    edited.commissionBasisPoints = 1250
    edited.email = "chef@example.com"
    try store.updatePartner(edited, by: Self.ana, now: Self.noon)
    try store.undo(by: Self.ana, now: Self.noon)
    #expect(try store.partner(edited.id).facts == town.partner.facts)
    try store.redo(by: Self.ana, now: Self.noon)
    #expect(try store.partner(edited.id).facts == edited.facts)
    // The address it had meanwhile is another's now.
    try store.undo(by: Self.ana, now: Self.noon)
    try store.addPartner(
      Partner(
        id: Partner.ID(0), name: "Two", category: "spa", email: "chef@example.com", position: TestTown.centre,
        zone: "UTC"), by: Self.ben, now: Self.noon)
    #expect(code { try store.redo(by: Self.ana, now: Self.noon) } == "duplicate")
  }

  @Test func anAddedPartnerGoesAgainWhileItHasNothingAndItsNumberStaysItsOwn() throws {
    let town = try TestTown()
    let store = town.store
    let draft = Partner(id: Partner.ID(0), name: "Two", category: "spa", position: TestTown.centre, zone: "UTC")
    let two = try store.addPartner(draft, by: Self.ana, now: Self.noon)
    try store.undo(by: Self.ana, now: Self.noon)
    #expect(code { _ = try store.partner(two.id) } == "not_found")
    let three = try store.addPartner(draft, by: Self.ben, now: Self.noon)
    #expect(three.id != two.id)
    try store.redo(by: Self.ana, now: Self.noon)
    #expect(try store.partner(two.id).facts == two.facts)
    let offer = try store.addOffer(
      Offer(
        id: Offer.ID(0), partnerID: two.id, title: "Massage", category: "spa",
        value: ValueProposition(discountPercent: 20), position: TestTown.centre), by: Self.ben, now: Self.noon)
    #expect(code { try store.undo(by: Self.ana, now: Self.noon) } == "undo.used")
    #expect(try store.offer(offer.id).partnerID == two.id)
  }

  @Test func preferencesGoBackToWhatTheyWere() throws {
    let town = try TestTown()
    let store = town.store
    let person = try town.person().id
    var wishes = Preferences()
    wishes.walkingLimit = Metres(400)
    wishes.blockedPartners = [town.partner.id]
    wishes.quietHours = [try QuietHours(from: ClockTime(parsing: "22:00") ?? .midnight, to: .midnight)]
    try store.setPreferences(wishes, of: person, by: Self.ana, now: Self.noon)
    try store.undo(by: Self.ana, now: Self.noon)
    #expect(try store.preferences(of: person) == Preferences())
    try store.redo(by: Self.ana, now: Self.noon)
    #expect(try store.preferences(of: person) == wishes)
    var theirs = wishes
    theirs.enabled = false
    try town.another().setPreferences(theirs, of: person, by: Self.ben, now: Self.noon)
    #expect(code { try store.undo(by: Self.ana, now: Self.noon) } == "undo.changed")
    #expect(try store.preferences(of: person) == theirs)
  }

  @Test func moneyAndKeysAreNeverUndoneAndSayWhy() throws {
    let town = try TestTown()
    let store = town.store
    let offer = try town.offer()
    _ = try retitled(offer, "Brunch", in: store)
    _ = try store.write { () throws(StoreError) in
      try store.record("claim refund", .claim(Claim.ID(1)), by: Self.ana, partner: offer.partnerID, now: Self.noon)
    }
    do {
      try store.undo(by: Self.ana, now: Self.noon)
      Issue.record("a refund was undone")
    } catch {
      #expect(error.code == "undo.never" && error.exitStatus == 4)
      #expect(error.sentence.hasPrefix("the last was claim refund (claim 1), and claims and money are never undone"))
    }
    // What came before is reached by its number.
    try store.undo(LoggedCommand.ID(1), by: Self.ana, now: Self.noon)
    #expect(try store.offer(offer.id).title == "Sunset dinner")
  }

  @Test func anErasedPersonLeavesNoWishInTheLog() throws {
    let town = try TestTown()
    let person = try town.person()
    var wishes = Preferences()
    wishes.blockedCategories = ["casino"]
    try town.store.setPreferences(wishes, of: person.id, by: Self.ana, now: Self.noon)
    let pseudonym = try town.store.erasePerson(person.id, now: Self.noon)
    let rows = try town.store.audit(AuditFilter(), for: Self.ana)
    #expect(rows.map(\.subject) == [.preferences(pseudonym)])
    #expect(rows.map(\.note) == [nil])
    #expect(try town.store.facts(of: rows[0].id).before == nil && town.store.facts(of: rows[0].id).after == nil)
    #expect(code { try town.store.undo(by: Self.ana, now: Self.noon) } == "undo.never")
    #expect(try town.failedChecks() == [])
  }
}
