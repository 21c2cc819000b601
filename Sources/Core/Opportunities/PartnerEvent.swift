/// What a partner is told of, by an event in the outbox.
package enum PartnerEvent: String, Sendable, CaseIterable {
  case claimMade = "claim.made"
  case claimRedeemed = "claim.redeemed"
  case claimExpired = "claim.expired"
  case offerApproved = "offer.approved"
  case offerSoldOut = "offer.sold_out"
}
