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
}

extension Store {
  /// Looks for everything that could be wrong with the file: its pages, its references, and whether all that follows
  /// from the log says what the log says. Reads everything once; changes nothing.
  package func check() throws(StoreError) -> [CheckResult] {
    try read { () throws(StoreError) in
      let pages = try connection.rows("PRAGMA integrity_check (4)") { row throws(StoreError) in row.text(0) }
      let damage = pages == ["ok"] ? [] : pages
      guard damage.isEmpty else { return [CheckResult("integrity", damage, good: "")] }
      let recount = try Recount(of: self)
      return [
        CheckResult("integrity", damage, good: "every page and index is sound"),
        CheckResult("references", try danglingReferences(), good: "every reference leads somewhere"),
        CheckResult("schema", try changedMigrations(), good: "every migration is the one this program knows"),
        CheckResult("rollups", try recount.wrongRollups(in: self), good: "\(recount.rows) interactions recounted"),
        CheckResult("capacity", try wrongCapacities(), good: "places taken equal open and redeemed claims"),
        CheckResult("claims", try wrongClaims(), good: "each claim has its interactions, and each of those its claim"),
        CheckResult("codes", try wrongCodes(), good: "every code has a valid check character"),
        CheckResult("learned", try recount.wrongLearned(in: self), good: "the learned state follows from the log"),
        CheckResult("log", try strays(), good: "every interaction names things that are there"),
        CheckResult("decisions", try wrongDecisions(), good: "the latest decisions replay to the same bits"),
        CheckResult("revisions", try wrongRevisions(), good: "every topic has its revision"),
      ]
    }
  }

  private func danglingReferences() throws(StoreError) -> [String] {
    try connection.rows("PRAGMA foreign_key_check") { row throws(StoreError) in
      "\(row.text(0)) row \(row.integer(1)) refers to a missing \(row.text(2))"
    }
  }

  private func changedMigrations() throws(StoreError) -> [String] {
    let applied = try connection.rows(
      """
      SELECT version, checksum
        FROM migration
       ORDER BY version
      """
    ) { row throws(StoreError) in (version: row.count(0), checksum: row.text(1)) }
    let known = Migration.all.map { (version: $0.version, checksum: $0.checksum) }
    guard applied.map(\.version) == known.map(\.version) else {
      return ["versions \(applied.map(\.version)) were applied instead of \(known.map(\.version))"]
    }
    return zip(applied, known).filter { $0.checksum != $1.checksum }.map { applied, _ in
      "version \(applied.version) was made by another program"
    }
  }

  private func wrongDecisions() throws(StoreError) -> [String] {
    let latest = try connection.rows(
      """
      SELECT id
        FROM decision
       WHERE record IS NOT NULL
       ORDER BY id DESC
       LIMIT 20
      """
    ) { row throws(StoreError) in DecisionRecord.ID(row.integer(0)) }
    var findings: [String] = []
    for id in latest where try !decision(id).matches { findings.append("decision \(id) replays differently") }
    return findings
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
