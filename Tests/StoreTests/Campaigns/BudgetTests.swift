import Core
import Testing

@testable import Store

/// Money: to the millionth, never more than the budget.
@Suite struct BudgetTests {
  private static let noon = TestTown.noon

  @Test func theLastImpressionIsChargedWhatIsLeftAndThenNothingIsShown() throws {
    let scene = try CampaignTown()
    let campaign = try scene.campaign {
      $0.budgetCents = 100
      $0.costs.perImpressionMicros = 400_000
    }
    let shown = try (0..<4).map { _ in try scene.visit().ranking.ranked.count }
    #expect(shown == [1, 1, 1, 0])
    #expect(try scene.spends(of: campaign) == [400_000, 400_000, 200_000])
    #expect(try scene.visit().obstacles == ["budget.spent"])
    #expect(try scene.store.campaign(campaign.id).spentUntil == Campaign.never)
    #expect(try scene.town.failedChecks() == [])
  }

  @Test func aListShowsOnlyWhatItsCampaignCanStillPayFor() throws {
    let scene = try CampaignTown()
    let poor = try scene.campaign("Poor", offers: 4) {
      $0.budgetCents = 100
      $0.costs.perImpressionMicros = 400_000
    }
    try scene.campaign("Rich", offers: 2) { $0.costs.perImpressionMicros = 400_000 }
    let document = try scene.visit()
    #expect(document.ranking.ranked.count == 5)
    #expect(document.ranking.heldBack.map(\.reason.code.name) == ["budget.spent"])
    #expect(try scene.spends(of: poor) == [400_000, 400_000, 200_000])
    #expect(try scene.store.decision(#require(document.decisionID)).matches)
    #expect(try scene.town.failedChecks() == [])
  }

  @Test func aDryRunShowsTheSameAndBooksNothing() throws {
    let scene = try CampaignTown()
    let campaign = try scene.campaign(offers: 3) {
      $0.budgetCents = 50
      $0.costs.perImpressionMicros = 400_000
    }
    let session = try scene.town.session()
    for _ in 0..<3 {
      let document = try scene.store.discover(
        session: session.id, options: DiscoverOptions(dryRun: true), now: Self.noon)
      #expect(document.ranking.ranked.count == 2)
    }
    #expect(try scene.spends(of: campaign) == [])
  }

  @Test func aDailyBudgetOpensAgainAtTheCampaignsOwnMidnight() throws {
    let scene = try CampaignTown()
    let campaign = try scene.campaign {
      $0.dailyBudgetCents = 50
      $0.costs.perImpressionMicros = 300_000
    }
    #expect(try (0..<3).map { _ in try scene.visit().ranking.ranked.count } == [1, 1, 0])
    // George Town is five hours behind: its day ends at 05:00 UTC.
    let midnight = instant("2026-08-22T05:00:00Z")
    #expect(try scene.store.campaign(campaign.id).spentUntil == midnight)
    #expect(try scene.visit(now: midnight - TimeSpan(milliseconds: 1)).obstacles == ["budget.spent"])
    #expect(try scene.visit(now: midnight).ranking.ranked.count == 1)
    #expect(try scene.spends(of: campaign) == [300_000, 200_000, 300_000])
    #expect(try scene.town.failedChecks() == [])
  }

  @Test func acceptingIsRefusedAndWhatWasAcceptedIsHonoured() throws {
    let scene = try CampaignTown()
    let campaign = try scene.campaign {
      $0.budgetCents = 600
      $0.costs.perRedemptionMicros = 5_000_000
    }
    let offer = try scene.store.offer(campaign.offers[0])
    let claims = try (1...3).map { try scene.town.accept(offer, scene.town.session(), seed: UInt64($0)) }
    for claim in claims { try scene.store.redeem(claim: claim.id, amountCents: 1000, by: .simulator, now: Self.noon) }
    #expect(try scene.spends(of: campaign) == [0, 0, 0, 5_000_000, 1_000_000, 0])
    let refusal = code { _ = try scene.town.accept(offer, scene.town.session(), seed: 9) }
    #expect(refusal == "budget.spent")
    let counts = try scene.counts(of: campaign)
    #expect(counts.redemptions == 3 && counts.revenueCents == 3000 && counts.spendMicros == 6_000_000)
    #expect(try scene.town.failedChecks() == [])
  }

