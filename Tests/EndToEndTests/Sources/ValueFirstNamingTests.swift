import Testing

/// Words in the code say opportunity, accept and value (row O.66).
@Suite struct ValueFirstNamingTests {
  @Test(arguments: ["Sources/Core/Opportunities", "Sources/Core/Discovery"])
  func noIdentifierSpeaksOfAdvertising(folder: String) throws {
    let forbidden: Set = [
      "ad", "ads", "advert", "advertisement", "click", "clicks", "bid", "bids", "message", "messages",
    ]
    for file in try SourceFiles.swift(under: folder) {
      let found = file.identifierWords.intersection(forbidden)
      #expect(found.isEmpty, "\(file.name) says \(found)")
    }
  }

  @Test func identifiersAreSplitIntoWords() {
    let file = SourceFiles(name: "", text: "let adClick = bidOf(x) // message\nlet text = \"click\"")
    #expect(file.identifierWords.isSuperset(of: ["ad", "click", "bid", "of", "x"]))
    #expect(!file.identifierWords.contains("message"))
  }
}
