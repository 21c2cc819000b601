import Core

/// Counts the log for a recount of all rollups.
///
/// Rows near each other are mostly of the same hours, so what belongs to one offer in one hour is gathered first and
/// goes into the rollups once. The order of the rows makes no difference to what comes out, only to how long it takes.
struct RollupTally {
  /// One interaction, as the log has it.
  struct Entry {
    let at: Timestamp
    let type: InteractionType
    let offer: Offer.ID
    let partner: Partner.ID
    let valueCents: Int64
    let revenueCents: Int64
    /// Of an acceptance: when the offer was first shown in the session, if it was.
    var shownAt: Timestamp?
    var walk: Walk?
  }

  private(set) var campaigns = PendingCampaigns()
  private(set) var offers = PendingRollups()
  private let store: Store
  private let entries: OfferCampaigns
  /// The hour that is being gathered, of each offer.
  private var partnerHours: [Offer.ID: PartnerHour] = [:]
  private var campaignHours: [Offer.ID: CampaignHour] = [:]

  /// Nothing counted yet.
  init(_ store: Store) throws(StoreError) {
    self.store = store
    entries = try store.offerCampaigns()
  }

  /// Counts an interaction for its offer and its partner.
  mutating func add(_ entry: Entry) throws(StoreError) {
    let hour = try partnerHour(of: entry)
    hour.counts.add(entry.type, valueCents: entry.valueCents, revenueCents: entry.revenueCents)
    guard entry.type == .acceptance else { return }
    offers.addAcceptance(of: entry.offer, at: entry.at, zone: hour.zone, shownAt: entry.shownAt, walk: entry.walk)
  }

  /// Counts an interaction for its campaign, if there still is one of that number.
  /// - Parameter driver: the number of the driver's segments.
  mutating func add(
    _ entry: Entry, campaign: Campaign.ID, person: Person.ID?, driver: Int64, spendMicros: Int64
  ) {
    guard let hour = campaignHour(of: entry, campaign) else { return }
    hour.add(
      CampaignCounts(of: entry.type, spendMicros: spendMicros, revenueCents: entry.revenueCents), driver: driver)
    campaigns.addVisit(entry.type, of: person, in: hour.entry, at: entry.at, revenueCents: entry.revenueCents)
  }

  /// Counts what is still being gathered, and what stands beside the log: refunds, charges, imports, the ledger.
  mutating func finish() throws(StoreError) {
    for (offer, hour) in partnerHours { count(hour, of: offer) }
    for (offer, hour) in campaignHours { count(hour, of: offer) }
    partnerHours = [:]
    campaignHours = [:]
    try campaigns.addBesideTheLog(of: store, entries)
    try offers.addLedger(of: store)
  }

  private mutating func partnerHour(of entry: Entry) throws(StoreError) -> PartnerHour {
    if let hour = partnerHours[entry.offer] {
      if hour.span.contains(entry.at), hour.partner == entry.partner { return hour }
      count(hour, of: entry.offer)
    }
    let hour = PartnerHour(partner: entry.partner, zone: try store.partnerZone(entry.partner), at: entry.at)
    partnerHours[entry.offer] = hour
    return hour
  }

  private mutating func campaignHour(of entry: Entry, _ id: Campaign.ID) -> CampaignHour? {
    if let hour = campaignHours[entry.offer] {
      if hour.span.contains(entry.at), hour.entry.campaign.id == id { return hour }
      count(hour, of: entry.offer)
      campaignHours[entry.offer] = nil
    }
    guard let campaign = entries[id] else { return nil }
    let hour = CampaignHour(campaign, at: entry.at)
    campaignHours[entry.offer] = hour
    return hour
  }

  private mutating func count(_ hour: PartnerHour, of offer: Offer.ID) {
    offers.add(hour.counts, offer: offer, partner: hour.partner, at: hour.span.lowerBound, zone: hour.zone)
  }

  private mutating func count(_ hour: CampaignHour, of offer: Offer.ID) {
    for (driver, counts) in hour.drivers {
      campaigns.add(
        counts, of: hour.entry, at: hour.span.lowerBound, segments: DriverSegments(code: driver), offer: offer)
    }
  }
}

/// What became of one offer in one hour by its partner's clock.
private final class PartnerHour {
  let partner: Partner.ID
  let zone: ZoneTable
  let span: Range<Timestamp>
  var counts = RollupCounts()

  init(partner: Partner.ID, zone: ZoneTable, at instant: Timestamp) {
    self.partner = partner
    self.zone = zone
    span = zone.span(ofHourAround: instant)
  }
}

/// What became of one offer in one campaign in one hour by the campaign's clock, by kinds of drivers.
private final class CampaignHour {
  let entry: OfferCampaigns.Entry
  let span: Range<Timestamp>
  private(set) var drivers: [(number: Int64, counts: CampaignCounts)] = []

  init(_ entry: OfferCampaigns.Entry, at instant: Timestamp) {
    self.entry = entry
    span = entry.zone.span(ofHourAround: instant)
  }

  func add(_ counts: CampaignCounts, driver number: Int64) {
    if let place = drivers.firstIndex(where: { $0.number == number }) {
      drivers[place].counts += counts
    } else {
      drivers.append((number, counts))
    }
  }
}

extension ZoneTable {
  /// The local clock hour an instant lies in, up to where the next one starts.
  fileprivate func span(ofHourAround instant: Timestamp) -> Range<Timestamp> {
    let start = localHour(at: instant)
    let end = start + .hours(1)
    guard offsetSeconds(at: end - TimeSpan(milliseconds: 1)) != offsetSeconds(at: start) else { return start..<end }
    return start..<(transitions.first { $0.start > start }?.start ?? end)
  }
}
