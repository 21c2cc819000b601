import Core

extension Recount {
  /// People and offers whose learned state does not follow from the log.
  func wrongLearned(in store: Store) throws(StoreError) -> [String] {
    try wrongHistories(in: store) + wrongDays(in: store) + wrongCategories(in: store) + wrongPartners(in: store)
  }

  private func wrongHistories(in store: Store) throws(StoreError) -> [String] {
    var findings: [String] = []
    var seen = 0
    try store.connection.each(
      """
      SELECT subject, offer_id, impressions, day, impressions_today, dismissed_at, claims, open_claims
        FROM person_offer
      """
    ) { row throws(StoreError) in
      let stored = Learned(
        impressions: row.integer(2), day: row.integer(3), impressionsToday: row.integer(4),
        dismissedAt: row.optional(5) { row.integer($0) }, claims: row.integer(6), openClaims: row.integer(7))
      seen += 1
      if learned[Pair(subject: row.integer(0), offerID: row.integer(1))] != stored {
        findings.append("subject \(row.integer(0)) and offer \(row.integer(1)) have another history")
      }
    }
    if seen < learned.count { findings.append("\(learned.count - seen) histories are missing") }
    return findings
  }

  private func wrongDays(in store: Store) throws(StoreError) -> [String] {
    var findings: [String] = []
    var seen = 0
    try store.connection.each(
      """
      SELECT person_id, day, impressions
        FROM person_day
      """
    ) { row throws(StoreError) in
      seen += 1
      if days[Day(personID: row.integer(0), day: row.integer(1))] != row.integer(2) {
        findings.append("person \(row.integer(0)) was shown another number of offers on day \(row.integer(1))")
      }
    }
    if seen < days.count { findings.append("\(days.count - seen) days of people are missing") }
    return findings
  }

  private func wrongCategories(in store: Store) throws(StoreError) -> [String] {
    var findings: [String] = []
    var seen = 0
    try store.connection.each(
      """
      SELECT person_id, category, accepted, dismissed, as_of
        FROM category_affinity
      """
    ) { row throws(StoreError) in
      seen += 1
      let stored = Affinity(accepted: row.real(2), dismissed: row.real(3), asOf: row.instant(4))
      if !Self.agrees(categories[row.integer(0)]?[row.text(1)], stored) {
        findings.append("person \(row.integer(0)) answered \(row.text(1)) otherwise")
      }
    }
    if seen < categories.values.reduce(0, { $0 + $1.count }) { findings.append("affinities to categories are missing") }
    return findings
  }

  private func wrongPartners(in store: Store) throws(StoreError) -> [String] {
    var findings: [String] = []
    var seen = 0
    try store.connection.each(
      """
      SELECT person_id, partner_id, accepted, dismissed, as_of
        FROM partner_affinity
      """
    ) { row throws(StoreError) in
      seen += 1
      let stored = Affinity(accepted: row.real(2), dismissed: row.real(3), asOf: row.instant(4))
      if !Self.agrees(partners[row.integer(0)]?[row.integer(1)], stored) {
        findings.append("person \(row.integer(0)) answered partner \(row.integer(1)) otherwise")
      }
    }
    if seen < partners.values.reduce(0, { $0 + $1.count }) { findings.append("affinities to partners are missing") }
    return findings
  }

  /// Equal up to the last digits, in which two machines' exponentials may differ.
  private static func agrees(_ counted: Affinity?, _ stored: Affinity) -> Bool {
    guard let counted else { return false }
    return counted.asOf == stored.asOf && abs(counted.accepted - stored.accepted) < 1e-9
      && abs(counted.dismissed - stored.dismissed) < 1e-9
  }
}
