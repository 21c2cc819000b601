import Glibc

/// Figures of campaigns in lists, sentences and reports.
package enum CampaignWords {
  /// What stands where there is nothing to say.
  package static let none = "n/a"

  /// A figure: 26.3 %, $5.26, 2.40, 40; n/a where it is undefined.
  package static func value(_ value: Double?, _ metric: CampaignMetric, _ currency: Currency) -> String {
    guard let value, value.isFinite else { return none }
    switch metric.unit {
    case .share: return percent(value)
    case .money: return money(value, currency)
    case .ratio: return fixed(value, 2)
    case .count: return fixed(value, 0)
    }
  }

  /// Both bounds: [1.91, 2.48].
  package static func interval(_ interval: Interval?, _ metric: CampaignMetric, _ currency: Currency) -> String {
    guard let interval else { return none }
    return "[\(value(interval.low, metric, currency)), \(value(interval.high, metric, currency))]"
  }

  /// A figure and its interval: 2.25 [1.91, 2.48].
  package static func reading(_ reading: MetricReading, _ currency: Currency) -> String {
    let text = value(reading.value, reading.metric, currency)
    guard let bounds = reading.interval else { return text }
    return "\(text) \(interval(bounds, reading.metric, currency))"
  }

  /// What a figure is made of: 81 acceptances / 263 views.
  package static func parts(_ reading: MetricReading, _ currency: Currency) -> String {
    func part(_ part: MetricReading.Part) -> String {
      part.isMoney
        ? "\(Money(cents: CampaignCounts.cents(ofMicros: part.amount), currency)) \(part.name)"
        : "\(ExperimentWords.whole(part.amount)) \(part.name)"
    }
    return ([reading.numerator] + [reading.denominator].compactMap(\.self)).map(part).joined(separator: " / ")
  }

  /// A day's value: 1,204 or $12.50.
  package static func value(_ value: Double, _ series: CampaignSeries, _ currency: Currency) -> String {
    series.isMoney ? money(value, currency) : fixed(value, value == value.rounded() ? 0 : 1)
  }

  /// An amount in currency units, rounded half up to the minor unit; under ten of these with two decimals more, since a
  /// mean is not paid by anybody.
  package static func money(_ value: Double, _ currency: Currency) -> String {
    let cents = (value * 100 + 0.5).rounded(.down)
    guard cents.magnitude < 1e15 else { return "\(currency.sign)\(value)" }
    if value != 0, value.magnitude < 0.1, abs(value * 100 - (value * 100).rounded()) > 1e-9 {
      return (value < 0 ? "-" : "") + currency.sign + fixed(value.magnitude, 4)
    }
    return Money(cents: Int64(cents), currency).description
  }

  /// A share with one decimal; under one percent with two digits, however small it is: 26.3 %, 0.052 %, 0.00043 %.
  package static func percent(_ share: Double) -> String {
    let percent = share * 100
    guard percent != 0, percent.magnitude < 0.995 else { return fixed(percent, 1) + " %" }
    let places = (1...8).first { percent.magnitude * pow(10, Double($0)) >= 9.95 } ?? 8
    return fixed(percent, places) + " %"
  }

  /// A change with its sign: +6 %, -12 %; n/a where there is none.
  package static func change(_ share: Double?) -> String {
    guard let share, share.isFinite else { return none }
    let text = fixed(share * 100, 0)
    return (share > 0 && text != "0" ? "+" : "") + text + " %"
  }

  /// With so many decimals and its thousands apart: 1,204.50.
  package static func fixed(_ value: Double, _ places: Int) -> String {
    guard value.magnitude < 1e12 else { return "\(value)" }
    let scale = pow(10, Double(places))
    let units = Int64((value.magnitude * scale).rounded())
    let (whole, rest) = units.quotientAndRemainder(dividingBy: Int64(scale))
    let text = ExperimentWords.whole(whole) + (places > 0 ? "." + padded(Int(rest), places) : "")
    return value < 0 && units > 0 ? "-" + text : text
  }
}
