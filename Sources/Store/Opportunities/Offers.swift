import Core

extension Store {
  /// Stores an offer as its version 1; an id of 0 asks for the next free one. Fewer places left than there are in all
  /// are kept as reserved by other ways than claims.
  /// - Throws: ``StoreError/invalid(_:)`` unless the offer passes ``Offer/check(field:)``.
  @discardableResult
  package func addOffer(_ draft: Offer, now: Timestamp) throws(StoreError) -> Offer {
    let checked = try Self.checked(draft)
    return try write { () throws(StoreError) in
      try refuseTaken(checked)
      _ = try partner(checked.partnerID)
      try connection.run(
        """
        INSERT INTO offer (
          id, partner_id, version, capacity_total, capacity_reserved, capacity_taken, capacity_revision,
          budget_spent, created_at)
        VALUES (
          nullif(:id, 0), :partner_id, 1, :capacity_total, :capacity_reserved, 0, 0, :budget_spent, :created_at)
        """,
        [
          ":id": .id(checked.id), ":partner_id": .id(checked.partnerID),
          ":capacity_total": .count(checked.capacityTotal),
          ":capacity_reserved": .integer(Int64((checked.capacityTotal ?? 0) - (checked.capacityLeft ?? 0))),
          ":budget_spent": .flag(checked.budgetSpent), ":created_at": .instant(now),
        ])
      let offer = checked.with(id: Offer.ID(connection.lastInsertedID), version: 1)
      try insertVersion(of: offer, now: now)
      offersChanged()
      return offer
    }
  }

  /// Stores an edited offer as a new version. Places taken by claims stay taken.
  /// - Parameter edited: carries the version that was read.
  /// - Throws: ``StoreError/conflict(code:sentence:)`` if somebody else edited that version first.
  @discardableResult
  package func updateOffer(_ edited: Offer, now: Timestamp) throws(StoreError) -> Offer {
    let checked = try Self.checked(edited)
    return try write { () throws(StoreError) in
      let current = try offer(edited.id)
      guard current.version == edited.version else {
        throw .conflict(
          code: "version",
          sentence: "offer \(edited.id) was changed meanwhile (version \(current.version)); look at it again")
      }
      guard current.partnerID == edited.partnerID else {
        throw .conflict(code: "partner", sentence: "offer \(edited.id) belongs to partner \(current.partnerID)")
      }
      let next = checked.with(id: edited.id, version: edited.version + 1)
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
      try insertVersion(of: next, now: now)
      offersChanged()
      return try offer(next.id)
    }
  }

  /// One offer as it is now.
  package func offer(_ id: Offer.ID) throws(StoreError) -> Offer {
    let offer = try connection.row(
      """
      SELECT offer.id, offer.partner_id, offer.version, offer.capacity_total, offer.capacity_left,
             offer.budget_spent, offer_version.title, offer_version.description, offer_version.terms,
             offer_version.type, offer_version.category, offer_version.discount_percent, offer_version.amount_cents,
             offer_version.parking_minutes, offer_version.perks, offer_version.typical_spend_cents,
             offer_version.currency, offer_version.use_minutes, offer_version.latitude, offer_version.longitude,
             offer_version.valid_from, offer_version.valid_until, offer_version.trigger_rule, offer_version.priority,
             offer_version.cooldown_hours, offer_version.impression_cap, offer_version.impression_cap_per_day,
             offer_version.claim_limit, offer_version.claim_minutes, offer_version.state
        FROM offer
        JOIN offer_version ON offer_version.offer_id = offer.id AND offer_version.version = offer.version
       WHERE offer.id = :id
      """,
      [":id": .id(id)], as: Offer.init)
    guard let offer else { throw .notFound("offer", id) }
    return offer
  }

  /// The facts of one version, also of one that was replaced; nil if there is none. Places are those of that version.
  package func offer(_ id: Offer.ID, version: Int) throws(StoreError) -> Offer? {
    try connection.row(
      """
      SELECT offer.id, offer.partner_id, offer_version.version, offer_version.capacity_total,
             offer_version.capacity_total,
             offer.budget_spent, offer_version.title, offer_version.description, offer_version.terms,
             offer_version.type, offer_version.category, offer_version.discount_percent, offer_version.amount_cents,
             offer_version.parking_minutes, offer_version.perks, offer_version.typical_spend_cents,
             offer_version.currency, offer_version.use_minutes, offer_version.latitude, offer_version.longitude,
             offer_version.valid_from, offer_version.valid_until, offer_version.trigger_rule, offer_version.priority,
             offer_version.cooldown_hours, offer_version.impression_cap, offer_version.impression_cap_per_day,
             offer_version.claim_limit, offer_version.claim_minutes, offer_version.state
        FROM offer_version
        JOIN offer ON offer.id = offer_version.offer_id
       WHERE offer_version.offer_id = :id
         AND offer_version.version = :version
      """,
      [":id": .id(id), ":version": .integer(Int64(version))], as: Offer.init)
  }

  /// Copies and caches follow an edit.
  func offersChanged() {
    touch(.offers)
    memory.index = nil
    memory.town = nil
  }

  /// What a person typed, in the form it is stored, or the reason why it cannot be.
  private static func checked(_ draft: Offer) throws(StoreError) -> Offer {
    var offer = draft
    offer.category = draft.category.lowercased()
    try StoreError.checking { () throws(InvalidInput) in
      try offer.check()
      offer.title = try PlainText.checked(draft.title, field: "title")
      offer.category = try PlainText.checked(offer.category, field: "category", limit: 40)
    }
    return offer
  }

  private func refuseTaken(_ offer: Offer) throws(StoreError) {
    if try connection.exists("SELECT id FROM offer WHERE id = :id", [":id": .id(offer.id)]) {
      throw .conflict(code: "duplicate", sentence: "there is an offer \(offer.id) already; give another id")
    }
  }
}

extension Offer {
  /// The same facts under another number and version.
  fileprivate func with(id: ID, version: Int) -> Offer {
    Offer(
      id: id, version: version, partnerID: partnerID, title: title, description: description, terms: terms,
      type: type, category: category, value: value, typicalSpendCents: typicalSpendCents, currency: currency,
      useMinutes: useMinutes, position: position, capacityTotal: capacityTotal, capacityLeft: capacityLeft,
      validFrom: validFrom, validUntil: validUntil, trigger: trigger, priority: priority,
      cooldownHours: cooldownHours, impressionCap: impressionCap, claimLimit: claimLimit, claimMinutes: claimMinutes,
      state: state, budgetSpent: budgetSpent)
  }
}
