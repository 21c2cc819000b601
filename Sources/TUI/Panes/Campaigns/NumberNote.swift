import Canvas
import Core

/// What stands behind a number on screen: what it means, how it comes about, and the rows it is made of.
package struct NumberNote: Equatable, Sendable {
  /// A row's value as it is read and as it is written to a file.
  struct Cell: Equatable, Sendable {
    let text: String
    let value: JSON

    init(_ text: String, _ value: JSON) {
      self.text = text
      self.value = value
    }
  }

  /// One column of the rows.
  struct Heading: Equatable, Sendable {
    /// In files: `snake_case`.
    let id: String
    let title: String
    let isText: Bool

    init(_ id: String, _ title: String? = nil, isText: Bool = false) {
      self.id = id
      self.title = title ?? id.replacing("_", with: " ")
      self.isText = isText
    }
  }

  /// The rows behind a number.
  struct Rows: Equatable, Sendable {
    /// The name of the list in files.
    let list: String
    let headings: [Heading]
    let rows: [[Cell]]

    /// As a file has them.
    func table(world: WorldKind, now: Timestamp) -> ExportTable {
      ExportTable(
        list: list, world: world, now: now, columns: headings.map(\.id), rows: rows.map { $0.map(\.value) })
    }
  }

  /// What it is a number of: `ROAS, Sunset dinners`.
  let title: String
  /// As it stands on screen, with its interval.
  let value: String
  /// What it means, and how it comes about; a sentence each.
  let lines: [String]
  let rows: Rows?
  /// Rows above the first in sight.
  var scroll = 0

  init(_ title: String, value: String, lines: [String], rows: Rows? = nil) {
    self.title = title
    self.value = value
    self.lines = lines
    self.rows = rows
  }
}

extension NumberNote {
  /// A metric of some days, with the days behind it.
  /// - Parameter name: whose it is: a campaign's name, or "all campaigns".
  init(
    _ reading: MetricReading, of name: String, days: [CampaignDay]?, _ currency: Currency, _ formats: Formats
  ) {
    var lines = [reading.metric.definition]
    func words(_ part: MetricReading.Part) -> String {
      let amount =
        part.isMoney
        ? CampaignCells.money(micros: part.amount, currency, formats) : Number.grouped(Int(clamping: part.amount))
      return "\(part.name) \(amount)"
    }
    let parts = [reading.numerator] + (reading.denominator.map { [$0] } ?? [])
    lines.append("Here: " + parts.map(words).joined(separator: " / "))
    if let reason = reading.reason { lines.append("There is no value: \(reason)") }
    if let interval = reading.interval {
      let percent = Words.number(reading.confidence * 100)
      lines.append(
        "\(percent) % interval \(CampaignCells.interval(interval, reading.metric.unit)): \(reading.method)")
    } else if let reason = reading.intervalReason {
      lines.append("There is no interval: \(reason)")
    }
    let interval = reading.interval == nil ? "" : "  " + CampaignCells.interval(reading)
    self.init(
      "\(reading.metric.title), \(name)", value: CampaignCells.value(reading, currency, formats) + interval,
      lines: lines, rows: days.map { Self.rows(of: reading.metric, $0, currency, formats) })
  }

  private static func rows(
    of metric: CampaignMetric, _ days: [CampaignDay], _ currency: Currency, _ formats: Formats
  ) -> Rows {
    let readings = days.map { CampaignTotals(days: [$0.counts]).reading(metric) }
    let sample = readings.first ?? CampaignTotals.zero.reading(metric)
    let parts = [sample.numerator] + (sample.denominator.map { [$0] } ?? [])
    func id(_ name: String) -> String { name.replacing(" ", with: "_") }
    func cell(_ part: MetricReading.Part) -> Cell {
      part.isMoney
        ? Cell(CampaignCells.money(micros: part.amount, currency, formats), .number(part.number))
        : Cell(Number.grouped(Int(clamping: part.amount)), .integer(part.amount))
    }
    let isItself = parts.count == 1 && id(parts[0].name) == metric.rawValue
    return Rows(
      list: "campaign-\(metric.rawValue.replacing("_", with: "-"))",
      headings: [Heading("day", isText: true)] + parts.map { Heading(id($0.name), $0.name) }
        + (isItself ? [] : [Heading(metric.rawValue, metric.title)]),
      rows: zip(days, readings).reversed().map { day, reading in
        [Cell(day.day.description, .string(day.day.description)), cell(reading.numerator)]
          + (reading.denominator.map { [cell($0)] } ?? [])
          + (isItself ? [] : [Cell(CampaignCells.value(reading, currency, formats), .optional(reading.value))])
      })
  }

  /// Everything that was counted, as a row.
  static let countHeadings: [Heading] = [
    Heading("impressions"), Heading("views"), Heading("acceptances"), Heading("redemptions"), Heading("spend"),
    Heading("revenue"), Heading("profit"), Heading("roas", "ROAS"),
  ]

  /// The cells below ``countHeadings``.
  static func countCells(_ counts: CampaignCounts, _ currency: Currency, _ formats: Formats) -> [Cell] {
    let roas = CampaignTotals(days: [counts]).reading(.roas)
    func count(_ number: Int64) -> Cell { Cell(CampaignCells.count(number), .integer(number)) }
    return [
      count(counts.impressions), count(counts.views), count(counts.acceptances), count(counts.redemptions),
      Cell(
        CampaignCells.money(micros: counts.spendMicros, currency, formats),
        .number(Double(counts.spendMicros) / CampaignCounts.microsPerUnit)),
      Cell(
        CampaignCells.money(cents: counts.revenueCents, currency, formats), .number(Double(counts.revenueCents) / 100)),
      Cell(
        CampaignCells.money(micros: counts.profitMicros, currency, formats),
        .number(Double(counts.profitMicros) / CampaignCounts.microsPerUnit)),
      Cell(CampaignCells.value(roas, currency, formats), .optional(roas.value)),
    ]
  }
}
