import Canvas
import Core

/// The list of campaigns. Which of its columns are shown is chosen, see ``CampaignsState/columns``; files have all.
extension CampaignListRow: ListRow {
  package var id: Campaign.ID { row.campaign.id }

  package static let listName = "campaigns"

  private static let sparkColumns = 14
  private static let stripColumns = 15
  private static let barColumns = 5

  package static let columns: [ListColumn<Self>] = arranged(facts + counts + metrics) + files

  /// Money first, as it is read; what is not named here follows.
  private static let order = [
    "rank", "campaign", "type", "standing", "spend", "revenue", "profit", "roas", "picture", "verdict", "course",
    "conversion_rate", "redemptions", "budget",
  ]

  private static func arranged(_ columns: [ListColumn<Self>]) -> [ListColumn<Self>] {
    order.compactMap { id in columns.first { $0.id == id } } + columns.filter { !order.contains($0.id) }
  }

  /// Those that are shown unless others were chosen.
  static let usual: Set<String> = [
    "campaign", "standing", "spend", "revenue", "profit", "roas", "picture", "verdict", "conversion_rate",
    "redemptions",
    "course", "budget",
  ]

  /// Those that are always shown: a list without names says nothing.
  static let fixed: Set<String> = ["campaign"]

  private static let facts: [ListColumn<Self>] = [
    ListColumn(
      "rank", Column("#", align: .right, minimum: 3, priority: 1), key: { .integer($0.row.rank.map(Int64.init)) },
      value: { row, _ in row.row.rank.map { .count($0) } ?? .null },
      cell: { row, _ in StyledLine(row.row.rank.map { "\($0)" } ?? CampaignCells.nothing, .muted) }),
    ListColumn(
      "campaign", Column("campaign", minimum: 16, ideal: 22, isFlexible: true, priority: 30),
      key: { .text($0.campaign.name) }, words: { $0.campaign.name }, value: { row, _ in .string(row.campaign.name) },
      cell: { row, context in
        let mark = context.changes.contains(.campaign(row.id)) ? " " + String(context.glyphs.changed) : ""
        return [Span(row.campaign.name), Span(mark, .accent)]
      }),
    ListColumn(
      "type", Column("type", minimum: 13, priority: 2), key: { .text($0.campaign.type.title) },
      words: { $0.campaign.type.title }, value: { row, _ in .string(row.campaign.type.rawValue) },
      cell: { row, _ in StyledLine(row.campaign.type.title, .muted) }),
    ListColumn(
      "standing", Column("state", minimum: 11, ideal: 14, priority: 14),
      key: { .text($0.campaign.state.rawValue) }, words: { $0.campaign.state.rawValue },
      value: { row, context in .string(row.campaign.standing(at: context.now).rawValue) },
      cell: { row, context in row.campaign.standing(at: context.now).line(context.glyphs) }),
    ListColumn(
      "course", Column("revenue by day", minimum: sparkColumns, priority: 13), value: nil,
      cell: { row, context in
        let spark = Sparkline(row.row.sparkline.map(Double.init))
        return StyledLine(spark.text(width: sparkColumns, glyphs: context.glyphs), .accent)
      }),
    ListColumn(
      "budget", Column("of budget", minimum: barColumns + 6, priority: 9), key: { .rate($0.budgetShare) },
      startsDescending: true, value: { row, _ in .optional(row.budgetShare) },
      cell: { row, context in
        guard let share = row.budgetShare else { return StyledLine("no budget", .muted) }
        let role: Role = share >= 1 ? .negative : share >= 0.9 ? .warning : .accent
        return Bar(min(share, 1), width: barColumns, role: role, showsTrack: true).line(glyphs: context.glyphs)
          + StyledLine(" \(Int((min(share, 9.99) * 100).rounded(.down))) %", .muted)
      }),
  ]

