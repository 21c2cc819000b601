import Canvas
import Core
import Testing

@testable import TUI

/// What is done with campaigns: forms, steps of a life, views, reports and what is watched.
@Suite struct CampaignMoveTests {
  private func stage() -> Stage { Stage(size: Size(width: 140, height: 42), screen: .campaigns) }

  private func orders(_ stage: inout Stage) -> [(Job, CampaignOrder)] {
    stage.takeEffects().compactMap { if case .campaign(let job, let order) = $0 { (job, order) } else { nil } }
  }

  @Test func aNewOneIsFilledInAndSaved() throws {
    var stage = stage()
    try stage.press("n")
    let (job, order) = try #require(orders(&stage).first)
    #expect(order == .open(nil))
    stage.send(FixtureCampaigns.answer(job, order))
    stage.type("Late dinners")
    try stage.press("ctrl-s")
    let (save, saved) = try #require(orders(&stage).first)
    guard case .save(let form, let values) = saved else {
      Issue.record("\(saved) is no saving")
      return
    }
    let draft = try CampaignForm.draft(form) { values[$0] }
    #expect(draft.name == "Late dinners" && draft.offers.isEmpty && draft.budgetCents == nil)
    stage.send(.campaign(save, .saved(FixtureCampaigns.dinners)))
    #expect(stage.state.dialogs.isEmpty && stage.picture().contains("Late dinners saved"))
  }

  @Test func aFormReadsEveryField() throws {
    let form = FixtureCampaigns.draft()
    var values = CampaignForm.values(form)
    values["name"]?.entry = TextEntry("Two for one")
    values["offers"]?.entry = TextEntry("1003, sunset dinner")
    values["budget"]?.entry = TextEntry("500.00")
    values["daily_budget"]?.entry = TextEntry("25")
    values["per_impression"]?.entry = TextEntry("0.0025")
    values["fixed"]?.entry = TextEntry("100")
    let draft = try CampaignForm.draft(form) { values[$0] }
    #expect(draft.offers.contains(Offer.ID(1003)) && draft.offers.count == 2)
    #expect(draft.budgetCents == 50_000 && draft.dailyBudgetCents == 2_500)
    // A quarter of a cent is 2,500 millionths.
    #expect(draft.costs.perImpressionMicros == 2_500 && draft.costs.fixedMicros == 100_000_000)
    values["offers"]?.entry = TextEntry("no such thing")
    #expect(throws: InvalidInput.self) { try CampaignForm.draft(form) { values[$0] } }
  }

  @Test func endBeforeStartIsSaidInItsField() throws {
    let form = FixtureCampaigns.draft()
    var values = CampaignForm.values(form)
    values["name"]?.entry = TextEntry("Backwards")
    values["starts_at"]?.entry = TextEntry("2026-12-24 17:00")
    values["ends_at"]?.entry = TextEntry("2026-12-01 17:00")
    let draft = try CampaignForm.draft(form) { values[$0] }
    #expect { try draft.check() } throws: { ($0 as? InvalidInput)?.field == "ends_at" }
  }

  @Test func pausingAndEndingAskFirst() throws {
    var stage = stage()
    try stage.press("p")
    #expect(stage.picture().contains("Pause this campaign?") && orders(&stage).isEmpty)
    try stage.press("y")
    #expect(orders(&stage).map(\.1) == [.pause(FixtureCampaigns.dinners)])
    stage.send(.campaign(Job(9999), .done(nil, "nobody waits for it")))
    stage = self.stage()
    try stage.press("d", "enter")
    #expect(orders(&stage).isEmpty, "the default is to go on")
    try stage.press("d", "y")
    #expect(orders(&stage).map(\.1) == [.end(FixtureCampaigns.dinners)])
  }

  @Test func whatHasEndedIsNotChanged() throws {
    var stage = stage()
    try stage.press("home")
    for _ in 0..<10 where stage.state.campaigns.table.selectedID != FixtureCampaigns.spring { try stage.press("down") }
    for id in ["campaign.edit", "campaign.pause", "campaign.end"] {
      #expect(CommandTable.command(id)?.availability(stage.state).reason == "it has ended")
    }
  }

  @Test func aViewIsKeptAndGoneTo() throws {
    var stage = stage()
    try stage.press("L", "down", "enter")
    stage.type("Weekly")
    try stage.press("enter")
    guard case .keepView("Weekly", let request, let columns, _)? = orders(&stage).first?.1 else {
      Issue.record("nothing is kept")
      return
    }
    #expect(request.period == .last(30) && columns.contains(.roas))
    stage.campaigns.views = [
      CampaignView(
        id: CampaignView.ID(1), name: "Quarter", period: .last(90), columns: [.margin], metric: .profit, filter: "tours"
      )
    ]
    try stage.press("r", "L", "down", "enter")
    #expect(stage.state.campaigns.period == .last(90) && stage.state.campaigns.metric == .profit)
    #expect(stage.state.campaigns.shownColumns.map(\.id).contains("margin"))
    #expect(stage.state.campaigns.table.rows.map(\.id) == [FixtureCampaigns.tours])
  }

  @Test func aReportIsOfWhatIsShown() throws {
    var stage = stage()
    try stage.press("R", "down", "enter", "enter")
    guard case .report(let request)? = orders(&stage).first?.1 else {
      Issue.record("nothing is written")
      return
    }
    #expect(request.format == .markdown && request.name.hasSuffix(".md"))
    let text = request.report.text(as: .markdown)
    #expect(text.contains("Sunset dinners") && text.contains("Harbour tours"))
    stage.change { $0.campaigns.focus(on: .segments) }
    try stage.press("R", "down", "down", "enter", "enter")
    guard case .report(let other)? = orders(&stage).first?.1 else {
      Issue.record("nothing is written")
      return
    }
    #expect(other.format == .html && other.name.contains("campaign-1-") && other.name.hasSuffix(".html"))
    #expect(other.report.text(as: .html).contains("Sunset dinners"))
  }

  @Test func somethingIsWatchedAndItsAlertIsShown() throws {
    var stage = stage()
    try stage.press("A", "ctrl-s")
    guard case .watch(.roas, .below, let threshold, nil, let days, true)? = orders(&stage).first?.1 else {
      Issue.record("nothing is watched")
      return
    }
    #expect(threshold == 1 && days == 7)
    stage.campaigns.monitors = [
      Monitor(
        id: Monitor.ID(1), campaign: nil, metric: .roas, side: .below, threshold: 1, days: 7, isCertain: true,
        author: "analyst:ana", createdAt: FixtureBoard.now)
    ]
    try stage.press("r")
    #expect(stage.picture().contains("! 1 alert"))
    stage.change { $0.campaigns.focus(on: .news) }
    let picture = stage.picture()
    #expect(picture.contains("ROAS below 1.00 over 7 days") && picture.contains("! Harbour tours"))
  }

  @Test func newsTellsWhatChangedSinceTheLastVisit() throws {
    var stage = stage()
    stage.change { $0.campaigns.focus(on: .news) }
    #expect(stage.picture().contains("Since your last visit") && stage.picture().contains("+61"))
    stage.campaigns.isFirstVisit = true
    try stage.press("r")
    #expect(stage.picture().contains("This is your first visit"))
  }
}
