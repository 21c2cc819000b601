import Canvas
import Core
import Testing

@testable import TUI

/// Long text in the person's own editor.
@Suite struct EditorTests {
  /// A form with the keyboard in its long text.
  private func stage() throws -> Stage {
    var stage = Stage.with(FixtureForm.offer)
    while stage.form?.focused?.id != "words" { try stage.press("tab") }
    return stage
  }

  @Test func theKeyGivesTheTextToTheEditorAndWhatIsSavedComesBack() throws {
    var stage = try stage()
    try stage.press("ctrl-e")
    #expect(stage.takeEffects().last == .device(.edit("A table by the water.\nTwo glasses.")))
    stage.send(.input(.edited(.text("A table.\nThree glasses."))))
    #expect(stage.form?.text("words") == "A table.\nThree glasses.")
    #expect(stage.form?.isDirty == true)
    // One step of undo leads back to before the editor.
    try stage.press("ctrl-_")
    #expect(stage.form?.text("words") == "A table by the water.\nTwo glasses.")
  }

  @Test func whatTheEditorCouldNotDoLeavesTheTextAndIsSaid() throws {
    var stage = try stage()
    try stage.press("ctrl-e")
    stage.send(.input(.edited(.refused("No editor is set; set VISUAL or EDITOR, as in EDITOR=nano"))))
    #expect(stage.form?.isDirty == false)
    #expect(stage.picture().contains("No editor is set"))
  }

  @Test func otherFieldsSayThatTheyAreNotForAnEditor() throws {
    var stage = Stage.with(FixtureForm.offer)
    try stage.press("ctrl-e")
    #expect(stage.takeEffects().isEmpty)
    #expect(stage.state.notices.last?.toast.text.contains("only text of several lines") == true)
    stage.send(.input(.edited(.text("late"))))
    #expect(stage.form?.text("title") == "Sunset dinner")
  }

  @Test func whatCouldSteerTheTerminalStaysOutAndWhatIsTooLongIsCutWithAWord() throws {
    var stage = try stage()
    stage.send(.input(.edited(.text("red\u{1B}[31m\nline"))))
    #expect(stage.form?.text("words") == "red[31m\nline")
    stage.send(.input(.edited(.text(String(repeating: "x", count: 2001)))))
    #expect(stage.form?.text("words").count == 2000)
    #expect(stage.state.notices.last?.toast.text == "The text was longer than 2000 signs; the rest is left out")
  }

  @Test(arguments: [
    RecordedEvent.input(.edited(.text("two\nlines \u{1F377}"))), .input(.edited(.refused("No editor is set"))),
  ])
  func aRecordingHoldsWhatCameBackSoThatItIsPlayedWithoutAnEditor(event: RecordedEvent) throws {
    #expect(try RecordedEvent(JSON(parsing: event.json.text())) == event)
  }
}
