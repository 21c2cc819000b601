/// What a morning brings to a market that is made up: a few things more, like those that are sold there already, and
/// other prices of a few. All from a seed and the day; the same morning of the same market is always the same.
package struct MarketMorning: Sendable {
  /// The hour at which the day's news are there, on the town's clock: people are awake.
  package static let hour = 8
  /// Things that are new each morning.
  package static let newcomers = 10
  /// Prices that change each morning.
  package static let changes = 20

  /// When it is.
  package let now: Timestamp
  private let day: CivilDate
  private var generator: SeededGenerator
  private var posted = 0

  package init(_ day: CivilDate, seed: UInt64, now: Timestamp) {
    self.day = day
    self.now = now
    generator = SeededGenerator(seed: seed &+ UInt64(bitPattern: Int64(day.dayNumber)) &* 0x9E37_79B9_7F4A_7C15)
  }

  /// The number, from 1 to `highest`, near which the next listing is taken that something happens to.
  package mutating func draw(upTo highest: Int64) -> Int64 {
    1 + Int64(generator.next() >> 2) % max(1, highest)
  }

  /// One more of what is sold already: as the model is called, in the state, at the place and from the seller of another
  /// listing, for about what the model costs.
  package mutating func newcomer(like model: Listing, and other: Listing) -> ListingDraft {
    posted += 1
    let name = "d\(day.dayNumber)-\(posted)"
    let address = "https://\(model.source).example/\(name)"
    let cents = model.price.map { MarketPrice.rounded(Double($0.cents) * generator.number(from: 0.75, to: 1.2)) }
    return ListingDraft(
      source: model.source, externalID: name, title: model.title, description: model.description, tags: model.tags,
      price: cents.map { Money(cents: $0, model.price?.currency ?? .usd) }, category: model.category,
      condition: other.condition, place: other.place, position: other.position, seller: other.seller,
      sellerRating: other.sellerRating, url: address, imageURL: model.imageURL == nil ? nil : address + ".jpg",
      postedAt: now - .minutes(Int64(generator.whole(from: 5, to: 600))))
  }

  /// What something costs from now on.
  package mutating func price(after price: Money) -> Money {
    let falls = generator.happens(Double(MarketPrice.fallsOfHundred) / 100)
    return Money(
      cents: MarketPrice.next(after: price.cents, falls: falls, share: generator.unit()), price.currency)
  }
}
