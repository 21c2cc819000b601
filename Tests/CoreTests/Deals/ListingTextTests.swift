import Testing

@testable import Core

/// What a keyword finds in a listing, by the examples of row D.10.
@Suite struct ListingTextTests {
  @Test(arguments: [
    ("pc", "Gaming PC", true), ("pc", "PCs-only", false), ("pc", "pcs", false), ("café", "CAFE table", true),
    ("go-pro", "Go Pro 9", true), ("go-pro", "go-pro", true), ("go-pro", "GoPro Hero", true),
    ("go-pro", "pro go", false), ("go-pro", "go 9 pro", false), ("go-pro", "gopros", false),
    ("gopro", "go pro", false), ("gopro", "go-pro", false), ("\"road bike\"", "Road-bike, blue", true),
    ("\"road bike\"", "roadbike", true), ("\"road bike\"", "bike road", false), ("game*", "gamers", true),
    ("game*", "game", true), ("game*", "gam", false), ("game*", "endgame", false), ("stem:camera", "two Cameras", true),
    ("stem:cameras", "camera", true), ("camera", "cameras", false), ("stem:camera", "cameraman", false),
    ("\"play station 5\"", "playstation5", true), ("\"play station 5\"", "play station 5", true),
    ("16:9", "a 16:9 screen", true), ("naïve", "NAIVE", true), ("شاحن", "شاحن آيفون", true), ("x", "", false),
  ])
  func findsWholeWords(keyword: String, title: String, isFound: Bool) throws {
    let keyword = try RuleKeyword(parsing: keyword)
    #expect((ListingText(title: title).found(keyword) != nil) == isFound)
    #expect((ListingText(title: "", description: title).found(keyword) != nil) == isFound)
    #expect((ListingText(title: "other", tags: ["one", title]).found(keyword) != nil) == isFound)
  }

  @Test func aPhraseDoesNotReachFromOneFieldIntoTheNext() throws {
    let keyword = try RuleKeyword(parsing: "go-pro")
    #expect(ListingText(title: "go", description: "pro").found(keyword) == nil)
    #expect(ListingText(title: "x", tags: ["go", "pro"]).found(keyword) == nil)
    #expect(ListingText(title: "x", description: "y", tags: ["z go pro"]).found(keyword) == "go pro")
  }

  @Test func saysTheWordsThatItFound() throws {
    let text = ListingText(title: "GoPro for Gamers", description: "two cameras")
    #expect(text.found(try RuleKeyword(parsing: "go-pro")) == "gopro")
    #expect(text.found(try RuleKeyword(parsing: "game*")) == "gamers")
    #expect(text.found(try RuleKeyword(parsing: "stem:camera")) == "cameras")
  }

  @Test(arguments: ["!!", "-", "🚲", "\"...\"", "stem:?", "*"])
  func aKeywordOfOnlyPunctuationIsRefused(text: String) {
    #expect(throws: InvalidInput.self) { try RuleKeyword(parsing: text) }
  }

  @Test(arguments: ["go pro*", "stem:go-pro"])
  func aPrefixAndAStemAreOneWord(text: String) {
    #expect(throws: InvalidInput.self) { try RuleKeyword(parsing: text) }
  }
}
