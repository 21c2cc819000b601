import Core

extension Store {
  /// Makes what won so for everybody: a variant's wording becomes the offer's own, and the offers of losing arms end.
  /// Only an operator does it, because it changes what partners offer.
  /// - Throws: ``StoreError/conflict(code:sentence:)`` for what has no winner, was deployed before, or came from a file.
  @discardableResult
  package func deployWinner(_ id: Experiment.ID, by actor: Actor, now: Timestamp) throws(StoreError) -> Experiment {
    try write { () throws(StoreError) in
      try permitOperator(actor, to: "deploy winners")
      let ended = try experiment(id)
      guard ended.state == .ended, let winner = ended.winner else {
        let reason = ended.state == .ended ? "it was ended without a winner" : "end it for an arm first"
        throw .experiment(ended, cannotBe: "deployed", reason)
      }
      guard ended.deployedAt == nil else {
        throw .conflict(code: "experiment.deployed", sentence: "the winner of experiment \(id) was deployed already")
      }
      guard !ended.isImported else {
        throw .experiment(ended, cannotBe: "deployed", "its arms were shown elsewhere")
      }
      let arm = ended.design.arms[winner]
      if let offer = arm.content.offer, let wording = arm.content.wording {
        _ = try updateOffer(try self.offer(offer).worded(wording), by: actor, now: now)
      }
      let lost = try endLosers(of: id, winner: winner, by: actor, now: now)
      try connection.run(
        """
        UPDATE experiment
           SET deployed_at = :now,
               version = version + 1
         WHERE id = :id
        """,
        [":now": .instant(now), ":id": .id(id)])
      experimentsChanged()
      try record(
        "experiment deploy", .experiment(id), by: actor,
        note: lost.isEmpty ? arm.name : "\(arm.name); \(Words.count(lost.count, "offer")) ended", now: now)
      return try experiment(id)
    }
  }

  /// The offers that deploying a winner ends: those of the other arms that the winner does not show and that are not over
  /// yet; none for an experiment without a winner. Plan: primary key of `experiment_offer`.
  package func offersThatEnd(byDeploying id: Experiment.ID, now: Timestamp) throws(StoreError) -> [Offer] {
    try read { () throws(StoreError) in
      guard let winner = try experiment(id).winner else { return [] }
      return try losers(of: id, winner: winner).map { id throws(StoreError) in try offer(id) }
        .filter { $0.moves(at: now).contains(.end) }
    }
  }

  private func endLosers(
    of id: Experiment.ID, winner: Int, by actor: Actor, now: Timestamp
  ) throws(StoreError) -> [Offer.ID] {
    var ended: [Offer.ID] = []
    for loser in try losers(of: id, winner: winner) where try offer(loser).moves(at: now).contains(.end) {
      try move(offer: loser, .end, by: actor, reason: "experiment \(id) was won by another arm", now: now)
      ended.append(loser)
    }
    return ended
  }

  private func losers(of id: Experiment.ID, winner: Int) throws(StoreError) -> [Offer.ID] {
    try connection.rows(
      """
      SELECT DISTINCT offer_id
        FROM experiment_offer
       WHERE experiment_id = :id
         AND offer_id NOT IN (
           SELECT offer_id
             FROM experiment_offer
            WHERE experiment_id = :id
              AND arm = :winner)
       ORDER BY offer_id
      """,
      [":id": .id(id), ":winner": .count(winner)]
    ) { row throws(StoreError) in Offer.ID(row.integer(0)) }
  }
}
