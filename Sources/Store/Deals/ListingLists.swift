import Core

/// Which listings somebody wants to see; what is nil lets all pass.
package struct ListingFilter: Hashable, Sendable {
  package var source: String?
  package var category: String?
  /// Only listings with smaller numbers: where the page before ended.
  package var before: Listing.ID?
  package var limit: Int

  package init(source: String? = nil, category: String? = nil, before: Listing.ID? = nil, limit: Int = 50) {
    self.source = source
    self.category = category
    self.before = before
    self.limit = limit
  }
}

extension Store {
  /// A page of listings, those first that were first seen last. Plan: the key, backwards.
  package func listings(_ filter: ListingFilter) throws(StoreError) -> [Listing] {
    try connection.rows(
      """
      SELECT id, source, external_id, title, tags, price_cents, currency, price_epoch, category, condition, place,
             latitude, longitude, seller, seller_rating, url, image_url, posted_at, first_seen_at, seen_at, deal_score,
             group_id, description
        FROM listing
       WHERE id < :before
         AND (:source IS NULL OR source = :source)
         AND (:category IS NULL OR category = :category)
       ORDER BY id DESC
       LIMIT :limit
      """,
      [
        ":before": .integer(filter.before?.value ?? .max), ":source": .optional(filter.source),
        ":category": .optional(filter.category?.lowercased()), ":limit": .count(filter.limit),
      ], as: Listing.init)
  }

  /// The listings that were taken in last.
  func newestListings(limit: Int) throws(StoreError) -> [Listing] {
    try listings(ListingFilter(limit: limit))
  }

  /// How many listings there are. Plan: the smallest index.
  package func countListings() throws(StoreError) -> Int {
    Int(try connection.integer("SELECT count(*) FROM listing"))
  }
}
