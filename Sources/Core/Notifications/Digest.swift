/// What a person is told once a day or once a week instead of at once: the best deals, how watched prices moved, and
/// what was held.
package struct Digest: Hashable, Sendable {
  package typealias ID = Core.ID<Digest>

  /// A listing that met one or more rules.
  package struct Deal: Hashable, Sendable {
    package let alert: Alert.ID
    package let listing: Listing.ID
    package let title: String
    package let price: Money?
    /// 0 to 1; nil where too few compare.
    package let dealScore: Double?
    /// Listings of the same item share it; nil where it is alone.
    package let group: Int64?
    package let place: String?
    package let url: String?
    package let imageURL: String?
    /// The rules it met, by name.
    package let rules: [String]

    package init(
      alert: Alert.ID, listing: Listing.ID, title: String, price: Money?, dealScore: Double?, group: Int64?,
      place: String?, url: String?, imageURL: String?, rules: [String]
    ) {
      self.alert = alert
      self.listing = listing
      self.title = title
      self.price = price
      self.dealScore = dealScore
      self.group = group
      self.place = place
      self.url = url
      self.imageURL = imageURL
      self.rules = rules
    }
  }

  /// How the price of something watched moved.
  package struct Trend: Hashable, Sendable {
    package let title: String
    package let prices: PriceTrend
    /// Days of history behind it.
    package let days: Int
    /// Whether it names a price now; if not, the last one it had is told.
    package let hasPrice: Bool
    /// Set where the price now is the lowest of some time.
    package let record: PriceHistory.Lowest?
    /// Where the watch asks to be told.
    package let threshold: Money

    package init(
      title: String, prices: PriceTrend, days: Int, hasPrice: Bool = true, record: PriceHistory.Lowest? = nil,
      threshold: Money
    ) {
      self.title = title
      self.prices = prices
      self.days = days
      self.hasPrice = hasPrice
      self.record = record
      self.threshold = threshold
    }
  }

  /// How many alerts one reason held.
  package struct Held: Hashable, Sendable {
    package let code: AlertReason.Code
    package let count: Int

    package init(code: AlertReason.Code, count: Int) {
      self.code = code
      self.count = count
    }
  }

  /// How many deals are told by name.
  package static let dealLimit = 5

  package let person: Person
  package let window: NotificationWindow
  /// The best ones, best first; at most ``dealLimit``.
  package let deals: [Deal]
  /// Deals beyond them.
  package let furtherDeals: Int
  package let trends: [Trend]
  /// Most frequent first.
  package let held: [Held]
  /// What the person asked for, in one line.
  package let wishes: String
  package let world: WorldKind

  package init(
    person: Person, window: NotificationWindow, deals: [Deal], furtherDeals: Int, trends: [Trend], held: [Held],
    wishes: String, world: WorldKind
  ) {
    self.person = person
    self.window = window
    self.deals = deals
    self.furtherDeals = furtherDeals
    self.trends = trends
    self.held = held
    self.wishes = wishes
    self.world = world
  }

  /// Whether there is anything to tell.
  package var isEmpty: Bool { deals.isEmpty && trends.isEmpty }

  /// `5 deals and 2 watched prices`.
  package var subject: String {
    let deals = deals.count + furtherDeals
    let parts = [
      deals > 0 ? Words.count(deals, "deal") : nil,
      trends.isEmpty ? nil : Words.count(trends.count, "watched price"),
    ].compactMap(\.self)
    return parts.isEmpty ? "nothing new" : Words.all(parts)
  }
}
