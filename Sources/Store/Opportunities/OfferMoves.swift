import Core

extension Store {
  /// Moves an offer one step on in its life: the same facts as a new version, in another state.
  ///
  /// Nobody approves what they wrote or submitted themselves. The offers of a partner with automatic approval are
  /// approved as they are submitted.
  /// - Parameters:
  ///   - reason: why; a rejection must say.
  ///   - version: the version that was read, where a change meanwhile matters; nil for whatever is there.
  /// - Throws: ``StoreError/conflict(code:sentence:)`` with code `offer.move`, naming the moves that are legal;
  ///   ``StoreError/refused(code:sentence:)`` to whom may not make it.
  @discardableResult
  package func move(
    offer id: Offer.ID, _ move: OfferMove, by actor: Actor, reason: String? = nil, version: Int? = nil, now: Timestamp
  ) throws(StoreError) -> Offer {
    let reason = try Self.checked(reason, of: move)
    return try write { () throws(StoreError) in
      let current = try offer(id)
      try permit(actor, toEdit: "offer", id, of: current.partnerID)
      if move.isDecision { try permitOperator(actor, to: "\(move.rawValue) offers") }
      if let version { try refuseStale(version, current) }
      let legal = current.moves(at: now)
      guard legal.contains(move) else { throw .illegal(move, current, legal, now: now) }
      if move == .approve { try refuseOwn(current, by: actor) }
      if move == .submit || move == .approve { try refuseMissedWindow(current, now: now) }
      var next = current
      next.state = move.destination
      if move == .submit, try partner(current.partnerID).autoApprove { next.state = .approved }
      let stored = try replace(next, by: actor, reason: reason, now: now)
      try tellOfApproval(of: stored, from: current, now: now)
      try record(
        "offer \(move.rawValue)", .offer(id), by: actor, partner: stored.partnerID,
        change: CommandChange(versionBefore: current.version, versionAfter: stored.version), note: reason, now: now)
      return stored
    }
  }

  /// An offer that waited for a decision, or needed none, has it.
  func tellOfApproval(of offer: Offer, from earlier: Offer, now: Timestamp) throws(StoreError) {
    guard offer.state.isApproved, !earlier.state.isApproved, earlier.state != .paused else { return }
    try tell(
      .offerApproved, of: offer.partnerID, at: now,
      data: ["offer_id": .id(offer.id), "version": .count(offer.version), "title": .string(offer.title)])
  }

  private static func checked(_ reason: String?, of move: OfferMove) throws(StoreError) -> String? {
    guard let reason else {
      guard move != .reject else {
        throw .invalid(InvalidInput(.missingField, field: "reason", "must say why the offer is rejected"))
      }
      return nil
    }
    return try StoreError.checking { () throws(InvalidInput) in
      try PlainText.checked(reason, field: "reason", limit: 500)
    }
  }

  /// What would be over at once is of no use to anybody.
  private func refuseMissedWindow(_ offer: Offer, now: Timestamp) throws(StoreError) {
    guard let until = offer.validUntil, until <= now else { return }
    throw .conflict(
      code: "offer.window",
      sentence: "the window of offer \(offer.id) ended at \(until.rfc3339); edit valid_until first")
  }

  /// - Throws: ``StoreError/refused(code:sentence:)`` if the actor wrote or submitted any version since the last decision
  ///   that still stands. To decide, or to bring facts back by undo, is no writing.
  private func refuseOwn(_ offer: Offer, by actor: Actor) throws(StoreError) {
    let isOwn = try connection.exists(
      """
      SELECT version
        FROM offer_version
       WHERE offer_id = :id
         AND author = :actor
         AND version > (
           SELECT ifnull(max(decision.version_after), 0)
             FROM command_log AS decision
            WHERE decision.subject_kind = 'offer'
              AND decision.subject_id = :id
              AND decision.verb IN ('offer approve', 'offer reject')
              AND NOT EXISTS (SELECT 1 FROM command_log AS undo WHERE undo.undoes = decision.id))
         AND NOT EXISTS (
           SELECT 1
             FROM command_log AS back
            WHERE back.subject_kind = 'offer'
              AND back.subject_id = :id
              AND back.version_after = offer_version.version
              AND (back.undoes IS NOT NULL OR back.verb IN ('offer approve', 'offer reject')))
      """,
      [":id": .id(offer.id), ":actor": .text(actor.description)])
    guard isOwn else { return }
    throw .refused(
      code: "not_allowed",
      sentence: "\(actor) wrote or submitted offer \(offer.id) and may not approve it; ask another operator")
  }
}

extension StoreError {
  fileprivate static func illegal(
    _ move: OfferMove, _ offer: Offer, _ legal: [OfferMove], now: Timestamp
  ) -> StoreError {
    let standing = offer.standing(at: now).rawValue
    let way = legal.isEmpty ? "nothing leads on from there" : "it can be \(Words.either(legal.map(\.pastTense)))"
    return .conflict(
      code: "offer.move", sentence: "offer \(offer.id) is \(standing) and cannot be \(move.pastTense); \(way)")
  }
}
