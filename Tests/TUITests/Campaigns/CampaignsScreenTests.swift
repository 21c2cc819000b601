import Canvas
import Core
import Testing

@testable import TUI

/// What the Campaigns screen shows, reads and leads to.
@Suite struct CampaignsScreenTests {
  private func stage(_ size: Size = Size(width: 140, height: 42), loaded: Bool = true) -> Stage {
    Stage(size: size, screen: .campaigns, loaded: loaded)
  }

  /// On a campaign, in the list.
  private func on(_ id: Campaign.ID, _ size: Size = Size(width: 140, height: 42)) throws -> Stage {
    var stage = stage(size)
    try stage.press("home")
    for _ in 0..<10 where stage.state.campaigns.table.selectedID != id { try stage.press("down") }
    try #require(stage.state.campaigns.table.selectedID == id)
    return stage
  }

  @Test func isDrawnAtItsUsualSize() throws {
    Snapshot.expect(try on(FixtureCampaigns.dinners).picture(), is: "campaigns-140x42")
  }

  @Test func fiveLeadsThereAndIsAVisit() throws {
    var stage = Stage(loaded: false)
    _ = stage.takeEffects()
    try stage.press("5")
    guard case .loadCampaigns(let job, let request)? = stage.takeEffects().first else {
      Issue.record("nothing was read")
      return
    }
    #expect(request.isVisit && request.viewer == "operator:local" && request.period == .last(30))
    #expect(stage.picture().contains("Reading …"))
    stage.send(.campaignsLoaded(job, FixtureCampaigns.sample.board(request)))
    let effects = stage.takeEffects()
    guard case .loadCampaign(_, FixtureCampaigns.dinners, _)? = effects.first else {
      Issue.record("the selected campaign was not read: \(effects)")
      return
    }
    // Looking on is the same visit.
    stage.send(.changed([.interactions]))
    let reads = stage.takeEffects().compactMap { if case .loadCampaigns(_, let request) = $0 { request } else { nil } }
    #expect(reads.map(\.isVisit) == [false])
  }

  @Test func theSurestReturnStandsFirstAndALuckySaleDoesNotWin() throws {
    let stage = stage()
    let order = stage.state.campaigns.table.rows.map(\.id)
    // 120 earned on 1 spent in a single sale has no interval, so it is behind what loses for certain.
    let lucky = try #require(order.firstIndex(of: FixtureCampaigns.lucky))
    let tours = try #require(order.firstIndex(of: FixtureCampaigns.tours))
    #expect(order.first == FixtureCampaigns.dinners || order.first == FixtureCampaigns.euros)
    #expect(lucky > tours)
    let picture = stage.picture()
    #expect(picture.contains("losing") && picture.contains("earns") && picture.contains("1 losing"))
  }

  @Test func aClickChoosesANumberAndASecondOneOpensIt() throws {
    var stage = try on(FixtureCampaigns.dinners)
    try stage.click(on: "cost per redemption")
    #expect(stage.state.campaigns.focus == .metrics && stage.state.dialogs.isEmpty)
    try stage.click(on: "cost per redemption")
    guard case .number(let note)? = stage.state.dialogs.last else {
      Issue.record("nothing was opened")
      return
    }
    #expect(note.title.contains("cost per redemption"))
  }

  @Test func currenciesStandApart() throws {
    let picture = stage(Size(width: 160, height: 60)).picture()
    let board = try #require(stage().state.campaigns.board)
    #expect(board.portfolio.groups.map(\.currency) == [.usd, FixtureCampaigns.euro])
    #expect(picture.contains("€330.00") && picture.contains("$2,433.20") && picture.contains("USD a day"))
  }

  @Test func everyPaneIsReachedByTab() throws {
    var stage = stage()
    var seen: [CampaignsPane] = []
    for _ in CampaignsPane.allCases {
      seen.append(stage.state.campaigns.focus)
      #expect(CampaignsLayout(stage.state).panes[stage.state.campaigns.focus] != nil)
      try stage.press("tab")
    }
    #expect(Set(seen) == Set(CampaignsPane.allCases) && seen.first == .list)
    #expect(stage.state.campaigns.focus == .list)
  }

  @Test(arguments: CampaignsPane.allCases) func everyNumberTellsWhatIsBehindIt(pane: CampaignsPane) throws {
    guard pane != .list, pane != .returns, pane != .news else { return }
    var stage = try on(FixtureCampaigns.dinners)
    stage.change { $0.campaigns.focus(on: pane) }
    let lines = try #require(CampaignPagePane(stage.state).stack?.lines)
    #expect(lines > 0)
    for line in 0..<lines {
      try stage.press("enter")
      let note = try #require(stage.state.numberNote, "line \(line) of \(pane) has nothing behind it")
      #expect(!note.title.isEmpty && !note.lines.isEmpty, "\(note.title)")
      try stage.press("esc", "down")
    }
  }

