/// Money given back for a redeemed claim, with the commission that is taken back for it.
package struct Refund: Hashable, Sendable {
  package let claimID: Claim.ID
  package let code: ClaimCode
  package let at: Timestamp
  /// What was given back now, in minor units.
  package let amountCents: Int64
  /// What was given back in all, this included.
  package let refundedCents: Int64
  /// What could still be given back.
  package let remainingCents: Int64
  /// The reversal, zero or below.
  package let commissionCents: Int64
  package let currency: Currency
  /// The period whose statement has it.
  package let period: SettlementPeriod

  package init(
    claimID: Claim.ID, code: ClaimCode, at: Timestamp, amountCents: Int64, refundedCents: Int64,
    remainingCents: Int64, commissionCents: Int64, currency: Currency, period: SettlementPeriod
  ) {
    self.claimID = claimID
    self.code = code
    self.at = at
    self.amountCents = amountCents
    self.refundedCents = refundedCents
    self.remainingCents = remainingCents
    self.commissionCents = commissionCents
    self.currency = currency
    self.period = period
  }
}
