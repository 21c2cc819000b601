import Core

/// Counts and sums of one offer over an hour or a day.
struct RollupCounts: Hashable, Sendable {
  var impressions: Int64 = 0
  var views: Int64 = 0
  var acceptances: Int64 = 0
  var dismissals: Int64 = 0
  var redemptions: Int64 = 0
  var expiries: Int64 = 0
  var claimedCents: Int64 = 0
  var redeemedCents: Int64 = 0
  var revenueCents: Int64 = 0

  /// Counts one interaction.
  mutating func add(_ type: InteractionType, valueCents: Int64, revenueCents revenue: Int64) {
    switch type {
    case .impression: impressions += 1
    case .view: views += 1
    case .acceptance:
      acceptances += 1
      claimedCents += valueCents
    case .dismissal: dismissals += 1
    case .redemption:
      redemptions += 1
      redeemedCents += valueCents
      revenueCents += revenue
    case .expiry: expiries += 1
    }
  }
}

/// The counts of a transaction, by hour and by day, until they are written at its end.
struct PendingRollups {
  /// One offer in one hour (its first instant) or day (its number).
  struct Key: Hashable {
    let period: Int64
    let offerID: Int64
  }

  private(set) var hours: [Key: RollupCounts] = [:]
  private(set) var days: [Key: RollupCounts] = [:]

  var isEmpty: Bool { hours.isEmpty }

  /// Counts one interaction on the partner's clock.
  mutating func add(
    _ type: InteractionType, offer: Offer.ID, at instant: Timestamp, zone: ZoneTable, valueCents: Int64,
    revenueCents: Int64
  ) {
    let hour = Key(period: zone.localHour(at: instant).milliseconds, offerID: offer.value)
    let day = Key(period: Int64(zone.localTime(at: instant).date.dayNumber), offerID: offer.value)
    hours[hour, default: RollupCounts()].add(type, valueCents: valueCents, revenueCents: revenueCents)
    days[day, default: RollupCounts()].add(type, valueCents: valueCents, revenueCents: revenueCents)
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
