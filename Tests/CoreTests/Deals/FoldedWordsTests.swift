import Testing

@testable import Core

/// Words as row D.10 has them: NFKC, full case folding, accents stripped, then runs of letters and digits.
@Suite struct FoldedWordsTests {
  @Test(arguments: [
    ("Gaming PC, 32GB", ["gaming", "pc", "32gb"]),
    ("pcs-only", ["pcs", "only"]),
    ("Café crème", ["cafe", "creme"]),
    // The same accents, written apart from their letters.
    ("Cafe\u{301}", ["cafe"]),
    ("STRASSE straße", ["strasse", "strasse"]),
    // A ligature, a full-width word, a squared unit and a superscript are the letters they stand for.
    ("ﬁne ＰＣ 5㎞ m²", ["fine", "pc", "5km", "m2"]),
    ("½ price", ["1", "2", "price"]),
    ("Σίσυφος", ["σισυφοσ"]),
    ("Ёлка", ["елка"]),
    ("شاحن آيفون", ["شاحن", "ايفون"]),
    // Signs that only format do not end a word: a soft hyphen, a zero-width non-joiner.
    ("lap\u{AD}top می\u{200C}خواهم", ["laptop", "میخواهم"]),
    ("🚲 bike🚲lock", ["bike", "lock"]),
    ("line\nbreak\ttab", ["line", "break", "tab"]),
    ("日本語 テレビ", ["日本語", "テレヒ"]),
    ("", []), ("—…!¿", []),
  ])
  func areRunsOfFoldedLettersAndDigits(text: String, words: [String]) {
    #expect(FoldedWords.words(of: text) == words)
  }

  // Python: unicodedata.normalize("NFKD", s.casefold()) without marks, on letters that fold in more than one step.
  @Test(arguments: [("ǅungla", "dzungla"), ("ŉau", "ʼnau"), ("İzmir", "izmir"), ("ẞ", "ss")])
  func foldThroughSeveralSteps(text: String, word: String) {
    #expect(FoldedWords.words(of: text) == [word])
  }

  @Test func aTitleOfTwoMegabytesIsRead() {
    let text = String(repeating: "é1 ", count: 500_000)
    #expect(FoldedWords.words(of: text).count == 500_000)
  }

  // From the sample vocabulary that Snowball publishes for its English stemmer.
  @Test(arguments: [
    ("gaming", "game"), ("games", "game"), ("consigned", "consign"), ("knightly", "knight"), ("cameras", "camera"),
    ("dying", "die"), ("bikes", "bike"), ("pc", "pc"), ("", ""), ("日本語", "日本語"),
  ])
  func haveEnglishStems(word: String, stem: String) {
    #expect(EnglishStem.of(word) == stem)
  }
}
