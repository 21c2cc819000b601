import Core

/// Listings as they stand in their table.
extension Store {
  /// One listing.
  package func listing(_ id: Listing.ID) throws(StoreError) -> Listing {
    guard let listing = try listingIfAny(id) else { throw .notFound("listing", id) }
    return listing
  }

  /// One listing; nil if there is none. Plan: primary key.
  func listingIfAny(_ id: Listing.ID) throws(StoreError) -> Listing? {
    try connection.row(
      """
      SELECT id, source, external_id, title, tags, price_cents, currency, price_epoch, category, condition, place,
             latitude, longitude, seller, seller_rating, url, image_url, posted_at, first_seen_at, seen_at, deal_score,
             group_id, description
        FROM listing
       WHERE id = :id
      """,
      [":id": .id(id)], as: Listing.init)
  }

  /// The listing of a source and its number there; nil if there is none. Plan: the unique index of both.
  package func listing(source: String, externalID: String) throws(StoreError) -> Listing? {
    try connection.row(
      """
      SELECT id, source, external_id, title, tags, price_cents, currency, price_epoch, category, condition, place,
             latitude, longitude, seller, seller_rating, url, image_url, posted_at, first_seen_at, seen_at, deal_score,
             group_id, description
        FROM listing
       WHERE source = :source
         AND external_id = :external_id
      """,
      [":source": .text(source), ":external_id": .text(externalID)], as: Listing.init)
  }

  /// Hands every listing that was taken in after a sequence to `body`, in its order. Plan: the unique index of the
  /// sequence.
  func eachListing(
    after sequence: Int64, _ body: (Listing, Int64) throws(StoreError) -> Void
  ) throws(StoreError) {
    try connection.each(
      """
      SELECT id, source, external_id, title, tags, price_cents, currency, price_epoch, category, condition, place,
             latitude, longitude, seller, seller_rating, url, image_url, posted_at, first_seen_at, seen_at, deal_score,
             group_id, description, ingest_seq
        FROM listing
       WHERE ingest_seq > :sequence
       ORDER BY ingest_seq
      """,
      [":sequence": .integer(sequence)]
    ) { row throws(StoreError) in try body(Listing(row), row.integer(23)) }
  }

  /// The sequence of the listing that was taken in last; 0 where there is none. Plan: the unique index, from its end.
  func lastSequence() throws(StoreError) -> Int64 {
    try connection.integer("SELECT max(ingest_seq) FROM listing")
  }

  /// Writes a new listing.
  func insert(_ draft: ListingDraft, sequence: Int64, now: Timestamp) throws(StoreError) -> Listing.ID {
    try connection.run(
      """
      INSERT INTO listing (
        source, external_id, ingest_seq, title, tags, price_cents, currency, category, condition, place, latitude,
        longitude, seller, seller_rating, url, image_url, posted_at, first_seen_at, seen_at, item_hash, description)
      VALUES (
        :source, :external_id, :sequence, :title, :tags, :price, :currency, :category, :condition, :place, :latitude,
        :longitude, :seller, :seller_rating, :url, :image_url, :posted_at, :now, :now, :item_hash, :description)
      """,
      [
        ":source": .text(draft.source), ":external_id": .text(draft.externalID), ":sequence": .integer(sequence),
        ":title": .text(draft.title), ":tags": .text(draft.tags.joined(separator: "\n")),
        ":price": .optional(draft.price?.cents), ":currency": .optional(draft.price?.currency.code),
        ":category": .optional(draft.category), ":condition": .choice(draft.condition),
        ":place": .optional(draft.place), ":latitude": .optional(draft.position?.latitude),
        ":longitude": .optional(draft.position?.longitude), ":seller": .optional(draft.seller),
        ":seller_rating": .optional(draft.sellerRating), ":url": .optional(draft.url),
        ":image_url": .optional(draft.imageURL), ":posted_at": .instant(draft.postedAt), ":now": .instant(now),
        ":item_hash": .optional(draft.itemHash), ":description": .text(draft.description),
      ])
    return Listing.ID(connection.lastInsertedID)
  }

