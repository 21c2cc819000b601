import Canvas
import Core
import Testing

@testable import TUI

@Suite struct OfferFormTests {
  /// The form of the fixture's offer, its first reach asked for.
  private func opened(width: Int = 80, height: Int = 24) throws -> Stage {
    var stage = try Stage.partners(.offers, width: width, height: height)
    try stage.press("e")
    let (job, order) = try stage.takeOrder()
    #expect(order == .openOffer(.edit(Offer.ID(17))))
    stage.send(.partner(job, .offerDraft(try FixturePartnerForms.draft)))
    return stage
  }

  /// What is handed in to be kept.
  private func saved(_ stage: inout Stage) throws -> (job: Job, offer: Offer)? {
    _ = stage.takeEffects()
    try stage.press("ctrl-s")
    guard case .partner(let job, .saveOffer(let draft, let values, _))? = stage.takeEffects().last else { return nil }
    return (job, try OfferForm.offer(draft.offer, draft) { values[$0] })
  }

  /// Puts the keyboard into a field.
  private func go(_ stage: inout Stage, to id: String) throws {
    for _ in 0..<40 where stage.form?.focused?.id != id { try stage.press("tab") }
    #expect(stage.form?.focused?.id == id)
  }

  @Test(arguments: [Size(width: 60, height: 16), Size(width: 80, height: 24), Size(width: 140, height: 42)])
  func looksAsRecorded(size: Size) throws {
    var stage = try opened(width: size.width, height: size.height)
    let (job, _) = try stage.takeOrder()
    stage.send(.partner(job, .reach(FixturePartnerForms.reach)))
    try stage.press("tab", "tab", "tab", "tab", "tab", "end")
    stage.type("1")
    Snapshot.expect(stage.sheet, is: "offer-form-\(size.width)x\(size.height)")
  }

  @Test func whatIsNotTouchedStaysToTheLastDigit() throws {
    var stage = try opened()
    let (_, offer) = try #require(try saved(&stage))
    #expect(offer == (try FixturePartnerForms.offer))
  }

  /// An offer without any of the facts, filled in with those of another, has all of them.
  @Test func everyFactOfAnOfferHasAField() throws {
    var full = try FixturePartnerForms.offer
    full.validFrom = Timestamp(rfc3339: "2026-11-01T15:00:00Z")
    full.validUntil = Timestamp(rfc3339: "2026-12-31T04:30:00Z")
    var partner = FixturePartnerForms.partner
    partner.position = Coordinate(latitude: 19.3, longitude: -81.4) ?? .origin
    full.position = Coordinate(latitude: 19.295_123, longitude: -81.382_765) ?? .origin
    let draft = OfferDraft(newFor: partner, zone: FixturePartnerForms.zone, categories: [])
    let values = OfferForm.values(full, draft)
    let read = try OfferForm.offer(draft.offer, draft) { values[$0] }
    #expect(read.differences(from: full) == [])
    // And back: emptied fields are no facts any more.
    let empty = OfferForm.values(draft.offer, draft)
    let emptied = try OfferForm.offer(full, draft) { empty[$0] }
    #expect(emptied.differences(from: draft.offer) == [])
  }

  @Test func everyFieldIsNamedAsTheValidatorNamesIt() throws {
    let ids = Set(OfferForm.values(try FixturePartnerForms.offer, try FixturePartnerForms.draft).keys)
    var wrong = try FixturePartnerForms.offer
    wrong.useMinutes = 2000
    #expect(ids.contains(try fault(of: wrong)))
    wrong.useMinutes = 0
    wrong.claimLimit = 0
    #expect(ids.contains(try fault(of: wrong)))
    wrong.claimLimit = nil
    wrong.priority = 2000
    #expect(ids.contains(try fault(of: wrong)))
    wrong.priority = 0
    wrong.value = ValueProposition(discountPercent: 5)
    #expect(ids.contains(try fault(of: wrong)))
  }

  private func fault(of offer: Offer) throws -> String {
    do {
      try offer.check()
    } catch {
      return OfferForm.field(of: error.field)
    }
    return "nothing was wrong"
  }

