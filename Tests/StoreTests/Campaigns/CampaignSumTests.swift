import Core
import Testing

@testable import Store

/// Whatever happens, in whatever order, over days of 23 and 25 hours: days, hours, offers and every dimension of segments
/// sum to what SQL adds up over the log, and a rebuild finds nothing to do.
@Suite struct CampaignSumTests {
  private static let starts = [
    "America/New_York": instant("2026-10-30T12:00:00Z"), "Australia/Lord_Howe": instant("2026-04-03T00:00:00Z"),
  ]

  private static let sums = """
    SELECT sum(impressions) || ' ' || sum(views) || ' ' || sum(acceptances) || ' ' || sum(dismissals) || ' '
           || sum(redemptions) || ' ' || sum(expiries) || ' ' || sum(spend_micros) || ' ' || sum(revenue_cents) || ' '
           || sum(refunded_cents)
    """

  /// The same nine numbers from the log, the ledger and the charges alone.
  private static let truth = """
    SELECT sum(type = 'impression') || ' ' || sum(type = 'view') || ' ' || sum(type = 'acceptance') || ' '
           || sum(type = 'dismissal') || ' ' || sum(type = 'redemption') || ' ' || sum(type = 'expiry') || ' '
           || (sum(spend_micros) + (SELECT ifnull(sum(spend_micros), 0) FROM campaign_charge WHERE campaign_id = :id))
           || ' ' || (sum(ifnull(revenue_cents, 0)) + (
             SELECT ifnull(sum(base_cents), 0)
               FROM ledger_entry
              WHERE kind = 'refund'
                AND claim_id IN (
                  SELECT claim_id FROM interaction WHERE type = 'redemption' AND campaign_id = :id)))
           || ' ' || (
             SELECT ifnull(-sum(base_cents), 0)
               FROM ledger_entry
              WHERE kind = 'refund'
                AND claim_id IN (
                  SELECT claim_id FROM interaction WHERE type = 'redemption' AND campaign_id = :id))
      FROM interaction
     WHERE campaign_id = :id
    """

  @Test(arguments: ["America/New_York", "Australia/Lord_Howe"], [1, 2, 3] as [UInt64])
  func partsSumToTheLog(zone: String, seed: UInt64) throws {
    let start = try #require(Self.starts[zone])
    let scene = try CampaignTown(zone: zone)
    let (town, store) = (scene.town, scene.store)
    var random = SeededGenerator(seed: seed)
    var campaigns = try (0..<3).map { number in
      try scene.campaign("c\(number)", offers: 3, now: start) {
        $0.costs = CampaignCosts(
          perImpressionMicros: 2_500, perViewMicros: 7_001, perAcceptanceMicros: 150_000,
          perRedemptionMicros: 333_333, fixedMicros: number == 0 ? 20_000_000 : 0)
        if number == 1 { $0.budgetCents = 300 }
        if number == 2 { $0.dailyBudgetCents = 40 }
      }
    }
    try town.offer()
    let people = try (0..<6).map { try town.person("p\($0)", zone: zone) }
    var claims: [Claim] = []
    var redeemed: [Claim] = []
    for step in 0..<160 as Range<Int64> {
      // Twenty-seven minutes apart over three days; now and then something comes late.
      let late = Int.random(in: 0..<10, using: &random) == 0
      let now = start + .minutes(step * 27) - .minutes(late ? 1500 : 0)
      let person = Bool.random(using: &random) ? people.randomElement(using: &random) : nil
      let session = try town.session(person, from: now - .minutes(5), minutes: 300, zone: zone)
      let shown = try store.discover(session: session.id, options: DiscoverOptions(limit: 4), now: now).ranking.ranked
      guard let offer = shown.randomElement(using: &random)?.offer else { continue }
      try store.view(offer: offer.id, session: session.id, now: now)
      switch Int.random(in: 0..<4, using: &random) {
      case 0: try? store.dismiss(offer: offer.id, session: session.id, reason: .tooFar, now: now)
      case 1, 2: if let claim = try? town.accept(offer, session, now: now, seed: UInt64(step)) { claims.append(claim) }
      default: break
      }
      if let claim = claims.randomElement(using: &random),
        (try? store.redeem(
          claim: claim.id, amountCents: .random(in: 0...5000, using: &random), by: .simulator, now: now)) != nil
      {
        redeemed.append(claim)
      }
      if let claim = redeemed.randomElement(using: &random), step % 5 == 0 {
        _ = try? store.refund(
          code: claim.code.compact, amountCents: .random(in: 1...900, using: &random), by: TestTown.ana, now: now)
      }
      if step == 80 {
        var draft = CampaignDraft(campaigns[0])
        draft.costs.fixedMicros += 1_234_567
        draft.offers.removeLast()
        campaigns[0] = try store.editCampaign(campaigns[0].id, draft, by: TestTown.ana, now: now)
      }
    }
    for campaign in campaigns { try expectSums(of: campaign, in: store) }
    #expect(try town.failedChecks() == [])
    #expect(try store.rebuild(by: TestTown.ana, now: start).tables == [])
    try expectRebuilt(town)
  }

