import Core

extension Store {
  /// How far back a plan looks for what an offer does.
  private static let plannedDays = 28

  /// The offers that people see now and no running experiment has, by number.
  /// - Parameter looked: of this one it is counted what people did with it lately.
  package func testableOffers(
    lately looked: Offer.ID? = nil, now: Timestamp
  ) throws(StoreError) -> [TestableOffer] {
    try read { () throws(StoreError) in
      let names = try partnerNames()
      let taken = try offersInRunningExperiments()
      return try offers(state: .active, at: now).filter { !taken.contains($0.id) }.map { offer throws(StoreError) in
        let lately = offer.id == looked ? try lately(offer.id, now: now) : nil
        return TestableOffer(
          offer, partnerName: names[offer.partnerID] ?? "partner \(offer.partnerID)", lately: lately)
      }
    }
  }

  /// What known people did with an offer over the last weeks, each counted once. Plan: indexes `session_expiry` and
  /// `interaction_shown`, then `interaction_offer`; as long as the sessions of these weeks are many, however long the log.
  private func lately(_ offer: Offer.ID, now: Timestamp) throws(StoreError) -> TestableOffer.Lately {
    let span: Value.Parameters = [
      ":offer": .id(offer), ":from": .instant(now - .days(Int64(Self.plannedDays))), ":now": .instant(now),
    ]
    let people = try connection.row(
      """
      SELECT count(DISTINCT interaction.person_id)
        FROM session INDEXED BY session_expiry
       CROSS JOIN interaction INDEXED BY interaction_shown
          ON interaction.session_id = session.id
         AND interaction.offer_id = :offer
         AND interaction.type = 'impression'
       WHERE session.expires_at >= :from
         AND interaction.at >= :from
         AND interaction.at <= :now
      """,
      span
    ) { row throws(StoreError) in row.integer(0) }
    let answers = try connection.row(
      """
      SELECT count(DISTINCT CASE WHEN type = 'acceptance' THEN person_id END),
             count(DISTINCT CASE WHEN type = 'redemption' THEN person_id END)
        FROM interaction INDEXED BY interaction_offer
       WHERE offer_id = :offer
         AND (type = 'acceptance' OR type = 'dismissal' OR type = 'redemption' OR type = 'expiry')
         AND at >= :from
         AND at <= :now
      """,
      span
    ) { row throws(StoreError) in (accepted: row.integer(0), redeemed: row.integer(1)) }
    return TestableOffer.Lately(
      days: Self.plannedDays, people: people ?? 0, accepted: answers?.accepted ?? 0, redeemed: answers?.redeemed ?? 0)
  }

  private func offersInRunningExperiments() throws(StoreError) -> Set<Offer.ID> {
    Set(
      try connection.rows(
        """
        SELECT DISTINCT experiment_offer.offer_id
          FROM experiment
          JOIN experiment_offer ON experiment_offer.experiment_id = experiment.id
         WHERE experiment.state = 'running'
        """
      ) { row throws(StoreError) in Offer.ID(row.integer(0)) })
  }
}
