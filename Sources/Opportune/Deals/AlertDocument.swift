import Core

/// An alert as in every document.
struct AlertDocument {
  let alert: Alert
  /// Of the listing it tells of; nil where it tells of none.
  let title: String?

  init(_ alert: Alert, title: String?) {
    self.alert = alert
    self.title = title
  }

  /// For scripts.
  var json: JSON {
    [
      "id": .id(alert.id), "person_id": .id(alert.person), "kind": .string(alert.kind.rawValue),
      "rule_id": .id(alert.rule), "watch_id": .id(alert.watch), "origin": .string(alert.origin),
      "listing_id": .id(alert.listing), "title": .optional(title), "price": .optional(alert.price?.amount),
      "currency": .optional(alert.price?.currency.code),
      "matched_words": .array(alert.matchedWords.map(JSON.string)), "at": .instant(alert.at),
      "state": .string(alert.state.rawValue), "due_at": .instant(alert.dueAt), "decided_at": .instant(alert.decidedAt),
      "reason": alert.reason.map { ["code": .string($0.code.rawValue), "text": .string($0.text)] } ?? .null,
      "read_at": .instant(alert.readAt), "snoozed_until": .instant(alert.snoozedUntil),
      "more_count": .optional(alert.moreCount.map(Int64.init)),
    ]
  }

  /// The shape of ``json``.
  static let schema: Schema = .fields([
    "id": .integer, "person_id": .integer, "kind": .choice(Alert.Kind.allCases.map(\.rawValue)),
    "rule_id": .nullable(.integer), "watch_id": .nullable(.integer), "origin": .string,
    "listing_id": .nullable(.integer), "title": .nullable(.string), "price": .nullable(.number),
    "currency": .nullable(.string), "matched_words": .array(.string), "at": .instant,
    "state": .choice(Alert.State.allCases.map(\.rawValue)), "due_at": .instant, "decided_at": .nullable(.instant),
    "reason": .nullable(.fields(["code": .string, "text": .string])), "read_at": .nullable(.instant),
    "snoozed_until": .nullable(.instant), "more_count": .nullable(.integer),
  ])

  /// What it says, in one line.
  var words: String {
    switch alert.kind {
    case .deal, .price: PlainText.printable(title ?? alert.origin, limit: 120)
    case .more: "and \(alert.moreCount ?? 0) more"
    case .digest: alert.origin
    }
  }

  /// Where it stands, in a few words.
  var standing: String {
    if alert.state == .sent { return alert.readAt == nil ? "unread" : "read" }
    return alert.state.rawValue + (alert.reason.map { ": \($0.text)" } ?? "")
  }
}
