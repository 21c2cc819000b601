/// What an accepted offer asks of its driver: a walk, some time there, a payment, and the way back.
package struct Errand: Hashable, Sendable {
  package let claim: Claim.ID
  package let offer: Offer.ID
  /// One way.
  let walkMinutes: Double
  /// At most, once there.
  let useMinutes: Double
  /// What people usually pay, in minor units, after the discount.
  let usualCents: Double
  /// Added to the meter at once; 0 for most offers.
  let parkingMinutes: Int

  package init(_ claim: Claim.ID, of offer: Offer, walk: Walk) {
    self.claim = claim
    self.offer = offer.id
    walkMinutes = walk.minutes
    useMinutes = offer.useMinutes
    let spend = Double(offer.typicalSpendCents ?? ValueProposition.defaultTypicalSpendCents)
    usualCents = spend * (1 - offer.value.discountPercent / 100)
    parkingMinutes = offer.type == .parkingExtension ? offer.value.parkingMinutes : 0
  }

  /// One way, to the second.
  var walk: TimeSpan { .seconds(Int64((walkMinutes * 60).rounded())) }
}
