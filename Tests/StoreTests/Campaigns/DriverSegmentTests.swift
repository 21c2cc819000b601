import Core
import Testing

@testable import Store

/// Who a driver is, decided once for a session.
@Suite struct DriverSegmentTests {
  private static let noon = TestTown.noon

  private func segments(_ scene: CampaignTown, _ person: Person?, now: Timestamp = noon) throws -> [String] {
    let session = try scene.town.session(person, from: now - .minutes(10))
    let driver = try scene.store.read { () throws(StoreError) in try scene.store.segments(of: session, now: now) }
    return CampaignSegment.Dimension.allCases.map { driver.value(of: $0) }
  }

  @Test func strangersAreUnknown() throws {
    let scene = try CampaignTown()
    #expect(try segments(scene, nil) == ["unknown", "unknown", "unknown"])
  }

  @Test func sixtyDaysAwayIsLapsedAndOneMillisecondLessIsReturning() throws {
    let scene = try CampaignTown()
    let (here, away) = (try scene.town.person("a"), try scene.town.person("b"))
    #expect(try segments(scene, here) == ["new", "visitor", "basic"])
    #expect(try segments(scene, here, now: Self.noon + .days(60)) == ["returning", "visitor", "basic"])
    _ = try segments(scene, away)
    let later = Self.noon + .days(60) + TimeSpan(milliseconds: 1)
    #expect(try segments(scene, away, now: later) == ["lapsed", "visitor", "basic"])
  }

  @Test func eightWeekdaysInFourWeeksMakeACommuterAndSaturdaysDoNot() throws {
    let scene = try CampaignTown()
    let (worker, shopper) = (try scene.town.person("a"), try scene.town.person("b"))
    // From Friday 21 August on: Monday 24 to Thursday the 27th, and the week after.
    for day in [3, 4, 5, 6, 10, 11, 12] as [Int64] { _ = try segments(scene, worker, now: Self.noon + .days(day)) }
    #expect(try segments(scene, worker, now: Self.noon + .days(13)) == ["returning", "visitor", "basic"])
    #expect(try segments(scene, worker, now: Self.noon + .days(14)) == ["returning", "commuter", "basic"])
    // Four weeks before 24 September the first three of them are forgotten.
    #expect(try segments(scene, worker, now: Self.noon + .days(34)) == ["returning", "visitor", "basic"])
    for day in [1, 2, 8, 9, 15, 16, 22, 23] as [Int64] { _ = try segments(scene, shopper, now: Self.noon + .days(day)) }
    #expect(try segments(scene, shopper, now: Self.noon + .days(24)) == ["returning", "visitor", "basic"])
  }

  @Test(arguments: [(2, "basic"), (3, "silver"), (9, "silver"), (10, "gold")])
  func redemptionsInLifeMakeTheTier(count: Int, tier: String) throws {
    let scene = try CampaignTown()
    let person = try scene.town.person()
    let offer = try scene.town.offer()
    for number in 0..<count {
      let claim = try scene.town.accept(offer, scene.town.session(person), seed: UInt64(number + 1))
      try scene.store.redeem(claim: claim.id, by: .simulator, now: Self.noon)
    }
    #expect(try segments(scene, person).last == tier)
  }

  @Test func whatASessionFirstCountedAsStays() throws {
    let scene = try CampaignTown()
    let campaign = try scene.campaign(offers: 2)
    let person = try scene.town.person()
    let other = try scene.town.offer()
    let session = try scene.town.session(person, minutes: 600)
    _ = try scene.store.discover(session: session.id, options: DiscoverOptions(limit: 1), now: Self.noon)
    for number in 0..<3 as Range<UInt64> {
      let claim = try scene.town.accept(other, scene.town.session(person), seed: number + 1)
      try scene.store.redeem(claim: claim.id, by: .simulator, now: Self.noon)
    }
    // By now the driver is silver; this session is not.
    let another = try scene.town.another()
    _ = try another.discover(session: session.id, options: DiscoverOptions(limit: 3), now: Self.noon)
    let tiers = try scene.store.connection.rows(
      "SELECT value, impressions FROM rollup_campaign_segment WHERE dimension = 'tier'"
    ) { row throws(StoreError) in "\(row.text(0)) \(row.integer(1))" }
    #expect(tiers == ["basic 2"])
    #expect(try scene.counts(of: campaign).impressions == 2)
  }

  @Test func aCampaignIsShownToItsTargetsAlone() throws {
    let scene = try CampaignTown()
    try scene.campaign { $0.targets = [.lapsed, .returning, .visitor] }
    let person = try scene.town.person()
    #expect(try scene.visit(person).obstacles == ["campaign.other_segment"])
    #expect(try scene.visit().obstacles == ["campaign.other_segment"])
    #expect(try scene.visit(person, now: Self.noon + .days(1)).ranking.ranked.count == 1)
  }

  @Test func theNumberInTheLogStandsForAllThree() {
    for standing in [nil, .new, .returning, .lapsed] as [CampaignSegment?] {
      for habit in [nil, .commuter, .visitor] as [CampaignSegment?] {
        for tier in [nil, .basic, .silver, .gold] as [CampaignSegment?] {
          let driver = DriverSegments(standing: standing, habit: habit, tier: tier)
          #expect(DriverSegments(code: driver.code) == driver)
        }
      }
    }
    #expect(DriverSegments(standing: .returning, habit: .visitor, tier: .gold).code == 2 + 4 * 2 + 16 * 3)
  }
}
