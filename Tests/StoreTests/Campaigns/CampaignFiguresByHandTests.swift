import Core
import Testing

@testable import Store

/// Small days worked out by hand.
@Suite struct CampaignFiguresByHandTests {
  private static let noon = TestTown.noon

  private func days(_ store: Store, _ table: String, _ columns: String) throws -> [String] {
    try store.connection.rows(executing: "SELECT \(columns) FROM \(table) ORDER BY 1") { row throws(StoreError) in
      row.text(0)
    }
  }

  @Test func runningTotalsAndTheirSquaresFollowALateEvent() throws {
    let scene = try CampaignTown()
    let campaign = try scene.campaign { $0.costs.perImpressionMicros = 2 }
    // One impression on Friday, three on Sunday; then two on Saturday come late.
    try scene.visit(now: Self.noon)
    for _ in 0..<3 { try scene.visit(now: Self.noon + .days(2)) }
    for _ in 0..<2 { try scene.visit(now: Self.noon + .days(1)) }
    let columns =
      "(day - 20686) || ' ' || impressions || ' ' || spend_micros || ' ' || days || ' ' || impressions_squares"
    // 1; 1 + 2 and 1 + 4; 1 + 2 + 3 and 1 + 4 + 9.
    #expect(
      try days(scene.store, "rollup_campaign_total", columns) == ["0 1 2 1 1.0", "1 3 6 2 5.0", "2 6 12 3 14.0"])
    #expect(try scene.counts(of: campaign).impressions == 6)
    #expect(try scene.town.failedChecks() == [])
  }

  @Test func aRefundIsNegativeRevenueOnItsOwnDay() throws {
    let scene = try CampaignTown()
    let campaign = try scene.campaign()
    let offer = try scene.store.offer(campaign.offers[0])
    let person = try scene.town.person()
    let claim = try scene.town.accept(offer, scene.town.session(person, minutes: 3000))
    try scene.store.redeem(claim: claim.id, amountCents: 4000, by: .simulator, now: Self.noon + .hours(1))
    try scene.store.refund(
      code: claim.code.compact, amountCents: 1500, by: TestTown.ana, now: Self.noon + .days(1))
    #expect(
      try days(scene.store, "rollup_campaign_day", "(day - 20686) || ' ' || revenue_cents || ' ' || refunded_cents")
        == ["0 4000 0", "1 -1500 1500"])
    #expect(
      try days(
        scene.store, "rollup_campaign_total", "(day - 20686) || ' ' || revenue_cents || ' ' || revenue_squares")
        == ["0 4000 16000000.0", "1 2500 18250000.0"])
    #expect(try scene.town.failedChecks() == [])
  }

  @Test func anInteractionBelongsToTheCampaignItsOfferIsInAtThatMoment() throws {
    let scene = try CampaignTown()
    let first = try scene.campaign("First")
    let person = try scene.town.person()
    let offer = try scene.store.offer(first.offers[0])
    let claim = try scene.town.accept(offer, scene.town.session(person))
    try scene.store.endCampaign(first.id, by: TestTown.ana, now: Self.noon)
    // Redeemed after the end, still of the first; then another takes the offer up.
    try scene.store.redeem(claim: claim.id, amountCents: 100, by: .simulator, now: Self.noon + .minutes(1))
    let second = try scene.store.createCampaign(
      CampaignDraft(name: "Second", offers: first.offers), by: TestTown.ana, now: Self.noon + .minutes(2))
    try scene.visit(now: Self.noon + .minutes(3))
    #expect(try scene.counts(of: first) == CampaignCounts(acceptances: 1, redemptions: 1, revenueCents: 100))
    #expect(try scene.counts(of: second) == CampaignCounts(impressions: 1))
    #expect(try scene.town.failedChecks() == [])
  }

  @Test func cohortsAreOfTheWeekOfTheFirstAcceptanceAlsoWhenThatComesLate() throws {
    let scene = try CampaignTown()
    let campaign = try scene.campaign(offers: 2)
    let offers = try campaign.offers.map { try scene.store.offer($0) }
    let person = try scene.town.person()
    func accept(_ offer: Offer, _ now: Timestamp, _ seed: UInt64) throws -> Claim {
      try scene.town.accept(offer, scene.town.session(person, from: now - .minutes(5)), now: now, seed: seed)
    }
    // Friday 21 August lies in the week of Monday the 17th, day 20682; the next one is 20689.
    let claim = try accept(offers[0], Self.noon + .days(7), 1)
    try scene.store.redeem(claim: claim.id, amountCents: 900, by: .simulator, now: Self.noon + .days(7))
    let columns = "cohort || ' ' || week || ' ' || people || ' ' || revenue_cents"
    let real = { try days(scene.store, "rollup_campaign_cohort WHERE people <> 0 OR revenue_cents <> 0", columns) }
    #expect(try real() == ["20689 20689 1 900"])
    _ = try accept(offers[1], Self.noon, 2)
    #expect(try real() == ["20682 20682 1 0", "20682 20689 1 900"])
    #expect(try scene.town.failedChecks() == [])
    try scene.store.erasePerson(person.id, now: Self.noon + .days(8))
    #expect(try real() == ["20682 20682 1 0", "20682 20689 1 900"])
    #expect(try scene.town.failedChecks() == [])
  }
}
