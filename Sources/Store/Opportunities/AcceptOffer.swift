import Core

extension Store {
  /// The driver accepts an offer: one place, one claim with a code of its own, one interaction with its whole context,
  /// all in one transaction.
  ///
  /// State, window, budget, places and claim limits are checked; distance and quiet hours only decide what is shown.
  /// - Parameter key: a repeated call with the same key answers the same claim and takes no second place.
  package func accept(
    offer id: Offer.ID, session sessionID: ParkingSession.ID, key: String? = nil, now: Timestamp,
    using generator: inout some RandomNumberGenerator
  ) throws(StoreError) -> Claim {
    let key = try key.map { text throws(StoreError) in
      try StoreError.checking { () throws(InvalidInput) in
        try PlainText.checked(text, field: "key", limit: 200)
      }
    }
    // Drawn before the transaction, because a closure cannot hold on to the caller's generator; enough for many
    // collisions, each of which has a chance of one in 31^10 for every claim there is.
    let codes = (0..<3).map { _ in ClaimCode(using: &generator) }
    return try write { () throws(StoreError) in
      if let key, let claim = try claim(key: key) {
        return try repeated(claim, offer: id, session: sessionID)
      }
      return try accept(offer: id, session: session(sessionID), key: key, now: now, codes: codes)
    }
  }

  private func accept(
    offer id: Offer.ID, session: ParkingSession, key: String?, now: Timestamp, codes: [ClaimCode]
  ) throws(StoreError) -> Claim {
    try expireClaims(of: id, now: now)
    let offer = try offer(id)
    try check(offer, for: session, now: now)
    var context = try context(of: session, now: now, weather: weather(at: now).weather)
    try check(context.person.history[id] ?? OfferHistory(), of: offer)
    context.person = context.person.concerning(offer)
    let profile = try currentProfile()
    guard let ranked = OfferIndex([offer]).evaluate(id, for: context, profile: profile) else {
      throw .misuse("an index without its only offer")
    }
    let decision = try insertDecision(
      DecisionRecord(accepted: ranked, context: context, profile: profile), kind: .accept)
    let claim = try insertClaim(
      of: ranked, wording: context.person.wordings[id], session: session, key: key, decision: decision, now: now,
      codes: codes)
    let left = try takePlaces(1, of: id)
    var entry = LogEntry(.acceptance, of: offer, in: session, at: now)
    entry.claimID = claim.id
    entry.decisionID = decision
    entry.valueCents = ranked.valueCents
    entry.weather = context.weather
    entry.walk = ranked.walk
    entry.score = ranked.score
    try append(entry)
    try learnAcceptance(of: offer, in: session, now: now)
    try tellPartner(of: claim, of: ranked, placesLeft: left, now: now)
    return Claim(id: claim.id, code: claim.code, offerID: id, expiresAt: claim.expiresAt, capacityLeft: left)
  }

  /// The partner hears of the claim, and of its last place. Without the code, which only the customer has.
  private func tellPartner(
    of claim: Claim, of ranked: RankedOffer, placesLeft left: Int?, now: Timestamp
  ) throws(StoreError) {
    let offer = ranked.offer
    try tell(
      .claimMade, of: offer.partnerID, at: now,
      data: [
        "claim_id": .id(claim.id), "offer_id": .id(offer.id), "expires_at": .instant(claim.expiresAt),
        "value_cents": .integer(ranked.valueCents), "currency": .string(offer.currency.code),
        "capacity_left": .optional(left.map(Int64.init)),
      ])
    guard left == 0 else { return }
    try tell(.offerSoldOut, of: offer.partnerID, at: now, data: ["offer_id": .id(offer.id)])
  }

  /// The answer to a call that was answered before.
  private func repeated(
    _ claim: ClaimRecord, offer: Offer.ID, session: ParkingSession.ID
  ) throws(StoreError) -> Claim {
    guard claim.offerID == offer, claim.sessionID == session else {
      throw .conflict(
        code: "key_reused", sentence: "the key was used for another offer or session; give each claim its own")
    }
    return Claim(
      id: claim.id, code: claim.code, offerID: offer, expiresAt: claim.expiresAt,
      capacityLeft: try self.offer(offer).capacityLeft)
  }

