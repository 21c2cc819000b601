import Core
import Testing

@testable import Store

@Suite struct CampaignLifeTests {
  private static let noon = TestTown.noon
  private static let ana = TestTown.ana

  private func sentence(_ scene: CampaignTown, now: Timestamp = noon) throws -> String {
    try scene.visit(now: now).ranking.heldBack.first.map { "\($0.reason.code.name): \($0.reason.sentence)" } ?? "shown"
  }

  @Test func whileItIsPausedItsOffersAreHeldBackAndSayWhy() throws {
    let scene = try CampaignTown()
    let campaign = try scene.campaign()
    let offer = try scene.store.offer(campaign.offers[0])
    let claim = try scene.town.accept(offer, scene.town.session())
    try scene.store.pauseCampaign(campaign.id, by: Self.ana, now: Self.noon)
    #expect(try sentence(scene) == "offer.not_active: its campaign is paused")
    #expect(code { _ = try scene.town.accept(offer, scene.town.session(), seed: 2) } == "offer.not_active")
    #expect(code { try scene.store.pauseCampaign(campaign.id, by: Self.ana, now: Self.noon) } == "campaign.paused")
    // What was claimed before is honoured and counts.
    try scene.store.redeem(claim: claim.id, amountCents: 700, by: .simulator, now: Self.noon)
    #expect(try scene.counts(of: campaign).revenueCents == 700)
    try scene.store.resumeCampaign(campaign.id, by: Self.ana, now: Self.noon)
    #expect(try sentence(scene) == "shown")
    #expect(try scene.town.failedChecks() == [])
  }

