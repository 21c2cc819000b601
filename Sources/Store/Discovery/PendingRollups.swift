import Core

/// The counts of a transaction, by hour and by day, until they are written at its end.
struct PendingRollups {
  /// One offer in one hour (its first instant) or day (its number).
  struct Key: Hashable {
    let period: Int64
    let offerID: Int64
  }

  /// One partner in one day.
  struct PartnerDay: Hashable {
    let partnerID: Int64
    let day: Int64
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

  var hours: [Key: RollupCounts] = [:]
  var days: [Key: RollupCounts] = [:]
  var partnerDays: [PartnerDay: RollupCounts] = [:]
  var values: [Occurrence: Int64] = [:]
  /// Of each partner, commission that was earned less what was settled.
  var due: [Int64: Int64] = [:]

  var isEmpty: Bool { hours.isEmpty && values.isEmpty && due.isEmpty }

  /// Counts one interaction on the partner's clock.
  mutating func add(
    _ type: InteractionType, offer: Offer.ID, partner: Partner.ID, at instant: Timestamp, zone: ZoneTable,
    valueCents: Int64, revenueCents: Int64
  ) {
    change(offer, partner, at: instant, zone) { $0.add(type, valueCents: valueCents, revenueCents: revenueCents) }
  }

  /// Counts what became of an offer within one hour of the partner's clock.
  mutating func add(
    _ counts: RollupCounts, offer: Offer.ID, partner: Partner.ID, at instant: Timestamp, zone: ZoneTable
  ) {
    change(offer, partner, at: instant, zone) { $0 += counts }
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
    change(offer, partner, at: instant, zone) {
      $0.commissionCents += commissionCents
      $0.refundedCents += refundedCents
    }
    due[partner.value, default: 0] += commissionCents
  }

  /// Notes that commission of a partner was settled.
  mutating func settle(_ commissionCents: Int64, of partner: Partner.ID) {
    due[partner.value, default: 0] -= commissionCents
  }

  private mutating func change(
    _ offer: Offer.ID, _ partner: Partner.ID, at instant: Timestamp, _ zone: ZoneTable,
    _ body: (inout RollupCounts) -> Void
  ) {
    let hour = Key(period: zone.localHour(at: instant).milliseconds, offerID: offer.value)
    let day = Int64(zone.localTime(at: instant).date.dayNumber)
    body(&hours[hour, default: RollupCounts()])
    body(&days[Key(period: day, offerID: offer.value), default: RollupCounts()])
    body(&partnerDays[PartnerDay(partnerID: partner.value, day: day), default: RollupCounts()])
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
