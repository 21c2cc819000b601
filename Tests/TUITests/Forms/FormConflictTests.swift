import Canvas
import Core
import Testing

@testable import TUI

/// Somebody else saved the same thing meanwhile.
@Suite struct FormConflictTests {
  /// A form whose title and walk were changed here, and whose title and weather were changed by Ana.
  private func stage(width: Int = 80, height: Int = 24) throws -> Stage {
    var form = FixtureForm.offer
    form.saving = Job(99)
    var stage = Stage.with(form, width: width, height: height)
    stage.change { state in
      guard case .form(var form) = state.dialogs.last else { return }
      form.fields[0].value = .text(TextEntry("Late dinner"))
      form.fields[1].value.entry = TextEntry("900")
      state.dialogs = [.form(form)]
    }
    stage.send(.overtaken(Job(99), by: "Ana R., 17:42", FixtureForm.theirs))
    return stage
  }

  @Test(arguments: [Size(width: 60, height: 16), Size(width: 80, height: 24), Size(width: 140, height: 42)])
  func theThreeVersionsStandSideBySide(size: Size) throws {
    Snapshot.expect(
      try stage(width: size.width, height: size.height).sheet, is: "conflict-\(size.width)x\(size.height)")
  }

  @Test func whatOnlyOneChangedIsDecidedAndTheOtherHasToBe() throws {
    var stage = try stage()
    let rows = try #require(stage.form?.conflict?.rows)
    #expect(rows.map(\.id) == ["title", "walk", "weather"])
    #expect(rows.map(\.keepsYours) == [nil, true, false])
    try stage.press("ctrl-s")
    #expect(stage.picture().contains("Choose yours or theirs for Title."))
    #expect(stage.form?.conflict != nil)
  }

  @Test func enterLeadsBackToTheFieldsWithWhatWasDecided() throws {
    var stage = try stage()
    try stage.press("left", "enter")
    let form = try #require(stage.form)
    #expect(form.conflict == nil)
    #expect(form.text("title") == "Late dinner")
    #expect(form.text("walk") == "900")
    #expect(form.choice("weather") == "rain")
    // Theirs is what this form goes on from: the weather is no change of this one any more.
    #expect(form.base("title")?.shown == "Early dinner")
    #expect(!form.isChanged(4))
  }

  @Test func rightTakesTheirsAndSavingGoesOnAtOnce() throws {
    var stage = try stage()
    try stage.press("right", "ctrl-s")
    #expect(stage.state.dialogs.isEmpty)
  }

  @Test func aClickChoosesARow() throws {
    var stage = try stage()
    try stage.click(on: "Weather")
    #expect(stage.form?.conflict?.selection == 2)
  }
}
