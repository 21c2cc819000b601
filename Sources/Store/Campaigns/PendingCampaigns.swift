import Core

/// What a transaction counts of campaigns, until it is written at its end; and all there is, for a recount.
struct PendingCampaigns {
  /// A campaign and a local day by its number, or an hour by its first instant.
  struct Period: PeriodKey {
    let owner: Int64
    let period: Int64

    var campaign: Int64 { owner }
  }

  /// A value of one of a campaign's dimensions, and a day.
  struct Segment: PeriodKey {
    struct Owner: Hashable {
      let campaign: Int64
      let dimension: String
      let value: String
    }

    let owner: Owner
    let period: Int64
  }

  /// An offer of a campaign, and a day.
  struct OfferDay: PeriodKey {
    struct Owner: Hashable {
      let campaign: Int64
      /// 0 is of no offer.
      let offer: Int64
    }

    let owner: Owner
    let period: Int64
  }

  /// A currency's code, and a day.
  struct CurrencyDay: PeriodKey {
    let owner: String
    let period: Int64
  }

  var days = PeriodCounts<Period, CampaignCounts>()
  var hours = PeriodCounts<Period, CampaignCounts>()
  var segments = PeriodCounts<Segment, CampaignCounts>()
  var offers = PeriodCounts<OfferDay, CampaignCounts>()
  var portfolio = PeriodCounts<CurrencyDay, CampaignCounts>()
  var visits: [PersonWeek: Visits] = [:]

  /// What campaigns with budgets may still spend; of one transaction.
  var purses: [Campaign.ID: Purse] = [:]

  var isEmpty: Bool { days.isEmpty && visits.isEmpty }

  /// Counts an interaction that was written.
  mutating func add(_ booking: Booking, of entry: LogEntry) {
    add(
      CampaignLogRow(
        at: entry.at, type: entry.type, offer: entry.offerID, person: entry.session.personID,
        driver: booking.segments, spendMicros: booking.spendMicros, revenueCents: entry.revenueCents ?? 0),
      of: booking.entry)
  }

  /// Counts something that happened at an instant.
  /// - Parameter offer: nil for what is of no offer, as a fixed cost.
  mutating func add(
    _ counts: CampaignCounts, of entry: OfferCampaigns.Entry, at instant: Timestamp, segments driver: DriverSegments,
    offer: Offer.ID?
  ) {
    addHour(counts, of: entry.campaign.id, hour: entry.zone.localHour(at: instant))
    addDay(
      entry.zone.localDay(at: instant),
      CampaignSegment.Dimension.allCases.map { ($0.rawValue, driver.value(of: $0), counts) }, of: entry.campaign,
      offer: offer)
  }

  /// Counts what became of a campaign in one hour of its clock.
  mutating func addHour(_ counts: CampaignCounts, of campaign: Campaign.ID, hour: Timestamp) {
    hours.add(counts, to: Period(owner: campaign.value, period: hour.milliseconds))
  }

  /// A value of a dimension and what came of it.
  typealias SegmentCounts = (dimension: String, value: String, counts: CampaignCounts)

  /// Counts what became of an offer of a campaign in one day of its clock.
  /// - Parameter segments: of each dimension all values, which add up to the same sum.
  mutating func addDay(_ day: Int, _ segments: [SegmentCounts], of campaign: Campaign, offer: Offer.ID?) {
    guard let dimension = segments.first?.dimension else { return }
    addDay(
      day, segments.reduce(.zero) { $1.dimension == dimension ? $0 + $1.counts : $0 }, segments, of: campaign,
      offer: offer)
  }

  /// The same, where the dimensions need not be all there: what is imported has those of its file.
  mutating func addDay(
    _ day: Int, _ counts: CampaignCounts, _ segments: [SegmentCounts], of campaign: Campaign, offer: Offer.ID?
  ) {
    let (id, day) = (campaign.id.value, Int64(day))
    days.add(counts, to: Period(owner: id, period: day))
    for segment in segments {
      let owner = Segment.Owner(campaign: id, dimension: segment.dimension, value: segment.value)
      self.segments.add(segment.counts, to: Segment(owner: owner, period: day))
    }
    offers.add(counts, to: OfferDay(owner: OfferDay.Owner(campaign: id, offer: offer?.value ?? 0), period: day))
    portfolio.add(counts, to: CurrencyDay(owner: campaign.currency.code, period: day))
  }
}

/// What one person does in one campaign in one week.
struct PersonWeek: Hashable {
  let person: Int64
  let campaign: Int64
  /// The day number of its Monday.
  let week: Int64
}

/// What counts for a cohort.
struct Visits: Hashable {
  var acceptances: Int64 = 0
  var redemptions: Int64 = 0
  /// Net of refunds.
  var revenueCents: Int64 = 0

  /// Whether the person was active: a refund alone is no visit.
  var isActive: Bool { acceptances > 0 || redemptions > 0 }

  static func += (one: inout Visits, other: Visits) {
    one.acceptances += other.acceptances
    one.redemptions += other.redemptions
    one.revenueCents += other.revenueCents
  }
}

extension PendingCampaigns {
  /// Counts what a known person did; who is anonymous never comes back.
  mutating func addVisit(
    _ type: InteractionType, of person: Person.ID?, in entry: OfferCampaigns.Entry, at instant: Timestamp,
    revenueCents: Int64
  ) {
    guard type == .acceptance || type == .redemption else { return }
    add(
      Visits(
        acceptances: type == .acceptance ? 1 : 0, redemptions: type == .redemption ? 1 : 0,
        revenueCents: type == .redemption ? revenueCents : 0),
      of: person, in: entry, at: instant)
  }

  /// Counts what was given back of a redemption, on the day it was.
  mutating func addRefund(
    _ cents: Int64, driver: DriverSegments, offer: Offer.ID, of person: Person.ID?, in entry: OfferCampaigns.Entry,
    at instant: Timestamp
  ) {
    add(
      CampaignCounts(revenueCents: -cents, refundedCents: cents), of: entry, at: instant, segments: driver,
      offer: offer)
    add(Visits(revenueCents: -cents), of: person, in: entry, at: instant)
  }

  /// Counts a cost that no interaction causes.
  mutating func addCharge(_ micros: Int64, of entry: OfferCampaigns.Entry, at instant: Timestamp) {
    add(CampaignCounts(spendMicros: micros), of: entry, at: instant, segments: DriverSegments(), offer: nil)
  }

  private mutating func add(
    _ visits: Visits, of person: Person.ID?, in entry: OfferCampaigns.Entry, at instant: Timestamp
  ) {
    guard let person else { return }
    let week = PersonWeek(
      person: person.value, campaign: entry.campaign.id.value, week: entry.zone.localWeek(at: instant))
    self.visits[week, default: Visits()] += visits
  }
}

extension ZoneTable {
  /// The day number of the Monday of the local ISO week an instant lies in.
  func localWeek(at instant: Timestamp) -> Int64 {
    let date = localTime(at: instant).date
    return Int64(date.dayNumber - date.weekday.index)
  }
}
