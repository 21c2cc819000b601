import Core

/// What a transaction counts of campaigns, until it is written at its end; and all there is, for a recount.
struct PendingCampaigns {
  /// A campaign and a period: a local day by its number, an hour by its first instant.
  struct Period: Hashable {
    let campaign: Int64
    let period: Int64
  }

  struct Segment: Hashable {
    let campaign: Int64
    let dimension: String
    let value: String
    let day: Int64
  }

  struct OfferDay: Hashable {
    let campaign: Int64
    /// 0 is of no offer.
    let offer: Int64
    let day: Int64
  }

  struct CurrencyDay: Hashable {
    let currency: String
    let day: Int64
  }

  var days: [Period: CampaignCounts] = [:]
  var hours: [Period: CampaignCounts] = [:]
  var segments: [Segment: CampaignCounts] = [:]
  var offers: [OfferDay: CampaignCounts] = [:]
  var portfolio: [CurrencyDay: CampaignCounts] = [:]
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
    let hour = entry.zone.localHour(at: instant).milliseconds
    hours[Period(campaign: entry.campaign.id.value, period: hour), default: .zero] += counts
    add(
      counts, of: entry.campaign, onDay: entry.zone.localDay(at: instant),
      segments: CampaignSegment.Dimension.allCases.map { ($0.rawValue, driver.value(of: $0)) }, offer: offer)
  }

  /// Counts something of which only the local day is known.
  mutating func add(
    _ counts: CampaignCounts, of campaign: Campaign, onDay day: Int,
    segments values: [(dimension: String, value: String)],
    offer: Offer.ID?
  ) {
    let (id, day) = (campaign.id.value, Int64(day))
    days[Period(campaign: id, period: day), default: .zero] += counts
    for (dimension, value) in values {
      segments[Segment(campaign: id, dimension: dimension, value: value, day: day), default: .zero] += counts
    }
    offers[OfferDay(campaign: id, offer: offer?.value ?? 0, day: day), default: .zero] += counts
    portfolio[CurrencyDay(currency: campaign.currency.code, day: day), default: .zero] += counts
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
