/// A partner's period in a list: what it adds up to, and whether it is closed.
package struct SettlementSummary: Hashable, Sendable {
  package let partnerID: Partner.ID
  package let partnerName: String
  package let period: SettlementPeriod
  package let redemptions: Int
  package let refunds: Int
  /// Redeemed value, refunds taken off.
  package let baseCents: Int64
  /// Commission, reversals taken off.
  package let commissionCents: Int64
  package let currency: Currency
  /// Nil while it is open.
  package let closing: PartnerStatement.Closing?

  package init(
    partnerID: Partner.ID, partnerName: String, period: SettlementPeriod, redemptions: Int, refunds: Int,
    baseCents: Int64, commissionCents: Int64, currency: Currency, closing: PartnerStatement.Closing?
  ) {
    self.partnerID = partnerID
    self.partnerName = partnerName
    self.period = period
    self.redemptions = redemptions
    self.refunds = refunds
    self.baseCents = baseCents
    self.commissionCents = commissionCents
    self.currency = currency
    self.closing = closing
  }
}
