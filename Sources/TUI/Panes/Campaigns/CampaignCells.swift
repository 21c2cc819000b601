import Canvas
import Core

/// Numbers of campaigns as people read them. What is undefined is `--`, never a number.
enum CampaignCells {
  static let nothing = "--"

  /// A metric's value: `45.8 %`, `$1,204.50`, `2.42`, `96`.
  static func value(_ reading: MetricReading, _ currency: Currency, _ formats: Formats) -> String {
    value(reading.value, reading.metric.unit, currency, formats)
  }

  /// A value in a unit.
  static func value(
    _ value: Double?, _ unit: CampaignMetric.Unit, _ currency: Currency, _ formats: Formats
  ) -> String {
    guard let value, value.isFinite else { return nothing }
    switch unit {
    case .share: return Number.percent(value, decimals: value != 0 && abs(value) < 0.01 ? 2 : 1)
    case .money: return money(value, currency, formats)
    case .ratio: return Number.fixed(value, decimals: 2)
    case .count: return Number.fixed(value, decimals: 0)
    }
  }

  /// `[41.1, 50.2]`: an interval in the unit of its metric, without signs.
  static func interval(_ reading: MetricReading) -> String {
    guard let interval = reading.interval else { return nothing }
    return self.interval(interval, reading.metric.unit)
  }

  /// `[2.10, 2.80]`.
  static func interval(_ interval: Interval, _ unit: CampaignMetric.Unit) -> String {
    "[\(bound(interval.low, unit)), \(bound(interval.high, unit))]"
  }

  private static func bound(_ value: Double, _ unit: CampaignMetric.Unit) -> String {
    switch unit {
    case .share: Number.fixed(value * 100, decimals: value != 0 && abs(value) < 0.01 ? 2 : 1)
    case .money: Number.fixed(value, decimals: value != 0 && abs(value) < 0.1 ? 4 : 2)
    case .ratio: Number.fixed(value, decimals: 2)
    case .count: Number.fixed(value, decimals: 0)
    }
  }

  /// An amount in currency units: `$1,204.50`; of less than ten cents as many decimals as tell it from nothing.
  static func money(_ units: Double, _ currency: Currency, _ formats: Formats) -> String {
    guard units.isFinite, abs(units) < 9e15 else { return nothing }
    if units != 0, abs(units) < 0.1 {
      return (units < 0 ? "-" : "") + sign(currency, formats) + Number.fixed(abs(units), decimals: 4)
    }
    return formats.money(Money(cents: Int64((units * 100).rounded()), currency))
  }

  /// An amount in minor units.
  static func money(cents: Int64, _ currency: Currency, _ formats: Formats) -> String {
    formats.money(Money(cents: cents, currency))
  }

  /// An amount in micros, rounded half up to minor units.
  static func money(micros: Int64, _ currency: Currency, _ formats: Formats) -> String {
    money(cents: CampaignCounts.cents(ofMicros: micros), currency, formats)
  }

  /// An amount in few columns: `$48.21k`, `$950`.
  static func short(_ units: Double, _ currency: Currency, _ formats: Formats) -> String {
    guard units.isFinite else { return nothing }
    return (units < 0 ? "-" : "") + sign(currency, formats)
      + Number.short(abs(units), decimals: abs(units) < 100 ? 2 : 0)
  }

  /// `4,212`; from a million on `1.2M`.
  static func count(_ count: Int64) -> String {
    abs(count) < 10_000_000 ? Number.grouped(Int(clamping: count)) : Number.short(Double(count))
  }

  /// What stands before an amount.
  static func sign(_ currency: Currency, _ formats: Formats) -> String {
    formats.moneyForm == .code ? currency.code + " " : currency.sign
  }

  /// `▲ +6 %`, `▼ -3 %`, `new`, `--`: a change against what was before, with its direction as a sign and a word's style.
  static func change(_ change: Portfolio.Change, _ glyphs: Glyphs) -> StyledLine {
    guard let relative = change.relative, relative.isFinite else {
      guard let difference = change.difference, difference != 0 else { return StyledLine(nothing, .muted) }
      return StyledLine(
        difference > 0 ? "\(glyphs.up) from \(zero(change))" : "\(glyphs.down) from \(zero(change))", .muted)
    }
    let text = Number.change(relative, decimals: abs(relative) < 0.1 ? 1 : 0)
    guard relative != 0, text != "0 %", text != "0.0 %" else { return StyledLine("as before", .muted) }
    return StyledLine("\(relative > 0 ? glyphs.up : glyphs.down) \(text)", relative > 0 ? .positive : .negative)
  }

  private static func zero(_ change: Portfolio.Change) -> String {
    change.before == 0 ? "nothing" : "below zero"
  }
}

extension Earning {
  /// In a word, for a column: what is not certain has a question mark.
  var word: String {
    switch self {
    case .ahead: "ahead?"
    case .behind: "behind?"
    default: words
    }
  }

  /// How it looks; the word itself carries the meaning.
  var style: Style {
    switch self {
    case .earning: .positive
    case .losing: Style.negative.bold
    case .behind: .warning
    case .ahead, .even: .text
    case .unknown: .muted
    }
  }
}

extension CampaignStanding {
  /// How it looks beside its word.
  var style: Style {
    switch self {
    case .running: .positive
    case .spent: Style.warning.bold
    case .paused, .scheduled: .warning
    case .ended: .muted
    }
  }

  /// As in a list, with a sign.
  func line(_ glyphs: Glyphs) -> StyledLine {
    let sign =
      switch self {
      case .running: String(glyphs.play)
      case .paused: String(glyphs.pause)
      case .spent: "!"
      case .scheduled: String(glyphs.dot)
      case .ended: " "
      }
    return StyledLine("\(sign) \(words)", style)
  }

  /// In a word or two.
  var words: String { self == .spent ? "budget spent" : rawValue }
}
