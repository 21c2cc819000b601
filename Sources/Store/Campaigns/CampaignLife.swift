import Core

extension Store {
  /// Holds a campaign's offers back until it is resumed; claims that were made stay redeemable.
  /// - Throws: ``StoreError/conflict(code:sentence:)`` unless it is active.
  @discardableResult
  package func pauseCampaign(_ id: Campaign.ID, by actor: Actor, now: Timestamp) throws(StoreError) -> Campaign {
    try move(campaign: id, to: .paused, "campaign pause", done: "paused", by: actor, now: now)
  }

  /// Shows its offers again.
  /// - Throws: ``StoreError/conflict(code:sentence:)`` unless it is paused.
  @discardableResult
  package func resumeCampaign(_ id: Campaign.ID, by actor: Actor, now: Timestamp) throws(StoreError) -> Campaign {
    try move(campaign: id, to: .active, "campaign resume", done: "resumed", by: actor, now: now)
  }

  /// Ends it for good: its offers are held back until another campaign takes them up, and its claims stay redeemable.
  /// - Throws: ``StoreError/conflict(code:sentence:)`` if it has ended.
  @discardableResult
  package func endCampaign(_ id: Campaign.ID, by actor: Actor, now: Timestamp) throws(StoreError) -> Campaign {
    try move(campaign: id, to: .ended, "campaign end", done: "ended", by: actor, now: now)
  }

  private func move(
    campaign id: Campaign.ID, to state: CampaignState, _ verb: String, done: String, by actor: Actor, now: Timestamp
  ) throws(StoreError) -> Campaign {
    try write { () throws(StoreError) in
      try permitStaff(actor, to: "have campaigns \(done)")
      let current = try campaign(id)
      let isAllowed =
        switch state {
        case .active: current.state == .paused
        case .paused: current.state == .active
        case .ended: current.state != .ended
        }
      guard isAllowed else {
        throw .campaign(
          current, cannotBe: done, current.state == .ended ? "create another one" : "that is how it stands already")
      }
      try connection.run(
        """
        UPDATE campaign
           SET state = :state,
               ended_at = :ended_at
         WHERE id = :id
        """,
        [":state": .choice(state), ":ended_at": .instant(state == .ended ? now : nil), ":id": .id(id)])
      campaignsChanged()
      if state == .ended, let start = current.startsAt, now < start {
        try charge(-current.costs.fixedMicros, to: current, at: start, "fixed cost taken back", by: actor, now: now)
      }
      try record(verb, .campaign(id), by: actor, note: current.name, now: now)
      return try campaign(id)
    }
  }
}
