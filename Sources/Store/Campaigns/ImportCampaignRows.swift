import Core

/// Figures of campaigns that were counted elsewhere.
extension Store {
  /// Counts a row of a campaign; the same row again changes nothing, and another one of the same name replaces it. Every
  /// row is kept as it came, with what is odd about it.
  /// - Throws: ``StoreError/invalid(_:)`` for a day that lies in the future, or a revenue beyond what is kept.
  package func importCampaignRow(
    _ row: ImportedCampaignRow, into id: Campaign.ID, now: Timestamp
  ) throws(StoreError) -> ImportedLine {
    try write { () throws(StoreError) in
      let known = try importedRow(row.source, row.externalID, of: id)
      let campaign = try campaign(id)
      let today = try zone(campaign.zone).localDay(at: now)
      if let day = row.day, day > today {
        throw .invalid(InvalidInput(field: "date", "lies in the future; check the year and the zone"))
      }
      // An undated row stays in the day it came in first.
      let stored = StoredRow(row: row, day: row.day ?? known?.day ?? today)
      guard known != stored else { return .unchanged }
      try insert(stored, of: id, now: now)
      if let known {
        try countFlags(of: known, of: id, by: -1)
        campaignCounts.add(known, of: campaign, times: -1)
      }
      try countFlags(of: stored, of: id, by: 1)
      campaignCounts.add(stored, of: campaign, times: 1)
      touch(.log)
      return known == nil ? .new : .changed
    }
  }

  /// What was last imported under a name. Plan: index `imported_campaign_row_key`, from its end.
  private func importedRow(
    _ source: String, _ externalID: String, of id: Campaign.ID
  ) throws(StoreError) -> StoredRow? {
    try connection.row(
      """
      SELECT campaign_id, source, external_id, day, is_undated, segments, impressions, views, acceptances, redemptions,
             spend_micros, revenue_cents
        FROM imported_campaign_row
       WHERE campaign_id = :id
         AND source = :source
         AND external_id = :external_id
       ORDER BY id DESC
       LIMIT 1
      """,
      [":id": .id(id), ":source": .text(source), ":external_id": .text(externalID)], as: StoredRow.init)
  }

  /// Hands every row that counts to `body`: of one name the latest, in order of campaign and name. Plan: index
  /// `imported_campaign_row_key`.
  func eachImportedRow(
    _ body: (Campaign.ID, StoredRow) throws(StoreError) -> Void
  ) throws(StoreError) {
    try connection.each(
      """
      SELECT campaign_id, source, external_id, day, is_undated, segments, impressions, views, acceptances, redemptions,
             spend_micros, revenue_cents
        FROM imported_campaign_row AS latest
       WHERE NOT EXISTS (
         SELECT id
           FROM imported_campaign_row AS later
          WHERE later.campaign_id = latest.campaign_id
            AND later.source = latest.source
            AND later.external_id = latest.external_id
            AND later.id > latest.id)
       ORDER BY campaign_id, source, external_id
      """
    ) { row throws(StoreError) in try body(row.id(0), try StoredRow(row)) }
  }

  private func insert(_ stored: StoredRow, of id: Campaign.ID, now: Timestamp) throws(StoreError) {
    let row = stored.row
    try connection.run(
      """
      INSERT INTO imported_campaign_row (
        imported_at, campaign_id, source, external_id, day, is_undated, segments, impressions, views, acceptances,
        redemptions, spend_micros, revenue_cents, flags)
      VALUES (
        :now, :id, :source, :external_id, :day, :is_undated, :segments, :impressions, :views, :acceptances,
        :redemptions, :spend, :revenue, :flags)
      """,
      [
        ":now": .instant(now), ":id": .id(id), ":source": .text(row.source), ":external_id": .text(row.externalID),
        ":day": .count(stored.day), ":is_undated": .flag(row.day == nil), ":segments": .text(row.segmentsJSON.text()),
        ":impressions": .optional(row.impressions), ":views": .optional(row.views),
        ":acceptances": .optional(row.acceptances), ":redemptions": .optional(row.redemptions),
        ":spend": .optional(row.spendMicros), ":revenue": .optional(row.revenueCents),
        ":flags": .text(JSON.array(row.flags.map { .string($0.rawValue) }).text()),
      ])
  }
}

extension ImportedCampaignRow {
  /// What it adds to its campaign's counts; what was not counted is nothing, and revenue below zero is given back.
  var counts: CampaignCounts {
    let revenue = revenueCents ?? 0
    return CampaignCounts(
      impressions: impressions ?? 0, views: views ?? 0, acceptances: acceptances ?? 0, redemptions: redemptions ?? 0,
      spendMicros: spendMicros ?? 0, revenueCents: revenue, refundedCents: max(0, -revenue))
  }

  fileprivate var segmentsJSON: JSON {
    .object(segments.map { JSON.Member($0.dimension, .string($0.value)) })
  }
}

/// An imported row in the local day it counts for.
struct StoredRow: Hashable {
  /// As the file has it: an undated one has no day.
  let row: ImportedCampaignRow
  let day: Int

  init(row: ImportedCampaignRow, day: Int) {
    self.row = row
    self.day = day
  }

  /// Reads the columns in the order of ``Store/eachImportedRow(_:)``.
  fileprivate init(_ row: Row) throws(StoreError) {
    guard case .object(let members)? = try? JSON(parsing: row.text(5)) else {
      throw .unknownText(column: row.name(of: 5), text: row.text(5))
    }
    let segments = try members.map { member throws(StoreError) in
      guard case .string(let value) = member.value else {
        throw .unknownText(column: row.name(of: 5), text: row.text(5))
      }
      return ImportedCampaignRow.Segment(member.name, value)
    }
    day = row.count(3)
    self.row = ImportedCampaignRow(
      source: row.text(1), externalID: row.text(2), day: row.flag(4) ? nil : day, segments: segments,
      impressions: row.optional(6) { row.integer($0) }, views: row.optional(7) { row.integer($0) },
      acceptances: row.optional(8) { row.integer($0) }, redemptions: row.optional(9) { row.integer($0) },
      spendMicros: row.optional(10) { row.integer($0) }, revenueCents: row.optional(11) { row.integer($0) })
  }
}
