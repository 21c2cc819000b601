import Core

/// Campaigns as they stand in their tables.
extension Store {
  /// Writes a new campaign whose currency and zone are known.
  /// - Parameter number: nil for the next.
  func insert(
    _ draft: CampaignDraft, number: Campaign.ID?, version: Int, now: Timestamp
  ) throws(StoreError) -> Campaign.ID {
    try connection.run(
      """
      INSERT INTO campaign (
        id, version, name, type, currency, zone, budget_cents, daily_budget_cents, starts_at, ends_at, targets,
        per_impression_micros, per_view_micros, per_acceptance_micros, per_redemption_micros, fixed_micros, created_at)
      VALUES (
        :id, :version, :name, :type, :currency, :zone, :budget, :daily_budget, :starts_at, :ends_at, :targets,
        :per_impression, :per_view, :per_acceptance, :per_redemption, :fixed, :now)
      """,
      [
        ":id": .id(number), ":version": .count(version), ":name": .text(draft.name), ":type": .choice(draft.type),
        ":currency": .text((draft.currency ?? .usd).code), ":zone": .text(draft.zone ?? world.zone),
        ":budget": .optional(draft.budgetCents), ":daily_budget": .optional(draft.dailyBudgetCents),
        ":starts_at": .instant(draft.startsAt), ":ends_at": .instant(draft.endsAt),
        ":targets": .text(draft.storedTargets), ":per_impression": .integer(draft.costs.perImpressionMicros),
        ":per_view": .integer(draft.costs.perViewMicros), ":per_acceptance": .integer(draft.costs.perAcceptanceMicros),
        ":per_redemption": .integer(draft.costs.perRedemptionMicros), ":fixed": .integer(draft.costs.fixedMicros),
        ":now": .instant(now),
      ])
    return Campaign.ID(connection.lastInsertedID)
  }

  /// Writes facts over those of a campaign, as its next version.
  func update(_ draft: CampaignDraft, of id: Campaign.ID, version: Int) throws(StoreError) {
    try connection.run(
      """
      UPDATE campaign
         SET version = :version, name = :name, type = :type, currency = :currency, zone = :zone,
             budget_cents = :budget, daily_budget_cents = :daily_budget, starts_at = :starts_at, ends_at = :ends_at,
             targets = :targets, per_impression_micros = :per_impression, per_view_micros = :per_view,
             per_acceptance_micros = :per_acceptance, per_redemption_micros = :per_redemption, fixed_micros = :fixed
       WHERE id = :id
      """,
      [
        ":version": .count(version), ":name": .text(draft.name), ":type": .choice(draft.type),
        ":currency": .text((draft.currency ?? .usd).code),
        ":zone": .text(draft.zone ?? world.zone), ":budget": .optional(draft.budgetCents),
        ":daily_budget": .optional(draft.dailyBudgetCents), ":starts_at": .instant(draft.startsAt),
        ":ends_at": .instant(draft.endsAt), ":targets": .text(draft.storedTargets),
        ":per_impression": .integer(draft.costs.perImpressionMicros), ":per_view": .integer(draft.costs.perViewMicros),
        ":per_acceptance": .integer(draft.costs.perAcceptanceMicros),
        ":per_redemption": .integer(draft.costs.perRedemptionMicros), ":fixed": .integer(draft.costs.fixedMicros),
        ":id": .id(id),
      ])
  }

  /// Puts offers into a campaign; one that has ended gives its offers up.
  /// - Throws: ``StoreError/conflict(code:sentence:)`` for an offer of another campaign that is not over.
  func takeUp(_ offers: [Offer.ID], into id: Campaign.ID, now: Timestamp) throws(StoreError) {
    for offer in offers {
      let other = try connection.row(
        """
        SELECT campaign_id
          FROM campaign_offer
         WHERE offer_id = :offer
        """,
        [":offer": .id(offer)]
      ) { row throws(StoreError) in Campaign.ID(row.integer(0)) }
      if let other, try campaign(other).standing(at: now) != .ended {
        throw .conflict(code: "campaign.offer", sentence: "offer \(offer) belongs to campaign \(other) already")
      }
      try connection.run(
        """
        INSERT INTO campaign_offer (offer_id, campaign_id)
        VALUES (:offer, :campaign)
        ON CONFLICT (offer_id) DO UPDATE SET
          campaign_id = excluded.campaign_id
        """,
        [":offer": .id(offer), ":campaign": .id(id)])
    }
  }

  /// - Throws: ``StoreError/invalid(_:)`` for an offer of a campaign, all of whose offers are in one currency.
  func refuseOtherMoney(than offer: Offer) throws(StoreError) {
    guard let entry = try offerCampaigns()[offer.id] else { return }
    throw .invalid(
      InvalidInput(
        field: "currency",
        "stays \(offer.currency) while the offer is in campaign \(entry.campaign.id); take it out first"))
  }

  /// Takes an offer out of its campaign.
  func release(_ offer: Offer.ID) throws(StoreError) {
    try connection.run("DELETE FROM campaign_offer WHERE offer_id = :offer", [":offer": .id(offer)])
  }
}

extension CampaignDraft {
  fileprivate var storedTargets: String { targets.map(\.rawValue).joined(separator: ",") }
}
