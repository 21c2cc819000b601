import Core

extension Store {
  /// Everything worth knowing about one named thing; sessions, experiments, campaigns, rules, watches and
  /// listings have screens of their own in place of a card.
  /// - Throws: ``StoreError/notFound(what:name:)`` if it is gone, or there is none for `actor`.
  package func card(_ target: SearchTarget, for actor: Actor, now: Timestamp) throws(StoreError) -> Card? {
    try read { () throws(StoreError) in
      let card = try card(target, now: now)
      guard actor.role == .partner else { return card }
      // Drivers and their sessions are no partner's.
      guard let card, let owner = card.partnerID, actor.sees(owner) else {
        throw .notFound(what: target.kind.rawValue, name: "\(target.id)")
      }
      return card.withoutDriver
    }
  }

  private func card(_ target: SearchTarget, now: Timestamp) throws(StoreError) -> Card? {
    switch target {
    case .claim(let id): .claim(try claimCard(id))
    case .offer(let id): try offerCard(id)
    case .partner(let id): .partner(PartnerCard(partner: try partner(id), offers: try offers(of: id)))
    case .person(let id): .person(PersonCard(person: try person(id), session: try lastSession(of: id, now: now)))
    case .session, .experiment, .campaign, .rule, .watch, .listing: nil
    }
  }

  private func offerCard(_ id: Offer.ID) throws(StoreError) -> Card {
    let offer = try offer(id)
    return .offer(OfferCard(offer: offer, partnerName: try partner(offer.partnerID).name))
  }

  private func claimCard(_ id: Claim.ID) throws(StoreError) -> ClaimCard {
    let claim = try claim(id)
    let offer = try offer(claim.offerID)
    // Erased people and their sessions have no name and no place any more.
    let personID = claim.personID.flatMap { $0.value > 0 ? $0 : nil }
    return ClaimCard(
      id: id, code: claim.code, state: claim.state, offer: offer, partnerName: try partner(offer.partnerID).name,
      session: personID == nil && claim.personID != nil ? nil : try session(claim.sessionID),
      person: try personID.map { id throws(StoreError) in try person(id) }, claimedAt: claim.claimedAt,
      expiresAt: claim.expiresAt, closedAt: claim.closedAt, valueCents: claim.valueCents,
      revenueCents: claim.revenueCents)
  }

  /// A partner's offers, archived ones left out. Plan: `offer_partner`, then the primary keys of each offer.
  private func offers(of partner: Partner.ID) throws(StoreError) -> [Offer] {
    let ids: [Offer.ID] = try connection.rows(
      "SELECT id FROM offer WHERE partner_id = :partner ORDER BY id", [":partner": .id(partner)]
    ) { row in row.id(0) }
    return try ids.map { id throws(StoreError) in try offer(id) }.filter { $0.state != .archived }
  }
}

extension Card {
  /// Whose thing it is; nil for a driver.
  fileprivate var partnerID: Partner.ID? {
    switch self {
    case .claim(let card): card.offer.partnerID
    case .offer(let card): card.offer.partnerID
    case .partner(let card): card.partner.id
    case .person: nil
    }
  }

  /// The same without the name and the place of whoever holds a claim.
  fileprivate var withoutDriver: Card {
    guard case .claim(let card) = self else { return self }
    return .claim(
      ClaimCard(
        id: card.id, code: card.code, state: card.state, offer: card.offer, partnerName: card.partnerName,
        session: nil, person: nil, claimedAt: card.claimedAt, expiresAt: card.expiresAt, closedAt: card.closedAt,
        valueCents: card.valueCents, revenueCents: card.revenueCents))
  }
}
