import Core

extension Store {
  /// Takes in what a source says of a listing now. What is new or changed is held against every rule and watch before the
  /// transaction ends, so that no listing is ever stored without its alerts; the same again changes nothing.
  /// - Throws: ``StoreError/invalid(_:)`` naming the field that breaks a rule.
  @discardableResult
  package func ingest(_ draft: ListingDraft, now: Timestamp) throws(StoreError) -> ImportedLine {
    try StoreError.checking { () throws(InvalidInput) in try draft.check() }
    return try write { () throws(StoreError) in
      guard let known = try listing(source: draft.source, externalID: draft.externalID) else {
        try takeIn(draft, now: now)
        return .new
      }
      guard draft != ListingDraft(known) else {
        try see(known.id, now: now)
        return .unchanged
      }
      try takeIn(draft, over: known, now: now)
      return .changed
    }
  }

  /// The same for several, all of them or none.
  @discardableResult
  package func ingest(_ drafts: [ListingDraft], now: Timestamp) throws(StoreError) -> [ImportedLine] {
    try write { () throws(StoreError) in
      try drafts.map { draft throws(StoreError) in try ingest(draft, now: now) }
    }
  }

  private func takeIn(_ draft: ListingDraft, now: Timestamp) throws(StoreError) {
    let sequence = try nextSequence()
    let id = try insert(draft, sequence: sequence, now: now)
    if let price = draft.price { try note(price, of: id, now: now) }
    pendingListings.add(try listing(id), sequence: sequence, isPriceNew: true, now: now)
    touch(.listings)
  }

  private func takeIn(_ draft: ListingDraft, over known: Listing, now: Timestamp) throws(StoreError) {
    // A price that comes and goes within one transaction is looked at each time.
    if pendingListings.contains(known.id) { try flushListings() }
    let sequence = try nextSequence()
    let isPriceNew = draft.price != known.price
    var epoch = known.priceEpoch
    if isPriceNew {
      if let price = draft.price, let before = try lastPrice(of: known), price.isLess(than: before) { epoch += 1 }
      try note(draft.price, of: known.id, now: now)
    }
    try update(known.id, draft, priceEpoch: epoch, sequence: sequence, now: now)
    pendingListings.add(try listing(known.id), sequence: sequence, isPriceNew: isPriceNew, now: now)
    touch(.listings)
  }

  private func nextSequence() throws(StoreError) -> Int64 {
    try pendingListings.nextSequence(after: lastSequence)
  }

  /// The price it has, or had before it named none. Plan: primary key, from its end.
  private func lastPrice(of listing: Listing) throws(StoreError) -> Money? {
    if let price = listing.price { return price }
    return try connection.row(
      """
      SELECT price_cents, currency
        FROM listing_price
       WHERE listing_id = :id
         AND price_cents IS NOT NULL
       ORDER BY at DESC
       LIMIT 1
      """,
      [":id": .id(listing.id)]
    ) { row throws(StoreError) in Money(cents: row.integer(0), try row.currency(1)) }
  }

  /// Writes the price that holds from now on; of two at one instant the later counts.
  private func note(_ price: Money?, of id: Listing.ID, now: Timestamp) throws(StoreError) {
    try connection.run(
      """
      INSERT INTO listing_price (listing_id, at, price_cents, currency)
      VALUES (:id, :now, :price, :currency)
      ON CONFLICT (listing_id, at) DO UPDATE SET
        price_cents = excluded.price_cents,
        currency = excluded.currency
      """,
      [
        ":id": .id(id), ":now": .instant(now), ":price": .optional(price?.cents),
        ":currency": .optional(price?.currency.code),
      ])
  }
}

extension Money {
  /// Whether it is less in the same currency.
  fileprivate func isLess(than other: Money) -> Bool {
    currency == other.currency && cents < other.cents
  }
}
