import Canvas
import Core

/// Campaigns by what was spent and what came back for each unit of it. The one that is selected in the list is marked.
struct ReturnsChart {
  /// More dots than these cover each other, and take time to place.
  private static let most = 60

  /// Those that are drawn, the largest first.
  let rows: [CampaignListRow]
  private let state: State
  private let currency: Currency?

  init(_ state: State) {
    self.state = state
    let all = state.campaigns.table.rows
    // Two currencies have no common axis: that of the selected campaign, else the one with the most money.
    let currency =
      state.campaigns.selected?.currency ?? state.campaigns.board?.portfolio.groups.first?.currency
      ?? all.first?.currency
    self.currency = currency
    rows = Array(
      all.filter { $0.currency == currency && $0.counts.spendMicros > 0 }
        .sorted { ($0.counts.spendMicros, $1.id.value) > ($1.counts.spendMicros, $0.id.value) }.prefix(Self.most))
  }

  /// The currency it speaks of, where there are several, and how many have no place on its scale.
  var detail: String {
    let groups = state.campaigns.board?.portfolio.groups.count ?? 0
    let beyond = rows.count { ($0.row.reading(.roas).value ?? 0) > highest }
    return [groups > 1 ? currency?.code ?? "" : "", beyond > 0 ? "\(beyond) above the scale" : ""]
      .filter { !$0.isEmpty }.joined(separator: ", ")
  }

  /// The end of the scale: one lucky sale without an interval would press all others flat.
  private var highest: Double {
    let readings = rows.map { $0.row.reading(.roas) }
    let sure = readings.filter { $0.interval != nil }.compactMap(\.value).max()
    return sure.map { max(2, $0 * 2) } ?? readings.compactMap(\.value).max() ?? 1
  }

  /// The place of the selected campaign among those that are drawn.
  var selection: Int? { rows.firstIndex { $0.id == state.campaigns.table.selectedID } }

  /// The campaign so many places to the right of the selected one.
  func neighbour(_ step: Int) -> Campaign.ID? {
    let bySpend = rows.sorted { ($0.counts.spendMicros, $0.id.value) < ($1.counts.spendMicros, $1.id.value) }
    guard let here = bySpend.firstIndex(where: { $0.id == state.campaigns.table.selectedID }) else {
      return bySpend.last?.id
    }
    return bySpend[min(max(0, here + step), bySpend.count - 1)].id
  }

  /// Draws the chart.
  func draw(on canvas: inout Canvas, in area: Rect) {
    let highest = highest
    let sign = CampaignCells.sign(currency ?? .usd, state.formats)
    let items = rows.map { row -> ScatterChart.Item in
      let roas = row.row.reading(.roas)
      // A whisker far beyond every dot would press them all flat.
      let interval = roas.interval.map { interval in
        let low = max(0, min(interval.low, interval.high))
        return low...max(low, min(interval.high, highest))
      }
      return ScatterChart.Item(
        Printable.sanitised(row.campaign.name), x: CampaignSeries.spend.value(of: row.counts),
        y: roas.value.flatMap { $0 > highest ? nil : $0 } ?? .nan,
        size: Double(row.counts.revenueCents) / 100, yInterval: interval)
    }
    var chart = ScatterChart(
      items, xTitle: "spend", yTitle: "ROAS", sizeTitle: "revenue",
      reference: .init(1, "break-even"), cursor: selection, xLabels: .money(sign),
      yLabels: AxisLabels { Number.fixed($0, decimals: max($1, 1)) }, sizeLabels: .money(sign),
      emptyText: "Nothing was spent in these days.")
    chart.startsAtZero = true
    chart.draw(on: &canvas, in: area)
  }
}
