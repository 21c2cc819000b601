import Testing

@testable import Core

/// Why a rule finds a listing and why not, criterion by criterion.
@Suite struct RuleVerdictTests {
  private static let pc = PackedListing(
    text: ListingText(title: "Gaming PC", tags: ["tower"]), price: Money(cents: 25_000), category: "electronics",
    condition: .good, position: .georgeTown, dealScore: 0.82)

  private static func reason(_ terms: RuleTerms, _ listing: PackedListing = pc) -> String? {
    RuleVerdict(of: terms, for: listing).obstacle?.reason
  }

  @Test func saysEverythingThatIsMet() throws {
    let terms = try RuleLine.parse(
      "gaming pc* -mac in:electronics price:200..250 within:1km of 19.2866,-81.3744 condition>=fair score>=0.82",
      places: .none
    ).terms
    let verdict = RuleVerdict(of: terms, for: Self.pc)
    #expect(verdict.isMatch)
    #expect(verdict.matchedWords == ["gaming", "pc"])
    #expect(
      verdict.findings.map(\.reason) == [
        "has gaming and pc", "has no mac", "is in electronics", "is good", "costs $250.00",
        "is 0 km from the place asked for, within 1", "has a deal score of 0.82, at least 0.82",
      ])
  }

  @Test(arguments: [
    ("mac ibook", "has no mac or ibook in its title, description or tags"),
    ("gaming -tower", "has tower, which is left out"),
    ("in:bikes,phones", "is in electronics, not in bikes or phones"),
    ("condition:new", "is good; new is asked for"),
    ("condition>=like_new", "is good; like new or better is asked for"),
    ("price:251..", "costs $250.00; at least $251.00 is asked for"),
    ("price:..249.99", "costs $250.00; at most $249.99 is asked for"),
    ("price:200..300EUR", "costs $250.00; prices in EUR are asked for"),
    ("score>=0.83", "has a deal score of 0.82, under 0.83"),
  ])
  func saysWhatIsNotMet(line: String, reason: String) throws {
    #expect(Self.reason(try RuleLine.parse(line, places: .none).terms) == reason)
  }

  @Test(arguments: [
    ("in:bikes", "has no category; bikes is asked for"),
    ("condition>=fair", "does not say its condition; fair or better is asked for"),
    ("price:..5", "has no price; at most $5.00 is asked for"),
    ("within:5mi of 0,0", "has no position; within 5 mi of 0.0, 0.0 is asked for"),
    ("score>=0", "has no deal score, as fewer than 5 others compare; at least 0.0 is asked for"),
  ])
  func whatIsNotKnownNeverMeets(line: String, reason: String) throws {
    let bare = PackedListing(text: ListingText(title: "x"))
    #expect(Self.reason(try RuleLine.parse(line, places: .none).terms, bare) == reason)
  }

  // One degree of latitude is pi x 6,371,008.8 / 180 = 111,195.08 m.
  @Test func exactlyAtTheRadiusIsWithin() throws {
    let north = try #require(Coordinate(latitude: 1, longitude: 0))
    let away = Haversine.distance(.origin, north)
    #expect(abs(away.value - 111_195.08) < 0.01)
    let at = RuleArea(center: .origin, radius: away.value / 1000, unit: .kilometres)
    #expect(at.holds(north) == (at.reach.value >= away.value))
    let listing = PackedListing(text: ListingText(title: ""), position: north)
    let within = RuleArea(center: .origin, radius: 111.1951, unit: .kilometres)
    let beyond = RuleArea(center: .origin, radius: 111.195, unit: .kilometres)
    #expect(RuleTerms(area: within).isMet(by: listing))
    #expect(!RuleTerms(area: beyond).isMet(by: listing))
    #expect(Self.reason(RuleTerms(area: beyond), listing)?.contains("farther than 111.195") == true)
  }

  @Test func aConditionIsExactAndALeastConditionIsNot() {
    #expect(ListingCondition.allCases.filter(RuleTerms(condition: .good).allows) == [.good])
    #expect(
      ListingCondition.allCases.filter(RuleTerms(minCondition: .good).allows) == [.new, .likeNew, .excellent, .good])
  }
}
