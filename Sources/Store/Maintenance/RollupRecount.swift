import Core

extension Store {
  /// All rollups of offers, partners and campaigns, computed anew in one pass over the log.
  func recountRollups() throws(StoreError) -> (rows: Int, campaigns: PendingCampaigns, offers: PendingRollups) {
    let entries = try offerCampaigns()
    var campaigns = PendingCampaigns()
    var offers = PendingRollups()
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
      let (at, type, offer) = (row.instant(0), try row.choice(1, InteractionType.self), Offer.ID(row.integer(2)))
      let zone = try partnerZone(row.id(3))
      offers.add(
        type, offer: offer, partner: row.id(3), at: at, zone: zone, valueCents: row.integer(4),
        revenueCents: row.integer(5))
      if type == .acceptance {
        offers.addAcceptance(
          of: offer, at: at, zone: zone, shownAt: try shown(offer, in: row.id(10), before: row.id(12)),
          walk: row.optional(11) { Walk(distance: Metres(row.real($0))) })
      }
      guard !row.isNull(6), let entry = entries[Campaign.ID(row.integer(6))] else { return }
      campaigns.add(
        CampaignLogRow(
          at: at, type: type, offer: offer, person: row.optional(7) { row.id($0) },
          driver: DriverSegments(code: row.integer(8)), spendMicros: row.integer(9), revenueCents: row.integer(5)),
        of: entry)
    }
    try campaigns.addBesideTheLog(of: self, entries)
    try offers.addLedger(of: self)
    return (rows, campaigns, offers)
  }
}
