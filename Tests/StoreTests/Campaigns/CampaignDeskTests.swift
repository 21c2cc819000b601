import Core
import Testing

@testable import Store

/// What analysts keep: views, monitors with what they raise, and what has changed since they last looked.
@Suite struct CampaignDeskTests {
  private let town: TestTown
  private let store: Store
  private let id: Campaign.ID
  private static let noon = TestTown.noon
  private static let viewer = "operator:ana"

  init() throws {
    town = try TestTown()
    store = town.store
    id = try store.createCampaign(CampaignDraft(name: "spring"), by: TestTown.ana, now: Self.noon - .days(2)).id
  }

  /// Counts figures of today.
  private func count(_ key: String, spend: Int64, revenue: Int64, now: Timestamp = noon) throws {
    _ = try store.importCampaignRow(
      ImportedCampaignRow(source: "test", externalID: key, spendMicros: spend * 10_000, revenueCents: revenue),
      into: id, now: now)
  }

  @Test func aMonitorRaisesOnceClearsAndRaisesAgain() throws {
    try store.addMonitor(.roas, .below, 1, days: 7, by: TestTown.ana, now: Self.noon)
    #expect(try store.monitorAlerts() == [])
    try count("a", spend: 100, revenue: 40)
    for later in 0..<3 { try store.evaluateMonitors(now: Self.noon + .minutes(Int64(later))) }
    let raised = try store.monitorAlerts()
    #expect(raised.map(\.value) == [0.4])
    #expect(raised.map(\.campaignName) == ["spring"])
    #expect(raised.map(\.at) == [Self.noon])
    try count("b", spend: 0, revenue: 60)
    try store.evaluateMonitors(now: Self.noon + .minutes(5))
    #expect(try store.monitorAlerts().map(\.clearedAt) == [Self.noon + .minutes(5)])
    #expect(try store.monitorAlerts(holdingOnly: true) == [])
    try count("c", spend: 100, revenue: 0)
    // Opening the screen asks too.
    let board = try store.campaignsBoard(now: Self.noon + .minutes(6))
    #expect(board.alerts.map(\.value) == [0.5])
    #expect(try store.monitorAlerts().count == 2)
    // A week later there is nothing to be below with.
    try store.evaluateMonitors(now: Self.noon + .days(8))
    #expect(try store.monitorAlerts(holdingOnly: true) == [])
  }

  @Test func whatHoldsAlreadyIsRaisedWhenTheMonitorIsAddedAndGoesWithIt() throws {
    try count("a", spend: 100, revenue: 250)
    let monitor = try store.addMonitor(.profit, .above, 1, of: id, by: TestTown.ana, now: Self.noon)
    #expect(try store.monitorAlerts().map(\.value) == [1.5])
    try store.seeAlerts(by: TestTown.ana, now: Self.noon + .minutes(1))
    #expect(try store.monitorAlerts().map(\.seenAt) == [Self.noon + .minutes(1)])
    try store.removeMonitor(monitor.id, by: TestTown.ana)
    #expect(try store.monitorAlerts() == [])
    #expect(code { try store.removeMonitor(monitor.id, by: TestTown.ana) } == "not_found")
  }

  @Test func aCertainMonitorWaitsForTheWholeInterval() throws {
    try store.addMonitor(.roas, .below, 1, isCertain: true, by: TestTown.ana, now: Self.noon)
    // One day bounds nothing.
    try count("a", spend: 100, revenue: 10)
    try store.evaluateMonitors(now: Self.noon)
    #expect(try store.monitorAlerts() == [])
    for day in 1...5 {
      try count("day \(day)", spend: 100 + Int64(day % 2), revenue: 10, now: Self.noon - .days(Int64(day)))
    }
    try store.evaluateMonitors(now: Self.noon)
    #expect(try store.monitorAlerts().count == 1)
  }

