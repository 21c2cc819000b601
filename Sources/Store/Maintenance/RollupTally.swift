import Core

/// Counts the log for a recount of all rollups.
///
/// Rows near each other are mostly of the same hours and days, so what belongs to one offer in one of them is gathered
/// first and goes into the rollups once. The order of the rows makes no difference to what comes out, only to how long it
/// takes.
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
    /// Nil for what counts for no campaign.
    var campaign: Campaign.ID?
    var person: Person.ID?
    /// The number of the driver's segments.
    var driver: Int64 = 0
    var spendMicros: Int64 = 0
  }

  private(set) var campaigns = PendingCampaigns()
  private(set) var offers = PendingRollups()
  private let store: Store
  private let entries: OfferCampaigns
  /// Rows that are not counted yet.
  private var waiting: [Entry] = []
  /// The day that is being gathered, of each offer.
  private var partnerDays: [Offer.ID: PartnerDay] = [:]
  private var campaignDays: [Offer.ID: CampaignDay] = [:]

  /// Nothing counted yet.
  init(_ store: Store) throws(StoreError) {
    self.store = store
    entries = try store.offerCampaigns()
  }

  /// Rows that are counted together.
  private static let batch = 100_000

  /// Takes an interaction in.
  mutating func add(_ entry: Entry) throws(StoreError) {
    waiting.append(entry)
    if waiting.count == Self.batch { try countWaiting() }
  }

  /// Counts what has come, one offer after the other: what belongs to one of them stays in the processor's cache, where
  /// a thousand in turn would not.
  private mutating func countWaiting() throws(StoreError) {
    let rows = waiting
    waiting.removeAll(keepingCapacity: true)
    var keys = rows.indices.map { UInt64(truncatingIfNeeded: rows[$0].offer.value) << 32 | UInt64($0) }
    keys.sort()
    for key in keys {
      let entry = rows[Int(key & 0xFFFF_FFFF)]
      try countForPartner(entry)
      if let campaign = entry.campaign { count(entry, for: campaign) }
    }
  }

  private mutating func countForPartner(_ entry: Entry) throws(StoreError) {
    let day = try partnerDay(of: entry)
    if !day.hour.span.contains(entry.at) {
      offers.addHour(day.hour.counts, offer: entry.offer, at: day.hour.span.lowerBound)
      day.hour = OpenHour(day.zone, at: entry.at)
    }
    day.hour.counts.add(entry.type, valueCents: entry.valueCents, revenueCents: entry.revenueCents)
    day.counts.add(entry.type, valueCents: entry.valueCents, revenueCents: entry.revenueCents)
    guard entry.type == .acceptance else { return }
    offers.addAcceptance(of: entry.offer, at: entry.at, zone: day.zone, shownAt: entry.shownAt, walk: entry.walk)
  }

  /// Counts an interaction for its campaign, if there still is one of that number.
  private mutating func count(_ entry: Entry, for campaign: Campaign.ID) {
    guard let day = campaignDay(of: entry, campaign) else { return }
    if !day.hour.span.contains(entry.at) {
      campaigns.addHour(day.hour.counts, of: campaign, hour: day.hour.span.lowerBound)
      day.hour = OpenHour(day.entry.zone, at: entry.at)
    }
    let counts = CampaignCounts(
      of: entry.type, spendMicros: entry.spendMicros, revenueCents: entry.revenueCents)
    day.hour.counts += counts
    day.add(counts, driver: entry.driver)
    campaigns.addVisit(
      entry.type, of: entry.person, in: day.entry, at: entry.at, revenueCents: entry.revenueCents)
  }

  /// Counts what is still being gathered, and what stands beside the log: refunds, charges, imports, the ledger.
  mutating func finish() throws(StoreError) {
    try countWaiting()
    waiting = []
    for (offer, day) in partnerDays { count(day, of: offer) }
    for (offer, day) in campaignDays { count(day, of: offer) }
    partnerDays = [:]
    campaignDays = [:]
    try campaigns.addBesideTheLog(of: store, entries)
    try offers.addLedger(of: store)
  }

  private mutating func partnerDay(of entry: Entry) throws(StoreError) -> PartnerDay {
    if let day = partnerDays[entry.offer] {
      if day.span.contains(entry.at), day.partner == entry.partner { return day }
      count(day, of: entry.offer)
    }
    let day = PartnerDay(partner: entry.partner, zone: try store.partnerZone(entry.partner), at: entry.at)
    partnerDays[entry.offer] = day
    return day
  }

  private mutating func campaignDay(of entry: Entry, _ id: Campaign.ID) -> CampaignDay? {
    if let day = campaignDays[entry.offer] {
      if day.span.contains(entry.at), day.entry.campaign.id == id { return day }
      count(day, of: entry.offer)
      campaignDays[entry.offer] = nil
    }
    guard let campaign = entries[id] else { return nil }
    let day = CampaignDay(campaign, at: entry.at)
    campaignDays[entry.offer] = day
    return day
  }

  private mutating func count(_ day: PartnerDay, of offer: Offer.ID) {
    offers.addHour(day.hour.counts, offer: offer, at: day.hour.span.lowerBound)
    offers.addDay(day.counts, offer: offer, partner: day.partner, day: day.number)
  }

  private mutating func count(_ day: CampaignDay, of offer: Offer.ID) {
    let campaign = day.entry.campaign
    campaigns.addHour(day.hour.counts, of: campaign.id, hour: day.hour.span.lowerBound)
    campaigns.addDay(day.number, day.segments, of: campaign, offer: offer)
  }
}

