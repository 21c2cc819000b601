extension CampaignReport {
  /// Of all campaigns: the portfolio, and the list in its order with some figures of each.
  package init(_ board: CampaignsBoard, columns: [CampaignMetric], world: WorldKind) {
    let parts: [[Block]] = [
      [
        .paragraph(
          "\(board.span), each campaign by its own clock, beside \(board.portfolio.before). Read at \(board.readAt.rfc3339)."
        )
      ],
      board.portfolio.groups.flatMap { Self.portfolio($0, board) },
      board.rows.isEmpty ? [] : [.heading("Campaigns"), .table(Self.campaigns(board.rows, columns))],
      board.alerts.isEmpty ? [] : [.heading("Alerts"), .table(Self.alerts(board.alerts))],
      Self.definitions,
    ]
    self.init(title: "Campaigns", world: world, blocks: parts.flatMap(\.self))
  }

  private static func portfolio(_ group: Portfolio.Group, _ board: CampaignsBoard) -> [Block] {
    let currency = group.currency
    func row(_ name: String, _ value: String, _ change: Portfolio.Change, isRelative: Bool) -> [String] {
      let difference = change.difference.map { ($0 > 0 ? "+" : "") + CampaignWords.fixed($0, 2) }
      return [name, value, isRelative ? CampaignWords.change(change.relative) : difference ?? CampaignWords.none]
    }
    func reading(_ metric: CampaignMetric) -> String { CampaignWords.reading(group.reading(metric), currency) }
    let rows = [
      row("revenue", reading(.revenue), group.change(.revenue), isRelative: true),
      row(
        "spend", Money(cents: group.totals.counts.spendCents, currency).description, group.spendChange,
        isRelative: true),
      row("profit", reading(.profit), group.change(.profit), isRelative: false),
      row("pooled ROAS", reading(.roas), group.change(.roas), isRelative: false),
      row("margin", reading(.margin), group.change(.margin), isRelative: false),
      ["mean of the campaigns' own ROAS", CampaignWords.value(group.meanROAS, .roas, currency), ""],
    ]
    var blocks: [Block] = [
      .heading("Portfolio in \(currency)"),
      .table(Table([.words(""), .numbers("these days"), .numbers("against before")], rows)),
    ]
    if let share = group.concentration.share {
      let names = Dictionary(board.rows.map { ($0.campaign.id, $0.campaign.name) }) { first, _ in first }
      let top = Words.all(group.concentration.top.map { names[$0] ?? "\($0)" })
      blocks.append(.paragraph("\(CampaignWords.percent(share)) of revenue comes from \(top)."))
    }
    return blocks
  }

  private static func campaigns(_ rows: [CampaignSummary], _ columns: [CampaignMetric]) -> Table {
    Table(
      [.numbers("rank"), .words("campaign"), .words("is"), .numbers("spend"), .numbers("revenue")]
        + columns.map { .numbers($0.title) },
      rows.map { row in
        let (counts, currency) = (row.totals.counts, row.campaign.currency)
        return [
          row.rank.map(String.init) ?? "-", row.campaign.name, row.earning.words,
          Money(cents: counts.spendCents, currency).description,
          Money(cents: counts.revenueCents, currency).description,
        ] + columns.map { CampaignWords.reading(row.reading($0), currency) }
      })
  }

  private static func alerts(_ alerts: [MonitorAlert]) -> Table {
    Table(
      [.words("since"), .words("campaign"), .words("what")],
      alerts.map { alert in
        let monitor = alert.monitor
        return [
          alert.at.rfc3339, alert.campaignName,
          "\(monitor.metric.title) \(monitor.side.rawValue) \(CampaignWords.fixed(monitor.threshold, 2)) over "
            + Words.count(monitor.days, "day"),
        ]
      })
  }
}
