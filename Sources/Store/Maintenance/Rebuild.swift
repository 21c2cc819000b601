import Core

/// What a rebuild found and put right.
package struct RebuildReport: Hashable, Sendable {
  /// One table with the rows that were put right.
  package struct Table: Hashable, Sendable {
    package let name: String
    package let rows: Int
  }

  /// Interactions that were read.
  package let interactions: Int
  /// Empty where all was right, and then nothing was written.
  package let tables: [Table]
}

extension Store {
  /// Computes every rollup anew from the log, the ledger, charges and imports, and puts right what differs: whatever
  /// rows were lost, added or changed. Where all was right nothing changes. Reads the log once; one transaction.
  @discardableResult
  package func rebuild(by actor: Actor, now: Timestamp) throws(StoreError) -> RebuildReport {
    try write { () throws(StoreError) in
      try permitOperator(actor, to: "rebuild rollups")
      let (rows, counted, ofOffers) = try recountRollups()
      let corrections = try CampaignCorrections(counted, in: self)
      let missing = try ofOffers.corrections(in: self)
      let tables =
        corrections.rows
        + [
          ("rollup_hour", missing.hours.count), ("rollup_day", missing.days.count),
          ("rollup_partner_day", missing.partnerDays.count), ("acceptance_value", missing.values.count),
          ("rollup_partner", missing.due.count), ("rollup_campaign_flag", try mendFlags()),
        ].filter { $0.1 > 0 }
      let exposures = try exposureCorrections()
      let report = RebuildReport(
        interactions: rows,
        tables: (tables + exposures.rows).map { RebuildReport.Table(name: $0.0, rows: $0.1) })
      guard !report.tables.isEmpty else { return report }
      rollups = missing
      self.exposures = exposures.missing
      try apply(corrections)
      touch(.log)
      let names = report.tables.map { "\($0.name) \($0.rows)" }.joined(separator: ", ")
      try record("database rebuild", CommandSubject(.file, id: 0), by: actor, note: names, now: now)
      return report
    }
  }

  private func apply(_ corrections: CampaignCorrections) throws(StoreError) {
    campaignCounts = corrections.counts
    try flushCampaigns()
    for campaign in corrections.totals {
      try connection.run(
        "DELETE FROM rollup_campaign_total WHERE campaign_id = :campaign", [":campaign": .integer(campaign)])
      try renewTotals(of: campaign, from: .min)
    }
    for (week, visits) in corrections.weeks { try write(visits, of: week) }
    for (campaign, cohorts) in corrections.cohorts {
      try connection.run(
        "DELETE FROM rollup_campaign_cohort WHERE campaign_id = :campaign", [":campaign": .integer(campaign)])
      for (key, row) in cohorts.rows { try add(row, cohort: key.cohort, week: key.week, of: campaign) }
    }
  }
}
