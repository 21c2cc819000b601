import Core

extension Store {
  /// Decisions that are replayed, the latest first.
  private static let replayed = 300

  /// Decisions whose record is not one; a record of any age may be asked for.
  func unreadableDecisions() throws(StoreError) -> [String] {
    var findings: [String] = []
    try connection.each(
      """
      SELECT id, record
        FROM decision
       WHERE record IS NOT NULL
      """
    ) { row throws(StoreError) in
      do throws(InvalidInput) {
        _ = try DecisionRecord(decoding: row.blob(1))
      } catch {
        findings.append("the record of decision \(row.integer(0)) \(error.message)")
      }
    }
    return findings
  }

  /// The latest decisions that can be read but not replayed to the same bits.
  func wrongDecisions() throws(StoreError) -> [String] {
    let latest = try connection.rows(
      """
      SELECT id
        FROM decision
       WHERE record IS NOT NULL
       ORDER BY id DESC
       LIMIT :limit
      """,
      [":limit": .integer(Int64(Self.replayed))]
    ) { row throws(StoreError) in DecisionRecord.ID(row.integer(0)) }
    var findings: [String] = []
    for id in latest {
      do throws(StoreError) {
        if try !decision(id).matches { findings.append("decision \(id) replays differently") }
      } catch .corrupt {
        // Told already by ``unreadableDecisions()``.
      } catch {
        findings.append("decision \(id): \(error.finding)")
      }
    }
    return findings
  }
}
