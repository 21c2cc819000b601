import Core

extension Store {
  /// Lets a morning's news come to the market of a made-up town, the way an import does: each new or changed listing is
  /// held against the rules and watches at once. Of a live database, whose listings are real, and where nothing is for
  /// sale, nothing changes.
  /// - Returns: how many listings are new or have another price.
  func openMarket(_ morning: MarketMorning) throws(StoreError) -> Int {
    guard world.kind == .demo else { return 0 }
    var morning = morning
    let highest = try highestListing()
    guard highest > 0 else { return 0 }
    return try write { () throws(StoreError) in
      var count = 0
      for _ in 0..<MarketMorning.newcomers {
        guard let model = try listing(from: morning.draw(upTo: highest)),
          let other = try listing(from: morning.draw(upTo: highest))
        else { continue }
        if try ingest(morning.newcomer(like: model, and: other), now: morning.now) != .unchanged { count += 1 }
      }
      for _ in 0..<MarketMorning.changes {
        guard let listing = try listing(from: morning.draw(upTo: highest)), let price = listing.price else { continue }
        var draft = ListingDraft(listing)
        draft.price = morning.price(after: price)
        if try ingest(draft, now: morning.now) != .unchanged { count += 1 }
      }
      try settleListings()
      return count
    }
  }

  /// The highest number of a listing; 0 where there is none. Plan: the primary key, from its end.
  private func highestListing() throws(StoreError) -> Int64 {
    try connection.integer("SELECT max(id) FROM listing")
  }

  /// The listing with a number, or the next that there is. Plan: the primary key.
  private func listing(from number: Int64) throws(StoreError) -> Listing? {
    try connection.row(
      """
      SELECT id, source, external_id, title, tags, price_cents, currency, price_epoch, category, condition, place,
             latitude, longitude, seller, seller_rating, url, image_url, posted_at, first_seen_at, seen_at, deal_score,
             group_id, description
        FROM listing
       WHERE id >= :number
       ORDER BY id
       LIMIT 1
      """,
      [":number": .integer(number)], as: Listing.init)
  }
}
