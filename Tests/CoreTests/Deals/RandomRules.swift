@testable import Core

/// Rules and listings of a small random world, dense enough that many match.
struct RandomRules {
  private var random: SeededGenerator
  private let places: KnownPlaces
  /// Where the world's things lie, and how far from there, in degrees.
  private let center: Coordinate
  private let spread: Double

  static let words = [
    "gaming", "gamer", "game", "pc", "mac", "go", "pro", "gopro", "camera", "cameras", "bike", "bikes", "road",
    "roadbike", "café", "straße", "شاحن", "日本", "5", "32gb", "x",
  ]
  private static let keywords =
    words + [
      "game*", "ca*", "stem:camera", "stem:games", "go-pro", "\"road bike\"", "\"urgent\"", "\"a b c\"", "\"go pro 5\"",
      "b*", "p*", "\"x x\"", "16:9", "\"-5\"", "\"say \\\"x\\\"\"", "CAFÉ",
    ]
  private static let categories = ["electronics", "bikes", "home & garden", "phones"]
  private static let currencies = ["USD", "EUR", "KYD"].compactMap { Currency($0) }

  init(seed: UInt64, places: KnownPlaces = .none, center: Coordinate = .georgeTown, spread: Double = 0.5) {
    random = SeededGenerator(seed: seed)
    self.places = places
    self.center = center
    self.spread = spread
  }

  private mutating func chance(_ share: Double) -> Bool { random.unit() < share }

  private mutating func pick<Item>(_ items: [Item]) -> Item {
    items[Int.random(in: 0..<items.count, using: &random)]
  }

  mutating func position() -> Coordinate {
    let latitude = min(max(center.latitude + .random(in: -spread...spread, using: &random), -90), 90)
    var longitude = center.longitude + .random(in: -spread...spread, using: &random)
    if latitude.magnitude > 89 { longitude = .random(in: -180...180, using: &random) }
    if longitude > 180 { longitude -= 360 }
    if longitude < -180 { longitude += 360 }
    return Coordinate(latitude: latitude, longitude: longitude) ?? center
  }

  private mutating func keywords(upTo most: Int) throws -> [RuleKeyword] {
    var keywords: [RuleKeyword] = []
    for _ in 0..<Int.random(in: 0...most, using: &random) {
      keywords.append(try RuleKeyword(parsing: pick(Self.keywords)))
    }
    return keywords
  }

  /// Terms of which some may ask for nothing, or for what cannot be.
  mutating func anyTerms() throws -> RuleTerms {
    var terms = RuleTerms()
    if chance(0.7) { terms.keywords = try keywords(upTo: 4) }
    if chance(0.4) { terms.excludes = try keywords(upTo: 2) }
    if chance(0.4) {
      terms.categories = Bool.random(using: &random) ? [pick(Self.categories)] : Self.categories.suffix(2)
    }
    if chance(0.2) {
      terms.condition = pick(ListingCondition.allCases)
    } else if chance(0.3) {
      terms.minCondition = pick(ListingCondition.allCases)
    }
    if chance(0.3) { terms.minPriceCents = .random(in: 0...100, using: &random) * 50 }
    if chance(0.4) { terms.maxPriceCents = (terms.minPriceCents ?? 0) + .random(in: 0...200, using: &random) * 25 }
    if terms.hasPrice, chance(0.5) { terms.currency = pick(Self.currencies) }
    if chance(0.5) { terms.area = area() }
    if chance(0.2) { terms.minDealScore = Double(Int.random(in: 0...10, using: &random)) / 10 }
    return terms
  }

  private mutating func area() -> RuleArea {
    let unit = pick(RuleArea.Unit.allCases)
    let most = spread * 111 / (unit.metres / 1000)
    let radius = chance(0.05) ? 12_000 : chance(0.1) ? 0.001 : Double.random(in: 0.01...most, using: &random)
    if let place = places.places.randomElement(using: &random), chance(0.5) {
      return RuleArea(center: place.position, radius: radius, unit: unit, place: place.name)
    }
    return RuleArea(center: position(), radius: radius, unit: unit)
  }

  /// A rule that breaks none.
  mutating func draft() throws -> RuleDraft {
    while true {
      var draft = RuleDraft(terms: try anyTerms())
      if chance(0.3) { draft.name = pick(["Bikes", "a \"quoted\" \\ one", "naïve 🚲", "-x:"]) }
      if chance(0.3) { draft.channels = pick([[.terminal], [.email, .push], [.sms, .webhook]]) }
      if chance(0.3) { draft.frequency = pick(Preferences.AlertFrequency.allCases) }
      draft.isUrgent = chance(0.2)
      draft.isEnabled = !chance(0.2)
      if (try? draft.check()) != nil { return draft }
    }
  }

  mutating func listing(_ id: Int64) -> Listing {
    let text = { (random: inout SeededGenerator, most: Int) in
      (0..<Int.random(in: 0...most, using: &random)).map { _ in Self.words.randomElement(using: &random) ?? "" }
    }
    let glue = pick([" ", "-", ", "])
    return Listing(
      id: .init(id), source: "test", externalID: "\(id)", title: text(&random, 6).joined(separator: glue),
      description: chance(0.5) ? "" : text(&random, 12).joined(separator: pick([" ", "\n"])),
      tags: chance(0.6) ? [] : text(&random, 3),
      price: chance(0.15) ? nil : Money(cents: .random(in: 0...200, using: &random) * 50, pick(Self.currencies)),
      category: chance(0.15) ? nil : pick(Self.categories + ["other"]),
      condition: chance(0.15) ? nil : pick(ListingCondition.allCases),
      position: chance(0.15) ? nil : position(),
      firstSeenAt: Timestamp(milliseconds: 1_790_000_000_000 - .random(in: 0...60 * 86_400_000, using: &random)),
      seenAt: Timestamp(milliseconds: 1_790_000_000_000),
      dealScore: chance(0.3) ? nil : Double(Int.random(in: 0...20, using: &random)) / 20)
  }
}
