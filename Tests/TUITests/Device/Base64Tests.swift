import Testing

@testable import TUI

/// The examples of RFC 4648, section 10.
@Suite struct Base64Tests {
  @Test(arguments: [
    ("", ""), ("f", "Zg=="), ("fo", "Zm8="), ("foo", "Zm9v"), ("foob", "Zm9vYg=="), ("fooba", "Zm9vYmE="),
    ("foobar", "Zm9vYmFy"),
  ])
  func fillsUpToFourLetters(text: String, encoded: String) {
    #expect(Base64.text(of: text.utf8) == encoded)
  }

  @Test func usesAllSixtyFourLetters() {
    #expect(Base64.text(of: [0xFB, 0xEF, 0xFF]) == "++//")
  }
}