  private func check(_ offer: Offer, for session: ParkingSession, now: Timestamp) throws(StoreError) {
    func against(_ code: HeldBackCode, _ sentence: String) -> StoreError {
      .conflict(code: code.name, sentence: "offer \(offer.id) \(sentence)")
    }
    if session.hasEnded(at: now) {
      throw .conflict(
        code: HeldBackCode.sessionEnded.name, sentence: "session \(session.id) has ended; extend it or start a new one")
    }
    guard offer.state.isApproved else { throw against(.notActive, "is \(offer.state.rawValue), not active") }
    if let from = offer.validFrom, now < from { throw against(.notStarted, "starts at \(from.rfc3339)") }
    if let until = offer.validUntil, until <= now { throw against(.ended, "ended at \(until.rfc3339)") }
    if offer.capacityTotal != nil, offer.capacityLeft ?? 0 <= 0 {
      throw .exhausted(code: HeldBackCode.capacityFull.name, sentence: "offer \(offer.id) has no place left")
    }
    let holds = try campaignHolds(of: offer.id, now: now)
    if holds.contains(.paused) { throw against(.notActive, "is not active: its campaign is paused") }
    if holds.contains(.notStarted) { throw against(.notStarted, "is not open yet: its campaign has not begun") }
    if holds.contains(.ended) { throw against(.ended, "is over: its campaign has ended") }
    if offer.budgetSpent || holds.contains(.spent) {
      throw .exhausted(code: HeldBackCode.budgetSpent.name, sentence: "the budget of offer \(offer.id) is spent")
    }
  }

  /// What its campaign says of an offer, whoever wants it.
  private func campaignHolds(of offer: Offer.ID, now: Timestamp) throws(StoreError) -> CampaignHolds {
    guard let entry = try offerCampaigns()[offer] else { return [] }
    return CampaignHolds(entry.campaign, for: DriverSegments(), at: now)
  }

  private func check(_ history: OfferHistory, of offer: Offer) throws(StoreError) {
    if history.hasOpenClaim {
      throw .conflict(
        code: HeldBackCode.openClaim.name, sentence: "offer \(offer.id) is accepted already; use or cancel that claim")
    }
    if let limit = offer.claimLimit, history.claims >= limit {
      throw .exhausted(
        code: HeldBackCode.claimLimit.name,
        sentence: "offer \(offer.id) may be accepted \(limit) time\(limit == 1 ? "" : "s") by one person")
    }
  }

  private func insertClaim(
    of ranked: RankedOffer, wording: ArmWording?, session: ParkingSession, key: String?, decision: DecisionRecord.ID,
    now: Timestamp, codes: [ClaimCode]
  ) throws(StoreError) -> Claim {
    let offer = ranked.offer
    let end = now + .minutes(Int64(offer.claimMinutes))
    let expires = offer.validUntil.map { min($0, end) } ?? end
    for code in codes where try claim(code: code) == nil {
      try connection.run(
        """
        INSERT INTO claim (
          code, idempotency_key, offer_id, offer_version, session_id, person_id, decision_id, state, claimed_at,
          expires_at, value_cents, wording)
        VALUES (
          :code, :key, :offer_id, :offer_version, :session_id, :person_id, :decision_id, 'open', :now, :expires_at,
          :value_cents, :wording)
        """,
        [
          ":code": .text(code.compact), ":key": .optional(key), ":offer_id": .id(offer.id),
          ":offer_version": .integer(Int64(offer.version)), ":session_id": .id(session.id),
          ":person_id": .id(session.personID), ":decision_id": .id(decision), ":now": .instant(now),
          ":expires_at": .instant(expires), ":value_cents": .integer(ranked.valueCents),
          ":wording": .optional(wording.map { JSON.object($0.facts).text() }),
        ])
      touch(.claims)
      return Claim(
        id: Claim.ID(connection.lastInsertedID), code: code, offerID: offer.id, expiresAt: expires, capacityLeft: nil)
    }
    throw .conflict(code: "code_taken", sentence: "no free claim code was found; try again")
  }
}

extension PersonContext {
  /// Only what concerns one offer.
  fileprivate func concerning(_ offer: Offer) -> PersonContext {
    var part = self
    part.history = history.filter { $0.key == offer.id }
    part.wordings = wordings.filter { $0.key == offer.id }
    part.categoryAffinity = categoryAffinity.filter { $0.key == offer.category }
    part.partnerAffinity = partnerAffinity.filter { $0.key == offer.partnerID }
    return part
  }
}

extension DecisionRecord {
  /// The record of the one offer that was accepted.
  fileprivate init(accepted ranked: RankedOffer, context: Context, profile: OfferProfile) {
    let offer = ranked.offer
    self.init(
      context: context, profile: profile, limit: 1,
      entries: [
        Entry(
          offerID: offer.id, offerVersion: offer.version, capacityLeft: offer.capacityLeft,
          holds: offer.campaignHolds)
      ],
      scores: [ranked.score])
  }
}
