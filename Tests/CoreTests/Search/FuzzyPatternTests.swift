import Testing

@testable import Core

@Suite struct FuzzyPatternTests {
  private func find(_ typed: String, _ text: String) -> FuzzyMatch? {
    FuzzyPattern(typed).match(FoldedText(text))
  }

  private func score(_ typed: String, _ text: String) -> Int { find(typed, text)?.score ?? .min }

  /// Worked out by hand from the table in ``FuzzyScore``.
  @Test(arguments: [
    ("e", "Extend", 28, [0]),  // 16 + 12
    ("ex", "Extend", 51, [0, 1]),  // 28 + 16 + 7
    ("en", "Extend", 39, [3, 4]),  // the later e and its neighbour: 16 + 16 + 7; the first would give 28 + 16 - 4 - 2
    ("ep", "Extend parking", 28 + 16 + 9 - 4 - 5, [0, 7]),  // six left out between
    ("sp", "saltSpray", 16 + 7 + 16 + 7, [4, 5]),  // the hump beats the start: 28 + 16 - 4 - 3
    ("4", "lot4", 23, [3]),
  ])
  func scoresAddUp(typed: String, text: String, score: Int, positions: [Int]) {
    #expect(find(typed, text) == FuzzyMatch(score: score, positions: positions))
  }

  @Test func whatIsNotThereInItsOrderDoesNotMatch() {
    #expect(find("gnikrap", "Extend parking") == nil)
    #expect(find("z", "Extend parking") == nil)
    #expect(find("parkingg", "Extend parking") == nil)
    #expect(find("a", "") == nil)
  }

  @Test func nothingTypedFitsEverything() {
    #expect(find("", "Extend") == FuzzyMatch(score: 0, positions: []))
    #expect(find("  ", "") == FuzzyMatch(score: 0, positions: []))
  }

  @Test func caseAndAccentsDoNotMatter() {
    #expect(find("CAFE", "Café Noir")?.positions == [0, 1, 2, 3])
    #expect(find("café", "cafe")?.positions == [0, 1, 2, 3])
    #expect(find("strasse", "Straße")?.positions == [0, 1, 2, 3, 4, 5])
    #expect(find("ΣΊΣΥΦΟΣ", "σίσυφος") != nil)
    #expect(find("林", "林さん")?.positions == [0])
  }

  @Test func wordsMayStandInAnotherOrderForLess() {
    #expect(find("parking extend", "Extend parking")?.positions.count == 13)
    #expect(score("parking extend", "Extend parking") < score("extend parking", "Extend parking"))
    #expect(find("parking zoom", "Extend parking") == nil)
  }

  /// Each pair: the text a person would expect first, then the other.
  @Test(arguments: [
    ("fs", "Filter sessions", "Offset"), ("held", "Held back", "the old"), ("zoom", "Zoom", "Zone of rooms"),
    ("dis", "Dismiss the offer", "Redraw it again, as is"), ("go", "Go to anything", "Forget or go"),
  ])
  func theBetterFitComesFirst(typed: String, better: String, worse: String) {
    #expect(score(typed, better) > score(typed, worse))
  }

  @Test func sentencesMatchByWholeBeginningsOfWords() {
    let sentence = FoldedText("Gives the mouse back to the terminal, so that text can be selected.")
    #expect(FuzzyPattern("mouse").matchesWordStarts(of: sentence))
    #expect(FuzzyPattern("term sel").matchesWordStarts(of: sentence))
    #expect(!FuzzyPattern("ouse").matchesWordStarts(of: sentence))
    #expect(!FuzzyPattern("mouse trap").matchesWordStarts(of: sentence))
  }

  // MARK: Properties

  private static let signs = Array("abcABC123 -.éÅ林")

  private func text(_ random: inout SeededGenerator, atMost: Int) -> [Character] {
    (0..<Int.random(in: 1...atMost, using: &random)).map { _ in
      Self.signs[Int.random(in: 0..<Self.signs.count, using: &random)]
    }
  }

  @Test(arguments: 0..<8 as Range<UInt64>)
  func whatIsASubsequenceAlwaysMatchesAndItsMarksSpellIt(seed: UInt64) throws {
    var random = SeededGenerator(seed: seed)
    for _ in 0..<500 {
      let text = text(&random, atMost: 40)
      let typed = text.filter { _ in Bool.random(using: &random) }
      let match = try #require(find(String(typed), String(text)), "\(String(typed)) in \(String(text))")
      #expect(zip(match.positions, match.positions.dropFirst()).allSatisfy { $0 < $1 })
      let spelled = match.positions.flatMap { FoldedText.folded(text[$0]) }
      #expect(spelled == typed.filter { $0 != " " }.flatMap(FoldedText.folded))
    }
  }

  /// Against the definition: the best over every way to place the signs.
  @Test(arguments: 0..<4 as Range<UInt64>)
  func theScoreIsTheBestOfAllWays(seed: UInt64) {
    var random = SeededGenerator(seed: seed + 100)
    for _ in 0..<200 {
      let text = FoldedText(String(text(&random, atMost: 12)))
      let typed = String(self.text(&random, atMost: 3).filter { $0 != " " })
      guard !typed.isEmpty else { continue }
      let best = bestByTrying(typed.flatMap(FoldedText.folded), text)
      #expect(FuzzyPattern(typed).match(text)?.score == best, "\(typed) in \(text)")
    }
  }

  private func bestByTrying(_ signs: [UInt32], _ text: FoldedText) -> Int? {
    func best(_ sign: Int, after last: Int?) -> Int? {
      guard sign < signs.count else { return 0 }
      var found: Int?
      for place in (last.map { $0 + 1 } ?? 0)..<max(text.scalars.count, last.map { $0 + 1 } ?? 0)
      where text.scalars[place] == signs[sign] {
        guard let rest = best(sign + 1, after: place) else { continue }
        var worth = FuzzyScore.sign + text.bonuses[place]
        if let last {
          let left = place - last - 1
          worth += left == 0 ? FuzzyScore.inARow : FuzzyScore.gap + (left - 1) * FuzzyScore.longerGap
        }
        found = max(found ?? .min, worth + rest)
      }
      return found
    }
    return best(0, after: nil)
  }
}
