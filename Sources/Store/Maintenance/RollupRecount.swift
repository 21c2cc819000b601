import Core

extension Store {
  /// All rollups of offers, partners and campaigns, computed anew in one pass over the log.
  func recountRollups() throws(StoreError) -> (rows: Int, campaigns: PendingCampaigns, offers: PendingRollups) {
    var tally = try RollupTally(self)
    var rows = 0
    try connection.each(
      """
      SELECT at, type, offer_id, partner_id, value_cents, revenue_cents, campaign_id, person_id, segment, spend_micros,
             session_id, walk_metres, id
        FROM interaction
       ORDER BY id
      """
    ) { row throws(StoreError) in
      rows += 1
      var entry = RollupTally.Entry(
        at: row.instant(0), type: try row.choice(1), offer: row.id(2), partner: row.id(3), valueCents: row.integer(4),
        revenueCents: row.integer(5))
      if entry.type == .acceptance {
        entry.shownAt = try shown(entry.offer, in: row.id(10), before: row.id(12))
        entry.walk = row.optional(11) { Walk(distance: Metres(row.real($0))) }
      }
      if !row.isNull(6) {
        entry.campaign = row.id(6)
        entry.person = row.optional(7) { row.id($0) }
        entry.driver = row.integer(8)
        entry.spendMicros = row.integer(9)
      }
      try tally.add(entry)
    }
    try tally.finish()
    return (rows, tally.campaigns, tally.offers)
  }
}
