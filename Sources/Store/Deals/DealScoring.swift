import Core

/// The prices that listings of one transaction are held against, each list of them read once.
struct DealScoring {
  let now: Timestamp
  fileprivate var comparables: [ComparablePrices.Key: ComparablePrices] = [:]

  init(now: Timestamp) {
    self.now = now
  }
}

extension Store {
  /// Works out how good a deal a listing is and stores it with the listing.
  /// - Returns: the score; nil where it cannot be known.
  func score(_ listing: Listing, _ scoring: inout DealScoring) throws(StoreError) -> Double? {
    let score = try dealScore(of: listing, &scoring).value
    guard score != listing.dealScore else { return score }
    try connection.run(
      """
      UPDATE listing
         SET deal_score = :score
       WHERE id = :id
      """,
      [":score": .optional(score), ":id": .id(listing.id)])
    return score
  }

  /// How good a deal a listing is, part by part, as it would be worked out now.
  package func dealScore(of listing: Listing, now: Timestamp) throws(StoreError) -> DealScore {
    var scoring = DealScoring(now: now)
    return try dealScore(of: listing, &scoring)
  }

  private func dealScore(of listing: Listing, _ scoring: inout DealScoring) throws(StoreError) -> DealScore {
    DealScore(
      ListingDraft(listing), firstSeenAt: listing.firstSeenAt, comparables: try comparables(of: listing, &scoring),
      now: scoring.now)
  }

  /// Prices of others of its category, condition and currency. Plan: index `listing_comparable`, which has all of it.
  private func comparables(of listing: Listing, _ scoring: inout DealScoring) throws(StoreError) -> ComparablePrices {
    guard
      let key = ComparablePrices.Key(
        category: listing.category, condition: listing.condition, price: listing.price), let price = listing.price
    else { return ComparablePrices([]) }
    if let known = scoring.comparables[key] { return known.without(price.cents) }
    let prices = ComparablePrices(
      try connection.rows(
        """
        SELECT price_cents
          FROM listing
         WHERE category = :category
           AND condition = :condition
           AND currency = :currency
           AND price_cents IS NOT NULL
        """,
        [
          ":category": .text(key.category), ":condition": .choice(key.condition), ":currency": .text(key.currency.code),
        ]
      ) { row throws(StoreError) in row.integer(0) })
    scoring.comparables[key] = prices
    return prices.without(price.cents)
  }
}
