import Core
import Store

/// Stores figures of campaigns that were counted elsewhere, as they are.
final class CampaignMetricsImport: ImportTarget {
  let store: Store
  private let actor: Actor
  private let now: Timestamp
  private let zone: String
  private let arguments: Arguments
  /// Every campaign that a line has named so far.
  private var campaigns: [String: Campaign] = [:]
  /// Names the content of the file, for rows without an id.
  private var content = ""

  init(_ invocation: Invocation) throws {
    store = try invocation.importStore()
    actor = try invocation.actor(in: store)
    now = try invocation.now(in: store)
    arguments = invocation.arguments
    zone = arguments.text("zone") ?? store.world.zone
    _ = try store.zone(zone, field: "--zone")
  }

  /// The whole file, looked through before its first line is stored: half a file is no campaign.
  /// - Throws: ``Failure`` naming the first line with a number of marks that were not declared.
  func source(of file: String) throws -> ByteSource {
    let bytes = try ByteSource(path: file).rest()
    // FNV-1a of 64 bits (Fowler, Noll and Vo 1991): it tells files apart, it proves nothing.
    let sum = bytes.reduce(0xCBF2_9CE4_8422_2325 as UInt64) { ($0 ^ UInt64($1)) &* 0x100_0000_01B3 }
    content = "content \(String(sum, radix: 16))"
    try refuseUndeclaredMarks(ByteSource(bytes: bytes))
    return ByteSource(bytes: bytes)
  }

  private func refuseUndeclaredMarks(_ bytes: ByteSource) throws {
    var reader = CSVReader(bytes, separator: ImportMapping.separator(arguments))
    // A file without a header is refused by whoever reads it next.
    guard case .record(_, let header)? = try reader.next() else { return }
    let columns = try ImportMapping(.campaignMetrics, arguments).columns(in: header)
    while let item = try reader.next() {
      guard case .record(let line, let texts) = item, texts.count == columns.width else { continue }
      let row = columns.row(texts, line: line)
      for field in ["impressions", "views", "acceptances", "redemptions", "spend", "revenue"] {
        guard let text = row.text(field), columns.notation.plain(text) == nil,
          let hint = columns.notation.hint(for: text)
        else { continue }
        throw Failure(
          .invalid, code: InvalidInput.Code.invalidValue.rawValue,
          "line \(line): \(field) is '\(PlainText.printable(text, limit: 40))'; \(hint). Nothing was imported",
          field: field)
      }
    }
  }

  /// A line is one row of one campaign.
  func store(_ row: ImportRow) throws -> ImportRun.Outcome {
    let campaign = try campaign(of: row)
    let imported = try imported(row, campaign)
    let flags = imported.flags
    switch try store.importCampaignRow(imported, into: campaign.id, now: now) {
    case .new: return ImportRun.Outcome(change: .imported, flags: flags)
    case .changed: return ImportRun.Outcome(change: .updated, flags: flags)
    case .unchanged: return ImportRun.Outcome(change: .unchanged, flags: flags)
    }
  }

  private func imported(_ row: ImportRow, _ campaign: Campaign) throws -> ImportedCampaignRow {
    let day = try row.day("date", in: store.zone(campaign.zone))
    var imported = ImportedCampaignRow(source: content, externalID: "line \(row.line)", day: day)
    if let id = row.text("id") {
      imported.source = "id"
      imported.externalID = try PlainText.checked(id, field: "id", limit: 200)
      // Files of many days have the same id on each.
      if let day { imported.externalID += " \(CivilDate(dayNumber: day))" }
    }
    imported.segments = try row.segments()
    imported.impressions = try row.countIfAny("impressions")
    imported.views = try row.countIfAny("views")
    imported.acceptances = try row.countIfAny("acceptances")
    imported.redemptions = try row.countIfAny("redemptions")
    imported.spendMicros = try row.micros("spend")
    imported.revenueCents = try row.cents("revenue") ?? worth(of: imported, row.columns.worth)
    return imported
  }

  /// What the counts of a row are worth; nil where no worth was given.
  private func worth(of row: ImportedCampaignRow, _ worth: [String: Int64]) -> Int64? {
    let counts = [
      "impressions": row.impressions, "views": row.views, "acceptances": row.acceptances,
      "redemptions": row.redemptions,
    ]
    return worth.isEmpty ? nil : worth.reduce(0) { $0 + $1.value * ((counts[$1.key] ?? nil) ?? 0) }
  }

  /// The campaign of a name; a name that is new makes one, which shows nothing and costs nothing here.
  private func campaign(of row: ImportRow) throws -> Campaign {
    let name = try PlainText.checked(row.require("campaign"), field: "campaign", limit: 80)
    let currency = try row.text("currency").map { text in
      guard let currency = Currency(text) else { throw InvalidInput(field: "currency", "must be an ISO 4217 code") }
      return currency
    }
    let campaign = try known(name) ?? made(name, currency)
    campaigns[name] = campaign
    if let currency, currency != campaign.currency {
      throw InvalidInput(
        field: "currency", "is \(currency), and campaign '\(name)' counts in \(campaign.currency); nothing is converted"
      )
    }
    return campaign
  }

  private func known(_ name: String) throws -> Campaign? {
    if let campaign = campaigns[name] { return campaign }
    return try store.campaign(named: name).map { id in try store.campaign(id) }
  }

  private func made(_ name: String, _ currency: Currency?) throws -> Campaign {
    try store.createCampaign(CampaignDraft(name: name, currency: currency, zone: zone), by: actor, now: now)
  }
}

extension ImportRow {
  /// A count that the line may leave out.
  fileprivate func countIfAny(_ field: String) throws(InvalidInput) -> Int64? {
    text(field) == nil ? nil : try count(field)
  }

  /// An amount of money in millionths of its unit; nil where the field is missing.
  fileprivate func micros(_ field: String) throws(InvalidInput) -> Int64? {
    guard let amount = try number(field) else { return nil }
    guard (0...1_000_000_000).contains(amount) else {
      throw InvalidInput(field: field, "must be between 0 and 1,000,000,000")
    }
    return Int64((amount * 1e6).rounded(.toNearestOrAwayFromZero))
  }

  /// A day on a clock: a date, or the one an instant or a wall time lies on; nil where the field is missing.
  fileprivate func day(_ field: String, in zone: ZoneTable) throws(InvalidInput) -> Int? {
    guard let text = text(field) else { return nil }
    if let instant = Timestamp(rfc3339: text) { return zone.localTime(at: instant).date.dayNumber }
    if let time = WallTime(parsing: text) { return time.date.dayNumber }
    return try date(field).dayNumber
  }

  /// What the line is a part of; a dimension whose field is empty is not known.
  fileprivate func segments() throws(InvalidInput) -> [ImportedCampaignRow.Segment] {
    var segments: [ImportedCampaignRow.Segment] = []
    let fields = Set(columns.positions.keys).union(columns.constants.keys)
    for field in fields.sorted() {
      guard let dimension = ImportKind.dimension(of: field) else { continue }
      segments.append(
        ImportedCampaignRow.Segment(
          try PlainText.checked(dimension, field: field, limit: 40),
          try PlainText.checked(text(field) ?? CampaignSegment.unknown, field: field, limit: 80)))
    }
    return segments
  }
}
