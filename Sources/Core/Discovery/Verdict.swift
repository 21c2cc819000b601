/// The answer about one offer alone, however far away it is: what it scores, or why it is not shown.
package enum Verdict: Hashable, Sendable {
  case ranked(RankedOffer)
  /// With every reason, the first one first.
  case heldBack(HeldBackOffer)

  package init(on offer: Offer, for context: Context, profile: OfferProfile) {
    let index = OfferIndex([offer])
    let worded = WordedOffers(context.person.wordings, in: index)
    let moment = Moment(context, categories: index.categories)
    let walk = moment.walk(to: index.positions[0])
    let codes = moment.obstacles(worded.candidate(0, in: index), walk)
    if let first = codes.first {
      let decision = HeldBackOffer.Decision(context: context, offers: index.offers)
      self = .heldBack(
        HeldBackOffer(decision: decision, row: 0, walk: walk, first: first, rest: codes, holds: offer.campaignHolds))
    } else {
      self = .ranked(index.ranked(row: 0, walk: walk, moment: moment, profile: profile, worded: worded))
    }
  }
}
