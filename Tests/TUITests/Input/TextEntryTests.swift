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

  @Test func aPasteLosesWhatCouldSteerATerminal() {
    var entry = TextEntry()
    entry.insert("a\u{1B}[2Jb\nc\u{202E}d")
    #expect(entry.text == "a[2Jb cd")
  }

  @Test func takesNoMoreThanItsLimit() {
    var entry = TextEntry(limit: 5)
    entry.insert("1234567")
    entry.insert("8")
    #expect(entry.text == "12345")
  }

  @Test func removesAWordWithTheBlanksBehindIt() {
    var entry = TextEntry("too far away  ")
    entry.deleteWord(.backward)
    #expect(entry.text == "too far ")
    entry.moveCaret(by: -100)
    entry.deleteWord(.backward)
    #expect(entry.text == "too far ")
  }
}
