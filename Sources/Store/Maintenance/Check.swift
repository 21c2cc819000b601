import Core

/// One thing that was looked at, and what was found.
package struct CheckResult: Hashable, Sendable {
  package let name: String
  package let ok: Bool
  package let detail: String

  init(_ name: String, _ findings: [String], good: String) {
    self.name = name
    ok = findings.isEmpty
    let more = findings.count > 3 ? " and \(findings.count - 3) more" : ""
    detail = findings.isEmpty ? good : findings.prefix(3).joined(separator: "; ") + more
  }

  /// Looks at one thing; what keeps it from being looked at is its finding.
  init(_ name: String, good: String, _ look: () throws(StoreError) -> [String]) {
    do {
      self.init(name, try look(), good: good)
    } catch {
      self.init(name, [error.finding], good: good)
    }
  }
}

extension Store {
  /// Looks for everything that could be wrong with the file: its pages, its schema, its references, whether all that is
  /// stored can be read, and whether all that follows from the log says what the log says. Reads everything once;
  /// changes nothing. Whatever is wrong is the finding of one check and keeps no other from being made.
  /// - Throws: ``StoreError`` only where no transaction can begin.
  package func check() throws(StoreError) -> [CheckResult] {
    try readAnew { storageResults() + contentResults() + logResults() }
  }

  private func storageResults() -> [CheckResult] {
    [
      CheckResult("integrity", good: "every page and index is sound") { () throws(StoreError) in
        try connection.damage(.full, atMost: 4)
      },
      CheckResult("schema", good: "tables, indexes and triggers are those this program makes") {
        () throws(StoreError) in try changedMigrations() + wrongSchema()
      },
      CheckResult("references", good: "every reference leads somewhere") { () throws(StoreError) in
        try missingPeople() + danglingReferences()
      },
    ]
  }

  private func contentResults() -> [CheckResult] {
    [
      CheckResult("world", good: "it says which world it holds") { () throws(StoreError) in
        _ = try Self.world(of: connection)
        return []
      },
      CheckResult("facts", good: "offers, preferences, clocks and weights can be read") { () throws(StoreError) in
        try wrongFacts()
      },
      CheckResult("capacity", good: "places taken equal open and redeemed claims") { () throws(StoreError) in
        try wrongCapacities()
      },
      CheckResult("codes", good: "every code has a valid check character") { () throws(StoreError) in
        try wrongCodes()
      },
      CheckResult("revisions", good: "every topic has its revision") { () throws(StoreError) in
        try wrongRevisions()
      },
    ]
  }

  private func logResults() -> [CheckResult] {
    // One pass over the log serves two checks; what it fails of is the finding of both.
    let recount = Result { () throws(StoreError) in try Recount(of: self) }
    let rows = (try? recount.get().rows) ?? 0
    return [
      CheckResult("rollups", good: "\(rows) interactions recounted") { () throws(StoreError) in
        try recount.get().wrongRollups(in: self)
      },
      CheckResult("learned", good: "the learned state follows from the log") { () throws(StoreError) in
        try recount.get().wrongLearned(in: self)
      },
      CheckResult("claims", good: "each claim has its interactions, and each of those its claim") {
        () throws(StoreError) in try wrongClaims()
      },
      CheckResult("ledger", good: "every entry sums to zero, and the ledger is what the claims say") {
        () throws(StoreError) in
        try wrongEntries() + wrongBookings() + strayEntries() + wrongPeriods() + wrongSettlements()
      },
      CheckResult("experiments", good: "counts of experiments are those of their people") { () throws(StoreError) in
        try wrongExperiments()
      },
      CheckResult("campaigns", good: "figures of campaigns are those of the log, and no budget was exceeded") {
        () throws(StoreError) in try wrongCampaigns()
      },
      CheckResult("deals", good: "prices, alerts and watches follow from the listings, and no alert is missing") {
        () throws(StoreError) in try wrongDeals()
      },
      CheckResult("log", good: "every interaction names things that are there") { () throws(StoreError) in
        try strays()
      },
      CheckResult("decisions", good: "every record can be read, and the latest replay to the same bits") {
        () throws(StoreError) in try unreadableDecisions() + wrongDecisions()
      },
    ]
  }

  private func danglingReferences() throws(StoreError) -> [String] {
    try connection.rows("PRAGMA foreign_key_check") { row throws(StoreError) in
      "\(row.text(0)) row \(row.integer(1)) refers to a missing \(row.text(2))"
    }
  }

  /// A person's sessions outlive the person only under a pseudonym, which is below zero, so that no foreign key can
  /// stand there.
  private func missingPeople() throws(StoreError) -> [String] {
    try connection.rows(
      """
      SELECT session.id, session.person_id
        FROM session
        LEFT JOIN person ON person.id = session.person_id
       WHERE session.person_id > 0
         AND person.id IS NULL
       LIMIT 1000
      """
    ) { row throws(StoreError) in "session \(row.integer(0)) is of person \(row.integer(1)), who is missing" }
  }

  private func wrongRevisions() throws(StoreError) -> [String] {
    let topics = try connection.rows(
      """
      SELECT topic
        FROM revision
       WHERE n >= 0
      """
    ) { row throws(StoreError) in row.text(0) }
    return Topic.allCases.filter { !topics.contains($0.rawValue) }.map { "topic \($0.rawValue) has no revision" }
  }
}
