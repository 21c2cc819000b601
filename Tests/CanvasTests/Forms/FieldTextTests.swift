import Testing

@testable import Canvas

@Suite struct FieldTextTests {
  private func shown(_ text: String, caret: Int?, _ width: Int) -> (text: String, caret: Int?) {
    var cursor: Point?
    let picture = drawn(width, 1) { canvas, area in
      cursor = FieldText(text, caret: caret).draw(on: &canvas, in: area)
    }
    return (picture, cursor?.x)
  }

  @Test func aTextThatFitsStandsStill() {
    for caret in 0...6 {
      #expect(shown("dinner", caret: caret, 7) == ("dinner", caret))
    }
  }

  @Test func aLongTextMovesByHalfAFieldAndSaysWhereThereIsMore() {
    // Ten columns: with more to come, the caret may stand in columns 0 to 8; then five columns are scrolled away.
    #expect(shown("0123456789abcdef", caret: 0, 10) == ("012345678…", 0))
    #expect(shown("0123456789abcdef", caret: 8, 10) == ("012345678…", 8))
    #expect(shown("0123456789abcdef", caret: 9, 10) == ("…6789abcd…", 4))
    #expect(shown("0123456789abcdef", caret: 13, 10) == ("…6789abcd…", 8))
    #expect(shown("0123456789abcdef", caret: 16, 10) == ("…bcdef", 6))
  }

  @Test func withoutTheKeyboardTheBeginningIsShown() {
    #expect(shown("0123456789abcdef", caret: nil, 10) == ("012345678…", nil))
  }

  @Test func wideCharactersCountTwice() {
    #expect(shown("中文字", caret: 2, 8) == ("中文字", 4))
    #expect(shown("中文字中文字", caret: 6, 6).caret == 3)
    #expect(shown("e\u{301}te", caret: 1, 6).caret == 1)
  }

  @Test func anEmptyFieldSaysWhatToType() {
    var cursor: Point?
    let text = drawn(12, 1) { canvas, area in
      cursor = FieldText("", caret: 0, placeholder: "a name").draw(on: &canvas, in: area)
    }
    #expect(text == "a name")
    #expect(cursor == .origin)
  }

  @Test func theStripIsSeenOnBlankCells() {
    var canvas = Canvas(size: Size(width: 4, height: 1))
    FieldText("a").draw(on: &canvas, in: canvas.bounds, style: Style.text.underline)
    #expect(canvas[Point(x: 3, y: 0)].style == Style.text.underline)
  }
}
