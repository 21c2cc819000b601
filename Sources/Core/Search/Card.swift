/// Everything worth knowing about one named thing, with the ways on from it.
package enum Card: Hashable, Sendable {
  case claim(ClaimCard)
  case offer(OfferCard)
  case partner(PartnerCard)
  case person(PersonCard)

  package var target: SearchTarget {
    switch self {
    case .claim(let card): .claim(card.id)
    case .offer(let card): .offer(card.offer.id)
    case .partner(let card): .partner(card.partner.id)
    case .person(let card): .person(card.person.id)
    }
  }
}

/// A claim as the counter sees it.
package struct ClaimCard: Hashable, Sendable {
  package let id: Claim.ID
  package let code: ClaimCode
  package let state: Claim.State
  package let offer: Offer
  package let partnerName: String
  package let session: ParkingSession?
  /// Nil for an anonymous driver and for an erased person.
  package let person: Person?
  package let claimedAt: Timestamp
  package let expiresAt: Timestamp
  /// When it was redeemed, or found expired.
  package let closedAt: Timestamp?
  /// Worth to the person when claimed, in minor units.
  package let valueCents: Int64
  /// Paid at the counter, in minor units; nil until redeemed.
  package let revenueCents: Int64?

  package init(
    id: Claim.ID, code: ClaimCode, state: Claim.State, offer: Offer, partnerName: String, session: ParkingSession?,
    person: Person?, claimedAt: Timestamp, expiresAt: Timestamp, closedAt: Timestamp?, valueCents: Int64,
    revenueCents: Int64?
  ) {
    self.id = id
    self.code = code
    self.state = state
    self.offer = offer
    self.partnerName = partnerName
    self.session = session
    self.person = person
    self.claimedAt = claimedAt
    self.expiresAt = expiresAt
    self.closedAt = closedAt
    self.valueCents = valueCents
    self.revenueCents = revenueCents
  }

  /// Its state by the clock: an open claim past its time is expired, whether or not anybody has noted it yet.
  package func state(at now: Timestamp) -> Claim.State {
    state == .open && expiresAt <= now ? .expired : state
  }

  /// Whether the counter would redeem it now.
  package func isValid(at now: Timestamp) -> Bool { state(at: now) == .open }
}

/// An offer and who makes it.
package struct OfferCard: Hashable, Sendable {
  package let offer: Offer
  package let partnerName: String

  package init(offer: Offer, partnerName: String) {
    self.offer = offer
    self.partnerName = partnerName
  }
}

/// A partner and what it offers.
package struct PartnerCard: Hashable, Sendable {
  package let partner: Partner
  /// In the order of their numbers, archived ones left out.
  package let offers: [Offer]

  package init(partner: Partner, offers: [Offer]) {
    self.partner = partner
    self.offers = offers
  }
}

/// A person and the session to go to.
package struct PersonCard: Hashable, Sendable {
  package let person: Person
  /// The running session, else the last; nil for somebody who never parked.
  package let session: ParkingSession?

  package init(person: Person, session: ParkingSession?) {
    self.person = person
    self.session = session
  }
}
