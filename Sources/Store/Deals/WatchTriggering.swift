import Core

extension Store {
  /// Holds a listing's price against its watches, and against those whose search finds it: a watch speaks once its price
  /// is reached, and again only after the price has been well above it.
  /// - Parameter searches: the watches whose search finds it, as an index of rules has them.
  func raisePrices(
    _ entry: PendingListings.Entry, _ packed: PackedListing, _ searches: [AlertRule.ID], now: Timestamp
  ) throws(StoreError) {
    for id in try watches(of: entry.listing.id) + searches.map({ Watch.ID($0.value) }) {
      guard let watch = try watchIfAny(id) else { continue }
      let before = try state(of: id, entry.listing.id)
      // What nobody has looked at yet is looked at once, whatever changed.
      guard entry.isPriceNew || before == nil else { continue }
      var trigger = WatchTrigger(threshold: watch.threshold, isArmed: before?.isArmed ?? true)
      let speaks = trigger.take(entry.listing.price)
      var triggers = before?.triggers ?? 0
      if before == nil { triggers = try lastTrigger(of: id, entry.listing.id) }
      if speaks { triggers += 1 }
      try setState(of: id, entry.listing.id, trigger.isArmed, triggers, speaksAt: speaks ? now : nil)
      guard speaks else { continue }
      try raise(watch, number: triggers, of: entry.listing, origin: title(of: watch), now: now)
    }
  }

  /// Begins to watch one listing: whatever its price is, the next one at or under the threshold is told.
  func arm(_ id: Watch.ID, _ listing: Listing.ID) throws(StoreError) {
    try setState(of: id, listing, true, lastTrigger(of: id, listing), speaksAt: nil)
  }

  /// How often a watch spoke of a listing before it was removed and brought back. Plan: index `alert_price`.
  private func lastTrigger(of watch: Watch.ID, _ listing: Listing.ID) throws(StoreError) -> Int {
    Int(
      try connection.integer(
        """
        SELECT max(trigger_number)
          FROM alert
         WHERE watch_id = :watch
           AND listing_id = :listing
           AND kind = 'price'
        """,
        [":watch": .id(watch), ":listing": .id(listing)]))
  }

  /// Plan: index `watch_listing`.
  private func watches(of listing: Listing.ID) throws(StoreError) -> [Watch.ID] {
    try connection.rows(
      """
      SELECT id
        FROM watch
       WHERE listing_id = :listing
      """,
      [":listing": .id(listing)]
    ) { row throws(StoreError) in row.id(0) }
  }

  /// What a watch said of a listing so far; nil where it never looked at it. Plan: primary key.
  private func state(
    of watch: Watch.ID, _ listing: Listing.ID
  ) throws(StoreError) -> (isArmed: Bool, triggers: Int)? {
    try connection.row(
      """
      SELECT is_armed, triggers
        FROM watch_state
       WHERE watch_id = :watch
         AND listing_id = :listing
      """,
      [":watch": .id(watch), ":listing": .id(listing)]
    ) { row throws(StoreError) in (row.flag(0), row.count(1)) }
  }

  private func setState(
    of watch: Watch.ID, _ listing: Listing.ID, _ isArmed: Bool, _ triggers: Int, speaksAt instant: Timestamp?
  ) throws(StoreError) {
    try connection.run(
      """
      INSERT INTO watch_state (watch_id, listing_id, is_armed, triggers, triggered_at)
      VALUES (:watch, :listing, :armed, :triggers, :instant)
      ON CONFLICT (watch_id, listing_id) DO UPDATE SET
        is_armed = excluded.is_armed,
        triggers = excluded.triggers,
        triggered_at = ifnull(excluded.triggered_at, triggered_at)
      """,
      [
        ":watch": .id(watch), ":listing": .id(listing), ":armed": .flag(isArmed), ":triggers": .count(triggers),
        ":instant": .instant(instant),
      ])
  }
}
