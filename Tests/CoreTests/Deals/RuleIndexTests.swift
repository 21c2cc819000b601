import Testing

@testable import Core

/// The index must find exactly the rules that brute force finds, wherever on the globe and however rules come and go.
@Suite struct RuleIndexTests {
  /// A patch of the globe in which rules and listings lie.
  enum Patch: CaseIterable, Sendable {
    case town, country, antimeridian, northPole, southPole, globe

    func world(seed: UInt64) -> RandomRules {
      let center: (Double, Double, Double) =
        switch self {
        case .town: (19.29, -81.37, 0.02)
        case .country: (40, -100, 12)
        case .antimeridian: (-16.5, 179.98, 0.5)
        case .northPole: (89.9, 0, 0.3)
        case .southPole: (-89.95, 20, 0.3)
        case .globe: (0, 0, 180)
        }
      return RandomRules(
        seed: seed, center: Coordinate(latitude: center.0, longitude: center.1) ?? .origin, spread: center.2)
    }
  }

  @Test(arguments: Patch.allCases, [false, true])
  func findsWhatBruteForceFinds(patch: Patch, knowsSample: Bool) throws {
    var found = 0
    for seed in 0..<100 {
      var world = patch.world(seed: UInt64(seed))
      let listings = (0..<30).map { PackedListing(world.listing($0)) }
      var rules: [(id: AlertRule.ID, terms: RuleTerms)] = []
      for id in 0..<40 { rules.append((.init(Int64(id)), try world.anyTerms())) }
      var index = RuleIndex(sample: knowsSample ? listings : [])
      for rule in rules { index.insert(rule.id, rule.terms) }
      for listing in listings {
        let expected = rules.filter { $0.terms.isMet(by: listing) }.map(\.id)
        #expect(index.matches(listing) == expected, "\(patch), world \(seed)")
        found += expected.count
      }
    }
    // Of 120,000 pairs, enough match and enough do not.
    #expect((2000..<60_000).contains(found), "\(found)")
  }

  @Test func rulesComeAndGoAndChange() throws {
    var world = Patch.town.world(seed: 7)
    let listings = (0..<40).map { PackedListing(world.listing($0)) }
    var index = RuleIndex(sample: listings)
    var rules: [AlertRule.ID: RuleTerms] = [:]
    var random = SeededGenerator(seed: 8)
    for step in 0..<3000 {
      let id = AlertRule.ID(.random(in: 0..<60, using: &random))
      if Int.random(in: 0..<3, using: &random) == 0 {
        index.remove(id)
        rules[id] = nil
      } else {
        let terms = try world.anyTerms()
        index.insert(id, terms)
        rules[id] = terms
      }
      guard step % 10 == 0 else { continue }
      let listing = listings[step / 10 % listings.count]
      let expected = rules.filter { $0.value.isMet(by: listing) }.keys.sorted()
      #expect(index.matches(listing) == expected, "step \(step)")
      #expect(index.count == rules.count)
    }
    for id in rules.keys { index.remove(id) }
    #expect(index.count == 0)
    #expect(listings.allSatisfy { index.matches($0).isEmpty })
  }

  @Test func aRuleIsReachedByAnyOfItsKeywordsAndFoundOnce() throws {
    var index = RuleIndex()
    let terms = RuleTerms(
      keywords: try ["gaming", "go-pro", "cam*", "stem:bike"].map { text in try RuleKeyword(parsing: text) })
    index.insert(.init(1), terms)
    for title in ["gaming", "Go-Pro", "gopro", "camera", "bikes", "gaming go pro cameras bike"] {
      #expect(index.matches(PackedListing(text: ListingText(title: title))) == [.init(1)], "\(title)")
    }
    #expect(index.matches(PackedListing(text: ListingText(title: "go and pro"))).isEmpty)
  }

  @Test func aListingOfTwoMegabytesIsMatched() throws {
    var index = RuleIndex()
    index.insert(.init(1), RuleTerms(keywords: [try RuleKeyword(parsing: "needle")]))
    index.insert(.init(2), RuleTerms(keywords: [try RuleKeyword(parsing: "haystack")]))
    let text = String(repeating: "straw hay grass ", count: 130_000) + "needle"
    let listing = PackedListing(text: ListingText(title: "x", description: text))
    #expect(index.matches(listing) == [.init(1)])
  }

  @Test func exactlyAtTheRadiusAgreesWithTheHaversine() throws {
    var random = SeededGenerator(seed: 9)
    for _ in 0..<3000 {
      var world = Patch.allCases.randomElement(using: &random)?.world(seed: random.next()) ?? RandomRules(seed: 1)
      let (center, position) = (world.position(), world.position())
      let away = Haversine.distance(center, position).value
      // The distance itself, and its neighbours among the numbers there are.
      for radius in [away, away.nextUp, away.nextDown] where radius > 0 {
        let area = RuleArea(center: center, radius: radius / 1000, unit: .kilometres)
        var index = RuleIndex()
        index.insert(.init(1), RuleTerms(area: area))
        let listing = PackedListing(text: ListingText(title: "x"), position: position)
        #expect(index.matches(listing).isEmpty != area.holds(position))
      }
    }
  }
}
