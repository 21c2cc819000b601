import Canvas
import Core

/// What every page about campaigns is drawn from.
struct CampaignPageContext {
  let state: State
  let sheet: CampaignSheet
  /// Of the place that the page has.
  let size: Size
  let glyphs: Glyphs

  var campaign: Campaign { sheet.campaign }
  var currency: Currency { sheet.campaign.currency }
  var formats: Formats { state.formats }
  var measure: TrendMeasure { state.campaigns.measure }

  /// A value of a metric.
  func value(_ reading: MetricReading) -> String { CampaignCells.value(reading, currency, formats) }

  /// An amount in currency units.
  func money(_ units: Double) -> String { CampaignCells.money(units, currency, formats) }

  /// An amount in micros.
  func money(micros: Int64) -> String { CampaignCells.money(micros: micros, currency, formats) }

  /// A number in the unit of a measure.
  func number(_ value: Double?, _ unit: CampaignMetric.Unit) -> String {
    CampaignCells.value(value, unit, currency, formats)
  }

  /// What stands behind a metric of the whole campaign in the days looked at.
  func note(_ reading: MetricReading) -> NumberNote {
    NumberNote(reading, of: campaign.name, days: sheet.days, currency, formats)
  }

  /// Text below a heading.
  func text(_ heading: String, _ lines: [StyledLine]) -> PagePart { .text(heading, lines, glyphs: glyphs) }

  /// What stands behind some counts: everything that was counted, as one row.
  func note(_ title: String, _ value: String, _ lines: [String], counts: CampaignCounts, label: String) -> NumberNote {
    NumberNote(
      title, value: value, lines: lines,
      rows: .init(
        list: "campaign-counts", headings: [.init("of", isText: true)] + NumberNote.countHeadings,
        rows: [[.init(label, .string(label))] + NumberNote.countCells(counts, currency, formats)]))
  }
}

extension AxisLabels {
  /// Days by their numbers: `11-20`.
  static let days = AxisLabels { value, _ in
    guard let day = Int(exactly: value.rounded()) else { return "" }
    return String(CivilDate(dayNumber: day).description.suffix(5))
  }
}