  @Test func aMetricTellsItsPartsItsIntervalAndItsDays() throws {
    var stage = try on(FixtureCampaigns.tours)
    stage.change { $0.campaigns.focus(on: .profit) }
    try stage.press("down", "down", "enter")
    let note = try #require(stage.state.numberNote)
    #expect(note.title == "ROAS, Harbour tours")
    // Days 26 to 55 of the fixture: 50 + 6 (day mod 7) shown, each 0.25 spent and 10 cents earned, and 60 (day mod 4).
    let shown = (26..<56).map { 50 + $0 % 7 * 6 }
    let revenue = zip(shown, 26..<56).reduce(0) { $0 + $1.0 * 10 + $1.1 % 4 * 60 }
    let spend = shown.reduce(0, +) * 25
    #expect(note.value.hasPrefix(Number.fixed(Double(revenue) / Double(spend), decimals: 2)))
    #expect(note.lines.contains { $0.contains("revenue divided by spend") })
    #expect(note.lines.contains { $0.contains("Fieller") })
    #expect(note.rows?.rows.count == 30)
    #expect(stage.picture().contains("Here: revenue"))
    try stage.press("x")
    #expect(stage.picture().contains("Export the rows of ROAS, Harbour tours"))
  }

  @Test func theLosingSegmentIsNamedAndExported() throws {
    var stage = try on(FixtureCampaigns.dinners)
    stage.change { $0.campaigns.focus(on: .segments) }
    let row = try #require(stage.picture().split(separator: "\n").first { $0.contains("lapsed") })
    #expect(row.contains("losing"))
    try stage.press("x", "down", "enter", "enter")
    guard case .export(_, let request)? = stage.takeEffects().last else {
      Issue.record("nothing is written")
      return
    }
    #expect(request.table.list == "campaign-segments" && request.table.rows.count == 3)
    let lapsed = try #require(request.table.rows.first { $0.contains(.string("lapsed")) })
    #expect(lapsed.contains(.string("losing")))
  }

  @Test func theArrowsMoveAlongAChartAndTellItsValue() throws {
    var stage = try on(FixtureCampaigns.dinners)
    stage.change { $0.campaigns.focus(on: .trend) }
    try stage.press("left", "left")
    #expect(stage.state.campaigns.focus == .trend && stage.state.campaigns.cursors[.trend]?.column == 27)
    #expect(stage.picture().contains("11-18"), "the day under the cursor")
    try stage.press("]")
    guard stage.state.campaigns.currentSheet?.trend.grain == .week else {
      Issue.record("it does not go by the week")
      return
    }
    #expect(stage.picture().contains("W47"))
    try stage.press("[", "[")
    #expect(stage.state.campaigns.currentSheet?.trend.grain == .hour)
  }

  @Test func otherDaysAreReadEverywhere() throws {
    var stage = stage()
    try stage.press("t", "home", "down", "enter")
    #expect(stage.state.campaigns.period == .last(7))
    #expect(stage.state.campaigns.board?.span.count == 7 && stage.state.campaigns.currentSheet?.span.count == 7)
    try stage.press("t")
    for _ in 0..<4 { try stage.press("down") }
    try stage.press("enter")
    #expect(stage.state.form?.title == "Days")
    try stage.press("ctrl-u")
    stage.type("2026-11-10")
    try stage.press("tab", "ctrl-u")
    stage.type("2026-11-01")
    try stage.press("ctrl-s")
    #expect(stage.picture().contains("Is before the first day"))
    try stage.press("ctrl-u")
    stage.type("2026-11-12")
    try stage.press("ctrl-s")
    #expect(stage.state.dialogs.isEmpty && stage.state.campaigns.board?.span.description == "2026-11-10 to 2026-11-12")
  }

  @Test func marksChooseWhatIsCompared() throws {
    var stage = try on(FixtureCampaigns.dinners)
    #expect(stage.state.campaigns.currentSheet?.comparison?.members.count == 2)
    stage.change { $0.campaigns.table.clearMarks() }
    for id in [FixtureCampaigns.tours, FixtureCampaigns.lucky] {
      try stage.press("home")
      for _ in 0..<10 where stage.state.campaigns.table.selectedID != id { try stage.press("down") }
      try stage.press("v")
    }
    try stage.press("home")
    for _ in 0..<10 where stage.state.campaigns.table.selectedID != FixtureCampaigns.dinners { try stage.press("down") }
    let members = try #require(stage.state.campaigns.currentSheet?.comparison?.members.map(\.id))
    #expect(Set(members) == [FixtureCampaigns.dinners, FixtureCampaigns.tours, FixtureCampaigns.lucky])
    stage.change { $0.campaigns.focus(on: .compare) }
    #expect(stage.picture().contains("A Sunset dinners"))
  }

