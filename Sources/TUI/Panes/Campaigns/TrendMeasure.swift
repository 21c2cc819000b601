import Canvas
import Core

/// Which number the trend, the hours and the forecast draw.
package enum TrendMeasure: Hashable, Sendable {
  /// Revenue and spend together.
  case money
  case series(CampaignSeries)
  case metric(CampaignMetric)

  /// Those to choose from.
  static let all: [TrendMeasure] =
    [.money] + CampaignSeries.allCases.map(TrendMeasure.series)
    + CampaignMetric.allCases.filter { $0 != .revenue }.map(TrendMeasure.metric)

  /// As a heading.
  var title: String {
    switch self {
    case .money: "revenue and spend"
    case .series(let series): series.rawValue
    case .metric(let metric): metric.title
    }
  }

  /// What its numbers are.
  var unit: CampaignMetric.Unit {
    switch self {
    case .money: .money
    case .series(let series): series.isMoney ? .money : .count
    case .metric(let metric): metric.unit
    }
  }

  /// The names of what is drawn, and each one's value of some counts; nil where it is undefined.
  var lines: [(name: String, value: (CampaignCounts) -> Double?)] {
    switch self {
    case .money: [CampaignSeries.revenue, .spend].map { series in (series.rawValue, { series.value(of: $0) }) }
    case .series(let series): [(series.rawValue, { series.value(of: $0) })]
    case .metric(let metric): [(metric.title, { CampaignTotals(days: [$0]).reading(metric).value })]
    }
  }

  /// The first number of some counts.
  func value(of counts: CampaignCounts) -> Double? { lines.first?.value(counts) }

  /// The series whose forecast comes nearest to it.
  var series: CampaignSeries {
    switch self {
    case .series(let series): series
    case .money, .metric: .revenue
    }
  }

  /// How its values are written along an axis.
  func labels(_ currency: Currency, _ formats: Formats) -> AxisLabels {
    switch unit {
    case .share: .percent
    case .money: .money(CampaignCells.sign(currency, formats))
    case .ratio, .count: .numbers
    }
  }
}
