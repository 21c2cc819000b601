import Canvas
import Core
import Testing

@testable import TUI

@Suite struct TextEntryTests {
  @Test func typesAtTheCaretAndDeletesBeforeIt() {
    var entry = TextEntry("seafood")
    entry.moveCaret(by: -4)
    entry.insert("-")
    #expect(entry.text == "sea-food")
    entry.deleteBackward()
    entry.deleteBackward()
    #expect(entry.text == "sefood")
    #expect(entry.caret == 2)
  }

  @Test func aClusterIsOneCharacter() {
    var entry = TextEntry()
    entry.insert("e")
    entry.insert("\u{301}")
    #expect(entry.caret == 1)
    entry.deleteBackward()
    #expect(entry.text.isEmpty)
  }

  @Test func aMarkTypedInTheMiddleJoinsTheLetterBeforeTheCaret() {
    var entry = TextEntry("cafe now")
    entry.moveCaret(by: -4)
    entry.insert("\u{301}")
    #expect(entry.text == "cafe\u{301} now")
    #expect(entry.caret == 4)
    entry.deleteForward()
    #expect(entry.text == "cafe\u{301}now")
  }

  @Test func aFamilyAndAFlagAreDeletedWhole() {
    var entry = TextEntry("a👩‍👩‍👧🇰🇾")
    entry.deleteBackward()
    #expect(entry.text == "a👩‍👩‍👧")
    entry.deleteBackward()
    #expect(entry.text == "a")
  }

  /// A wide sign takes two columns, so the caret behind `林 ` stands in the fourth.
  @Test func theCaretBehindAWideSignStandsTwoColumnsFurther() {
    var canvas = Canvas(size: Size(width: 12, height: 1))
    var entry = TextEntry("林 x")
    entry.moveCaret(by: -1)
    #expect(entry.field.draw(on: &canvas, in: canvas.bounds) == Point(x: 3, y: 0))
  }

  @Test(arguments: [
    // One line: breaks of every kind become a blank, the rest is gone.
    ("a\u{1B}[2Jb\nc\u{202E}d", false, "a[2Jb cd"), ("one\r\ntwo\rthree", false, "one two three"),
    ("one\u{2028}two\u{2029}three\u{85}four\u{B}five", false, "one two three four five"),
    ("tab\there\0\u{7F}\u{9B}31m", false, "tab here31m"),
    // Several lines keep them.
    ("one\r\ntwo\u{2028}three", true, "one\ntwo\nthree"),
  ])
  func aPasteLosesWhatCouldSteerATerminal(pasted: String, keepsLines: Bool, text: String) {
    var entry = TextEntry(keepsLines: keepsLines)
    entry.insert(pasted)
    #expect(entry.text == text)
  }

  @Test func takesNoMoreThanItsLimit() {
    var entry = TextEntry(limit: 5)
    entry.insert("1234567")
    entry.insert("8")
    #expect(entry.text == "12345")
  }

  @Test func theLimitNeverCutsACharacter() {
    // Four letters and an accent are six scalars with the last letter's mark; the fifth letter comes with it or not at all.
    var entry = TextEntry(limit: 5)
    entry.insert("abcde\u{301}")
    #expect(entry.text == "abcd")
    // A family is five scalars: it does not fit behind a letter.
    entry = TextEntry(limit: 5)
    entry.insert("a👩‍👩‍👧")
    #expect(entry.text == "a")
  }

  @Test func removesAWordWithTheBlanksBehindIt() {
    var entry = TextEntry("too far away  ")
    entry.deleteWord(.backward)
    #expect(entry.text == "too far ")
    entry.moveCaret(by: -100)
    entry.deleteWord(.backward)
    #expect(entry.text == "too far ")
    entry.deleteWord(.forward)
    #expect(entry.text == " far ")
  }

  @Test func movesByWords() {
    var entry = TextEntry("the  sea-side 林檎 walk")
    var carets: [Int] = []
    for _ in 0..<5 {
      entry.moveCaretToWord(.backward)
      carets.append(entry.caret)
    }
    #expect(carets == [17, 14, 5, 0, 0])
    carets = []
    for _ in 0..<5 {
      entry.moveCaretToWord(.forward)
      carets.append(entry.caret)
    }
    #expect(carets == [3, 13, 16, 21, 21])
  }

  @Test func killsToTheEndOfItsLineAndThenTheBreak() {
    var entry = TextEntry("one two\nthree", keepsLines: true)
    entry.moveCaretToEdge(.backward)
    entry.moveCaret(by: -4)
    #expect(entry.caret == 4)
    entry.deleteToEnd()
    #expect(entry.text == "one \nthree")
    entry.deleteToEnd()
    #expect(entry.text == "one three")
    entry.deleteToEnd()
    #expect(entry.text == "one ")
  }

  @Test func undoTakesBackAWordOfTypingAtATime() {
    var entry = TextEntry("by")
    for sign in " the sea" { entry.insert(String(sign)) }
    entry.deleteWord(.backward)
    #expect(entry.text == "by the ")
    entry.undo()
    #expect(entry.text == "by the sea")
    entry.undo()
    #expect(entry.text == "by the ")
    for _ in 0..<10 { entry.undo() }
    #expect(entry.text == "by")
    #expect(entry.caret == 2)
  }

  @Test func aPasteIsOneStepBack() {
    var entry = TextEntry("x")
    entry.insert("a whole sentence")
    entry.undo()
    #expect(entry.text == "x")
  }

  @Test func goesFromLineToLineAsFarFromTheStart() {
    var entry = TextEntry("first line\nno\nthird line", keepsLines: true)
    entry.moveCaret(by: -5)
    #expect(entry.beforeCaret == "first line\nno\nthird")
    let moved = entry.moveCaretLine(.backward)
    #expect(moved && entry.beforeCaret == "first line\nno")
    let again = entry.moveCaretLine(.backward)
    #expect(again && entry.beforeCaret == "fi")
    let tooFar = entry.moveCaretLine(.backward)
    #expect(!tooFar && entry.beforeCaret == "fi")
  }

  @Test func theKeysOfAShellWorkInAFilter() throws {
    var stage = Stage(size: Size(width: 80, height: 24))
    try stage.press("/")
    stage.type("cardinall ave")
    try stage.press("ctrl-a", "alt-f", "ctrl-k")
    #expect(stage.picture().contains("/ cardinall "))
    #expect(!stage.picture().contains("cardinall ave"))
    try stage.press("ctrl-_")
    #expect(stage.picture().contains("/ cardinall ave"))
  }
}
