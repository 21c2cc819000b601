import Core

extension Store {
  /// The lists of the Partners screen at one moment, of what an actor may see. Writes nothing.
  /// - Throws: ``StoreError/notFound(what:name:)`` for a chosen partner that is not there, or that does not exist for
  ///   this actor.
  package func partnersBoard(
    _ request: PartnersRequest = PartnersRequest(), for actor: Actor, now: Timestamp
  ) throws(StoreError) -> PartnersBoard {
    guard (1...366).contains(request.days) else {
      throw .invalid(InvalidInput(field: "days", "must be between 1 and 366"))
    }
    return try read { () throws(StoreError) in
      try flushRollups()
      let partners = try visiblePartners(request, for: actor)
      let offers = try boardOffers(of: partners, now: now)
      let tallies = try tallies(of: partners, request.partnerID, days: request.days, now: now)
      return PartnersBoard(
        partners: try summaries(of: partners, offers: offers, days: request.days, now: now),
        offers: try rows(of: partners, request.partnerID, offers: offers, tallies),
        days: request.days)
    }
  }

  /// By name.
  private func visiblePartners(_ request: PartnersRequest, for actor: Actor) throws(StoreError) -> [Partner] {
    if let id = request.partnerID, !actor.sees(id) { throw .notFound("partner", id) }
    if actor.role == .partner { return try actor.partnerID.map { id throws(StoreError) in [try partner(id)] } ?? [] }
    let partners = try partners()
    if let id = request.partnerID, !partners.contains(where: { $0.id == id }) { throw .notFound("partner", id) }
    return partners
  }

  /// The offers of each partner by their ids, archived ones last; places of overdue claims count as free.
  private func boardOffers(of partners: [Partner], now: Timestamp) throws(StoreError) -> [Partner.ID: [Offer]] {
    let archived = try archivedOffers()
    var offers: [Partner.ID: [Offer]] = [:]
    for offer in try offerIndex().offers { offers[offer.partnerID, default: []].append(offer) }
    for id in offers.keys { offers[id]?.sort { $0.id < $1.id } }
    for offer in archived { offers[offer.partnerID, default: []].append(offer) }
    for claim in try overdueClaims(of: nil, now: now) {
      guard let partner = try offerIndex()[claim.offerID]?.partnerID,
        let position = offers[partner]?.firstIndex(where: { $0.id == claim.offerID }),
        let left = offers[partner]?[position].capacityLeft
      else { continue }
      offers[partner]?[position].capacityLeft = left + 1
    }
    return partners.count == 1 ? offers.filter { $0.key == partners[0].id } : offers
  }

  /// The chosen partner's offers, or everybody's in the order of the partners, archived ones last of all.
  private func rows(
    of partners: [Partner], _ chosen: Partner.ID?, offers: [Partner.ID: [Offer]], _ tallies: OfferTallies
  ) throws(StoreError) -> [OfferSummary] {
    var rows: [OfferSummary] = []
    var archived: [OfferSummary] = []
    for partner in partners where chosen == nil || partner.id == chosen {
      for offer in offers[partner.id] ?? [] {
        let row = tallies.summary(of: offer, partnerName: partner.name)
        if offer.state == .archived { archived.append(row) } else { rows.append(row) }
      }
    }
    return rows + archived
  }

  private func summaries(
    of partners: [Partner], offers: [Partner.ID: [Offer]], days: Int, now: Timestamp
  ) throws(StoreError) -> [PartnerSummary] {
    let claims = try openClaimsByPartner(at: now)
    let due = try commissionDueByPartner()
    return try partners.map { partner throws(StoreError) in
      var (current, active, pending, full) = (0, 0, 0, 0)
      for offer in offers[partner.id] ?? [] {
        let standing = offer.standing(at: now)
        if standing != .archived, standing != .ended { current += 1 }
        if standing == .active {
          active += 1
          if offer.capacityLeft == 0 { full += 1 }
        }
        if standing == .pending { pending += 1 }
      }
      let last = try partnerZone(partner.id).localDay(at: now)
      let counts = try counts(of: partner.id, from: last - days + 1, through: last)
      return PartnerSummary(
        partner: partner, offers: current, active: active, pending: pending, full: full,
        openClaims: claims[partner.id, default: 0], revenueCents: counts.revenueCents - counts.refundedCents,
        commissionDueCents: due[partner.id, default: 0], acceptances: counts.acceptances,
        redemptions: counts.redemptions, valueCents: counts.redeemedCents)
    }
  }

  /// Sums of a partner's local days. Plan: primary key of `rollup_partner_day`, those days.
  func counts(of partner: Partner.ID, from first: Int, through last: Int) throws(StoreError) -> RollupCounts {
    try connection.row(
      """
      SELECT sum(impressions), sum(views), sum(acceptances), sum(dismissals), sum(redemptions), sum(expiries),
             sum(claimed_cents), sum(redeemed_cents), sum(revenue_cents), sum(commission_cents), sum(refunded_cents)
        FROM rollup_partner_day
       WHERE partner_id = :partner
         AND day BETWEEN :first AND :last
      """,
      [":partner": .id(partner), ":first": .integer(Int64(first)), ":last": .integer(Int64(last))]
    ) { row throws(StoreError) in RollupCounts(row, from: 0) } ?? RollupCounts()
  }

  /// Claims that can still be redeemed. Plan: `claim_due`, from `now` on.
  private func openClaimsByPartner(at now: Timestamp) throws(StoreError) -> [Partner.ID: Int] {
    var claims: [Partner.ID: Int] = [:]
    try connection.each(
      """
      SELECT offer.partner_id, count(*)
        FROM claim INDEXED BY claim_due
        JOIN offer ON offer.id = claim.offer_id
       WHERE claim.state = 'open'
         AND claim.expires_at > :now
       GROUP BY offer.partner_id
      """,
      [":now": .instant(now)]
    ) { row throws(StoreError) in claims[row.id(0)] = row.count(1) }
    return claims
  }

  private func commissionDueByPartner() throws(StoreError) -> [Partner.ID: Int64] {
    var due: [Partner.ID: Int64] = [:]
    try connection.each(
      """
      SELECT partner_id, commission_due_cents
        FROM rollup_partner
      """
    ) { row throws(StoreError) in due[row.id(0)] = row.integer(1) }
    return due
  }
}
