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
      let expected = listings.map { listing in rules.filter { $0.terms.isMet(by: listing) }.map(\.id) }
      #expect(index.matches(of: listings) == expected, "\(patch), world \(seed)")
      let oneByOne = listings.map { index.matches($0) }
      #expect(oneByOne == expected, "\(patch), world \(seed), one by one")
      found += expected.reduce(0) { $0 + $1.count }
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
      let block = Array(listings.shuffled(using: &random).prefix(step / 10 % 7))
      let expected = block.map { listing in rules.filter { $0.value.isMet(by: listing) }.keys.sorted() }
      #expect(index.matches(of: block) == expected, "step \(step)")
      #expect(index.count == rules.count)
    }
    for id in rules.keys { index.remove(id) }
    #expect(index.count == 0)
    let left = index.matches(of: listings).flatMap { $0 }
    #expect(left.isEmpty)
    #expect(index.matches(of: []).isEmpty)
  }

  @Test func moreCategoriesAndCurrenciesThanAGateTells() throws {
    var random = SeededGenerator(seed: 12)
    let categories = (0..<60).map { "category \($0)" }
    let currencies = ["USD", "EUR", "KYD", "GBP", "JPY", "CHF"].compactMap { Currency($0) }
    for round in 0..<20 {
      var index = RuleIndex()
      var rules: [(id: AlertRule.ID, terms: RuleTerms)] = []
      for id in 0..<150 {
        var terms = RuleTerms(
          categories: (0...Int.random(in: 0...2, using: &random)).compactMap { _ in
            categories.prefix(50).randomElement(using: &random)
          })
        if Bool.random(using: &random) { terms.keywords = [try RuleKeyword(parsing: "pc")] }
        if Bool.random(using: &random) {
          terms.maxPriceCents = 500
          terms.currency = currencies.prefix(5).randomElement(using: &random)
        }
        rules.append((.init(Int64(id)), terms))
        index.insert(.init(Int64(id)), terms)
      }
      let listings = categories.map { category in
        PackedListing(
          text: ListingText(title: Bool.random(using: &random) ? "a pc" : "a bike"),
          price: Money(
            cents: Int64.random(in: 400...600, using: &random), currencies.randomElement(using: &random) ?? .usd),
          category: category)
      }
      let expected = listings.map { listing in rules.filter { $0.terms.isMet(by: listing) }.map(\.id) }
      #expect(index.matches(of: listings) == expected, "round \(round)")
    }
  }

  @Test func moreWordsThanAPostingTells() throws {
    // Rules of fifty words each, 70,000 words in all, so that the last ones have no bit; every second rule has a category,
    // rarer than its words, and is reached by it. Each word is a number, which tells what is expected.
    let words = try (0..<70_000).map { try RuleKeyword(parsing: "\($0)") }
    var random = SeededGenerator(seed: 13)
    var index = RuleIndex(sample: (0..<9).map { PackedListing(text: ListingText(title: "\($0)"), category: "b") })
    var rules: [(wanted: Set<Int>, unwanted: Set<Int>, category: String?)] = []
    for id in 0..<1400 {
      let first = id * 50
      let unwanted = (0..<Int.random(in: 0...6, using: &random)).map { _ in Int.random(in: 0..<70_000, using: &random) }
      let wanted = id % 2 == 0 ? Set(first..<first + 50) : Set(first..<first + id % 9).union([7])
      rules.append((wanted, Set(unwanted).subtracting(wanted), id % 2 == 0 ? nil : "a"))
      index.insert(
        .init(Int64(id)),
        RuleTerms(
          keywords: wanted.map { words[$0] }, excludes: rules[id].unwanted.map { words[$0] },
          categories: id % 2 == 0 ? [] : ["a"]))
    }
    var found = 0
    for place in 0..<200 {
      var title = Set((0..<60).map { _ in Int.random(in: 0..<70_000, using: &random) })
      if place % 3 == 0 { title.insert(7) }
      let listing = PackedListing(
        text: ListingText(title: title.map { "\($0)" }.joined(separator: " ")), category: place % 2 == 0 ? "a" : nil)
      let expected = rules.indices.filter { id in
        let rule = rules[id]
        return !rule.wanted.isDisjoint(with: title) && rule.unwanted.isDisjoint(with: title)
          && (rule.category == nil || rule.category == listing.category)
      }
      #expect(index.matches(listing).map { Int($0.value) } == expected, "listing \(place)")
      found += expected.count
    }
    #expect(found > 10_000)
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
