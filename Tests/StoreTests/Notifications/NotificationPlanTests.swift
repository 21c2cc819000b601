import Core
import Testing

@testable import Store

/// Nothing that is asked with every ingest walks over alerts that are done with.
@Suite struct NotificationPlanTests {
  /// Every statement of a night, a morning and a digest.
  private func statements() throws -> (AlertTown, [String]) {
    let town = try AlertTown { preferences in
      preferences.alertFrequency = .daily
      preferences.quietHours = [try QuietHours(parsing: "22:00-07:00", field: "")]
    }
    let (slow, fast) = (try town.rule("slow"), try town.rule("fast", frequency: .immediate))
    let listing = try town.listing(group: 1)
    try town.raise(slow, listing, now: TestTown.noon)
    for index in 0..<12 { try town.raise(fast, now: TestTown.noon + .minutes(Int64(index))) }
    _ = try town.store.preferencesSummary(of: town.person.id, now: TestTown.noon)
    try town.store.setPreferences(Preferences(), of: town.person.id, by: TestTown.ana, now: TestTown.noon)
    while let due = try town.store.nextDue(), due < TestTown.noon + .days(2) { try town.store.decideDue(now: due) }
    return (town, town.store.connection.preparedStatements)
  }

  @Test func noStatementScansAlertsOrDigests() throws {
    let (town, statements) = try statements()
    #expect(statements.count > 30)
    for sql in statements where !sql.hasPrefix("PRAGMA") && !sql.hasPrefix("BEGIN") && sql != "COMMIT" {
      let plan = try town.store.connection.rows(executing: "EXPLAIN QUERY PLAN " + sql) { row throws(StoreError) in
        row.text(3)
      }
      for step in plan {
        let scans = ["SCAN alert", "SCAN digest", "SCAN waiting", "SCAN told", "SCAN listing", "SCAN same"]
        // The first entry of an index that holds only what is waited for.
        let isFirst = sql.contains("min(due_at)") && step.contains("USING")
        #expect(isFirst || !scans.contains { step.hasPrefix($0) }, "\(step) in \(sql)")
      }
    }
  }

  @Test(arguments: [
    ("AND alert.due_at <= :now", "alert_due (due_at<?)"),
    ("FROM digest_due\n WHERE due_at <= :now", "digest_due_at (due_at<?)"),
    ("GROUP BY rule_id", "alert_told (person_id=? AND decided_at>? AND decided_at<?)"),
    ("FROM alert\n  JOIN listing ON", "alert_digest (person_id=? AND due_at<?)"),
  ])
  func eachQuestionUsesItsIndex(part: String, index: String) throws {
    let (town, statements) = try statements()
    let sql = try #require(statements.first { $0.contains(part) }, "no statement has: \(part)")
    let plan = try town.store.connection.rows(executing: "EXPLAIN QUERY PLAN " + sql) { row throws(StoreError) in
      row.text(3)
    }
    #expect(plan.contains { $0.contains(index) }, "\(plan)")
  }
}
