import Core

extension PendingCampaigns {
  /// Everything that is counted of campaigns, computed anew: the log, the ledger's refunds, charges and imports. Reads the
  /// log once, in the order it was written.
  init(recounting store: Store) throws(StoreError) {
    let campaigns = try store.offerCampaigns()
    try addBesideTheLog(of: store, campaigns)
    try store.connection.each(
      """
      SELECT campaign_id, at, type, offer_id, person_id, segment, spend_micros, revenue_cents
        FROM interaction
       WHERE campaign_id IS NOT NULL
       ORDER BY id
      """
    ) { row throws(StoreError) in
      guard let entry = campaigns[Campaign.ID(row.integer(0))] else { return }
      add(
        CampaignLogRow(
          at: row.instant(1), type: try row.choice(2), offer: row.id(3), person: row.optional(4) { row.id($0) },
          driver: DriverSegments(code: row.integer(5)), spendMicros: row.integer(6), revenueCents: row.integer(7)),
        of: entry)
    }
  }

  /// Counts refunds, charges and imports.
  mutating func addBesideTheLog(of store: Store, _ campaigns: OfferCampaigns) throws(StoreError) {
    try addRefunds(of: store, campaigns)
    try addCharges(of: store, campaigns)
    try store.eachImportedRow { id, row throws(StoreError) in
      if let entry = campaigns[id] { add(row, of: entry.campaign, times: 1) }
    }
  }

  /// Counts an interaction as the log has it.
  mutating func add(_ row: CampaignLogRow, of entry: OfferCampaigns.Entry) {
    add(
      CampaignCounts(of: row.type, spendMicros: row.spendMicros, revenueCents: row.revenueCents), of: entry,
      at: row.at, segments: row.driver, offer: row.offer)
    addVisit(row.type, of: row.person, in: entry, at: row.at, revenueCents: row.revenueCents)
  }

  /// Counts an imported row, or takes it off.
  /// - Parameter times: 1 or -1.
  mutating func add(_ stored: StoredRow, of campaign: Campaign, times: Int) {
    let counts = times < 0 ? .zero - stored.row.counts : stored.row.counts
    addDay(
      stored.day, counts, stored.row.segments.map { ($0.dimension, $0.value, counts) }, of: campaign, offer: nil)
  }

  /// Each refund on its own day, in the campaign of its redemption. Plan: the ledger once, `interaction_claim` for each.
  private mutating func addRefunds(of store: Store, _ campaigns: OfferCampaigns) throws(StoreError) {
    try store.connection.each(
      """
      SELECT interaction.campaign_id, ledger_entry.at, ledger_entry.base_cents, interaction.segment,
             interaction.offer_id, interaction.person_id
        FROM ledger_entry
        JOIN interaction ON interaction.claim_id = ledger_entry.claim_id AND interaction.type = 'redemption'
       WHERE ledger_entry.kind = 'refund'
         AND interaction.campaign_id IS NOT NULL
      """
    ) { row throws(StoreError) in
      guard let entry = campaigns[Campaign.ID(row.integer(0))] else { return }
      addRefund(
        -row.integer(2), driver: DriverSegments(code: row.integer(3)), offer: row.id(4),
        of: row.optional(5) { row.id($0) }, in: entry, at: row.instant(1))
    }
  }

  private mutating func addCharges(of store: Store, _ campaigns: OfferCampaigns) throws(StoreError) {
    try store.connection.each(
      """
      SELECT campaign_id, at, spend_micros
        FROM campaign_charge
      """
    ) { row throws(StoreError) in
      guard let entry = campaigns[Campaign.ID(row.integer(0))] else { return }
      addCharge(row.integer(2), of: entry, at: row.instant(1))
    }
  }
}

/// What the log says of one interaction of a campaign.
struct CampaignLogRow {
  let at: Timestamp
  let type: InteractionType
  let offer: Offer.ID
  let person: Person.ID?
  let driver: DriverSegments
  let spendMicros: Int64
  let revenueCents: Int64
}
