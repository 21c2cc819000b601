import Testing

@testable import Core

/// The rule line of contract.md: read, refused at the right column, and printed back.
@Suite struct RuleLineTests {
  private static let places = KnownPlaces([
    .init("George Town", .georgeTown), .init("Bodden Town", .origin), .init("Zoë's \"Corner\"", .origin),
  ])

  @Test func readsTheExampleOfTheIssue() throws {
    let line =
      "gaming pc -mac in:electronics price:200..800 score>=0.7 within:10mi of \"George Town\" condition>=good "
      + "via:email,push"
    let draft = try RuleLine.parse(line, places: Self.places)
    #expect(draft.terms.keywords.map(\.words) == [["gaming"], ["pc"]])
    #expect(draft.terms.excludes.map(\.words) == [["mac"]])
    #expect(draft.terms.categories == ["electronics"])
    #expect(draft.terms.minPriceCents == 20_000)
    #expect(draft.terms.maxPriceCents == 80_000)
    #expect(draft.terms.minDealScore == 0.7)
    #expect(draft.terms.area == RuleArea(center: .georgeTown, radius: 10, unit: .miles, place: "George Town"))
    #expect(draft.terms.area?.reach == Metres(16_093.44))
    #expect(draft.terms.minCondition == .good)
    #expect(draft.channels == [.email, .push])
    #expect(RuleLine.print(draft) == line)
    #expect(
      RuleWords.meaning(draft.terms)
        == "any of gaming, pc; not mac; in electronics; good or better; $200.00 to $800.00; "
        + "within 10 mi of George Town; a deal score of at least 0.7")
  }

  @Test func readsWhatElseThereIs() throws {
    let line =
      #"game* stem:camera "urgent" -"two words" in:"home & garden",bikes price:..99.50EUR within:2.5km of 19.3,-81.38 "#
      + #"condition:like_new every:daily urgent paused name:"a \"b\" \\ c""#
    let draft = try RuleLine.parse(line, places: .none)
    #expect(draft.terms.keywords.map(\.kind) == [.prefix, .stem, .words])
    #expect(draft.terms.categories == ["home & garden", "bikes"])
    #expect(draft.terms.minPriceCents == nil)
    #expect(draft.terms.maxPriceCents == 9950)
    #expect(draft.terms.currency == Currency("EUR"))
    #expect(draft.terms.area?.center == Coordinate(latitude: 19.3, longitude: -81.38))
    #expect(draft.terms.condition == .likeNew)
    #expect(draft.frequency == .daily)
    #expect(draft.isUrgent)
    #expect(!draft.isEnabled)
    #expect(draft.name == #"a "b" \ c"#)
    #expect(RuleLine.print(draft) == line)
  }

  @Test(arguments: [
    ("gaming !!", 8, "no letter and no digit"),
    ("gaming prise:200..800", 8, "did you mean 'price:'?"),
    ("pc price:200", 13, "'..'"),
    ("pc price:..", 12, "an amount"),
    ("pc price:1.299,00..2000", 10, "an amount such as 42.50"),
    ("pc price:800..200", 4, "more than max_price"),
    ("pc price:1..2EURO", 14, "a currency"),
    ("pc price:1..2 price:3..4", 15, "only once"),
    ("pc score>=1.5", 4, "between 0 and 1"),
    ("pc score>=", 11, "a number"),
    ("pc score>0.5", 4, "did you mean 'score>='?"),
    ("pc condition:mint", 14, "new, like_new, excellent, good, fair or parts"),
    ("pc condition:good condition>=fair", 19, "cannot stand beside condition"),
    ("pc within:10 of \"George Town\"", 13, "mi or km"),
    ("pc within:10mi", 15, "'of' and a place"),
    ("pc within:10mi of \"Gorge Town\"", 19, "did you mean \"George Town\"?"),
    ("pc within:10mi of 95,0", 19, "a latitude within 90"),
    ("pc within:-1mi of 5,0", 4, "more than 0"),
    ("pc via:pigeon", 8, "terminal, email"),
    ("pc every:hour", 10, "immediate, daily or weekly"),
    ("pc \"road bike", 4, "a closing quote"),
    ("pc \"road bike\"x", 15, "a blank"),
    ("pc - mac", 5, "a word right after '-'"),
    ("pc -pc", 4, "wanted as well"),
    ("a*b", 3, "a blank"),
    ("", 1, "asks for nothing"),
    ("   ", 4, "asks for nothing"),
    ("-mac", 5, "only leaves things out"),
    ("name:\"x\" urgent", 16, "asks for nothing"),
  ])
  func pointsAtTheMistake(line: String, column: Int, expected: String) {
    let error = #expect(throws: RuleLineError.self) { try RuleLine.parse(line, places: Self.places) }
    #expect(error?.column == column)
    #expect(error?.expected.contains(expected) == true, "\(error?.expected ?? "")")
  }

  @Test func aCommaBetweenWordsIsForgiven() throws {
    let draft = try RuleLine.parse("gaming, pc", places: .none)
    #expect(draft.terms.keywords.map(\.written) == ["gaming", "pc"])
  }

  @Test func everyRuleIsReadBackAsItWasPrinted() throws {
    var world = RandomRules(seed: 61, places: Self.places)
    for _ in 0..<4000 {
      let draft = try world.draft()
      let line = RuleLine.print(draft)
      #expect(try RuleLine.parse(line, places: Self.places) == draft, "\(line)")
    }
  }

  @Test func noLineMakesTheParserFail() {
    var random = SeededGenerator(seed: 62)
    let pieces = [
      "\"", "\\", ":", "in:", "price:", "..", "5", "within:", "mi", " of ", ",", "-", "*", "stem:", " ", "é", "🚲",
      "score>=", "name:", "\n", "via:", "urgent", "1e999", "condition>=", "x",
    ]
    for _ in 0..<20_000 {
      let line = (0..<Int.random(in: 0..<9, using: &random)).map { _ in pieces.randomElement(using: &random) ?? "" }
        .joined()
      do throws(RuleLineError) {
        let draft = try RuleLine.parse(line, places: .none)
        let again = try RuleLine.parse(RuleLine.print(draft), places: .none)
        #expect(again == draft, "\(line)")
      } catch {
        #expect((1...line.count + 1).contains(error.column), "\(line): \(error)")
      }
    }
  }
}