  /// Writes what a source says now over what it said before.
  func update(
    _ id: Listing.ID, _ draft: ListingDraft, priceEpoch: Int, sequence: Int64, now: Timestamp
  ) throws(StoreError) {
    try connection.run(
      """
      UPDATE listing
         SET ingest_seq = :sequence, title = :title, tags = :tags, price_cents = :price, currency = :currency,
             price_epoch = :epoch, category = :category, condition = :condition, place = :place, latitude = :latitude,
             longitude = :longitude, seller = :seller, seller_rating = :seller_rating, url = :url,
             image_url = :image_url, posted_at = :posted_at, seen_at = max(seen_at, :now), item_hash = :item_hash,
             description = :description
       WHERE id = :id
      """,
      [
        ":sequence": .integer(sequence), ":title": .text(draft.title),
        ":tags": .text(draft.tags.joined(separator: "\n")), ":price": .optional(draft.price?.cents),
        ":currency": .optional(draft.price?.currency.code), ":epoch": .count(priceEpoch),
        ":category": .optional(draft.category), ":condition": .choice(draft.condition),
        ":place": .optional(draft.place), ":latitude": .optional(draft.position?.latitude),
        ":longitude": .optional(draft.position?.longitude), ":seller": .optional(draft.seller),
        ":seller_rating": .optional(draft.sellerRating), ":url": .optional(draft.url),
        ":image_url": .optional(draft.imageURL), ":posted_at": .instant(draft.postedAt), ":now": .instant(now),
        ":item_hash": .optional(draft.itemHash), ":description": .text(draft.description), ":id": .id(id),
      ])
  }

  /// Notes that a source still has a listing.
  func see(_ id: Listing.ID, now: Timestamp) throws(StoreError) {
    try connection.run(
      """
      UPDATE listing
         SET seen_at = :now
       WHERE id = :id
         AND seen_at < :now
      """,
      [":now": .instant(now), ":id": .id(id)])
  }
}

extension Listing {
  /// Reads the columns in the order of ``Store/listing(_:)``.
  init(_ row: Row) throws(StoreError) {
    var price: Money?
    if !row.isNull(5) { price = Money(cents: row.integer(5), try row.currency(6)) }
    self.init(
      id: row.id(0), source: row.text(1), externalID: row.text(2), title: row.text(3), description: row.text(22),
      tags: row.lines(4), price: price, category: row.optional(8) { row.text($0) },
      condition: try row.optionalChoice(9), place: row.optional(10) { row.text($0) },
      position: row.isNull(11) ? nil : try row.position(11), seller: row.optional(13) { row.text($0) },
      sellerRating: row.optional(14) { row.real($0) }, url: row.optional(15) { row.text($0) },
      imageURL: row.optional(16) { row.text($0) }, postedAt: row.optional(17) { row.instant($0) },
      firstSeenAt: row.instant(18), seenAt: row.instant(19), dealScore: row.optional(20) { row.real($0) },
      group: row.optional(21) { row.integer($0) }, priceEpoch: row.count(7))
  }
}

extension Row {
  /// Texts of which each stands in a line of its own.
  func lines(_ column: Int32) -> [String] {
    text(column).split(separator: "\n").map(String.init)
  }
}

extension ListingDraft {
  /// A stored listing as its source gave it.
  init(_ listing: Listing) {
    self.init(
      source: listing.source, externalID: listing.externalID, title: listing.title, description: listing.description,
      tags: listing.tags, price: listing.price, category: listing.category, condition: listing.condition,
      place: listing.place, position: listing.position, seller: listing.seller, sellerRating: listing.sellerRating,
      url: listing.url, imageURL: listing.imageURL, postedAt: listing.postedAt)
  }

  fileprivate var itemHash: Int64? {
    SameItem(Listing.ID(0), source: source, title: title, category: category, price: price, position: position).hash
  }
}
