import Core

extension Store {
  /// Whatever is stored but cannot be read as what it should be.
  func wrongFacts() throws(StoreError) -> [String] {
    try wrongOffers() + wrongPreferences() + wrongZones() + wrongCurrencies() + wrongProfile()
  }

  private func wrongOffers() throws(StoreError) -> [String] {
    let offers = try connection.rows(
      """
      SELECT offer.id, offer.version, offer_version.version IS NOT NULL,
             offer.capacity_total IS offer_version.capacity_total
        FROM offer
        LEFT JOIN offer_version ON offer_version.offer_id = offer.id AND offer_version.version = offer.version
       ORDER BY offer.id
      """
    ) { row throws(StoreError) in
      (id: Offer.ID(row.integer(0)), version: row.integer(1), isThere: row.flag(2), agrees: row.flag(3))
    }
    var findings: [String] = []
    for (id, version, isThere, agrees) in offers {
      guard isThere else {
        findings.append("offer \(id) has no facts of its version \(version)")
        continue
      }
      if !agrees { findings.append("offer \(id) has another number of places than its version \(version)") }
      read("offer \(id)", into: &findings) { () throws(StoreError) in _ = try offer(id) }
    }
    return findings
  }

  private func wrongPreferences() throws(StoreError) -> [String] {
    let people = try connection.rows(
      """
      SELECT person_id
        FROM preference
       ORDER BY person_id
      """
    ) { row throws(StoreError) in Person.ID(row.integer(0)) }
    var findings: [String] = []
    for person in people {
      read("preferences of person \(person)", into: &findings) { () throws(StoreError) in
        _ = try preferences(of: person)
      }
    }
    return findings
  }

  /// The clock of the town, and of all that has one of its own.
  private func wrongZones() throws(StoreError) -> [String] {
    let zones = try connection.rows(
      """
      SELECT 'the world', zone FROM world
      UNION
      SELECT 'a partner', zone FROM partner
      UNION
      SELECT 'a place', zone FROM place
      UNION
      SELECT 'a person', zone FROM person
      UNION
      SELECT 'a session', zone FROM session
      """
    ) { row throws(StoreError) in (owner: row.text(0), name: row.text(1)) }
    var findings: [String] = []
    for (owner, name) in zones {
      read(owner, into: &findings) { () throws(StoreError) in _ = try zone(name) }
    }
    return findings
  }

  /// Those of offers are read with them.
  private func wrongCurrencies() throws(StoreError) -> [String] {
    let currencies = try connection.rows(
      """
      SELECT 'a partner', currency FROM partner
      UNION
      SELECT 'a session', currency FROM session
      """
    ) { row throws(StoreError) in (owner: row.text(0), code: row.text(1)) }
    return currencies.filter { Currency($0.code) == nil }.map { owner, code in
      "\(owner): it names the currency '\(code.prefix(40))', which is none"
    }
  }

  private func wrongProfile() throws(StoreError) -> [String] {
    var findings: [String] = []
    read("weights", into: &findings) { () throws(StoreError) in _ = try currentProfile() }
    return findings
  }

  /// Reads one thing; what keeps it from being read becomes a finding, and the others are still read.
  private func read(_ what: String, into findings: inout [String], _ body: () throws(StoreError) -> Void) {
    do {
      try body()
    } catch {
      findings.append("\(what): \(error.finding)")
    }
  }
}
