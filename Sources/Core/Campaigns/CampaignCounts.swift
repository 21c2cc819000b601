/// What was counted of a campaign, or of a part of it: interactions, what was spent on them and what they earned.
package struct CampaignCounts: Hashable, Sendable, AdditiveArithmetic {
  package var impressions: Int64
  package var views: Int64
  package var acceptances: Int64
  package var dismissals: Int64
  package var redemptions: Int64
  package var expiries: Int64
  /// Millionths of a currency unit.
  package var spendMicros: Int64
  /// Redeemed value in minor units, refunds taken off on the day they were given.
  package var revenueCents: Int64
  /// What was given back, already taken off ``revenueCents``; not below zero.
  package var refundedCents: Int64

  package init(
    impressions: Int64 = 0, views: Int64 = 0, acceptances: Int64 = 0, dismissals: Int64 = 0, redemptions: Int64 = 0,
    expiries: Int64 = 0, spendMicros: Int64 = 0, revenueCents: Int64 = 0, refundedCents: Int64 = 0
  ) {
    self.impressions = impressions
    self.views = views
    self.acceptances = acceptances
    self.dismissals = dismissals
    self.redemptions = redemptions
    self.expiries = expiries
    self.spendMicros = spendMicros
    self.revenueCents = revenueCents
    self.refundedCents = refundedCents
  }

  /// Nothing.
  package static let zero = CampaignCounts()

  /// Whether nothing at all was counted.
  package var isZero: Bool { self == .zero }

  /// Micros in a minor unit.
  package static let microsPerCent: Int64 = 10_000
  /// Micros in a currency unit.
  package static let microsPerUnit = 1e6

  /// Revenue as spend is kept: in millionths of a currency unit.
  package var revenueMicros: Int64 { Int64(clamping: Int128(revenueCents) * Int128(Self.microsPerCent)) }

  /// Revenue less spend, in millionths of a currency unit.
  package var profitMicros: Int64 {
    Int64(clamping: Int128(revenueCents) * Int128(Self.microsPerCent) - Int128(spendMicros))
  }

  /// Spend in minor units, rounded half up.
  package var spendCents: Int64 { Self.cents(ofMicros: spendMicros) }

  /// Profit in minor units, rounded half up from the exact difference.
  package var profitCents: Int64 { Self.cents(ofMicros: profitMicros) }

  /// Millionths of a currency unit in minor units, rounded half up.
  package static func cents(ofMicros micros: Int64) -> Int64 {
    let whole = micros.flooredQuotient(microsPerCent)
    return micros - whole * microsPerCent >= microsPerCent / 2 ? whole + 1 : whole
  }

  /// The same shared out over a count above zero, rounded half up.
  package static func cents(ofMicros micros: Int64, dividedBy count: Int64) -> Int64 {
    let (double, unit) = (2 * Int128(micros), 2 * Int128(microsPerCent) * Int128(count))
    let shifted = double + unit / 2
    let quotient = shifted / unit
    return Int64(clamping: shifted % unit < 0 ? quotient - 1 : quotient)
  }

  package static func + (one: Self, other: Self) -> Self {
    CampaignCounts(
      impressions: one.impressions + other.impressions, views: one.views + other.views,
      acceptances: one.acceptances + other.acceptances, dismissals: one.dismissals + other.dismissals,
      redemptions: one.redemptions + other.redemptions, expiries: one.expiries + other.expiries,
      spendMicros: one.spendMicros + other.spendMicros, revenueCents: one.revenueCents + other.revenueCents,
      refundedCents: one.refundedCents + other.refundedCents)
  }

  package static func - (one: Self, other: Self) -> Self {
    CampaignCounts(
      impressions: one.impressions - other.impressions, views: one.views - other.views,
      acceptances: one.acceptances - other.acceptances, dismissals: one.dismissals - other.dismissals,
      redemptions: one.redemptions - other.redemptions, expiries: one.expiries - other.expiries,
      spendMicros: one.spendMicros - other.spendMicros, revenueCents: one.revenueCents - other.revenueCents,
      refundedCents: one.refundedCents - other.refundedCents)
  }

  package static func += (one: inout Self, other: Self) { one = one + other }
}
