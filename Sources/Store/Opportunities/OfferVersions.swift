import Core

extension Store {
  /// Stores the facts of an offer's version 1 under the next free number, or its own where it has one.
  func insert(_ draft: Offer, by actor: Actor, now: Timestamp) throws(StoreError) -> Offer {
    try connection.run(
      """
      INSERT INTO offer (
        id, partner_id, version, capacity_total, capacity_reserved, capacity_taken, capacity_revision,
        budget_spent, created_at)
      VALUES (
        nullif(:id, 0), :partner_id, 1, :capacity_total, :capacity_reserved, 0, 0, :budget_spent, :created_at)
      """,
      [
        ":id": .id(draft.id), ":partner_id": .id(draft.partnerID),
        ":capacity_total": .count(draft.capacityTotal),
        ":capacity_reserved": .integer(Int64((draft.capacityTotal ?? 0) - (draft.capacityLeft ?? 0))),
        ":budget_spent": .flag(draft.budgetSpent), ":created_at": .instant(now),
      ])
    let offer = draft.with(id: Offer.ID(connection.lastInsertedID), version: 1)
    try insertVersion(of: offer, by: actor, reason: nil, now: now)
    offersChanged()
    return offer
  }

  /// Stores facts and state as the version after the one they carry. Places taken by claims stay taken.
  /// - Parameter reason: why it was rejected; kept only while it is.
  func replace(_ offer: Offer, by actor: Actor, reason: String?, now: Timestamp) throws(StoreError) -> Offer {
    let next = offer.with(id: offer.id, version: offer.version + 1)
    try connection.run(
      """
      UPDATE offer
         SET version = :version,
             capacity_total = :capacity_total,
             budget_spent = :budget_spent
       WHERE id = :id
      """,
      [
        ":version": .integer(Int64(next.version)), ":capacity_total": .count(next.capacityTotal),
        ":budget_spent": .flag(next.budgetSpent), ":id": .id(next.id),
      ])
    try insertVersion(of: next, by: actor, reason: reason, now: now)
    offersChanged()
    return try self.offer(next.id)
  }

  /// Copies and caches follow an edit.
  private func offersChanged() {
    touch(.offers)
    memory.index = nil
    memory.town = nil
  }

  /// Writes the facts of one version.
  private func insertVersion(
    of offer: Offer, by actor: Actor, reason: String?, now: Timestamp
  ) throws(StoreError) {
    try connection.run(
      """
      INSERT INTO offer_version (
        offer_id, version, title, description, terms, type, category, discount_percent, amount_cents,
        parking_minutes, perks, typical_spend_cents, currency, use_minutes, latitude, longitude, valid_from,
        valid_until, trigger_rule, priority, cooldown_hours, impression_cap, impression_cap_per_day, claim_limit,
        claim_minutes, capacity_total, state, recorded_at, author, reason)
      VALUES (
        :offer_id, :version, :title, :description, :terms, :type, :category, :discount_percent, :amount_cents,
        :parking_minutes, :perks, :typical_spend_cents, :currency, :use_minutes, :latitude, :longitude, :valid_from,
        :valid_until, :trigger_rule, :priority, :cooldown_hours, :impression_cap, :impression_cap_per_day,
        :claim_limit, :claim_minutes, :capacity_total, :state, :recorded_at, :author, :reason)
      """,
      [
        ":offer_id": .id(offer.id), ":version": .integer(Int64(offer.version)), ":title": .text(offer.title),
        ":description": .text(offer.description), ":terms": .text(offer.terms), ":type": .choice(offer.type),
        ":category": .text(offer.category), ":discount_percent": .real(offer.value.discountPercent),
        ":amount_cents": .integer(offer.value.amountCents),
        ":parking_minutes": .integer(Int64(offer.value.parkingMinutes)),
        ":perks": .text(offer.value.perks.map(\.rawValue).joined(separator: ",")),
        ":typical_spend_cents": .optional(offer.typicalSpendCents), ":currency": .text(offer.currency.code),
        ":use_minutes": .real(offer.useMinutes), ":latitude": .real(offer.position.latitude),
        ":longitude": .real(offer.position.longitude), ":valid_from": .instant(offer.validFrom),
        ":valid_until": .instant(offer.validUntil), ":trigger_rule": .text(offer.trigger.json.text()),
        ":priority": .integer(Int64(offer.priority)), ":cooldown_hours": .optional(offer.cooldownHours),
        ":impression_cap": .count(offer.impressionCap?.count),
        ":impression_cap_per_day": .flag(offer.impressionCap?.perDay ?? false),
        ":claim_limit": .count(offer.claimLimit), ":claim_minutes": .integer(Int64(offer.claimMinutes)),
        ":capacity_total": .count(offer.capacityTotal), ":state": .choice(offer.state), ":recorded_at": .instant(now),
        ":author": .text(actor.description), ":reason": .optional(offer.state == .rejected ? reason : nil),
      ])
  }
}

extension Offer {
  /// The same facts under another number and version.
  func with(id: ID, version: Int) -> Offer {
    Offer(
      id: id, version: version, partnerID: partnerID, title: title, description: description, terms: terms,
      type: type, category: category, value: value, typicalSpendCents: typicalSpendCents, currency: currency,
      useMinutes: useMinutes, position: position, capacityTotal: capacityTotal, capacityLeft: capacityLeft,
      validFrom: validFrom, validUntil: validUntil, trigger: trigger, priority: priority,
      cooldownHours: cooldownHours, impressionCap: impressionCap, claimLimit: claimLimit, claimMinutes: claimMinutes,
      state: state, budgetSpent: budgetSpent)
  }
}