  @Test func moreMoneyShowsItAgainHereAndInAnotherProgram() throws {
    let scene = try CampaignTown()
    let campaign = try scene.campaign {
      $0.budgetCents = 40
      $0.costs.perImpressionMicros = 400_000
    }
    let other = try scene.town.another()
    #expect(try scene.visit(through: other).ranking.ranked.count == 1)
    #expect(try scene.visit().obstacles == ["budget.spent"])
    var draft = CampaignDraft(try scene.store.campaign(campaign.id))
    draft.budgetCents = 100
    try scene.store.editCampaign(campaign.id, draft, by: TestTown.ana, now: Self.noon)
    #expect(try scene.visit(through: other).ranking.ranked.count == 1)
    #expect(try scene.visit().ranking.ranked.count == 1)
    #expect(try scene.visit(through: other).obstacles == ["budget.spent"])
    #expect(try scene.spends(of: campaign) == [400_000, 400_000, 200_000])
  }

  @Test func aBudgetIsNeverLessThanWhatWasSpent() throws {
    let scene = try CampaignTown()
    let campaign = try scene.campaign { $0.costs.perImpressionMicros = 10_000 }
    try scene.visit()
    try scene.visit()
    var draft = CampaignDraft(campaign)
    draft.budgetCents = 1
    let refusal = code { try scene.store.editCampaign(campaign.id, draft, by: TestTown.ana, now: Self.noon) }
    #expect(refusal == "invalid_value")
    draft.budgetCents = 2
    try scene.store.editCampaign(campaign.id, draft, by: TestTown.ana, now: Self.noon)
    #expect(try scene.visit().obstacles == ["budget.spent"])
  }

  @Test func aFixedCostIsBookedOnTheFirstDayAndItsChangeOnTheDayOfTheEdit() throws {
    let scene = try CampaignTown()
    let campaign = try scene.campaign {
      $0.startsAt = Self.noon
      $0.costs.fixedMicros = 100_000_000
    }
    var draft = CampaignDraft(campaign)
    draft.costs.fixedMicros = 130_000_000
    try scene.store.editCampaign(campaign.id, draft, by: TestTown.ana, now: Self.noon + .days(2))
    draft.costs.fixedMicros = 120_000_000
    try scene.store.editCampaign(campaign.id, draft, by: TestTown.ana, now: Self.noon + .days(3))
    let days = try scene.store.connection.rows(
      "SELECT day, spend_micros FROM rollup_campaign_day ORDER BY day"
    ) { row throws(StoreError) in "\(CivilDate(dayNumber: row.count(0))) \(row.integer(1))" }
    #expect(days == ["2026-08-21 100000000", "2026-08-23 30000000", "2026-08-24 -10000000"])
    #expect(try scene.town.failedChecks() == [])
  }

  @Test func aFixedCostMovesWithAStartThatIsStillAheadAndGoesWithAnEndBeforeIt() throws {
    let scene = try CampaignTown()
    let campaign = try scene.campaign {
      $0.startsAt = Self.noon + .days(5)
      $0.costs.fixedMicros = 100_000_000
    }
    var draft = CampaignDraft(campaign)
    draft.startsAt = Self.noon + .days(9)
    try scene.store.editCampaign(campaign.id, draft, by: TestTown.ana, now: Self.noon)
    let days = try scene.store.connection.rows(
      "SELECT day, spend_micros FROM rollup_campaign_day WHERE spend_micros <> 0"
    ) { row throws(StoreError) in "\(CivilDate(dayNumber: row.count(0))) \(row.integer(1))" }
    #expect(days == ["2026-08-30 100000000"])
    try scene.store.endCampaign(campaign.id, by: TestTown.ana, now: Self.noon + .days(1))
    #expect(try scene.counts(of: campaign).spendMicros == 0)
    #expect(try scene.town.failedChecks() == [])
  }

  @Test func aFixedCostBeyondWhatIsLeftIsRefused() throws {
    let scene = try CampaignTown()
    let campaign = try scene.campaign {
      $0.budgetCents = 1000
      $0.costs.fixedMicros = 4_000_000
      $0.costs.perImpressionMicros = 5_000_000
    }
    try scene.visit()
    var draft = CampaignDraft(campaign)
    draft.costs.fixedMicros = 6_000_000
    #expect(
      code { try scene.store.editCampaign(campaign.id, draft, by: TestTown.ana, now: Self.noon) } == "budget.spent")
    #expect(try scene.counts(of: campaign).spendMicros == 9_000_000)
    #expect(try scene.store.campaign(campaign.id).version == 1)
  }
}
