/// What a counter took in one of the partner's days: the slip at closing time.
package struct DaySlip: Hashable, Sendable {
  package let partnerID: Partner.ID
  package let partnerName: String
  package let day: CivilDate
  /// The partner's clock, whose day it is: 23, 24 or 25 hours.
  package let zone: String
  package let currency: Currency
  /// In the order they were booked.
  package let lines: [PartnerStatement.Line]

  package init(
    partnerID: Partner.ID, partnerName: String, day: CivilDate, zone: String, currency: Currency,
    lines: [PartnerStatement.Line]
  ) {
    self.partnerID = partnerID
    self.partnerName = partnerName
    self.day = day
    self.zone = zone
    self.currency = currency
    self.lines = lines
  }

  package var redemptions: Int { lines.count { $0.kind == .redemption } }

  /// What was paid, refunds not taken off.
  package var takenCents: Int64 { lines.reduce(0) { $0 + max(0, $1.baseCents) } }

  /// What was given back, zero or above.
  package var refundedCents: Int64 { lines.reduce(0) { $0 - min(0, $1.baseCents) } }

  /// Commission, reversals taken off.
  package var commissionCents: Int64 { lines.reduce(0) { $0 + $1.commissionCents } }
}
