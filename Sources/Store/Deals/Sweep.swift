import Core

/// What a sweep found.
package struct SweepReport: Hashable, Sendable {
  /// Listings that were looked at again: those taken in since the sweep before.
  package let listings: Int
  /// Alerts that were missing; none unless something went wrong.
  package let raised: Int
  /// What became of all that was due.
  package let due: DueReport
}

extension Store {
  /// Looks again at every listing that was taken in since the last sweep, raises what is missing, and decides what is due.
  /// Alerts are raised with their listings, so that this finds nothing unless something went wrong.
  @discardableResult
  package func sweep(now: Timestamp) throws(StoreError) -> SweepReport {
    try write { () throws(StoreError) in
      let swept = try connection.integer("SELECT ingest_seq FROM sweep")
      let desk = try ruleDesk()
      var (listings, raised) = (0, 0)
      try eachListing(after: swept) { listing, sequence throws(StoreError) in
        listings += 1
        let packed = PackedListing(listing)
        for id in desk.rules.matches(packed) {
          guard let rule = try ruleIfAny(id), rule.fromSequence < sequence else { continue }
          if try raise(rule, of: listing, packed, now: now) { raised += 1 }
        }
      }
      try connection.run(
        """
        UPDATE sweep
           SET at = :now,
               ingest_seq = (SELECT ifnull(max(ingest_seq), 0) FROM listing)
        """,
        [":now": .instant(now)])
      return SweepReport(listings: listings, raised: raised, due: try decideDue(now: now))
    }
  }

  /// When the last sweep was; nil before the first.
  package func lastSweep() throws(StoreError) -> Timestamp? {
    let at = try connection.row("SELECT at FROM sweep") { row throws(StoreError) in row.optional(0) { row.instant($0) }
    }
    return at ?? nil
  }
}
