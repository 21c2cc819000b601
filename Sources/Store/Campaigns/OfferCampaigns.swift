import Core

/// Every campaign with its clock, and the one each offer is in, as decisions and bookings ask for them.
struct OfferCampaigns {
  struct Entry {
    var campaign: Campaign
    let zone: ZoneTable
  }

  private(set) var entries: [Entry]
  /// The place of the campaign an offer is in.
  let places: [Offer.ID: Int]
  /// Whether any of them is for some drivers only.
  let haveTargets: Bool
  private let ids: [Campaign.ID: Int]

  init(_ entries: [Entry]) {
    self.entries = entries
    var places: [Offer.ID: Int] = [:]
    for (place, entry) in entries.enumerated() {
      for offer in entry.campaign.offers { places[offer] = place }
    }
    self.places = places
    haveTargets = entries.contains { !$0.campaign.targets.isEmpty }
    ids = Dictionary(entries.enumerated().map { ($1.campaign.id, $0) }, uniquingKeysWith: { $1 })
  }

  var isEmpty: Bool { entries.isEmpty }

  subscript(id: Campaign.ID) -> Entry? { ids[id].map { entries[$0] } }

  /// The campaign an offer is in; nil for none.
  subscript(offer: Offer.ID) -> Entry? { places[offer].map { entries[$0] } }

  /// Notes that a budget is used up, or holds money again.
  mutating func setSpentUntil(_ instant: Timestamp?, of id: Campaign.ID) {
    guard let place = ids[id] else { return }
    entries[place].campaign = entries[place].campaign.spent(until: instant)
  }

  /// What they say to a driver at an instant.
  func gates(for driver: DriverSegments, at now: Timestamp) -> CampaignGates {
    CampaignGates(holds: entries.map { CampaignHolds($0.campaign, for: driver, at: now) })
  }
}

extension Store {
  /// Every campaign, as decisions need them.
  func offerCampaigns() throws(StoreError) -> OfferCampaigns {
    if let known = memory.campaigns { return known }
    let campaigns = OfferCampaigns(
      try campaigns().map { campaign throws(StoreError) in
        OfferCampaigns.Entry(campaign: campaign, zone: try zone(campaign.zone))
      })
    memory.campaigns = campaigns
    memory.index?.setCampaigns(campaigns.places)
    return campaigns
  }

  /// Takes over which budgets were used up, or hold money again, after a revision. Plan: index `campaign_spent_revision`.
  func patchBudgets(since revision: Int64) throws(StoreError) {
    try connection.each(
      """
      SELECT id, spent_until
        FROM campaign
       WHERE spent_revision > :revision
      """,
      [":revision": .integer(revision)]
    ) { row throws(StoreError) in
      memory.campaigns?.setSpentUntil(row.optional(1) { row.instant($0) }, of: row.id(0))
    }
  }

  /// What the campaigns say to the driver of a session.
  func campaignGates(for session: ParkingSession, at now: Timestamp) throws(StoreError) -> CampaignGates {
    let campaigns = try offerCampaigns()
    guard !campaigns.isEmpty else { return CampaignGates() }
    let driver = campaigns.haveTargets ? try segments(of: session, now: now) : DriverSegments()
    return campaigns.gates(for: driver, at: now)
  }
}
