import Core

/// What is for sale around the demo town: some thousand listings in two sources over three months, whose prices move. All
/// from the seed.
struct DemoMarket {
  /// A listing as its source has it from an instant on.
  struct Event {
    let at: Timestamp
    let draft: ListingDraft
  }

  /// Listings, those that watches are about included.
  static let count = 5000
  /// How far back the market goes.
  static let days: Int64 = 95

  /// A kind of thing that is sold.
  private struct Model {
    let category: String
    let title: String
    let variants: [String]
    let low: Double
    let high: Double
    let tags: [String]
  }

  private let models: [Model]
  private let sellers: [String]
  private let now: Timestamp
  private var generator: SeededGenerator

  /// - Throws: as ``Town/init(midnight:)``.
  init(_ town: Town, seed: UInt64, now: Timestamp) throws {
    models = try TownFile("market.csv").rows.flatMap { row in
      let model = Model(
        category: try row.require("category"), title: try row.require("title"), variants: row.list("variants") ?? [],
        low: try row.number("low") ?? 0, high: try row.number("high") ?? 0, tags: row.list("tags") ?? [])
      // Every other thing that is sold has a plug.
      return Array(repeating: model, count: model.category == "electronics" ? 2 : 1)
    }
    sellers = town.peopleNames
    self.now = now
    generator = SeededGenerator(seed: seed &+ 0x6D61_726B_6574)
  }

  /// Everything that was posted and every price that changed, in the order of time.
  mutating func events() -> [Event] {
    var events = DemoWatches.all.flatMap { $0.events(now: now) }
    var number = 0
    while number < Self.count - DemoWatches.all.count {
      let draft = listing(number)
      events += life(of: draft)
      number += 1
      // The same item in the other source.
      if happens(6), draft.price != nil, number < Self.count - DemoWatches.all.count {
        events += life(of: twin(of: draft, number))
        number += 1
      }
    }
    return events.enumerated().sorted { ($0.element.at, $0.offset) < ($1.element.at, $1.offset) }.map(\.element)
  }

  /// The prices of a listing from its posting to now.
  private mutating func life(of draft: ListingDraft) -> [Event] {
    let posted = draft.postedAt ?? now
    var events = [Event(at: posted, draft: draft)]
    var (current, at) = (draft, posted)
    while let price = current.price, happens(38) {
      at = at + .minutes(Int64(2880 + whole(below: 30_000)))
      guard at < now else { break }
      if happens(4) {
        // It names no price for some days.
        var silent = current
        silent.price = nil
        events.append(Event(at: at, draft: silent))
        at = at + .minutes(Int64(4000 + whole(below: 6000)))
        guard at < now else { break }
      }
      let falls = happens(MarketPrice.fallsOfHundred)
      current.price = Money(
        cents: MarketPrice.next(after: price.cents, falls: falls, share: generator.unit()), price.currency)
      events.append(Event(at: at, draft: current))
    }
    return events
  }

  private mutating func listing(_ number: Int) -> ListingDraft {
    let model = models[whole(below: models.count)]
    let condition = condition()
    let (place, position) = place()
    let isReef = happens(35)
    let source = isReef ? "reef-list" : "island-market"
    let name = "\(isReef ? "rl" : "im")-\(10_000 + number)"
    var draft = ListingDraft(
      source: source, externalID: name, title: title(of: model), description: description(of: model), tags: model.tags,
      price: price(of: model, condition), category: model.category, condition: condition, place: place,
      position: happens(97) ? position : nil, seller: sellers[whole(below: sellers.count)],
      sellerRating: happens(80) ? Double(32 + whole(below: 19)) / 10 : nil,
      url: "https://\(source).example/\(name)", imageURL: happens(80) ? "https://\(source).example/\(name).jpg" : nil,
      postedAt: now - .minutes(Int64(whole(below: Int(Self.days) * 1440 - 60)) + 5))
    if happens(3) { draft.title = draft.title.uppercased() }
    return draft
  }

