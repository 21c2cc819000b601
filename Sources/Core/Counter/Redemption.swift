/// What became of a claim at the counter: the customer paid, and commission was booked.
package struct Redemption: Hashable, Sendable {
  package let claimID: Claim.ID
  package let code: ClaimCode
  package let offerID: Offer.ID
  package let partnerID: Partner.ID
  package let at: Timestamp
  /// What was paid, in minor units.
  package let amountCents: Int64
  /// Worth to the person.
  package let valueCents: Int64
  package let commissionCents: Int64
  package let basisPoints: Int
  package let currency: Currency
  /// The period whose statement has it.
  package let period: SettlementPeriod
  package let receipt: String?

  package init(
    claimID: Claim.ID, code: ClaimCode, offerID: Offer.ID, partnerID: Partner.ID, at: Timestamp, amountCents: Int64,
    valueCents: Int64, commissionCents: Int64, basisPoints: Int, currency: Currency, period: SettlementPeriod,
    receipt: String?
  ) {
    self.claimID = claimID
    self.code = code
    self.offerID = offerID
    self.partnerID = partnerID
    self.at = at
    self.amountCents = amountCents
    self.valueCents = valueCents
    self.commissionCents = commissionCents
    self.basisPoints = basisPoints
    self.currency = currency
    self.period = period
    self.receipt = receipt
  }
}