  private func expectSums(of campaign: Campaign, in store: Store) throws {
    let id = [":id": Value.id(campaign.id)]
    let truth = try text(store, Self.truth, campaign)
    #expect(!truth.hasPrefix("0"), "\(id)")
    for table in ["rollup_campaign_day", "rollup_campaign_hour", "rollup_campaign_offer"] {
      #expect(try text(store, "\(Self.sums) FROM \(table) WHERE campaign_id = :id", campaign) == truth, "\(table)")
    }
    for dimension in CampaignSegment.Dimension.allCases {
      let parts =
        "\(Self.sums) FROM rollup_campaign_segment WHERE campaign_id = :id AND dimension = '\(dimension.rawValue)'"
      #expect(try text(store, parts, campaign) == truth, "\(dimension)")
    }
    let last =
      "\(Self.sums) FROM (SELECT * FROM rollup_campaign_total WHERE campaign_id = :id ORDER BY day DESC LIMIT 1)"
    #expect(try text(store, last, campaign) == truth)
  }

  private func text(_ store: Store, _ sql: String, _ campaign: Campaign) throws -> String {
    let bound = sql.replacing(":id", with: "\(campaign.id)")
    return try store.connection.rows(executing: bound) { row throws(StoreError) in row.text(0) }.first ?? ""
  }

  /// Every rollup is thrown away or spoilt, and comes back as it was.
  private func expectRebuilt(_ town: TestTown) throws {
    let tables = [
      "rollup_campaign_day", "rollup_campaign_hour", "rollup_campaign_segment", "rollup_campaign_offer",
      "rollup_portfolio_day", "rollup_campaign_total", "campaign_person_week", "rollup_campaign_cohort", "rollup_hour",
      "rollup_day", "rollup_partner_day", "acceptance_value",
    ]
    let connection = town.store.connection
    let before = try tables.map { try dump(connection, $0) }
    for table in tables.dropFirst(2) { try connection.execute("DELETE FROM \(table)") }
    try connection.execute("UPDATE rollup_campaign_day SET spend_micros = spend_micros + day, views = 0")
    try connection.execute("UPDATE rollup_campaign_hour SET revenue_cents = 7")
    let report = try town.store.rebuild(by: TestTown.ana, now: TestTown.noon)
    #expect(report.tables.count == tables.count)
    for (table, rows) in zip(tables, before) { #expect(try dump(connection, table) == rows, "\(table)") }
    #expect(try town.failedChecks() == [])
    #expect(try town.store.rebuild(by: TestTown.ana, now: TestTown.noon).tables == [])
  }

  private func dump(_ connection: Connection, _ table: String) throws -> [String] {
    let columns = try connection.rows(executing: "PRAGMA table_info(\(table))") { row throws(StoreError) in row.text(1)
    }
    // Sums of squares may differ in their last digits, and a row of zeros is none.
    let counts = columns.filter {
      !$0.hasSuffix("_squares") && !$0.hasSuffix("_spend") && !$0.hasSuffix("_redemptions")
    }
    let list = counts.joined(separator: " || ' ' || ")
    return try connection.rows(executing: "SELECT \(list) FROM \(table) ORDER BY 1") { row throws(StoreError) in
      row.text(0)
    }
  }
}
