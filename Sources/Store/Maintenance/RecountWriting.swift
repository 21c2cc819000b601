import Core

extension Recount {
  /// Writes all that was counted into tables that are still empty. Rows go in the order of their keys.
  func write(to store: Store) throws(StoreError) {
    store.rollups = rollups
    try store.flushRollups()
    try writeHistories(to: store)
    try writeDays(to: store)
    try writeAffinities(to: store)
  }

  private func writeHistories(to store: Store) throws(StoreError) {
    let pairs = learned.keys.sorted { ($0.subject, $0.offerID) < ($1.subject, $1.offerID) }
    for pair in pairs {
      let history = learned[pair] ?? Learned()
      try store.connection.run(
        """
        INSERT INTO person_offer (
          subject, offer_id, impressions, day, impressions_today, dismissed_at, claims, open_claims)
        VALUES (
          :subject, :offer_id, :impressions, :day, :impressions_today, :dismissed_at, :claims, :open_claims)
        """,
        [
          ":subject": .integer(pair.subject), ":offer_id": .integer(pair.offerID),
          ":impressions": .integer(history.impressions), ":day": .integer(history.day),
          ":impressions_today": .integer(history.impressionsToday), ":dismissed_at": .optional(history.dismissedAt),
          ":claims": .integer(history.claims), ":open_claims": .integer(history.openClaims),
        ])
    }
  }

  private func writeDays(to store: Store) throws(StoreError) {
    for (day, count) in days.sorted(by: { ($0.key.personID, $0.key.day) < ($1.key.personID, $1.key.day) }) {
      try store.connection.run(
        """
        INSERT INTO person_day (person_id, day, impressions)
        VALUES (:person, :day, :count)
        """,
        [":person": .integer(day.personID), ":day": .integer(day.day), ":count": .integer(count)])
    }
  }

  private func writeAffinities(to store: Store) throws(StoreError) {
    for (person, affinities) in categories.sorted(by: { $0.key < $1.key }) {
      for (category, affinity) in affinities.sorted(by: { $0.key < $1.key }) {
        try store.keep(affinity, of: Person.ID(person), category: category)
      }
    }
    for (person, affinities) in partners.sorted(by: { $0.key < $1.key }) {
      for (partner, affinity) in affinities.sorted(by: { $0.key < $1.key }) {
        try store.keep(affinity, of: Person.ID(person), partner: Partner.ID(partner))
      }
    }
  }
}
