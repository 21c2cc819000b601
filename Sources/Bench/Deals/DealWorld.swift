import Core
import Glibc

/// A country of second-hand things and of people who wait for some: sixty towns, twenty categories, four thousand words
/// of which a few are everywhere (frequencies fall as one over the rank, G. K. Zipf 1935).
struct DealWorld {
  private static let center = (latitude: 39.0, longitude: -95.0)
  private static let towns = 60
  private static let categories = (0..<20).map { "category \($0)" }
  private static let vocabulary = 4000
  /// Words that nobody looks for, as the and with.
  private static let tooCommon = 20

  private let words: [String]
  private let places: [Coordinate]
  private var random: SeededGenerator

  init(seed: UInt64) {
    var random = SeededGenerator(seed: seed)
    words = (0..<Self.vocabulary).map { Self.word($0) }
    places = (0..<Self.towns).compactMap { _ in
      Coordinate(
        latitude: Self.center.latitude + .random(in: -8...8, using: &random),
        longitude: Self.center.longitude + .random(in: -25...25, using: &random))
    }
    self.random = random
  }

  /// Syllables that spell a number.
  private static func word(_ number: Int) -> String {
    let syllables = ["ba", "ce", "di", "fo", "gu", "ha", "le", "mi", "no", "pu"]
    return String(number).compactMap(\.wholeNumberValue).map { syllables[$0] }.joined()
  }

  private mutating func chance(_ share: Double) -> Bool { random.unit() < share }

  /// A word by its frequency, none of the most common ones.
  private mutating func word(from rank: Int = 0) -> String {
    let ratio = Double(Self.vocabulary) / Double(rank + 1)
    return words[min(Int(Double(rank + 1) * pow(ratio, random.unit())) - 1, Self.vocabulary - 1)]
  }

  private mutating func position(within degrees: Double) -> Coordinate {
    let town = places[Int.random(in: 0..<places.count, using: &random)]
    return Coordinate(
      latitude: town.latitude + .random(in: -degrees...degrees, using: &random),
      longitude: town.longitude + .random(in: -degrees...degrees, using: &random)) ?? town
  }

  /// Another listing: six words of title, thirty of description.
  mutating func listing(_ id: Int64) -> Listing {
    let title = (0..<6).map { _ in word() }.joined(separator: " ")
    let description = (0..<30).map { _ in word() }.joined(separator: " ")
    let seen = Moment.now - .minutes(.random(in: 0..<60 * 24 * 60, using: &random))
    return Listing(
      id: .init(id), source: "bench", externalID: "\(id)", title: title, description: description, tags: [word()],
      price: chance(0.05) ? nil : Money(cents: price()),
      category: Self.categories[Int.random(in: 0..<20, using: &random)],
      condition: ListingCondition.allCases[Int.random(in: 0..<6, using: &random)], position: position(within: 0.4),
      firstSeenAt: seen, seenAt: seen, dealScore: chance(0.2) ? nil : random.unit())
  }

  /// From 5.00 to 5,000.00, small ones as often as large ones.
  private mutating func price() -> Int64 {
    Int64(500.0 * Double(1 << Int.random(in: 0..<10, using: &random)) * (1 + random.unit()))
  }

  /// What another person waits for: none to four keywords, and in seven of ten rules a circle of 5 to 100 miles.
  /// Who looks for no word looks within a category.
  mutating func terms() throws -> RuleTerms {
    var terms = RuleTerms()
    for _ in 0..<Int.random(in: 0...4, using: &random) { terms.keywords.append(try keyword()) }
    if chance(0.3) { terms.excludes = [try keyword()] }
    if chance(0.5) {
      terms.categories = (0..<Int.random(in: 1...2, using: &random)).map { _ in
        Self.categories[Int.random(in: 0..<20, using: &random)]
      }
    }
    if chance(0.3) { terms.minCondition = ListingCondition.allCases[Int.random(in: 1..<5, using: &random)] }
    if chance(0.6) {
      let least = price()
      if chance(0.5) { terms.minPriceCents = least }
      terms.maxPriceCents = least * Int64.random(in: 2...5, using: &random)
    }
    if chance(0.7) {
      terms.area = RuleArea(center: position(within: 0.4), radius: .random(in: 5...100, using: &random), unit: .miles)
    }
    if chance(0.1) { terms.minDealScore = 0.5 + random.unit() / 2 }
    if terms.keywords.isEmpty, terms.categories.isEmpty {
      terms.categories = [Self.categories[Int.random(in: 0..<20, using: &random)]]
    }
    return terms
  }

  private mutating func keyword() throws -> RuleKeyword {
    let word = word(from: Self.tooCommon)
    switch Int.random(in: 0..<20, using: &random) {
    case 0: return try RuleKeyword(.words, word + " " + self.word(from: Self.tooCommon))
    case 1: return try RuleKeyword(.prefix, word)
    case 2: return try RuleKeyword(.stem, word)
    default: return try RuleKeyword(.words, word)
    }
  }
}
