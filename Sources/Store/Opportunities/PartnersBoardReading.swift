import Core

extension Store {
  /// The lists of the Partners screen at one moment, of what an actor may see. Writes nothing.
  ///
  /// One partner's offers are read by themselves; only everybody's take the whole index into memory.
  /// - Throws: ``StoreError/notFound(what:name:)`` for a chosen partner that is not there, or that does not exist for
  ///   this actor.
  package func partnersBoard(
    _ request: PartnersRequest = PartnersRequest(), for actor: Actor, now: Timestamp
  ) throws(StoreError) -> PartnersBoard {
    try Self.check(days: request.days)
    return try read { () throws(StoreError) in
      try flushRollups()
      let partners = try partners(for: actor)
      let chosen: Partner?
      switch request.scope {
      case .first: chosen = partners.first
      case .everybody: chosen = nil
      case .partner(let id):
        chosen = partners.first { $0.id == id }
        if chosen == nil { throw .notFound("partner", id) }
      }
      let free = try placesOfOverdueClaims(at: now)
      return PartnersBoard(
        partners: try summaries(of: partners, free: free, days: request.days, now: now), of: chosen?.id,
        offers: try offerRows(of: chosen.map { [$0] } ?? partners, free: free, days: request.days, now: now),
        days: request.days)
    }
  }

  /// The three numbers on the home screen, of what an actor may see. Writes nothing.
  package func successMetrics(
    for actor: Actor, days: Int = 30, now: Timestamp
  ) throws(StoreError) -> SuccessMetrics {
    try Self.check(days: days)
    return try read { () throws(StoreError) in
      try flushRollups()
      let free = try placesOfOverdueClaims(at: now)
      return SuccessMetrics(
        of: try summaries(of: partners(for: actor), free: free, days: days, now: now), days: days)
    }
  }

  private static func check(days: Int) throws(StoreError) {
    guard (1...366).contains(days) else {
      throw .invalid(InvalidInput(field: "days", "must be between 1 and 366"))
    }
  }

  /// Places that overdue claims still hold, which everybody sees as free, though nobody has closed the claims yet.
  private func placesOfOverdueClaims(at now: Timestamp) throws(StoreError) -> [Offer.ID: Int] {
    var free: [Offer.ID: Int] = [:]
    for claim in try overdueClaims(of: nil, now: now) { free[claim.offerID, default: 0] += 1 }
    return free
  }

  /// The partners' offers by partner and id, archived ones last of all.
  private func offerRows(
    of partners: [Partner], free: [Offer.ID: Int], days: Int, now: Timestamp
  ) throws(StoreError) -> [OfferSummary] {
    let offers =
      partners.count == 1
      ? try self.offers(partner: partners[0].id) : try offerIndex().offers + archivedOffers()
    let tallies = try tallies(of: partners, offers: offers, days: days, now: now)
    let places = Dictionary(partners.indices.map { (partners[$0].id, $0) }, uniquingKeysWith: { $1 })
    return [offers.filter { $0.state != .archived }, offers.filter { $0.state == .archived }].flatMap { offers in
      var listed: [[Offer]] = partners.map { _ in [] }
      for offer in offers {
        guard let place = places[offer.partnerID] else { continue }
        listed[place].append(offer)
      }
      var rows: [OfferSummary] = []
      rows.reserveCapacity(offers.count)
      for (partner, offers) in zip(partners, listed) {
        for var offer in offers.sorted(by: { $0.id < $1.id }) {
          if let left = offer.capacityLeft { offer.capacityLeft = left + free[offer.id, default: 0] }
          rows.append(tallies.summary(of: offer, partnerName: partner.name))
        }
      }
      return rows
    }
  }

  private func summaries(
    of partners: [Partner], free: [Offer.ID: Int], days: Int, now: Timestamp
  ) throws(StoreError) -> [PartnerSummary] {
    let standings = try standings(free: free, now: now)
    let claims = try openClaimsByPartner(at: now)
    let due = try commissionDueByPartner()
    return try partners.map { partner throws(StoreError) in
      let last = try partnerZone(partner.id).localDay(at: now)
      let counts = try counts(of: partner.id, from: last - days + 1, through: last)
      let offers = standings[partner.id, default: OfferCounts()]
      return PartnerSummary(
        partner: partner, offers: offers.current, active: offers.active, pending: offers.pending, full: offers.full,
        openClaims: claims[partner.id, default: 0], revenueCents: counts.revenueCents - counts.refundedCents,
        commissionDueCents: due[partner.id, default: 0], acceptances: counts.acceptances,
        redemptions: counts.redemptions, valueCents: counts.redeemedCents)
    }
  }

  /// How many of each partner's offers stand where. Plan: every row of `offer`, and of `offer_version` by its key.
  private func standings(free: [Offer.ID: Int], now: Timestamp) throws(StoreError) -> [Partner.ID: OfferCounts] {
    var standings: [Partner.ID: OfferCounts] = [:]
    try connection.each(
      """
      SELECT offer.partner_id, offer.id, offer_version.state, offer_version.valid_from, offer_version.valid_until,
             offer.capacity_left
        FROM offer NOT INDEXED
        JOIN offer_version ON offer_version.offer_id = offer.id AND offer_version.version = offer.version
      """
    ) { row throws(StoreError) in
      let state: OfferState = try row.choice(2)
      let standing = state.standing(
        from: row.optional(3) { row.instant($0) }, until: row.optional(4) { row.instant($0) }, at: now)
      let isFull = row.optional(5) { row.count($0) }.map { $0 + free[row.id(1), default: 0] == 0 } ?? false
      standings[row.id(0), default: OfferCounts()].add(standing, isFull: isFull)
    }
    return standings
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
       WHERE claim.expires_at > :now
         AND claim.state = 'open'
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

/// How many of a partner's offers stand where.
private struct OfferCounts {
  var current = 0
  var active = 0
  var pending = 0
  var full = 0

  mutating func add(_ standing: OfferState, isFull: Bool) {
    switch standing {
    case .archived, .ended: return
    case .active:
      active += 1
      if isFull { full += 1 }
    case .pending: pending += 1
    default: break
    }
    current += 1
  }
}
