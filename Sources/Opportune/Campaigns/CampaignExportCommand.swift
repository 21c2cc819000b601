import Core
import Store

/// `campaign export`: figures as rows of a file.
enum CampaignExportCommand {
  /// The command.
  static let command = Command(
    ["campaign", "export"], "Write figures of campaigns as rows: of all, or of one by day, kind of people or offer.",
    access: .staff,
    explanation: """
      Comma-separated values, or with --json a document. Without a campaign a row is a campaign. Amounts are in the \
      currency of the row.
      """,
    positionals: [
      Positional("CAMPAIGN", .id("CAMPAIGN"), "One campaign; without it every one.", isRequired: false)
    ],
    flags: [
      Flag("by", .choice(["day", "segment", "offer"]), "What a row of one campaign is.", fallback: "day"),
      .switch("losing", "Only rows that cost more than they earn."),
    ] + CampaignPeriodFlags.flags(usual: "the last 30 days; of one campaign all it had"),
    examples: [
      "opportune campaign export --days 30 > campaigns.csv",
      "opportune campaign export 3 --by segment --losing > losing.csv",
    ],
    output: .fields(["list": .string, "world": .string, "now": .instant, "rows": .array(.map(.any))])
  ) { invocation in
    let store = try invocation.store(readOnly: true)
    let now = try invocation.now(in: store)
    let rows: [CampaignExportRow]
    var labels: [String] = []
    var list = "campaigns"
    if invocation.arguments.positional("CAMPAIGN") == nil {
      guard !invocation.arguments.has("by") else {
        throw InvalidInput(field: "--by", "tells one campaign apart; name it, or leave --by out")
      }
      let span = try CampaignPeriodFlags.span(invocation, in: store)
      rows = try store.campaignMembers(span).map {
        CampaignExportRow(campaign: $0.id, name: $0.name, currency: $0.currency, labels: [], totals: $0.totals)
      }
    } else {
      let life = try store.campaignLife(invocation.arguments.id(at: "CAMPAIGN"), now: now)
      let by = invocation.arguments.text("by") ?? "day"
      let span = try CampaignPeriodFlags.span(invocation.arguments, of: life)
      (labels, rows) = try parts(of: life, by: by, over: span, in: store)
      list = "campaign_\(by)s"
    }
    let kept = invocation.arguments.has("losing") ? rows.filter { $0.totals.counts.profitMicros < 0 } : rows
    let table = ExportTable(
      list: list, world: store.world.kind, now: now, columns: CampaignExportRow.columns(labels),
      rows: kept.map(\.values))
    return .document(table.json) { table.csv }
  }

  private static func parts(
    of life: CampaignLife, by: String, over span: DateSpan, in store: Store
  ) throws -> (labels: [String], rows: [CampaignExportRow]) {
    let campaign = life.campaign
    func row(_ labels: [JSON], _ totals: CampaignTotals) -> CampaignExportRow {
      CampaignExportRow(
        campaign: campaign.id, name: campaign.name, currency: campaign.currency, labels: labels, totals: totals)
    }
    switch by {
    case "segment":
      let segments = try store.campaignSegments(campaign.id, span)
      return (
        ["dimension", "value"],
        segments.dimensions.flatMap { dimension in
          dimension.rows.map { row([.string(dimension.name), .string($0.value)], $0.totals) }
        }
      )
    case "offer":
      let offers = try store.campaignOffers(campaign.id, span)
      return (["offer_id", "offer"], offers.map { row([.id($0.id), .string($0.title)], $0.totals) })
    default:
      return (
        ["day"],
        life.days.filter { span.contains($0.day) }.map { row([.day($0.day)], CampaignTotals(days: [$0.counts])) }
      )
    }
  }
}

/// A row of an exported list: whose it is, what was counted, and every figure.
struct CampaignExportRow {
  let campaign: Campaign.ID
  let name: String
  let currency: Currency
  /// What tells it from other rows of the campaign.
  let labels: [JSON]
  let totals: CampaignTotals

  /// Figures with an interval of their own columns; an amount is in the row's currency.
  private static let metrics = CampaignMetric.allCases.filter { $0 != .revenue }

  /// The names of ``values``.
  static func columns(_ labels: [String]) -> [String] {
    ["campaign_id", "campaign", "currency"] + labels + CampaignCounts.zero.members.map(\.name)
      + metrics.flatMap { [$0.rawValue, $0.rawValue + "_low", $0.rawValue + "_high"] }
  }

  /// One value for each column.
  var values: [JSON] {
    [.id(campaign), .string(name), .string(currency.code)] + labels + totals.counts.members.map(\.value)
      + Self.metrics.flatMap { metric -> [JSON] in
        let reading = totals.reading(metric)
        guard case .array(let bounds) = reading.bounds else { return [reading.number, .null, .null] }
        return [reading.number] + bounds
      }
  }
}
