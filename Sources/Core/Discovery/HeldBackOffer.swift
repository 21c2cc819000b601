/// An offer that is not shown, with the reasons why.
///
/// Reasons are put into words when somebody asks: a decision holds up to two hundred offers back, and most are never
/// looked at.
package struct HeldBackOffer: Hashable, Sendable {
  /// What all offers of one decision share.
  final class Decision: Sendable {
    let context: Context
    let offers: [Offer]

    init(context: Context, offers: [Offer]) {
      self.context = context
      self.offers = offers
    }
  }

  package let walk: Walk
  private let decision: Decision
  private let row: Int
  private let first: HeldBackCode
  /// Those to be listed after the first.
  private let rest: HeldBackCodes
  /// What its campaign said.
  private let holds: CampaignHolds

  init(
    decision: Decision, row: Int, walk: Walk, first: HeldBackCode, rest: HeldBackCodes = HeldBackCodes(),
    holds: CampaignHolds
  ) {
    self.decision = decision
    self.row = row
    self.walk = walk
    self.first = first
    self.rest = rest
    self.holds = holds
  }

  /// As this person is shown it.
  package var offer: Offer {
    var offer = decision.offers[row]
    offer.campaignHolds = holds
    return offer.worded(decision.context.person.wordings[offer.id])
  }

  /// The first reason that applies.
  package var reason: HeldBackReason { reason(first) }

  /// The reasons after the first, when every one was asked for.
  package var others: [HeldBackReason] { rest.all.filter { $0 != first }.map(reason) }

  /// What a decision record keeps of it, without copying the offer.
  var entry: DecisionRecord.Entry {
    let offer = decision.offers[row]
    return DecisionRecord.Entry(
      offerID: offer.id, offerVersion: offer.version, capacityLeft: offer.capacityLeft, holds: holds)
  }

  /// Whether what the person and the offer have had with each other can matter to the decision.
  func concerns(_ history: OfferHistory, isCounted: Bool) -> Bool {
    history.concerns(decision.offers[row], isCounted: isCounted)
  }

  var id: Offer.ID { decision.offers[row].id }

  var partnerID: Partner.ID { decision.offers[row].partnerID }

  private func reason(_ code: HeldBackCode) -> HeldBackReason {
    ObstacleReason(context: decision.context).reason(code, offer: decision.offers[row], walk: walk)
  }

  package static func == (one: Self, other: Self) -> Bool {
    one.first == other.first && one.rest == other.rest && one.walk == other.walk && one.offer == other.offer
      && one.reason == other.reason
  }

  package func hash(into hasher: inout Hasher) {
    hasher.combine(id)
    hasher.combine(first)
    hasher.combine(walk)
  }
}
