import Testing

@testable import Core

@Suite struct SearchAnswerTests {
  @Test(arguments: [
    ("2222-2222-222", SearchAnswer.CodeReading.unknown), ("2222 2222 222", .unknown), ("22222222222", .unknown),
    ("2222-2222-223", .mistyped), ("2222222222z", .mistyped), ("sunset", .none), ("", .none), ("restaurants", .none),
    ("222", .none), ("0000-0000-000", .none),
  ])
  func codesAreReadBeforeAnyLookUp(typed: String, reading: SearchAnswer.CodeReading) {
    #expect(SearchAnswer.reading(typed).reading == reading)
  }

  private func result(_ kind: SearchTarget.Kind, _ id: Int64, _ score: Int, title: String = "x") -> SearchResult {
    let target: SearchTarget =
      switch kind {
      case .claim: .claim(ID(id))
      case .session: .session(ID(id))
      case .person: .person(ID(id))
      case .offer: .offer(ID(id))
      case .partner: .partner(ID(id))
      case .experiment: .experiment(ID(id))
      case .campaign: .campaign(ID(id))
      case .rule: .rule(ID(id))
      case .watch: .watch(ID(id))
      case .listing: .listing(ID(id))
      }
    return SearchResult(target: target, title: title, detail: "", why: .name, score: score)
  }

  @Test func kindsStandTogetherTheOneWithTheBestFitFirst() {
    let ranked = SearchRanking.ranked([
      result(.person, 1, 10), result(.partner, 2, 50), result(.person, 3, 40), result(.partner, 4, 5),
    ])
    #expect(ranked.map(\.target.id) == [2, 4, 3, 1])
  }

  @Test func aCrowdOfOneKindDoesNotHideTheOthers() {
    let people = (1...400).map { result(.person, $0, 100) }
    let ranked = SearchRanking.ranked(people + [result(.partner, 9, 1)])
    #expect(ranked.count == 30)
    #expect(ranked.contains { $0.target == .partner(ID(9)) })
  }

  @Test func everyKindThatIsFoundHasAPlaceHoweverManyTheOthersAre() {
    let crowd = SearchTarget.Kind.allCases.flatMap { kind in (1...20).map { result(kind, $0, 100) } }
    let ranked = SearchRanking.ranked(crowd.filter { $0.target.kind != .partner } + [result(.partner, 9, 1)])
    #expect(ranked.count == 30)
    #expect(Set(ranked.map(\.target.kind)) == Set(SearchTarget.Kind.allCases))
  }

  @Test func theOrderOfEqualsIsThatOfTheirTitlesLengthsThenTheirNumbers() {
    let ranked = SearchRanking.ranked([
      result(.offer, 3, 7), result(.offer, 1, 7), result(.offer, 2, 7, title: "longer"),
    ])
    #expect(ranked.map(\.target.id) == [1, 3, 2])
    #expect(SearchRanking.ranked(ranked.reversed()) == ranked)
  }

  @Test func noMoreThanAskedFor() {
    #expect(
      SearchRanking.ranked([result(.offer, 1, 1), result(.person, 1, 2)], limit: 1).map(\.target.kind) == [.person])
    #expect(SearchRanking.ranked([result(.offer, 1, 1)], limit: 0).isEmpty)
  }
}

@Suite struct FuzzyListTests {
  private let list = FuzzyList([
    ("Zoom", "Lets the pane take the whole screen."), ("Pane on the left", "Gives the keyboard away."),
    ("Freeze", "Holds the pane still."), ("Panel", ""),
  ])

  @Test func titlesStandBeforeSentences() {
    #expect(list.found("pane").map(\.index) == [3, 1, 0, 2])
  }

  @Test func theOrderIsTotalAndTheSameEachTime() {
    for typed in ["", "e", "pa", "the"] {
      #expect(list.found(typed) == list.found(typed))
      #expect(Set(list.found(typed).map(\.index)).count == list.found(typed).count)
    }
    #expect(list.found(" ").map(\.index) == [0, 1, 2, 3])
  }
}
