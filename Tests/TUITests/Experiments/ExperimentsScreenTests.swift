import Canvas
import Core
import Testing

@testable import TUI

/// What the Experiments screen shows, reads and leads to.
@Suite struct ExperimentsScreenTests {
  private func stage(_ size: Size = Size(width: 140, height: 42), loaded: Bool = true) -> Stage {
    Stage(size: size, screen: .experiments, loaded: loaded)
  }

  /// On the test of 100 of 1,000 against 120 of 1,000.
  private func onSpringOffer(_ size: Size = Size(width: 140, height: 42)) throws -> Stage {
    var stage = stage(size)
    try stage.press("home")
    for _ in 0..<10 where stage.state.experiments.table.selectedID != FixtureExperiments.springOffer {
      try stage.press("down")
    }
    try #require(stage.state.experiments.table.selectedID == FixtureExperiments.springOffer)
    return stage
  }

  @Test func isDrawnAtItsUsualSize() throws {
    Snapshot.expect(try onSpringOffer().picture(), is: "experiments-140x42")
  }

  @Test func fourLeadsThereAndOnlyThenItIsRead() throws {
    var stage = Stage(loaded: false)
    _ = stage.takeEffects()
    try stage.press("4")
    guard case .loadExperiments(let job)? = stage.takeEffects().first else {
      Issue.record("nothing was read")
      return
    }
    #expect(stage.picture().contains("Reading …"))
    stage.send(.experimentsLoaded(job, FixtureExperiments.sample.board))
    guard case .loadExperiment(_, FixtureExperiments.banner)? = stage.takeEffects().first else {
      Issue.record("the selected test was not read")
      return
    }
  }

  @Test func whatNeedsSomebodyStandsFirstAndSaysWhatToDo() {
    let picture = stage().picture()
    #expect(picture.contains("7 tests: 4 running"))
    #expect(picture.contains("2 need you"))
    #expect(picture.contains("SHIP B"))
    #expect(picture.contains("UNHEALTHY"))
    #expect(picture.contains("KEEP RUNNING") || picture.contains("TOO EARLY"))
    #expect(picture.contains("DRAFT"))
    #expect(picture.contains("B WON"))
  }

  @Test func anUnhealthyTestHidesItsDifference() throws {
    var stage = stage()
    for _ in 0..<10 where stage.state.experiments.table.selectedID != FixtureExperiments.banner {
      try stage.press("down")
    }
    let row = try #require(stage.state.experiments.selected)
    #expect(row.summary.lift == nil && !row.showsLift)
    let picture = stage.picture()
    #expect(picture.contains("The difference is hidden"))
    // 500 of 5,000 against 560 of 5,600: the same rate, but 5,000 to 5,600 is no even split.
    #expect(!picture.split(separator: "\n").contains { $0.contains("banner-2") && $0.contains("10.0 %") })
    try stage.press("enter", "z")
    #expect(!stage.picture().contains("10.0 %"))
    try stage.press("z", "esc")
    try stage.press("enter", "right")
    #expect(stage.state.experiments.focus == .overTime)
    #expect(stage.picture().contains("hidden while the test is unhealthy"))
  }

  @Test func theResultTellsRatesIntervalChanceAndTheFixedTests() throws {
    var stage = try onSpringOffer()
    try stage.press("enter", "z")
    let picture = stage.picture()
    // Chi-squared and Yates by scipy.stats.chi2_contingency([[100, 900], [120, 880]]).
    for words in [
      "10.0 %", "12.0 %", "chi-squared 2.043, p 0.153", "1.844, p 0.175", "Not to be acted on before 3,841",
    ] {
      #expect(picture.contains(words), "\(words) is missing")
    }
  }

  @Test func everyPageIsReachedByTabAndByTheArrows() throws {
    var stage = stage()
    var seen: [ExperimentsPane] = []
    for _ in ExperimentsPane.allCases {
      seen.append(stage.state.experiments.focus)
      try stage.press("tab")
    }
    #expect(seen == ExperimentsPane.allCases)
    #expect(stage.state.experiments.focus == .list)
    try stage.press("right")
    #expect(stage.state.experiments.focus == .history, "the page that is in sight")
    try stage.press("left", "left")
    #expect(stage.state.experiments.focus == .segments)
    try stage.press("esc")
  }

  @Test func enterGoesOnAndEscComesBack() throws {
    var stage = try onSpringOffer(Size(width: 80, height: 24))
    try stage.press("enter")
    #expect(stage.state.experiments.focus == .result)
    try stage.press("esc")
    #expect(stage.state.experiments.focus == .list)
    #expect(stage.state.experiments.table.selectedID == FixtureExperiments.springOffer)
  }

  @Test func segmentsAreMarkedExploratory() throws {
    var stage = try onSpringOffer()
    stage.change { $0.experiments.focus(on: .segments) }
    #expect(stage.picture().contains("EXPLORATORY"))
    #expect(stage.picture().contains("evening"))
  }

  @Test func overTimeCountsTheLooks() throws {
    var stage = try onSpringOffer()
    stage.change { $0.experiments.focus(on: .overTime) }
    #expect(stage.picture().contains("10 looks") || stage.picture().contains("9 looks"))
  }

  @Test func aFailedReadIsToldOnceAndTriedAgainByKey() throws {
    var stage = stage(loaded: false)
    guard case .loadExperiments(let job)? = stage.takeEffects().last else {
      Issue.record("nothing was read")
      return
    }
    stage.send(.failed(job, "the disk is full"))
    #expect(stage.picture().contains("r tries again"))
    stage.pass(milliseconds: 2000)
    #expect(!stage.takeEffects().contains { if case .loadExperiments = $0 { true } else { false } })
    try stage.press("r")
    #expect(stage.takeEffects().contains { if case .loadExperiments = $0 { true } else { false } })
  }

  @Test func theSearchLeadsHereAndEscLeadsBack() throws {
    var stage = Stage(size: Size(width: 140, height: 42))
    try stage.press("g")
    stage.type("free")
    guard case .search(let job, _, _)? = stage.takeEffects().last else {
      Issue.record("nothing was looked for")
      return
    }
    let found = SearchResult(
      target: .experiment(FixtureExperiments.freeShipping), title: "free-shipping", detail: "running", why: .name,
      score: 10)
    stage.send(.found(job, SearchAnswer(results: [found])))
    guard case .search(let next, _, _)? = stage.takeEffects().last else {
      Issue.record("the rest was not looked for")
      return
    }
    stage.send(.found(next, SearchAnswer(results: [found])))
    try stage.press("enter")
    #expect(stage.state.screen == .experiments && stage.state.dialogs.isEmpty)
    #expect(stage.state.experiments.table.selectedID == FixtureExperiments.freeShipping)
    try stage.press("esc")
    #expect(stage.state.screen == .discover)
  }

  @Test func aPartnerHasNoSuchScreen() {
    var stage = Stage()
    stage.change { $0.begin(as: Actor(Partner.ID(1))) }
    #expect(!stage.state.tabs.contains(.experiments))
    #expect(CommandTable.command("screen.experiments")?.availability(stage.state).isAvailable == false)
    #expect(CommandTable.command("experiment.new")?.availability(stage.state).isAvailable == false)
  }
}
