import Core

/// The counts of a transaction, by hour and by day, until they are written at its end.
struct PendingRollups {
  /// One offer in one hour (its first instant) or day (its number).
  struct Key: PeriodKey {
    let owner: Int64
    let period: Int64

    var offerID: Int64 { owner }
  }

  /// One partner in one day.
  struct PartnerDay: PeriodKey {
    let owner: Int64
    let period: Int64

    var partnerID: Int64 { owner }
  }

  /// How long people took, or how far they walk.
  struct Occurrence: Hashable {
    let offerID: Int64
    /// Its first instant.
    let hour: Int64
    let measure: Measure
    let value: Int64
  }

  /// What medians are taken of.
  enum Measure: String {
    /// Whole seconds from impression to acceptance; what is left over is dropped.
    case seconds
    /// Metres to walk, rounded to the nearest whole one.
    case metres
  }

  var hours = PeriodCounts<Key, RollupCounts>()
  var days = PeriodCounts<Key, RollupCounts>()
  var partnerDays = PeriodCounts<PartnerDay, RollupCounts>()
  var values: [Occurrence: Int64] = [:]
  /// Of each partner, commission that was earned less what was settled.
  var due: [Int64: Int64] = [:]

  var isEmpty: Bool { hours.isEmpty && values.isEmpty && due.isEmpty }

  /// Counts one interaction on the partner's clock.
  mutating func add(
    _ type: InteractionType, offer: Offer.ID, partner: Partner.ID, at instant: Timestamp, zone: ZoneTable,
    valueCents: Int64, revenueCents: Int64
  ) {
    var counts = RollupCounts()
    counts.add(type, valueCents: valueCents, revenueCents: revenueCents)
    add(counts, offer: offer, partner: partner, at: instant, zone: zone)
  }

  private mutating func add(
    _ counts: RollupCounts, offer: Offer.ID, partner: Partner.ID, at instant: Timestamp, zone: ZoneTable
  ) {
    addHour(counts, offer: offer, at: zone.localHour(at: instant))
    addDay(counts, offer: offer, partner: partner, day: zone.localDay(at: instant))
  }

  /// Counts what became of an offer in the hour that begins at an instant.
  mutating func addHour(_ counts: RollupCounts, offer: Offer.ID, at hour: Timestamp) {
    hours.add(counts, to: Key(owner: offer.value, period: hour.milliseconds))
  }

  /// Counts what became of an offer in one day of the partner's clock.
  mutating func addDay(_ counts: RollupCounts, offer: Offer.ID, partner: Partner.ID, day: Int) {
    days.add(counts, to: Key(owner: offer.value, period: Int64(day)))
    partnerDays.add(counts, to: PartnerDay(owner: partner.value, period: Int64(day)))
  }

  /// Counts what one acceptance took.
  /// - Parameters:
  ///   - shownAt: when the offer was first shown in the session; nil if it was not.
  ///   - walk: nil if it is not known.
  mutating func addAcceptance(
    of offer: Offer.ID, at instant: Timestamp, zone: ZoneTable, shownAt: Timestamp?, walk: Walk?
  ) {
    let hour = zone.localHour(at: instant).milliseconds
    if let shownAt {
      // A clock that was set back in between makes no time negative.
      let seconds = max(0, (instant - shownAt).milliseconds / 1000)
      values[Occurrence(offerID: offer.value, hour: hour, measure: .seconds, value: seconds), default: 0] += 1
    }
    if let walk { change(walk, of: offer, inHour: hour, by: 1) }
  }

  /// Takes back the way of one acceptance, whose person is to be forgotten.
  mutating func forgetWalk(_ walk: Walk, of offer: Offer.ID, at instant: Timestamp, zone: ZoneTable) {
    change(walk, of: offer, inHour: zone.localHour(at: instant).milliseconds, by: -1)
  }

  /// Counts what the ledger says of one redemption or refund, at the ledger entry's own time.
  /// - Parameters:
  ///   - commissionCents: below zero for what a refund reverses.
  ///   - refundedCents: what was given back.
  mutating func addMoney(
    offer: Offer.ID, partner: Partner.ID, at instant: Timestamp, zone: ZoneTable, commissionCents: Int64,
    refundedCents: Int64 = 0
  ) {
    var counts = RollupCounts()
    counts.commissionCents = commissionCents
    counts.refundedCents = refundedCents
    add(counts, offer: offer, partner: partner, at: instant, zone: zone)
    due[partner.value, default: 0] += commissionCents
  }

  /// Notes that commission of a partner was settled.
  mutating func settle(_ commissionCents: Int64, of partner: Partner.ID) {
    due[partner.value, default: 0] -= commissionCents
  }

  private mutating func change(_ walk: Walk, of offer: Offer.ID, inHour hour: Int64, by count: Int64) {
    let metres = Int64(walk.distance.value.rounded())
    values[Occurrence(offerID: offer.value, hour: hour, measure: .metres, value: metres), default: 0] += count
  }
}

extension ZoneTable {
  /// The first instant of the local clock hour an instant lies in. An hour in which the clock changes is two: one up to
  /// the change and one from it, so that every hour lies within one local day.
  func localHour(at instant: Timestamp) -> Timestamp {
    let local = localTime(at: instant)
    let start = instant - TimeSpan(milliseconds: Int64(local.millisecondOfDay % 3_600_000))
    guard offsetSeconds(at: start) != local.offsetSeconds else { return start }
    return transitions.last { $0.start <= instant }?.start ?? start
  }
}