  @Test func whatIsTooLittleIsSaidUnderItsFieldAndGoesWhenItIsMended() throws {
    var stage = try Stage.partners(.offers)
    try stage.press("n")
    let (job, order) = try stage.takeOrder()
    #expect(order == .openOffer(.new(Partner.ID(1))))
    stage.send(
      .partner(
        job,
        .offerDraft(
          OfferDraft(newFor: FixturePartnerForms.partner, zone: FixturePartnerForms.zone, categories: ["dining"]))))
    stage.type("Late lunch")
    #expect(try saved(&stage) == nil)
    #expect(stage.form?.focused?.id == "value.discount_percent")
    #expect(stage.picture().contains("Is too little: give at least"))
    stage.type("15")
    #expect(!stage.picture().contains("Is too little"))
    let (save, offer) = try #require(try saved(&stage))
    #expect(offer.title == "Late lunch" && offer.value.discountPercent == 15)
    #expect(offer.position == FixturePartnerForms.position)
    stage.send(.partner(save, .offerSaved(Offer.ID(18))))
    #expect(stage.state.dialogs.isEmpty)
    #expect(stage.state.notices.last?.toast.text == "Late lunch saved")
  }

  @Test func aRuleThatNeverHoldsIsSaidAtItsTimes() throws {
    var stage = try opened(width: 140, height: 42)
    try go(&stage, to: "trigger.time_of_day_start")
    try stage.press("ctrl-u")
    stage.type("22:00")
    #expect(stage.form?.focused?.error?.contains("a window over midnight needs two offers") == true)
    try stage.press("ctrl-u")
    // Nothing is from midnight on.
    #expect(stage.form?.focused?.error == nil)
    #expect(try saved(&stage)?.offer.trigger.timeOfDayStart == nil)
  }

  @Test func aWindowThatEndsBeforeItBeginsIsRefused() throws {
    var stage = try opened(width: 140, height: 42)
    try go(&stage, to: "valid_until")
    stage.type("2026-01-01 00:00")
    #expect(try saved(&stage) == nil)
    #expect(stage.form?.fields.first { $0.id == "valid_from" }?.error?.hasPrefix("Is not before valid_until") == true)
  }

  @Test func whatTheStoreRefusesStandsUnderItsField() throws {
    var stage = try opened(width: 140, height: 42)
    stage.type("!")
    let (job, _) = try #require(try saved(&stage))
    stage.send(.refused(job, [InvalidInput(field: "category", "is not known")]))
    #expect(stage.form?.focused?.id == "category")
    #expect(stage.picture().contains("Is not known."))
  }

  @Test func whatSomebodyElseChangedIsLaidBesideYoursAndTheBase() throws {
    var stage = try opened(width: 140, height: 42)
    stage.type(" for two")
    let (job, _) = try #require(try saved(&stage))
    var theirs = try FixturePartnerForms.offer
    theirs.title = "Early dinner"
    theirs.capacityTotal = 20
    stage.send(.overtaken(job, by: "operator:ben", OfferForm.values(theirs, try FixturePartnerForms.draft)))
    let rows = try #require(stage.form?.conflict?.rows)
    #expect(rows.map(\.id) == ["title", "capacity_total"])
    #expect(rows.map(\.base) == ["Sunset dinner", "12"])
    #expect(stage.picture().contains("operator:ben saved this while you were writing."))
    // Yours for the title; theirs for the places is decided already.
    _ = stage.takeEffects()
    try stage.press("left", "ctrl-s")
    guard case .partner(_, .saveOffer(let draft, let values, let seen))? = stage.takeEffects().last else {
      Issue.record("nothing was handed in")
      return
    }
    #expect(seen["title"]?.shown == "Early dinner")
    let merged = try OfferForm.offer(theirs, draft) { values[$0] }
    #expect(merged.differences(from: theirs) == ["title"])
    #expect(merged.title == "Sunset dinner for two")
  }

  @Test func anOfferThatIsOverIsNotEdited() throws {
    var stage = try Stage.partners(.offers)
    var offer = try FixturePartnerForms.offer
    offer.state = .ended
    let board = PartnersBoard(
      partners: [PartnerSummary(partner: FixturePartnerForms.partner)],
      offers: [OfferSummary(offer: offer, partnerName: "Blue Cilantro")])
    stage.change { $0.partners.show(board, now: $0.now) }
    try stage.press("e")
    #expect(stage.takeEffects().isEmpty)
    #expect(stage.state.notices.last?.toast.text.contains("a clone can be edited") == true)
  }
}
