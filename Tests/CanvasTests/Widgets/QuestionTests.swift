import Canvas
import Testing

/// Boxes and tables that ask a person to decide.
@Suite struct QuestionTests {
  private func confirm(_ typed: String) -> ConfirmBox {
    ConfirmBox(
      "End 12 offers?", lines: ["3 open claims stay redeemable."], answers: ["Cancel", "End 12 offers"],
      typedWord: .init("end 12", typed: FieldText(typed, caret: typed.count)))
  }

  @Test func aWordIsAskedForBeforeMuchIsLost() {
    var cursor: Point?
    let text = drawn(50, 8) { cursor = confirm("end").draw(on: &$0, in: $1) }
    #expect(
      text == """
                ╭ End 12 offers? ────────────────╮
                │ 3 open claims stay redeemable. │
                │                                │
                │ Type end 12 to go on:          │
                │ end                            │
                │                                │
                │ ▸ Cancel     End 12 offers     │
                ╰────────────────────────────────╯
        """)
    #expect(cursor == Point(x: 13, y: 4))
  }

  @Test func theAnswerThatActsIsGreyUntilTheWordIsTyped() {
    for (typed, role) in [("end", Role.muted), ("end 12", .negative), ("END 12", .muted)] {
      var canvas = Canvas(size: Size(width: 50, height: 8))
      confirm(typed).draw(on: &canvas, in: canvas.bounds)
      #expect(canvas[Point(x: 24, y: 6)].style.role == role)
      #expect(canvas[Point(x: 13, y: 6)].style.role == .selection, "cancel is the default")
    }
  }

  @Test func withoutAWordItIsOnlyAQuestion() {
    let box = ConfirmBox("Leave?", lines: ["The form is not saved."], answers: ["Stay", "Leave"], selection: 1)
    #expect(
      drawn(40, 5) { box.draw(on: &$0, in: $1) } == """
           ╭ Leave? ────────────────────────╮
           │ The form is not saved.         │
           │                                │
           │   Stay   ▸ Leave               │
           ╰────────────────────────────────╯
        """)
  }

  @Test func baseYoursAndTheirsStandSideBySide() {
    let rows: [ThreeWay.Row] = [
      .init("title", base: "Dinner", yours: "Sunset dinner", theirs: "Early dinner"),
      .init("places", base: "4", yours: "4", theirs: "6", kept: .theirs),
    ]
    #expect(rows.map(\.isConflict) == [true, false])
    let text = drawn(72, 3) { ThreeWay(rows, theirName: "17:42", selection: 0).draw(on: &$0, in: $1) }
    #expect(
      text == """
         field          before         yours              theirs 17:42
        ▸! title        Dinner           Sunset dinner      Early dinner
           places       4                4                ✓ 6
        """)
  }

  @Test func aWindowTooSmallIsToldTheSizeNeeded() {
    let text = drawn(30, 5) { TooSmall("Opportune", needed: Size(width: 60, height: 16)).draw(on: &$0, in: $1) }
    #expect(
      text == """
         Opportune needs 60 x 16.
         This window is 30 x 5. Make
         it larger, or press q to
         leave.

        """)
  }

  @Test func workThatEndedSaysHowInWords() {
    func shown(_ phase: ProgressBar.Phase, _ glyphs: Glyphs = .unicode) -> String {
      drawn(40, 1, glyphs) { ProgressBar("Import", phase).draw(on: &$0, in: $1) }
    }
    #expect(shown(.done("412 sessions")) == "✓ Import done: 412 sessions")
    #expect(shown(.failed("the disk is full"), .ascii) == "x Import failed: the disk is full")
    #expect(shown(.cancelled("100 rows were kept")) == "! Import cancelled: 100 rows were kept")
  }

  @Test func workUnderWayLeavesOutWhatHasNoRoom() {
    func shown(_ width: Int) -> String {
      let bar = ProgressBar("Import", fraction: 0.5, detail: "206 of 412", cancelHint: "esc cancels")
      return drawn(width, 1) { bar.draw(on: &$0, in: $1) }
    }
    #expect(shown(60) == "Import ███████████░░░░░░░░░░░  50 %  206 of 412  esc cancels")
    #expect(shown(40) == "Import ███████░░░░░░░  50 %  esc cancels")
    #expect(shown(30) == "Import ████████▌░░░░░░░░  50 %")
  }
}
