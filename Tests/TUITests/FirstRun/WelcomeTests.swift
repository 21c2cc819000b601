import Canvas
import Core
import Testing

@testable import TUI

/// What a person meets who has no database yet.
@Suite struct WelcomeTests {
  private func stage(makesDemo: Bool = false, width: Int = 80, height: Int = 24) -> Stage {
    var stage = Stage(size: Size(width: width, height: height), loaded: false)
    _ = stage.takeEffects()
    let welcome = Welcome(path: "/home/ana/opportune.db", demoPath: "/home/ana/demo.db", makesDemo: makesDemo)
    stage.change { $0 = State(now: FixtureBoard.now, size: Size(width: width, height: height)) }
    stage.change { $0.begin(with: welcome) }
    stage.send(.started)
    return stage
  }

  @Test(arguments: [Size(width: 60, height: 16), Size(width: 80, height: 24), Size(width: 140, height: 42)])
  func saysWhatThereIsToChooseAndReadsNothing(size: Size) {
    var stage = stage(width: size.width, height: size.height)
    #expect(stage.takeEffects().isEmpty)
    let picture = stage.picture()
    for words in ["no database yet", "Make the demo town", "/home/ana/demo.db", "new, empty database", "Leave"] {
      #expect(picture.contains(words), "\(words) is missing")
    }
  }

  @Test func theDemoIsMadeWithABarAndThenTheOverviewHasAHint() throws {
    var stage = stage()
    try stage.press("d")
    #expect(stage.takeEffects() == [.openDatabase(Job(1), .demo)])
    stage.send(.tick(stage.state.wall + .seconds(1)))
    stage.send(.progressed(Job(1), part: 0.5, detail: "day 45 of 90"))
    for words in ["Making George Town", "50 %", "day 45 of 90", "esc stops it"] {
      #expect(stage.picture().contains(words), "\(words) is missing")
    }
    stage.answersReads = true
    stage.send(.databaseOpened(Job(1), OpenedDatabase(isNew: true)))
    #expect(stage.state.screen == .overview)
    #expect(stage.picture().contains("Fri 17:42") && stage.picture().contains("DEMO"))
    #expect(stage.picture().contains("To begin with"))
    // The first key takes the hint away and still does what it does.
    try stage.press("3")
    #expect(stage.state.screen == .discover)
    #expect(!stage.picture().contains("To begin with"))
  }

  @Test func aTownThatWasThereAlreadyNeedsNoHint() throws {
    var stage = stage()
    try stage.press("enter")
    stage.answersReads = true
    stage.send(.databaseOpened(Job(1), OpenedDatabase(isNew: false)))
    #expect(!stage.picture().contains("To begin with"))
  }

  @Test func escStopsTheWorkAndTheOffersAreThereAgain() throws {
    var stage = stage()
    try stage.press("d")
    _ = stage.takeEffects()
    try stage.press("esc")
    #expect(stage.takeEffects() == [.cancel(Job(1))])
    #expect(stage.picture().contains("stopping"))
    stage.send(.cancelled(Job(1)))
    #expect(stage.picture().contains("Make the demo town"))
    #expect(!stage.state.isQuitting)
    try stage.press("ctrl-c")
    #expect(stage.state.isQuitting)
  }

  @Test func whatWentWrongIsSaidWhereItCanBeTriedAgain() throws {
    var stage = stage(makesDemo: true)
    #expect(stage.takeEffects() == [.openDatabase(Job(1), .demo)])
    stage.send(.failed(Job(1), "the disk is full"))
    #expect(stage.picture().contains("the disk is full"))
    try stage.press("d")
    #expect(stage.takeEffects() == [.openDatabase(Job(2), .demo)])
  }

  @Test func aNewDatabaseIsDescribedInAFormAndAnUnknownZoneIsSaidThere() throws {
    var stage = stage()
    try stage.press("n", "ctrl-u")
    stage.type("Charlottesville")
    try stage.press("tab", "ctrl-u")
    stage.type("America/Nowhere")
    try stage.press("tab", "ctrl-u")
    stage.type("38.03")
    try stage.press("tab", "ctrl-u")
    stage.type("-78.48")
    try stage.press("enter")
    let asked = NewDatabase(name: "Charlottesville", zone: "America/Nowhere", latitude: 38.03, longitude: -78.48)
    #expect(stage.takeEffects() == [.openDatabase(Job(1), .new(asked))])
    stage.send(.refused(Job(1), [InvalidInput(field: "zone", "is not known here")]))
    #expect(stage.form?.focused?.id == "zone")
    #expect(stage.picture().contains("Is not known here."))
    try stage.press("ctrl-u")
    stage.type("UTC")
    try stage.press("ctrl-s")
    stage.answersReads = true
    stage.send(.databaseOpened(Job(2), OpenedDatabase(isNew: true, isDemo: false)))
    #expect(stage.state.dialogs.isEmpty)
    #expect(stage.picture().contains("opportune import"))
  }

  @Test func aClickMarksAnOfferAndASecondTakesIt() throws {
    var stage = stage()
    try stage.click(on: "Leave")
    #expect(!stage.state.isQuitting)
    try stage.click(on: "Leave")
    #expect(stage.state.isQuitting)
  }
}
