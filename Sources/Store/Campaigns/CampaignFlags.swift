import Core

/// How many imported rows of a campaign have something odd about them.
extension Store {
  /// A campaign and what is odd about some of its rows.
  private struct Key: Hashable {
    let campaign: Int64
    let flag: String
  }

  /// Adds what is odd about a row that counts from now on, or takes it off for one that was replaced.
  func countFlags(of stored: StoredRow, of id: Campaign.ID, by sign: Int64) throws(StoreError) {
    for flag in stored.row.flags { try add(sign, to: Key(campaign: id.value, flag: flag.rawValue)) }
  }

  /// Campaigns of which another number is stored than their rows have.
  func wrongFlags() throws(StoreError) -> [String] {
    try wrongFlagCounts().keys.map { "campaign \($0.campaign): other rows are flagged \($0.flag)" }.sorted()
  }

  /// Puts right what is stored otherwise than the rows say.
  /// - Returns: how many numbers were wrong.
  func mendFlags() throws(StoreError) -> Int {
    let wrong = try wrongFlagCounts()
    for (key, missing) in wrong { try add(missing, to: key) }
    return wrong.count
  }

  /// What the stored numbers lack, which may be below zero. Reads every imported row once.
  private func wrongFlagCounts() throws(StoreError) -> [Key: Int64] {
    var missing: [Key: Int64] = [:]
    try eachImportedRow { id, stored throws(StoreError) in
      for flag in stored.row.flags { missing[Key(campaign: id.value, flag: flag.rawValue), default: 0] += 1 }
    }
    try connection.each(
      """
      SELECT campaign_id, flag, rows
        FROM rollup_campaign_flag
      """
    ) { row throws(StoreError) in
      missing[Key(campaign: row.integer(0), flag: row.text(1)), default: 0] -= row.integer(2)
    }
    return missing.filter { $0.value != 0 }
  }

  private func add(_ rows: Int64, to key: Key) throws(StoreError) {
    try connection.run(
      """
      INSERT INTO rollup_campaign_flag (campaign_id, flag, rows)
      VALUES (:campaign, :flag, :rows)
      ON CONFLICT (campaign_id, flag) DO UPDATE SET
        rows = rows + excluded.rows
      """,
      [":campaign": .integer(key.campaign), ":flag": .text(key.flag), ":rows": .integer(rows)])
  }
}
