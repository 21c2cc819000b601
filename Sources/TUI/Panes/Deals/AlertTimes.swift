import Canvas
import Core

/// When a person is told next and what waits, in words.
struct AlertTimes {
  private let summary: PreferencesSummary
  private let zone: ZoneTable
  private let formats: Formats

  init(_ summary: PreferencesSummary, in zone: ZoneTable, _ formats: Formats) {
    self.summary = summary
    self.zone = zone
    self.formats = formats
  }

  /// `Next allowed send: now`, or when and what keeps it until then; how many were told today; what waits; the next digest.
  var sentences: [String] {
    var sentences = [next]
    let cap = summary.preferences.alertsPerDay.map { " of at most \($0)" } ?? ""
    sentences.append("\(Quantity.count(summary.sentToday, "alert")) told today\(cap)")
    if !summary.held.isEmpty {
      sentences.append(Words.all(summary.held.map { "\($0.count) held by \($0.code.title)" }))
    }
    if let digest = summary.nextDigest { sentences.append("Next digest: \(formats.moment(digest.at, in: zone))") }
    return sentences
  }

  private var next: String {
    guard summary.nextSend > summary.now else { return "Next allowed send: now" }
    let why = summary.holds.map(\.text)
    return "Next allowed send: \(formats.moment(summary.nextSend, in: zone))"
      + (why.isEmpty ? "" : " (\(Words.all(why)))")
  }
}
