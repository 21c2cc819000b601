import Core

extension Store {
  /// Most listings with one title that are told apart; beyond them nobody could.
  private static let mostOfOneTitle = 200

  /// Finds anew which listings of several sources are of one item, around those that changed.
  func regroup(_ changed: [Listing]) throws(StoreError) {
    var known: Set<Int64> = []
    for listing in changed {
      let hash = SameItem(listing).hash
      if let group = listing.group { try regroup(try items(group: group)) }
      guard let hash, known.insert(hash).inserted else { continue }
      try regroup(try items(hash: hash))
    }
  }

  private func regroup(_ items: [(item: SameItem, group: Int64?)]) throws(StoreError) {
    guard items.count > 1 || items.contains(where: { $0.group != nil }) else { return }
    let groups = SameItem.groups(items.map(\.item))
    for (item, group) in items where group != groups[item.id] {
      try connection.run(
        """
        UPDATE listing
           SET group_id = :group
         WHERE id = :id
        """,
        [":group": .optional(groups[item.id]), ":id": .id(item.id)])
    }
  }

  /// Plan: index `listing_item`.
  private func items(hash: Int64) throws(StoreError) -> [(item: SameItem, group: Int64?)] {
    try connection.rows(
      """
      SELECT id, source, title, category, price_cents, currency, latitude, longitude, group_id
        FROM listing
       WHERE item_hash = :hash
       ORDER BY id
       LIMIT :limit
      """,
      [":hash": .integer(hash), ":limit": .count(Self.mostOfOneTitle)]
    ) { row throws(StoreError) in (try SameItem(row), row.optional(8) { row.integer($0) }) }
  }

  /// Plan: index `listing_group`.
  private func items(group: Int64) throws(StoreError) -> [(item: SameItem, group: Int64?)] {
    try connection.rows(
      """
      SELECT id, source, title, category, price_cents, currency, latitude, longitude, group_id
        FROM listing
       WHERE group_id = :group
      """,
      [":group": .integer(group)]
    ) { row throws(StoreError) in (try SameItem(row), row.optional(8) { row.integer($0) }) }
  }

  /// Every listing of one item, the cheapest first. Plan: index `listing_group`.
  package func listings(ofGroup group: Int64) throws(StoreError) -> [Listing] {
    try connection.rows(
      """
      SELECT id, source, external_id, title, tags, price_cents, currency, price_epoch, category, condition, place,
             latitude, longitude, seller, seller_rating, url, image_url, posted_at, first_seen_at, seen_at, deal_score,
             group_id, description
        FROM listing
       WHERE group_id = :group
       ORDER BY price_cents, id
      """,
      [":group": .integer(group)], as: Listing.init)
  }
}

extension SameItem {
  fileprivate init(_ listing: Listing) {
    self.init(
      listing.id, source: listing.source, title: listing.title, category: listing.category, price: listing.price,
      position: listing.position)
  }

  fileprivate init(_ row: Row) throws(StoreError) {
    var price: Money?
    if !row.isNull(4) { price = Money(cents: row.integer(4), try row.currency(5)) }
    self.init(
      row.id(0), source: row.text(1), title: row.text(2), category: row.optional(3) { row.text($0) }, price: price,
      position: row.isNull(6) ? nil : try row.position(6))
  }
}
