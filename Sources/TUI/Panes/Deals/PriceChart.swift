import Canvas
import Core

/// The course of a price in the last 90 days, with the price that is waited for; days without one are gaps.
struct PriceChart {
  private let history: PriceHistory
  private let threshold: Money?
  private let context: DealsPageContext

  private static let days = 90
  private static let rows = 12

  init(_ history: PriceHistory, threshold: Money?, _ context: DealsPageContext) {
    self.history = history
    self.threshold = threshold
    self.context = context
  }

  /// The chart below its heading.
  var section: PageSection {
    let now = context.state.now
    let start = now - .minutes(Int64(Self.days * 1440))
    let samples = history.samples(Self.days, from: start, to: now)
    let last = context.zone.localTime(at: now).date.dayNumber
    let first = last - Self.days + 1
    let values = samples.map { $0.map { Double($0) / 100 } }
    let line = threshold.flatMap { price in
      price.currency == history.currency
        ? LineChart.Threshold(Double(price.cents) / 100, "tells at \(context.formats.money(price))") : nil
    }
    let chart = LineChart(
      [.init("price", xs: samples.indices.map { Double(first + $0) }, values: values)],
      thresholds: line.map { [$0] } ?? [], unit: history.currency.code, includesZero: false, xSteps: .days,
      xLabels: .days, emptyText: "No price was seen in the last 90 days.")
    let height = min(Self.rows, max(6, context.size.height - 4))
    return PageSection("Price in the last \(Self.days) days", height: height) { canvas, area in
      chart.draw(on: &canvas, in: area)
    }
  }
}
