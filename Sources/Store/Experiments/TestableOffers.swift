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

  /// What known people did with an offer over the last weeks, each counted once. Plan: index `interaction_offer`.
  private func lately(_ offer: Offer.ID, now: Timestamp) throws(StoreError) -> TestableOffer.Lately {
    let found = try connection.row(
      """
      SELECT count(DISTINCT CASE WHEN type = 'impression' THEN person_id END),
             count(DISTINCT CASE WHEN type = 'acceptance' THEN person_id END),
             count(DISTINCT CASE WHEN type = 'redemption' THEN person_id END)
        FROM interaction
       WHERE offer_id = :offer
         AND at >= :from
         AND at <= :now
      """,
      [":offer": .id(offer), ":from": .instant(now - .days(Int64(Self.plannedDays))), ":now": .instant(now)]
    ) { row throws(StoreError) in
      TestableOffer.Lately(
        days: Self.plannedDays, people: row.integer(0), accepted: row.integer(1), redeemed: row.integer(2))
    }
    return found ?? TestableOffer.Lately(days: Self.plannedDays, people: 0, accepted: 0, redeemed: 0)
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
