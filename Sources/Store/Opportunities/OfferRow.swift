import Core

extension Offer {
  /// Reads an offer from the columns of `offer` and `offer_version` in the order of ``Store/offer(_:)``.
  init(_ row: Row) throws(StoreError) {
    let perks = try row.text(14).split(separator: ",").map { name throws(StoreError) in
      guard let perk = Perk(rawValue: String(name)) else {
        throw .unknownText(column: row.name(of: 14), text: String(name))
      }
      return perk
    }
    self.init(
      id: row.id(0), version: row.count(2), partnerID: row.id(1), title: row.text(6), description: row.text(7),
      terms: row.text(8), type: try row.choice(9), category: row.text(10),
      value: ValueProposition(
        discountPercent: row.real(11), amountCents: row.integer(12), parkingMinutes: row.count(13), perks: perks),
      typicalSpendCents: row.optional(15) { row.integer($0) }, currency: try row.currency(16),
      useMinutes: row.real(17), position: try row.position(18),
      capacityTotal: row.optional(3) { row.count($0) }, capacityLeft: row.optional(4) { row.count($0) },
      validFrom: row.optional(20) { row.instant($0) }, validUntil: row.optional(21) { row.instant($0) },
      trigger: try TriggerRule(stored: row.text(22)), priority: row.count(23),
      cooldownHours: row.optional(24) { row.real($0) },
      impressionCap: row.optional(25) { ImpressionCap(count: row.count($0), perDay: row.flag(26)) },
      claimLimit: row.optional(27) { row.count($0) }, claimMinutes: row.count(28), state: try row.choice(29),
      budgetSpent: row.flag(5))
  }
}

extension TriggerRule {
  /// Reads what `json.text()` wrote; most offers have no rule, which is `{}`.
  fileprivate init(stored text: String) throws(StoreError) {
    if text == "{}" {
      self = .none
      return
    }
    do {
      try self.init(JSON(parsing: text))
    } catch {
      throw .corrupt(detail: "a stored trigger rule \(error)")
    }
  }
}

extension Store {
  /// Writes the facts of one version.
  func insertVersion(of offer: Offer, now: Timestamp) throws(StoreError) {
    try connection.run(
      """
      INSERT INTO offer_version (
        offer_id, version, title, description, terms, type, category, discount_percent, amount_cents,
        parking_minutes, perks, typical_spend_cents, currency, use_minutes, latitude, longitude, valid_from,
        valid_until, trigger_rule, priority, cooldown_hours, impression_cap, impression_cap_per_day, claim_limit,
        claim_minutes, capacity_total, state, recorded_at)
      VALUES (
        :offer_id, :version, :title, :description, :terms, :type, :category, :discount_percent, :amount_cents,
        :parking_minutes, :perks, :typical_spend_cents, :currency, :use_minutes, :latitude, :longitude, :valid_from,
        :valid_until, :trigger_rule, :priority, :cooldown_hours, :impression_cap, :impression_cap_per_day,
        :claim_limit, :claim_minutes, :capacity_total, :state, :recorded_at)
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
      ])
  }
}