  private static let counts: [ListColumn<Self>] = [
    count("impressions", 3, \.impressions), count("views", 3, \.views), count("acceptances", 4, \.acceptances),
    count("redemptions", 12, \.redemptions),
    ListColumn(
      "spend", Column("spend", align: .right, minimum: 10, priority: 20),
      key: { .number(Double($0.counts.spendMicros)) }, startsDescending: true, width: { $0.moneyColumns(10) },
      value: { row, _ in .number(Double(row.counts.spendMicros) / CampaignCounts.microsPerUnit) },
      cell: { row, context in
        StyledLine(CampaignCells.money(micros: row.counts.spendMicros, row.currency, context.formats))
      }),
    ListColumn(
      "picture", Column("", minimum: stripColumns, priority: 10), value: nil,
      cell: { row, context in
        let reading = row.row.reading(.roas)
        return row.strip.line(
          reading.value, reading.interval.map { $0.low...max($0.low, $0.high) }, width: stripColumns,
          glyphs: context.glyphs)
      }),
    ListColumn(
      "verdict", Column("", minimum: 7, priority: 15), words: { $0.row.earning.words },
      value: { row, _ in .string(row.row.earning.rawValue) },
      cell: { row, _ in StyledLine(row.row.earning.word, row.row.earning.style) }),
  ]

  private static let metrics: [ListColumn<Self>] = CampaignMetric.allCases.map(column)

  private static func column(_ metric: CampaignMetric) -> ListColumn<Self> {
    let hasInterval = metric == .roas || metric == .conversionRate
    let isMoney = metric.unit == .money
    let width = max(metric == .roas ? 20 : hasInterval ? 21 : isMoney ? 10 : 8, metric.heading.count)
    let columns: @Sendable (Formats) -> Int = { isMoney ? $0.moneyColumns(width) : width }
    let cell: @Sendable (Self, CellContext) -> StyledLine = { row, context in
      let reading = row.row.reading(metric)
      let text = CampaignCells.value(reading, row.currency, context.formats)
      let isLoss = metric == .profit && reading.earning == .losing
      let padded = hasInterval ? TextWidth.pad(text, to: metric == .roas ? 6 : 7, align: .right) : text
      let number = Span(padded, isLoss ? .negative : .text)
      guard hasInterval, reading.interval != nil else { return [number] }
      return [number, Span(" " + CampaignCells.interval(reading), .muted)]
    }
    return ListColumn(
      metric.rawValue,
      Column(metric.heading, align: hasInterval ? .left : .right, minimum: width, priority: metric.priority),
      key: { SortKey.rate($0.row.reading(metric).value) }, startsDescending: !metric.isCost, width: columns,
      value: { row, _ in JSON.optional(row.row.reading(metric).value) }, cell: cell)
  }

  private static let files: [ListColumn<Self>] =
    [
      ListColumn(file: "campaign_id") { row, _ in .id(row.id) },
      ListColumn(file: "currency") { row, _ in .string(row.currency.code) },
      ListColumn(file: "roas_low") { row, _ in .optional(row.row.reading(.roas).interval?.low) },
      ListColumn(file: "roas_high") { row, _ in .optional(row.row.reading(.roas).interval?.high) },
      ListColumn(file: "spend_before") { row, _ in .number(CampaignSeries.spend.value(of: row.row.before)) },
      ListColumn(file: "revenue_before") { row, _ in .number(CampaignSeries.revenue.value(of: row.row.before)) },
    ]

  private static func count(
    _ name: String, _ priority: Int, _ number: KeyPath<CampaignCounts, Int64> & Sendable
  ) -> ListColumn<Self> {
    ListColumn(
      name, Column(name, align: .right, minimum: max(7, name.count), priority: priority),
      key: { .integer($0.counts[keyPath: number]) }, startsDescending: true,
      value: { row, _ in .integer(row.counts[keyPath: number]) },
      cell: { row, _ in StyledLine(CampaignCells.count(row.counts[keyPath: number])) })
  }
}

extension CampaignMetric {
  /// As over a column.
  fileprivate var heading: String {
    switch self {
    case .viewRate: "viewed"
    case .acceptanceRate: "accepted"
    case .redemptionRate: "redeemed"
    case .redemptionsPerImpression: "of shown"
    case .revenuePerImpression: "per shown"
    case .costPerRedemption: "cost each"
    case .roas: "ROAS"
    case .profit: "profit"
    case .margin: "margin"
    case .breakEvenRedemptions: "break-even"
    case .breakEvenSpend: "break-even $"
    case .conversionRate: "conversion"
    case .revenue: "revenue"
    }
  }

  /// Which stay where not all have room.
  fileprivate var priority: Int {
    switch self {
    case .roas: 25
    case .revenue: 19
    case .profit: 16
    case .conversionRate: 11
    case .margin: 7
    case .costPerRedemption: 6
    default: 5
    }
  }
}

extension SortKey {
  /// A number that may be missing.
  fileprivate static func rate(_ value: Double?) -> SortKey { value.map { .number($0) } ?? .missing }
}
