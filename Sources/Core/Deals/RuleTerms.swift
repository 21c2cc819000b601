/// What a rule asks of a listing: every criterion that is given must be met.
package struct RuleTerms: Hashable, Sendable {
  /// Any of these; empty asks for no text.
  package var keywords: [RuleKeyword]
  /// None of these.
  package var excludes: [RuleKeyword]
  /// Any of these, in lower case; empty is any.
  package var categories: [String]
  /// Exactly this.
  package var condition: ListingCondition?
  /// This or better.
  package var minCondition: ListingCondition?
  /// Both ends count.
  package var minPriceCents: Int64?
  package var maxPriceCents: Int64?
  /// What the prices are in; without prices it asks for nothing. Nil is the database's own, and US dollars without one.
  package var currency: Currency?
  package var area: RuleArea?
  /// From 0 to 1, inclusive; an unknown score never meets it.
  package var minDealScore: Double?

  package init(
    keywords: [RuleKeyword] = [], excludes: [RuleKeyword] = [], categories: [String] = [],
    condition: ListingCondition? = nil, minCondition: ListingCondition? = nil, minPriceCents: Int64? = nil,
    maxPriceCents: Int64? = nil, currency: Currency? = nil, area: RuleArea? = nil, minDealScore: Double? = nil
  ) {
    self.keywords = keywords
    self.excludes = excludes
    self.categories = categories.map { $0.lowercased() }
    self.condition = condition
    self.minCondition = minCondition
    self.minPriceCents = minPriceCents
    self.maxPriceCents = maxPriceCents
    self.currency = currency
    self.area = area
    self.minDealScore = minDealScore
  }

  /// Most keywords, and most excluded ones, and most categories.
  package static let most = 50

  /// The largest price that can be asked for, in minor units: a million.
  package static let mostCents: Int64 = 100_000_000

  /// Whether a price is asked for.
  package var hasPrice: Bool { minPriceCents != nil || maxPriceCents != nil }

  /// What the prices are in.
  package var priceCurrency: Currency { currency ?? .usd }

  /// Whether nothing is asked for but what is left out, so that nearly everything would match.
  package var isUnbounded: Bool {
    keywords.isEmpty && categories.isEmpty && condition == nil && minCondition == nil && !hasPrice && area == nil
      && minDealScore == nil
  }

  /// - Throws: ``InvalidInput`` naming the first field that breaks a rule, as documents name it.
  package func check() throws(InvalidInput) {
    for (field, count) in [
      ("keywords", keywords.count), ("exclude_keywords", excludes.count), ("categories", categories.count),
    ] where count > Self.most {
      throw InvalidInput(field: field, "holds \(count); at most \(Self.most)")
    }
    if let both = keywords.first(where: { word in excludes.contains { $0.asks(theSameAs: word) } }) {
      throw InvalidInput(field: "exclude_keywords", "holds '\(both.text)', which is wanted as well; take one away")
    }
    for category in categories {
      _ = try PlainText.checked(category, field: "categories", limit: 60)
    }
    if condition != nil, minCondition != nil {
      throw InvalidInput(field: "min_condition", "cannot stand beside condition; give one of them")
    }
    try Self.check(minPriceCents, field: "min_price")
    try Self.check(maxPriceCents, field: "max_price")
    if let least = minPriceCents, let most = maxPriceCents, least > most {
      throw InvalidInput(
        field: "min_price",
        "is \(Money(cents: least, priceCurrency)), more than max_price \(Money(cents: most, priceCurrency)); swap them")
    }
    try area?.check()
    if let minDealScore, !(0...1).contains(minDealScore) {
      throw InvalidInput(field: "min_deal_score", "must be between 0 and 1, not \(minDealScore)")
    }
    guard !isUnbounded else {
      throw InvalidInput(
        field: "keywords",
        excludes.isEmpty
          ? "asks for nothing; give a keyword, a category, a condition, a price, a place or a score"
          : "only leaves things out; say what is wanted too")
    }
  }

  private static func check(_ cents: Int64?, field: String) throws(InvalidInput) {
    guard let cents, !(0...mostCents).contains(cents) else { return }
    throw InvalidInput(field: field, "must be between 0 and 1,000,000.00")
  }
}