  @Test func beforeItsStartAndAfterItsEndNothingIsShown() throws {
    let scene = try CampaignTown()
    let campaign = try scene.campaign {
      $0.startsAt = Self.noon + .hours(1)
      $0.endsAt = Self.noon + .hours(2)
    }
    #expect(try sentence(scene) == "offer.not_started: its campaign has not begun")
    #expect(try sentence(scene, now: Self.noon + .hours(1)) == "shown")
    #expect(try sentence(scene, now: Self.noon + .hours(2)) == "offer.ended: its campaign is over")
    #expect(campaign.standing(at: Self.noon) == .scheduled)
    let offer = try scene.store.offer(campaign.offers[0])
    #expect(code { _ = try scene.town.accept(offer, scene.town.session()) } == "offer.not_started")
    #expect(
      code {
        _ = try scene.town.accept(offer, scene.town.session(minutes: 600), now: Self.noon + .hours(3))
      } == "offer.ended")
  }

  @Test func anOfferLeavesAnEndedCampaignByHandOrForAnother() throws {
    let scene = try CampaignTown()
    let first = try scene.campaign("First", offers: 2)
    #expect(
      code {
        try scene.store.createCampaign(
          CampaignDraft(name: "Second", offers: first.offers), by: Self.ana, now: Self.noon)
      } == "campaign.offer")
    try scene.store.endCampaign(first.id, by: Self.ana, now: Self.noon)
    #expect(try sentence(scene) == "offer.ended: its campaign is over")
    let second = try scene.store.createCampaign(
      CampaignDraft(name: "Second", offers: [first.offers[0]]), by: Self.ana, now: Self.noon)
    #expect(try scene.visit().ranking.ranked.map(\.offer.id) == [first.offers[0]])
    #expect(try scene.store.campaign(first.id).offers == [first.offers[1]])
    try scene.store.editCampaign(second.id, CampaignDraft(name: "Second"), by: Self.ana, now: Self.noon)
    #expect(try scene.visit().ranking.ranked.map(\.offer.id) == [first.offers[0]])
    #expect(try scene.counts(of: second).impressions == 1)
  }

  @Test func moneyIsNotMixed() throws {
    let scene = try CampaignTown()
    let dollars = try scene.town.offer()
    var draft = CampaignDraft(name: "Spring", currency: Currency("EUR"), offers: [dollars.id])
    #expect(code { try scene.store.createCampaign(draft, by: Self.ana, now: Self.noon) } == "invalid_value")
    draft.currency = nil
    let campaign = try scene.store.createCampaign(draft, by: Self.ana, now: Self.noon)
    #expect(campaign.currency == .usd)
    var foreign = dollars
    foreign.currency = try #require(Currency("EUR"))
    #expect(code { try scene.store.updateOffer(foreign, by: Self.ana, now: Self.noon) } == "invalid_value")
  }

  @Test func partnersRunNoCampaigns() throws {
    let scene = try CampaignTown()
    let campaign = try scene.campaign()
    let partner = Actor(scene.town.partner.id)
    #expect(
      code { try scene.store.createCampaign(CampaignDraft(name: "x"), by: partner, now: Self.noon) } == "not_allowed")
    #expect(code { try scene.store.pauseCampaign(campaign.id, by: partner, now: Self.noon) } == "not_allowed")
    let analyst = Actor(.analyst, "lin")
    #expect(code { try scene.store.pauseCampaign(campaign.id, by: analyst, now: Self.noon) } == nil)
  }

  @Test func editsAreTakenBackAndMadeAgain() throws {
    let scene = try CampaignTown()
    let campaign = try scene.campaign(offers: 2)
    var draft = CampaignDraft(campaign)
    draft.name = "Summer"
    draft.type = .event
    draft.budgetCents = 5000
    draft.endsAt = Self.noon + .days(9)
    draft.targets = [.returning]
    draft.offers.removeLast()
    let edited = try scene.store.editCampaign(campaign.id, draft, by: Self.ana, now: Self.noon)
    #expect(CampaignDraft(edited) == draft && edited.version == 2)
    try scene.store.undo(by: Self.ana, now: Self.noon)
    #expect(CampaignDraft(try scene.store.campaign(campaign.id)) == CampaignDraft(campaign))
    try scene.store.redo(by: Self.ana, now: Self.noon)
    #expect(CampaignDraft(try scene.store.campaign(campaign.id)) == draft)
    try scene.store.undo(by: Self.ana, now: Self.noon)
    try scene.store.undo(by: Self.ana, now: Self.noon)
    #expect(code { _ = try scene.store.campaign(campaign.id) } == "not_found")
    try scene.store.redo(by: Self.ana, now: Self.noon)
    #expect(CampaignDraft(try scene.store.campaign(campaign.id)) == CampaignDraft(campaign))
    #expect(try scene.town.failedChecks() == [])
  }

  @Test func whatWasBookedKeepsACampaignFromBeingTakenBack() throws {
    let scene = try CampaignTown()
    let campaign = try scene.campaign()
    try scene.visit()
    #expect(code { try scene.store.undo(by: Self.ana, now: Self.noon) } == "campaign.active")
    var draft = CampaignDraft(campaign)
    draft.zone = "UTC"
    #expect(code { try scene.store.editCampaign(campaign.id, draft, by: Self.ana, now: Self.noon) } == "invalid_value")
    #expect(
      code { try scene.store.editCampaign(campaign.id, draft, version: 7, by: Self.ana, now: Self.noon) } == "version")
  }

  @Test(arguments: [
    ("ends_at", CampaignDraft(name: "x", startsAt: noon, endsAt: noon)),
    ("budget", CampaignDraft(name: "x", budgetCents: 0)),
    ("daily_budget", CampaignDraft(name: "x", dailyBudgetCents: -5)),
    ("costs.per_view", CampaignDraft(name: "x", costs: CampaignCosts(perViewMicros: -1))),
    ("costs.fixed", CampaignDraft(name: "x", budgetCents: 100, costs: CampaignCosts(fixedMicros: 1_000_001))),
    ("name", CampaignDraft(name: " ")), ("zone", CampaignDraft(name: "x", zone: "Mars/Base")),
  ])
  func nonsenseIsRefusedByItsName(field: String, draft: CampaignDraft) throws {
    let town = try TestTown()
    var refused = ""
    do {
      try town.store.createCampaign(draft, by: Self.ana, now: Self.noon)
    } catch {
      guard case .invalid(let input) = error else { throw error }
      refused = input.field
    }
    #expect(refused == field)
  }

  /// What a campaign's facts say is read back to the same.
  @Test func factsAreReadBack() throws {
    let draft = CampaignDraft(
      name: "Lunch", type: .timeLimited, currency: .usd, zone: "UTC", budgetCents: 50_005, dailyBudgetCents: 4_010,
      startsAt: Self.noon, endsAt: Self.noon + .days(1), targets: [.silver, .new],
      costs: CampaignCosts(
        perImpressionMicros: 2_501, perViewMicros: 1, perAcceptanceMicros: 330_000, perRedemptionMicros: 1_100_000,
        fixedMicros: 99_990_000),
      offers: [Offer.ID(4), Offer.ID(2)])
    #expect(try CampaignDraft(facts: JSON(parsing: JSON.object(draft.facts).text())) == draft)
  }
}