  @Test func nonsenseAndPartnersAreRefused() throws {
    #expect(code { try store.addMonitor(.roas, .below, .nan, by: TestTown.ana, now: Self.noon) } == "invalid_value")
    #expect(
      code { try store.addMonitor(.roas, .below, 1, days: 0, by: TestTown.ana, now: Self.noon) } == "invalid_value")
    let partner = Actor(town.partner.id)
    #expect(code { try store.addMonitor(.roas, .below, 1, by: partner, now: Self.noon) } == "not_allowed")
    #expect(
      code { try store.addMonitor(.roas, .below, 1, of: Campaign.ID(99), by: TestTown.ana, now: Self.noon) }
        == "not_found")
  }

  @Test func viewsAreOnesOwnAndReplacedByName() throws {
    let span = try #require(DateSpan(CivilDate(dayNumber: 20_600), CivilDate(dayNumber: 20_630)))
    try store.saveCampaignView(
      "august", period: .span(span), columns: [.roas, .profit], metric: .profit, filter: "din", by: TestTown.ana,
      now: Self.noon)
    try store.saveCampaignView("all", period: .lifetime, columns: [], metric: .roas, by: TestTown.ana, now: Self.noon)
    let views = try store.campaignViews(of: Self.viewer)
    #expect(views.map(\.name) == ["all", "august"])
    #expect(views.map(\.period) == [.lifetime, .span(span)])
    #expect(views.map(\.columns) == [[], [.roas, .profit]])
    #expect(views.map(\.filter) == ["", "din"])
    let again = try store.saveCampaignView(
      "august", period: .last(7), columns: [.margin], metric: .roas, by: TestTown.ana, now: Self.noon)
    #expect(again.id == views[1].id)
    #expect(try store.campaignViews(of: Self.viewer).map(\.period) == [.lifetime, .last(7)])
    #expect(try store.campaignViews(of: "analyst:bob") == [])
    try store.removeCampaignView("august", by: TestTown.ana)
    #expect(try store.campaignViews(of: Self.viewer).map(\.name) == ["all"])
    #expect(code { try store.removeCampaignView("august", by: TestTown.ana) } == "not_found")
  }

  @Test func whatCameSinceTheVisitBeforeThisOneIsTold() throws {
    let look = CampaignsRequest(viewer: Self.viewer, isVisit: true)
    try count("a", spend: 100, revenue: 40)
    #expect(try store.campaignsBoard(look, now: Self.noon).since == nil)
    // The same visit: there is still none before it.
    #expect(try store.campaignsBoard(look, now: Self.noon + .minutes(20)).since == nil)
    try count("b", spend: 5, revenue: 7)
    try store.addMonitor(.roas, .below, 1, by: TestTown.ana, now: Self.noon + .minutes(40))
    try store.editCampaign(
      id, CampaignDraft(name: "summer"), by: TestTown.ana, now: Self.noon + .minutes(45))
    let since = try #require(try store.campaignsBoard(look, now: Self.noon + .hours(2)).since)
    #expect(since.since == Self.noon + .minutes(20))
    #expect(since.changes.map(\.name) == ["summer"])
    #expect(since.changes.map(\.counts) == [CampaignCounts(spendMicros: 50_000, revenueCents: 7)])
    #expect(since.events.map(\.what) == ["edited: name"])
    #expect(since.alerts.count == 1)
    // Looking again within the visit tells the same, and more that has come.
    try count("c", spend: 1, revenue: 0)
    let more = try #require(try store.campaignsBoard(look, now: Self.noon + .hours(2) + .minutes(10)).since)
    #expect(more.changes.map(\.counts.spendMicros) == [60_000])
    // Nothing has come when the next visit begins.
    let next = try #require(try store.campaignsBoard(look, now: Self.noon + .hours(4)).since)
    #expect(next.isEmpty)
    #expect(next.since == Self.noon + .hours(2) + .minutes(10))
    #expect(try store.sinceLastVisit(of: "analyst:bob", now: Self.noon) == nil)
  }
}