/// What became of an offer in one hour of a clock.
private struct OpenHour<Counts: AdditiveArithmetic> {
  let span: Range<Timestamp>
  var counts = Counts.zero

  init(_ zone: ZoneTable, at instant: Timestamp) {
    span = zone.span(ofHourAround: instant)
  }
}

/// What became of one offer in one day by its partner's clock.
private final class PartnerDay {
  let partner: Partner.ID
  let zone: ZoneTable
  let number: Int
  let span: Range<Timestamp>
  var hour: OpenHour<RollupCounts>
  var counts = RollupCounts()

  init(partner: Partner.ID, zone: ZoneTable, at instant: Timestamp) {
    self.partner = partner
    self.zone = zone
    (number, span) = zone.day(around: instant)
    hour = OpenHour(zone, at: instant)
  }
}

/// What became of one offer in one campaign in one day by the campaign's clock, by kinds of drivers.
private final class CampaignDay {
  let entry: OfferCampaigns.Entry
  let number: Int
  let span: Range<Timestamp>
  var hour: OpenHour<CampaignCounts>
  private var drivers: [(number: Int64, counts: CampaignCounts)] = []

  init(_ entry: OfferCampaigns.Entry, at instant: Timestamp) {
    self.entry = entry
    (number, span) = entry.zone.day(around: instant)
    hour = OpenHour(entry.zone, at: instant)
  }

  func add(_ counts: CampaignCounts, driver number: Int64) {
    if let place = drivers.firstIndex(where: { $0.number == number }) {
      drivers[place].counts += counts
    } else {
      drivers.append((number, counts))
    }
  }

  /// What each value of each dimension comes to.
  var segments: [PendingCampaigns.SegmentCounts] {
    var segments: [PendingCampaigns.SegmentCounts] = []
    for (number, counts) in drivers {
      let driver = DriverSegments(code: number)
      for dimension in CampaignSegment.Dimension.allCases {
        let value = driver.value(of: dimension)
        if let place = segments.firstIndex(where: { $0.dimension == dimension.rawValue && $0.value == value }) {
          segments[place].counts += counts
        } else {
          segments.append((dimension.rawValue, value, counts))
        }
      }
    }
    return segments
  }
}

extension ZoneTable {
  /// The local clock hour an instant lies in, up to where the next one starts.
  fileprivate func span(ofHourAround instant: Timestamp) -> Range<Timestamp> {
    let start = localHour(at: instant)
    // After a change by half an hour the first hour is a half.
    let past = Int64(localTime(at: start).millisecondOfDay % 3_600_000)
    let end = start + TimeSpan(milliseconds: 3_600_000 - past)
    guard offsetSeconds(at: end - TimeSpan(milliseconds: 1)) != offsetSeconds(at: start) else { return start..<end }
    return start..<(transitions.first { $0.start > start }?.start ?? end)
  }

  /// The local day an instant lies in: its number, and from where to where it goes.
  fileprivate func day(around instant: Timestamp) -> (number: Int, span: Range<Timestamp>) {
    let number = localDay(at: instant)
    return (number, start(ofDay: number)..<start(ofDay: number + 1))
  }
}
