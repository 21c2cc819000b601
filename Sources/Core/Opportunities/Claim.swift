/// An accepted offer, with the code that proves it at the counter.
package struct Claim: Hashable, Sendable {
  package typealias ID = Core.ID<Claim>

  /// Open until redeemed, expired or cancelled.
  package enum State: String, Sendable, CaseIterable {
    case open, redeemed, expired, cancelled
  }

  package let id: ID
  package let code: ClaimCode
  package let offerID: Offer.ID
  package let expiresAt: Timestamp
  package let capacityLeft: Int?

  package init(id: ID, code: ClaimCode, offerID: Offer.ID, expiresAt: Timestamp, capacityLeft: Int?) {
    self.id = id
    self.code = code
    self.offerID = offerID
    self.expiresAt = expiresAt
    self.capacityLeft = capacityLeft
  }
}