  private mutating func twin(of draft: ListingDraft, _ number: Int) -> ListingDraft {
    var twin = draft
    let isReef = draft.source != "reef-list"
    twin.source = isReef ? "reef-list" : "island-market"
    twin.externalID = "\(isReef ? "rl" : "im")-\(10_000 + number)"
    twin.url = "https://\(twin.source).example/\(twin.externalID)"
    if let price = draft.price {
      twin.price = Money(
        cents: MarketPrice.rounded(Double(price.cents) * (0.96 + 0.08 * generator.unit())), price.currency)
    }
    let posted = (draft.postedAt ?? now) + .minutes(Int64(30 + whole(below: 3000)))
    twin.postedAt = min(posted, now - .minutes(2))
    return twin
  }

  private mutating func title(of model: Model) -> String {
    var title = model.title
    if let variant = model.variants.isEmpty ? nil : model.variants[whole(below: model.variants.count)] {
      title += ", \(variant)"
    }
    switch whole(below: 100) {
    case 0..<4: return "🔥 \(title) 🔥"
    case 4..<6: return "\(title) – למכירה"
    case 6..<8: return "للبيع: \(title)"
    case 8..<10: return "¡\(title), como nuevo!"
    case 10..<14: return "\(title) (must go)"
    default: return title
    }
  }

  private mutating func description(of model: Model) -> String {
    let openings = [
      "Leaving the island, everything must go.", "Hardly used.", "Works as it should.", "Pick up only.",
      "Bought last year.",
      "One owner, smoke-free home.", "Small scratch on the back, see picture.", "Price is firm.",
    ]
    let closings = [
      "Cash or transfer.", "No trades.", "Message for more pictures.", "Can deliver in town.",
      "Box and papers included.",
    ]
    var text = openings[whole(below: openings.count)]
    if happens(60) { text += "\n" + closings[whole(below: closings.count)] }
    if model.category == "electronics", happens(5) { text += "\nScreen is cracked." }
    return text
  }

  private mutating func price(of model: Model, _ condition: ListingCondition?) -> Money? {
    guard happens(98) else { return nil }
    let share = generator.unit()
    let worth = (model.low + (model.high - model.low) * share * share) * Self.value(of: condition)
    return Money(cents: MarketPrice.rounded(worth * 100), happens(2) ? Currency("KYD") ?? .usd : .usd)
  }

  private static func value(of condition: ListingCondition?) -> Double {
    switch condition {
    case .new: 1.2
    case .likeNew: 1.05
    case .excellent: 0.95
    case .good, nil: 0.85
    case .fair: 0.65
    case .parts: 0.25
    }
  }

  private mutating func condition() -> ListingCondition? {
    switch whole(below: 100) {
    case 0..<8: .new
    case 8..<28: .likeNew
    case 28..<50: .excellent
    case 50..<80: .good
    case 80..<94: .fair
    case 94..<98: .parts
    default: nil
    }
  }

  /// Districts of the island, the town first and most often.
  private static let districts: [(name: String, latitude: Double, longitude: Double)] = [
    ("George Town", 19.2866, -81.3744), ("George Town", 19.2900, -81.3700), ("Seven Mile Beach", 19.3300, -81.3800),
    ("South Sound", 19.2680, -81.3620), ("West Bay", 19.3700, -81.4050), ("Savannah", 19.2720, -81.3000),
    ("Bodden Town", 19.2830, -81.2540), ("North Side", 19.3480, -81.2040), ("East End", 19.3000, -81.1150),
  ]

  private mutating func place() -> (String, Coordinate?) {
    let district = Self.districts[whole(below: happens(55) ? 3 : Self.districts.count)]
    let position = Coordinate(
      latitude: district.latitude + 0.012 * (generator.unit() - 0.5),
      longitude: district.longitude + 0.012 * (generator.unit() - 0.5))
    return (district.name, position)
  }

  private mutating func whole(below count: Int) -> Int { Int(generator.next() >> 33) % count }

  /// True in so many of a hundred cases.
  private mutating func happens(_ percent: Int) -> Bool { whole(below: 100) < percent }
}
