import Canvas
import Core

/// Numbers of experiments as people read them. What is undefined is `--`, never a number.
enum ExperimentCells {
  static let nothing = "--"

  /// A rate or a mean: `10.0 %`, `$1.23`.
  static func estimate(_ value: Double?, _ metric: ExperimentMetric, _ formats: Formats) -> String {
    guard let value else { return nothing }
    return metric.isRate ? Number.percent(value) : money(value, formats)
  }

  /// A difference of rates in points, of means in money: `+2.0`, `+$0.20`.
  static func difference(_ value: Double?, _ metric: ExperimentMetric, _ formats: Formats) -> String {
    guard let value else { return nothing }
    guard metric.isRate else { return (value > 0 ? "+" : "") + money(value, formats) }
    return signed(value * 100, decimals: abs(value) < 0.001 ? 2 : 1)
  }

  /// A difference with its unit: `+2.0 points`.
  static func differenceWithUnit(_ value: Double?, _ metric: ExperimentMetric, _ formats: Formats) -> String {
    let text = difference(value, metric, formats)
    return value != nil && metric.isRate ? text + " points" : text
  }

  /// `[-2.1, +6.0]`.
  static func interval(_ interval: Interval?, _ metric: ExperimentMetric, _ formats: Formats) -> String {
    guard let interval else { return nothing }
    return "[\(difference(interval.low, metric, formats)), \(difference(interval.high, metric, formats))]"
  }

  /// `+20 % [-21, +82]`; without an interval the lift alone.
  static func lift(_ lift: Double?, _ interval: Interval?) -> String {
    guard let lift else { return nothing }
    return Number.change(lift) + (interval.map { " " + percents($0) } ?? "")
  }

  /// `[-21, +82]`, in percent; a bound that is nearly nothing keeps the decimal that tells its side of zero.
  static func percents(_ interval: Interval) -> String {
    func bound(_ share: Double) -> String {
      let size = abs(share * 100)
      return signed(share * 100, decimals: size >= 1 || size == 0 ? 0 : size >= 0.1 ? 1 : 2)
    }
    return "[\(bound(interval.low)), \(bound(interval.high))]"
  }

  /// `92 %`, `>99 %`, `<1 %`: nothing looks certain that is not.
  static func chance(_ value: Double?) -> String {
    guard let value else { return nothing }
    if value > 0.99 { return ">99 %" }
    return value < 0.01 ? "<1 %" : Number.percent(value, decimals: 0)
  }

  /// `0.153`, `6e-9`, `< 1e-300`.
  static func p(_ p: PValue?) -> String { p?.words ?? nothing }

  /// A level that a p is held against: `0.01`, `0.002`.
  static func level(_ value: Double) -> String { NumberRule(range: 0...1, decimals: 9).text(value) }

  private static func money(_ minor: Double, _ formats: Formats) -> String {
    guard minor.isFinite, abs(minor) < 9e15 else { return nothing }
    return formats.money(Money(cents: Int64(minor.rounded()), .usd))
  }

  /// With a sign; nothing less than what is shown keeps one.
  private static func signed(_ value: Double, decimals: Int) -> String {
    let text = Number.fixed(value, decimals: decimals)
    let isZero = text.utf8.allSatisfy { $0 == 0x30 || $0 == 0x2E || $0 == 0x2D }
    if isZero { return text.hasPrefix("-") ? String(text.dropFirst()) : text }
    return value > 0 ? "+" + text : text
  }
}

extension ExperimentMetric {
  /// As on a page: `redemption`, `revenue a person`.
  var title: String { self == .revenue ? "revenue a person" : rawValue }

  /// What people did: `accepted`, `redeemed`; of revenue what they paid.
  var pastTense: String {
    switch self {
    case .acceptance: "accepted"
    case .redemption: "redeemed"
    case .revenue: "paid"
    case .dismissal: "dismissed"
    }
  }

  /// How many of an arm's people did it; nil of revenue.
  func conversions(of counts: ArmCounts) -> Int64? {
    switch self {
    case .acceptance: counts.acceptances
    case .redemption: counts.redemptions
    case .dismissal: counts.dismissals
    case .revenue: nil
    }
  }
}

extension ExperimentVerdict.Kind {
  /// As it stands in a list.
  var title: String {
    switch self {
    case .noData: "NO DATA"
    case .unhealthy: "UNHEALTHY"
    case .tooEarly: "TOO EARLY"
    case .review: "REVIEW"
    case .rollBack: "ROLL BACK"
    case .ship: "SHIP"
    case .inconclusive: "INCONCLUSIVE"
    case .keepRunning: "KEEP RUNNING"
    }
  }

  /// How it looks; the word itself carries the meaning.
  var style: Style {
    switch self {
    case .ship: Style.positive.bold
    case .unhealthy, .rollBack: Style.negative.bold
    case .review, .inconclusive: .warning
    case .keepRunning: .accent
    case .noData, .tooEarly: .muted
    }
  }
}
