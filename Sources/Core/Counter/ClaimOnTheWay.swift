/// An open claim whose holder may walk in any minute. Without its code: only the customer has that.
package struct ClaimOnTheWay: Hashable, Sendable {
  package let claimID: Claim.ID
  package let offerID: Offer.ID
  package let offerTitle: String
  package let claimedAt: Timestamp
  package let expiresAt: Timestamp
  /// From the parked car; nil once the driver is erased and left no position.
  package let walk: Walk?

  package init(
    claimID: Claim.ID, offerID: Offer.ID, offerTitle: String, claimedAt: Timestamp, expiresAt: Timestamp, walk: Walk?
  ) {
    self.claimID = claimID
    self.offerID = offerID
    self.offerTitle = offerTitle
    self.claimedAt = claimedAt
    self.expiresAt = expiresAt
    self.walk = walk
  }

  /// Minutes of walking left for somebody who set out when they took the offer; 0 when they could be here, nil where the
  /// way is unknown. Never more than the whole way, also when the clock was set back.
  package func minutesLeft(at now: Timestamp) -> Double? {
    walk.map { min($0.minutes, max(0, $0.minutes - (now - claimedAt).minutes)) }
  }
}
