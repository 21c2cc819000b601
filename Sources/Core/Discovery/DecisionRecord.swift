/// The inputs of one decision, kept so that it can be explained and replayed to the same bits.
///
/// Offers are named by id and version, and their facts are looked up; only what moves without a version (places left)
/// is kept beside them.
package struct DecisionRecord: Hashable, Sendable {
  package typealias ID = Core.ID<DecisionRecord>

  /// One offer that was ranked or held back.
  package struct Entry: Hashable, Sendable {
    package let offerID: Offer.ID
    package let offerVersion: Int
    package let capacityLeft: Int?
    /// What its campaign said.
    package let holds: CampaignHolds

    package init(offerID: Offer.ID, offerVersion: Int, capacityLeft: Int?, holds: CampaignHolds = []) {
      self.offerID = offerID
      self.offerVersion = offerVersion
      self.capacityLeft = capacityLeft
      self.holds = holds
    }

    init(_ offer: Offer) {
      self.init(
        offerID: offer.id, offerVersion: offer.version, capacityLeft: offer.capacityLeft,
        holds: offer.campaignHolds)
    }
  }

  package let context: Context
  package let profile: OfferProfile
  /// Length the list was cut to.
  package let limit: Int
  /// Ranked offers first, best first, then the held-back ones.
  package let entries: [Entry]
  /// The exact score of each ranked offer.
  package let scores: [Double]
  /// Over every offer there was, also those that are in no entry.
  package let totals: Ranking.Totals

  package init(
    context: Context, profile: OfferProfile, limit: Int, entries: [Entry], scores: [Double],
    totals: Ranking.Totals = Ranking.Totals()
  ) {
    self.context = context
    self.profile = profile
    self.limit = limit
    self.entries = entries
    self.scores = scores
    self.totals = totals
  }
}
