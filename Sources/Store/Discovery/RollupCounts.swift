import Core

/// Counts and sums of one offer, or of one partner, over an hour or a day.
struct RollupCounts: Hashable, Sendable, AdditiveArithmetic {
  var impressions: Int64 = 0
  var views: Int64 = 0
  var acceptances: Int64 = 0
  var dismissals: Int64 = 0
  var redemptions: Int64 = 0
  var expiries: Int64 = 0
  var claimedCents: Int64 = 0
  var redeemedCents: Int64 = 0
  /// Refunds are not taken off.
  var revenueCents: Int64 = 0
  /// What refunds reversed is taken off.
  var commissionCents: Int64 = 0
  var refundedCents: Int64 = 0

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

extension RollupCounts {
  static let zero = RollupCounts()

  static func + (one: Self, other: Self) -> Self {
    var sum = one
    sum += other
    return sum
  }

  static func += (one: inout Self, other: Self) {
    one.impressions += other.impressions
    one.views += other.views
    one.acceptances += other.acceptances
    one.dismissals += other.dismissals
    one.redemptions += other.redemptions
    one.expiries += other.expiries
    one.claimedCents += other.claimedCents
    one.redeemedCents += other.redeemedCents
    one.revenueCents += other.revenueCents
    one.commissionCents += other.commissionCents
    one.refundedCents += other.refundedCents
  }

  static func - (one: Self, other: Self) -> Self {
    var difference = one
    difference.impressions -= other.impressions
    difference.views -= other.views
    difference.acceptances -= other.acceptances
    difference.dismissals -= other.dismissals
    difference.redemptions -= other.redemptions
    difference.expiries -= other.expiries
    difference.claimedCents -= other.claimedCents
    difference.redeemedCents -= other.redeemedCents
    difference.revenueCents -= other.revenueCents
    difference.commissionCents -= other.commissionCents
    difference.refundedCents -= other.refundedCents
    return difference
  }

  /// Reads the eleven numbers of a rollup's row from a column on.
  init(_ row: Row, from first: Int32) {
    impressions = row.integer(first)
    views = row.integer(first + 1)
    acceptances = row.integer(first + 2)
    dismissals = row.integer(first + 3)
    redemptions = row.integer(first + 4)
    expiries = row.integer(first + 5)
    claimedCents = row.integer(first + 6)
    redeemedCents = row.integer(first + 7)
    revenueCents = row.integer(first + 8)
    commissionCents = row.integer(first + 9)
    refundedCents = row.integer(first + 10)
  }
}