  @Test func aRedemptionElsewhereMovesTheNumberWithAMark() throws {
    var stage = try on(FixtureCampaigns.dinners)
    #expect(
      !stage.picture().contains("Sunset dinners ◂")
        && !stage.state.discovery.marks.contains(.campaign(FixtureCampaigns.dinners)))
    let before = try #require(stage.state.campaigns.selected?.counts.redemptions)
    let last = try #require(stage.campaigns.days[FixtureCampaigns.dinners]?.last)
    stage.campaigns.days[FixtureCampaigns.dinners]?.append(
      CampaignDay(last.day, CampaignCounts(redemptions: 1, revenueCents: 4_200)))
    stage.send(.changed([.interactions]))
    #expect(stage.state.campaigns.selected?.counts.redemptions == before + 1)
    #expect(stage.state.discovery.marks.contains(.campaign(FixtureCampaigns.dinners)))
    #expect(!stage.state.discovery.marks.contains(.campaign(FixtureCampaigns.tours)))
    stage.pass(milliseconds: 2100)
    #expect(!stage.state.discovery.marks.contains(.campaign(FixtureCampaigns.dinners)))
  }

  @Test func otherDaysAreNoChange() throws {
    var stage = stage()
    try stage.press("t", "home", "down", "enter")
    #expect(!stage.state.discovery.marks.contains(.campaign(FixtureCampaigns.dinners)))
  }

  @Test func chosenColumnsAreRemembered() throws {
    var stage = stage()
    try stage.press("C")
    let form = try #require(stage.state.form)
    #expect(form.choices("metrics").contains("roas") && !form.choices("metrics").contains("margin"))
    stage.change { state in
      guard case .form(var form)? = state.dialogs.last,
        let index = form.fields.firstIndex(where: { $0.id == "metrics" })
      else { return }
      let options = CampaignMetric.allCases.map { FieldOption($0.title, id: $0.rawValue) }
      form.fields[index].value = .multiChoice(options, chosen: ["margin", "view_rate"], cursor: 0)
      state.dialogs[0] = .form(form)
    }
    try stage.press("ctrl-s")
    let ids = stage.state.campaigns.shownColumns.map(\.id)
    #expect(ids.contains("margin") && !ids.contains("roas") && ids.contains("campaign"))
    let memory = stage.state.memory
    #expect(memory.columns["campaigns"]?.contains("margin") == true)
    var other = Stage(screen: .campaigns)
    other.change { $0.recall(memory) }
    #expect(other.state.campaigns.shownColumns.map(\.id) == ids)
  }

  @Test func whatIfSaysWhatMovingMoneyWouldChangeAndThatItIsAGuess() throws {
    var stage = try on(FixtureCampaigns.tours)
    try stage.press("w", "ctrl-s")
    let note = try #require(stage.state.numberNote)
    #expect(note.title.contains("from Harbour tours to"))
    #expect(note.lines.contains(BudgetShift.caution))
    #expect(note.rows?.rows.count == 2)
  }

  @Test func aPartnerHasNoSuchScreen() {
    var stage = Stage()
    stage.change { $0.begin(as: Actor(Partner.ID(1))) }
    #expect(!stage.state.tabs.contains(.campaigns))
    #expect(CommandTable.command("screen.campaigns")?.availability(stage.state).isAvailable == false)
    #expect(CommandTable.command("campaign.new")?.availability(stage.state).isAvailable == false)
  }

  @Test func aFailedReadIsToldOnceAndTriedAgainByKey() throws {
    var stage = stage(loaded: false)
    guard case .loadCampaigns(let job, _)? = stage.takeEffects().last else {
      Issue.record("nothing was read")
      return
    }
    stage.send(.failed(job, "the disk is full"))
    #expect(stage.picture().contains("r tries again"))
    stage.pass(milliseconds: 2000)
    #expect(!stage.takeEffects().contains { if case .loadCampaigns = $0 { true } else { false } })
    try stage.press("r")
    #expect(stage.takeEffects().contains { if case .loadCampaigns = $0 { true } else { false } })
  }
}
