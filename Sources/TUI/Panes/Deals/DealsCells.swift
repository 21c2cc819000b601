import Canvas
import Core

/// Prices, instants and scores of deals as people read them.
enum DealsCells {
  static let nothing = "--"

  /// `$420.00`; `--` where there is none.
  static func price(_ price: Money?, _ formats: Formats) -> String { price.map { formats.money($0) } ?? nothing }

  /// `now`, `12 min ago`, `3 h ago`, `5 d ago`.
  static func ago(_ instant: Timestamp, now: Timestamp) -> String {
    let minutes = Int((now - instant).minutes)
    if minutes < 1 { return "now" }
    if minutes < 60 { return "\(minutes) min ago" }
    if minutes < 48 * 60 { return "\(minutes / 60) h ago" }
    return "\(minutes / 1440) d ago"
  }

  /// `0.82`; `--` where it is not known.
  static func score(_ score: Double?) -> String { score.map(DealScore.words) ?? nothing }
}
