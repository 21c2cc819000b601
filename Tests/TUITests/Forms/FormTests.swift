import Canvas
import Core
import Testing

@testable import TUI

@Suite struct FormTests {
  private static let sizes = [
    Size(width: 60, height: 16), Size(width: 80, height: 24), Size(width: 140, height: 42),
  ]

  @Test(arguments: sizes) func looksAsRecorded(size: Size) throws {
    var stage = Stage.with(FixtureForm.offer, width: size.width, height: size.height)
    stage.type(" for two")
    try stage.press("tab", "end")
    stage.type("0")
    Snapshot.expect(stage.sheet, is: "form-\(size.width)x\(size.height)")
  }

  @Test(arguments: sizes) func everyFieldComesIntoSightWithTheKeyboard(size: Size) throws {
    var stage = Stage.with(FixtureForm.offer, width: size.width, height: size.height)
    for label in ["Title", "Walk at most", "Price", "From", "Weather", "Approved", "Days", "Proposition"] {
      #expect(stage.form?.focused?.label == label)
      #expect(stage.picture().contains("▸ \(label)"), "\(label) is out of sight")
      try stage.press("tab")
    }
    // The code cannot be changed, so the way goes around it.
    #expect(stage.form?.focused?.label == "Title")
  }

  @Test func anErrorStandsUnderItsFieldInWordsAndGoesWhenItIsMended() throws {
    var stage = Stage.with(FixtureForm.offer)
    try stage.press("tab", "end")
    stage.type("0")
    #expect(stage.picture().contains("Must be between 0 and 3000."))
    try stage.press("backspace")
    #expect(!stage.picture().contains("Must be between"))
  }

  @Test func savingGoesToTheFirstThatIsWrong() throws {
    var stage = Stage.with(FixtureForm.offer)
    try stage.press("tab", "tab", "ctrl-u", "tab", "ctrl-u", "shift-tab", "shift-tab", "ctrl-s")
    #expect(stage.form?.focused?.id == "price")
    #expect(stage.picture().contains("Is empty; give an amount such as 14.50."))
    #expect(stage.picture().contains("Must be a time of day such as 17:05."))
  }

  @Test func theKeysOfEachKindChangeIt() throws {
    var stage = Stage.with(FixtureForm.offer)
    try stage.press("tab", "tab", "tab", "tab", "right", "right", "right", "tab", "space", "tab", "space", "right")
    try stage.press("space", "tab")
    let form = try #require(stage.form)
    #expect(form.choice("weather") == "rain")
    #expect(form.isOn("approved"))
    #expect(form.choices("days") == ["Mon"])
    try stage.press("end", "enter", "x")
    #expect(stage.form?.text("words") == "A table by the water.\nTwo glasses.\nx")
  }

  @Test func aClickGivesAFieldTheKeyboardAndOnAnOptionChoosesIt() throws {
    var stage = Stage.with(FixtureForm.offer)
    try stage.click(on: "Price")
    #expect(stage.form?.focused?.id == "price")
    try stage.click(on: "( ) rain")
    #expect(stage.form?.focused?.id == "weather")
    #expect(stage.form?.choice("weather") == "rain")
    try stage.click(on: "[ ] Wed")
    #expect(stage.form?.choices("days") == ["Tue", "Wed"])
    try stage.click(on: "Leave")
    #expect(stage.picture().contains("Leave \"Edit the offer\"?"))
  }

  @Test func whatCannotBeChangedSaysWhyAndStaysAsItIs() throws {
    var stage = Stage.with(FixtureForm.offer, width: 140, height: 42)
    #expect(stage.picture().contains("made when somebody accepts"))
    try stage.click(on: "7K39")
    #expect(stage.form?.focused?.id == "title")
    #expect(stage.state.notices.last?.toast.text == "Code: made when somebody accepts")
  }

  @Test func escLeavesAnUntouchedFormAtOnceAndAsksForAChangedOne() throws {
    var stage = Stage.with(FixtureForm.offer)
    try stage.press("esc")
    #expect(stage.state.dialogs.isEmpty)
    stage = .with(FixtureForm.offer)
    try stage.press("x", "esc", "enter")
    // The first answer goes on with it.
    #expect(stage.form?.text("title") == "Sunset dinnerx")
    try stage.press("esc", "y")
    #expect(stage.state.dialogs.isEmpty)
    // What is taken back is no change.
    stage = .with(FixtureForm.offer)
    try stage.press("x", "backspace", "esc")
    #expect(stage.state.dialogs.isEmpty)
  }

  @Test func whatIsTooLongForItsFieldShowsTheCaret() throws {
    var stage = Stage.with(FixtureForm.offer, width: 60, height: 16)
    stage.type(String(repeating: " and more", count: 10) + "!")
    #expect(stage.picture().contains("more!"))
    try stage.press("home")
    #expect(stage.picture().contains("Sunset dinner and"))
  }
}
