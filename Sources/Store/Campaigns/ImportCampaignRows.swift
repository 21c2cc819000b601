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
      let today = try zone(try campaign(id).zone).localDay(at: now)
      if let day = row.day, day > today {
        throw .invalid(InvalidInput(field: "date", "lies in the future; check the year and the zone"))
      }
      var dated = row
      // An undated row stays in the day it came in first.
      dated.day = row.day ?? known?.day ?? today
      guard known != dated else { return .unchanged }
      try insert(dated, isUndated: row.day == nil, flags: row.flags, of: id, now: now)
      touch(.log)
      return known == nil ? .new : .changed
    }
  }

  /// What was last imported under a name. Plan: index `imported_campaign_row_key`, from its end.
  private func importedRow(
    _ source: String, _ externalID: String, of id: Campaign.ID
  ) throws(StoreError) -> ImportedCampaignRow? {
    try connection.row(
      """
      SELECT campaign_id, source, external_id, day, segments, impressions, views, acceptances, redemptions,
             spend_micros, revenue_cents
        FROM imported_campaign_row
       WHERE campaign_id = :id
         AND source = :source
         AND external_id = :external_id
       ORDER BY id DESC
       LIMIT 1
      """,
      [":id": .id(id), ":source": .text(source), ":external_id": .text(externalID)], as: ImportedCampaignRow.init)
  }

  /// Hands every row that counts to `body`: of one name the latest, in order of campaign and name. Plan: index
  /// `imported_campaign_row_key`.
  func eachImportedRow(
    _ body: (Campaign.ID, ImportedCampaignRow) throws(StoreError) -> Void
  ) throws(StoreError) {
    try connection.each(
      """
      SELECT campaign_id, source, external_id, day, segments, impressions, views, acceptances, redemptions,
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
    ) { row throws(StoreError) in try body(row.id(0), try ImportedCampaignRow(row)) }
  }

  private func insert(
    _ row: ImportedCampaignRow, isUndated: Bool, flags: [CampaignRowFlag], of id: Campaign.ID, now: Timestamp
  ) throws(StoreError) {
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
        ":day": .count(row.day), ":is_undated": .flag(isUndated), ":segments": .text(row.segmentsJSON.text()),
        ":impressions": .optional(row.impressions), ":views": .optional(row.views),
        ":acceptances": .optional(row.acceptances), ":redemptions": .optional(row.redemptions),
        ":spend": .optional(row.spendMicros), ":revenue": .optional(row.revenueCents),
        ":flags": .text(JSON.array(flags.map { .string($0.rawValue) }).text()),
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

  /// Reads the columns in the order of ``Store/eachImportedRow(_:)``.
  fileprivate init(_ row: Row) throws(StoreError) {
    var segments: [Segment] = []
    guard case .object(let members)? = try? JSON(parsing: row.text(4)) else {
      throw .unknownText(column: row.name(of: 4), text: row.text(4))
    }
    for member in members {
      guard case .string(let value) = member.value else {
        throw .unknownText(column: row.name(of: 4), text: row.text(4))
      }
      segments.append(Segment(member.name, value))
    }
    self.init(
      source: row.text(1), externalID: row.text(2), day: row.count(3), segments: segments,
      impressions: row.optional(5) { row.integer($0) }, views: row.optional(6) { row.integer($0) },
      acceptances: row.optional(7) { row.integer($0) }, redemptions: row.optional(8) { row.integer($0) },
      spendMicros: row.optional(9) { row.integer($0) }, revenueCents: row.optional(10) { row.integer($0) })
  }
}
