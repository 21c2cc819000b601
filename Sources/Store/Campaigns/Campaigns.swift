import Core

extension Store {
  /// Every campaign with its offers, by number.
  package func campaigns() throws(StoreError) -> [Campaign] {
    try read { () throws(StoreError) in
      var offers: [Campaign.ID: [Offer.ID]] = [:]
      try connection.each(
        """
        SELECT campaign_id, offer_id
          FROM campaign_offer
         ORDER BY offer_id
        """
      ) { row throws(StoreError) in offers[row.id(0), default: []].append(row.id(1)) }
      return try connection.rows(
        """
        SELECT id, name, created_at
          FROM campaign
         ORDER BY id
        """
      ) { row throws(StoreError) in
        let id = Campaign.ID(row.integer(0))
        return Campaign(id: id, name: row.text(1), offers: offers[id] ?? [], createdAt: row.instant(2))
      }
    }
  }

  /// One campaign.
  package func campaign(_ id: Campaign.ID) throws(StoreError) -> Campaign {
    try read { () throws(StoreError) in
      let facts = try connection.row(
        """
        SELECT name, created_at
          FROM campaign
         WHERE id = :id
        """,
        [":id": .id(id)]
      ) { row throws(StoreError) in (name: row.text(0), createdAt: row.instant(1)) }
      guard let facts else { throw .notFound("campaign", id) }
      let offers = try connection.rows(
        """
        SELECT offer_id
          FROM campaign_offer
         WHERE campaign_id = :id
         ORDER BY offer_id
        """,
        [":id": .id(id)]
      ) { row throws(StoreError) in Offer.ID(row.integer(0)) }
      return Campaign(id: id, name: facts.name, offers: offers, createdAt: facts.createdAt)
    }
  }

  /// Puts offers together under a name.
  /// - Throws: ``StoreError/conflict(code:sentence:)`` for a name that is taken, or an offer of another campaign.
  @discardableResult
  package func createCampaign(
    name: String, offers: [Offer.ID], by actor: Actor, now: Timestamp
  ) throws(StoreError) -> Campaign {
    let name = try StoreError.checking { () throws(InvalidInput) in
      guard !offers.isEmpty else { throw InvalidInput(.missingField, field: "offers", "names none; name one at least") }
      return try PlainText.checked(name, field: "name", limit: 80)
    }
    return try write { () throws(StoreError) in
      try permitStaff(actor, to: "create campaigns")
      if try connection.exists("SELECT id FROM campaign WHERE name = :name", [":name": .text(name)]) {
        throw .conflict(code: "duplicate", sentence: "there is a campaign '\(name)' already; give another name")
      }
      try connection.run(
        """
        INSERT INTO campaign (name, created_at)
        VALUES (:name, :now)
        """,
        [":name": .text(name), ":now": .instant(now)])
      let id = Campaign.ID(connection.lastInsertedID)
      for offer in Set(offers).sorted() { try add(offer, to: id) }
      touch(.campaigns)
      try record("campaign create", .campaign(id), by: actor, note: name, now: now)
      return try campaign(id)
    }
  }

  private func add(_ id: Offer.ID, to campaign: Campaign.ID) throws(StoreError) {
    _ = try offer(id)
    let other = try connection.row(
      """
      SELECT campaign_id
        FROM campaign_offer
       WHERE offer_id = :offer
      """,
      [":offer": .id(id)]
    ) { row throws(StoreError) in row.integer(0) }
    if let other {
      throw .conflict(code: "campaign.offer", sentence: "offer \(id) belongs to campaign \(other) already")
    }
    try connection.run(
      """
      INSERT INTO campaign_offer (offer_id, campaign_id)
      VALUES (:offer, :campaign)
      """,
      [":offer": .id(id), ":campaign": .id(campaign)])
  }
}
