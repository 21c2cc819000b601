/// What to read for the lists of the Partners screen.
package struct PartnersRequest: Hashable, Sendable {
  /// Whose offers are listed, of those the actor may see.
  package enum Scope: Hashable, Sendable {
    /// The first partner by name: what a screen opens with, since a list of everybody's takes its time.
    case first
    case partner(Partner.ID)
    case everybody
  }

  package var scope: Scope
  /// The days that funnels, money and trends are of, in each partner's own clock: that many, today included.
  package var days: Int

  package init(_ scope: Scope = .everybody, days: Int = 30) {
    self.scope = scope
    self.days = days
  }
}

/// The lists of the Partners screen: the partners an actor may see, and the offers of the chosen one. All of one offer is
/// an ``OfferSheet``, which is read on its own, because another offer is looked at with every key.
package struct PartnersBoard: Equatable, Sendable {
  /// By name.
  package var partners: [PartnerSummary]
  /// Whose offers are listed; nil is every partner.
  package var listedPartnerID: Partner.ID?
  /// By partner and id; archived ones come last.
  package var offers: [OfferSummary]
  /// The days that funnels, money and trends are of, in each partner's own clock: that many, today included.
  package var days: Int

  package init(
    partners: [PartnerSummary], of listedPartnerID: Partner.ID? = nil, offers: [OfferSummary], days: Int = 30
  ) {
    self.partners = partners
    self.listedPartnerID = listedPartnerID
    self.offers = offers
    self.days = days
  }
}

/// A partner in a list.
package struct PartnerSummary: Hashable, Sendable {
  package let partner: Partner
  /// Offers that are neither archived nor ended, of which some can be accepted now, wait for approval, or are full.
  package let offers: Int
  package let active: Int
  package let pending: Int
  package let full: Int
  package let openClaims: Int
  /// Of the board's days, refunds taken off.
  package let revenueCents: Int64
  /// Not settled yet.
  package let commissionDueCents: Int64
  /// Of the board's days.
  package let acceptances: Int64
  package let redemptions: Int64
  /// Worth to the people who redeemed, of the board's days.
  package let valueCents: Int64

  package init(
    partner: Partner, offers: Int = 0, active: Int = 0, pending: Int = 0, full: Int = 0, openClaims: Int = 0,
    revenueCents: Int64 = 0, commissionDueCents: Int64 = 0, acceptances: Int64 = 0, redemptions: Int64 = 0,
    valueCents: Int64 = 0
  ) {
    self.partner = partner
    self.offers = offers
    self.active = active
    self.pending = pending
    self.full = full
    self.openClaims = openClaims
    self.revenueCents = revenueCents
    self.commissionDueCents = commissionDueCents
    self.acceptances = acceptances
    self.redemptions = redemptions
    self.valueCents = valueCents
  }
}

/// An offer in a list, with what it earned over the board's days.
package struct OfferSummary: Equatable, Sendable {
  package let offer: Offer
  package let partnerName: String
  package let impressions: Int64
  package let views: Int64
  package let acceptances: Int64
  package let redemptions: Int64
  /// Refunds taken off.
  package let revenueCents: Int64
  /// Acceptances of each of the board's days, the oldest first.
  package let trend: [Int64]

  package init(
    offer: Offer, partnerName: String, impressions: Int64 = 0, views: Int64 = 0, acceptances: Int64 = 0,
    redemptions: Int64 = 0, revenueCents: Int64 = 0, trend: [Int64] = []
  ) {
    self.offer = offer
    self.partnerName = partnerName
    self.impressions = impressions
    self.views = views
    self.acceptances = acceptances
    self.redemptions = redemptions
    self.revenueCents = revenueCents
    self.trend = trend
  }
}

/// One offer with its history, its reach and what happened to it last.
package struct OfferSheet: Equatable, Sendable {
  package let offer: Offer
  /// The latest first.
  package let versions: [OfferVersion]
  package let reach: ReachEstimate
  /// The latest first.
  package let events: [DiscoverBoard.StreamEvent]

  package init(offer: Offer, versions: [OfferVersion], reach: ReachEstimate, events: [DiscoverBoard.StreamEvent]) {
    self.offer = offer
    self.versions = versions
    self.reach = reach
    self.events = events
  }
}

/// What an offer was from one moment to the next.
package struct OfferVersion: Equatable, Sendable {
  package let offer: Offer
  /// Who wrote it, as in `operator:ana`; empty if that was not kept yet.
  package let author: String
  package let at: Timestamp
  /// Why it was rejected.
  package let reason: String?

  package init(offer: Offer, author: String, at: Timestamp, reason: String? = nil) {
    self.offer = offer
    self.author = author
    self.at = at
    self.reason = reason
  }
}
