import Canvas
import Testing

@testable import TUI

@Suite struct KeyDecoderTests {
  private static let up: Int32 = 259
  private static let f2: Int32 = 266

  @Test(
    arguments: [
      ([.scalar(0x61)], [.key(.character("a"))]),
      ([.scalar(0x20AC)], [.key(.character("€"))]),
      ([.scalar(0x0D)], [.key(.enter)]),
      ([.scalar(0x0A)], [.key(.enter)]),
      ([.scalar(0x09)], [.key(.tab)]),
      ([.scalar(0x7F)], [.key(.backspace)]),
      ([.scalar(0x08)], [.key(.backspace)]),
      ([.scalar(0x03)], [.key(.control("c"))]),
      ([.scalar(0x1A)], [.key(.control("z"))]),
      ([.scalar(0x1B)], [.key(.escape)]),
      ([.code(up)], [.key(.up)]),
      ([.code(353)], [.key(.backTab)]),
      ([.code(338)], [.key(.pageDown)]),
      ([.code(360)], [.key(.end)]),
      ([.code(f2)], [.key(.function(2))]),
      ([.code(410)], []),
      ([.code(9999)], []),
      ([.scalar(0x9B)], []),
      ([.scalar(0xD800)], []),
    ] as [([KeyDecoder.Unit], [InputEvent])])
  func readsOneUnit(units: [KeyDecoder.Unit], events: [InputEvent]) {
    var decoder = KeyDecoder()
    #expect(decoder.events(of: units) == events)
  }

  @Test func swallowsASequenceThatNobodyKnows() {
    var decoder = KeyDecoder()
    // ESC [ 1 ; 5 Q, then an ordinary q: were the sequence read as letters, 1 would change the screen and q leave.
    let strange = [0x1B, 0x5B, 0x31, 0x3B, 0x35, 0x51, 0x71].map { KeyDecoder.Unit.scalar($0) }
    #expect(decoder.events(of: strange) == [.key(.character("q"))])
    #expect(decoder.events(of: [.scalar(0x1B), .scalar(0x4F), .scalar(0x51)]) == [])
  }

  @Test func escapeAndTheNextKeyAreTwoKeys() {
    var decoder = KeyDecoder()
    #expect(decoder.events(of: [.scalar(0x1B), .scalar(0x6A)]) == [.key(.escape), .key(.character("j"))])
  }

  @Test func aPasteIsOneEventAlsoInPieces() {
    var decoder = KeyDecoder()
    #expect(decoder.events(of: [.scalar(0x61), .code(KeyCode.pasteStart), .scalar(0x71)]) == [.key(.character("a"))])
    #expect(decoder.events(of: [.scalar(0x1B), .code(Self.up), .scalar(0x0A)]) == [])
    #expect(
      decoder.events(of: [.scalar(0x79), .code(KeyCode.pasteEnd), .scalar(0x7A)])
        == [.paste("q\u{1B}\ny"), .key(.character("z"))])
  }

  @Test func aPasteWithoutEndStaysBounded() {
    var decoder = KeyDecoder()
    _ = decoder.events(of: [.code(KeyCode.pasteStart)])
    _ = decoder.events(of: [KeyDecoder.Unit](repeating: .scalar(0x61), count: KeyDecoder.longestPaste + 5))
    guard case .paste(let text)? = decoder.events(of: [.code(KeyCode.pasteEnd)]).first else {
      Issue.record("no paste")
      return
    }
    #expect(text.utf8.count == KeyDecoder.longestPaste)
  }

  @Test(arguments: CommandTable.all.flatMap(\.defaultKeys))
  func everyKeyOfTheTableReadsBackFromItsName(key: Key) {
    #expect(Key(parsing: key.description) == key)
  }

  @Test(arguments: ["", "ctrl-", "ctrl-A", "F0", "F64", "Fx", "ab", "\u{7F}"])
  func otherNamesAreNoKeys(name: String) {
    #expect(Key(parsing: name) == nil)
  }
}
