/// What a counter and a list show of a claim.
package struct ClaimFacts: Hashable, Sendable {
  package let id: Claim.ID
  package let code: ClaimCode
  package let state: Claim.State
  package let offerID: Offer.ID
  /// As it was called when it was claimed.
  package let offerTitle: String
  package let value: ValueProposition
  package let partnerID: Partner.ID
  package let partnerName: String
  package let currency: Currency
  /// What a redemption without an amount counts as, in minor units.
  package let typicalSpendCents: Int64
  /// Worth to the person when it was claimed.
  package let valueCents: Int64
  package let claimedAt: Timestamp
  package let expiresAt: Timestamp
  /// When it was redeemed, or found expired.
  package let closedAt: Timestamp?
  /// What was paid; nil until redeemed.
  package let revenueCents: Int64?
  package let refundedCents: Int64
  package let receipt: String?

  package init(
    id: Claim.ID, code: ClaimCode, state: Claim.State, offerID: Offer.ID, offerTitle: String,
    value: ValueProposition, partnerID: Partner.ID, partnerName: String, currency: Currency, typicalSpendCents: Int64,
    valueCents: Int64, claimedAt: Timestamp, expiresAt: Timestamp, closedAt: Timestamp?, revenueCents: Int64?,
    refundedCents: Int64, receipt: String?
  ) {
    self.id = id
    self.code = code
    self.state = state
    self.offerID = offerID
    self.offerTitle = offerTitle
    self.value = value
    self.partnerID = partnerID
    self.partnerName = partnerName
    self.currency = currency
    self.typicalSpendCents = typicalSpendCents
    self.valueCents = valueCents
    self.claimedAt = claimedAt
    self.expiresAt = expiresAt
    self.closedAt = closedAt
    self.revenueCents = revenueCents
    self.refundedCents = refundedCents
    self.receipt = receipt
  }
}
