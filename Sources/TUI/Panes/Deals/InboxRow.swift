import Canvas
import Core

/// An alert in the inbox.
package struct InboxRow: Equatable, Sendable {
  package let item: InboxItem

  package var alert: Alert { item.alert }

  /// Whether it was told and is new to its person.
  var isUnread: Bool { alert.readAt == nil && alert.state == .sent }

  /// Whether it was told and read, so that it can be marked as new again.
  var isRead: Bool { alert.readAt != nil && alert.state == .sent }

  /// Whether it was told, so that it can be told again later.
  var canBeSnoozed: Bool { alert.state == .sent || alert.snoozedUntil != nil && alert.state == .held }

  /// What became of it, in a word.
  var standing: StyledLine {
    if alert.snoozedUntil != nil, alert.state == .held { return StyledLine("snoozed", .muted) }
    return StyledLine(alert.state.word, alert.state.style)
  }
}

extension Alert.State {
  /// As it stands in a list.
  var word: String {
    switch self {
    case .queued: "queued"
    case .held: "held"
    case .digest: "in digest"
    case .sent: "sent"
    case .dropped: "dropped"
    case .collapsed: "collapsed"
    case .cancelled: "cancelled"
    }
  }

  /// How it looks; the word itself carries the meaning.
  var style: Style {
    switch self {
    case .sent: .positive
    case .held, .digest, .queued: .warning
    case .dropped, .collapsed, .cancelled: .muted
    }
  }
}

extension InboxRow: ListRow {
  package var id: Alert.ID { alert.id }

  package static let listName = "inbox"

  package static let columns: [ListColumn<Self>] = [
    ListColumn(
      "unread", Column("", minimum: 1, priority: 13), key: { .number($0.isUnread ? 0 : 1) },
      value: { row, _ in .bool(row.isUnread) },
      cell: { row, context in StyledLine(row.isUnread ? String(context.glyphs.mark) : " ", Style.accent.bold) }),
    ListColumn(
      "title", Column("what", minimum: 14, ideal: 30, isFlexible: true, priority: 12), key: { .text($0.item.title) },
      words: { "\($0.item.title) \($0.item.because ?? "")" }, value: { row, _ in .string(row.item.title) },
      cell: { row, context in
        let mark = context.changes.contains(.alert(row.id)) ? " " + String(context.glyphs.changed) : ""
        let urgent = row.item.isUrgent ? [Span("! ", Style.warning.bold)] : []
        return StyledLine(urgent + [Span(row.item.title, row.isUnread ? Style.text.bold : .text), Span(mark, .accent)])
      }),
    ListColumn(
      "price_cents", Column("price", align: .right, minimum: 9, priority: 10),
      key: { .integer($0.alert.price?.cents) }, width: { $0.moneyColumns(9) },
      value: { row, _ in row.alert.price.map { .integer($0.cents) } ?? .null },
      cell: { row, context in StyledLine(row.alert.price.map { context.formats.money($0) } ?? "") }),
    ListColumn(
      "state", Column("", minimum: 9, priority: 8), key: { .text($0.alert.state.word) },
      value: { row, _ in .string(row.alert.state.rawValue) }, cell: { row, _ in row.standing }),
    ListColumn(
      "at", Column("when", align: .right, minimum: 10, priority: 7), key: { .integer($0.alert.at.milliseconds) },
      startsDescending: true, value: { row, _ in .instant(row.alert.at) },
      cell: { row, context in StyledLine(DealsCells.ago(row.alert.at, now: context.now), .muted) }),
    ListColumn(
      "because", Column("rule", minimum: 10, ideal: 18, priority: 4), key: { .text($0.item.because ?? "") },
      value: { row, _ in row.item.because.map { .string($0) } ?? .null },
      cell: { row, _ in StyledLine(row.item.because ?? "", .muted) }),
    ListColumn(file: "alert_id") { row, _ in .id(row.id) },
    ListColumn(file: "kind") { row, _ in .string(row.alert.kind.rawValue) },
    ListColumn(file: "currency") { row, _ in row.alert.price.map { .string($0.currency.code) } ?? .null },
    ListColumn(file: "reason") { row, _ in row.alert.reason.map { .string($0.text) } ?? .null },
    ListColumn(file: "url") { row, _ in row.item.url.map { .string($0) } ?? .null },
  ]
}
