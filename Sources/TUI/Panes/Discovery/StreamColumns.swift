import Canvas
import Core

/// The list of what happened last.
extension DiscoverBoard.StreamEvent: ListRow {
  package static let listName = "stream"

  package static let columns: [ListColumn<Self>] = [
    ListColumn(
      "at", Column("time", minimum: 8, priority: 7), key: { .integer($0.id.value) }, startsDescending: true,
      width: \.clockWithSecondsColumns, value: { event, _ in .instant(event.at) },
      cell: { event, context in
        StyledLine(context.formats.clockWithSeconds(context.zone.localTime(at: event.at)), .muted)
      }),
    ListColumn(
      "event", Column("event", minimum: 9, priority: 9), key: { .text($0.type.pastTense) }, words: \.type.pastTense,
      value: { event, _ in .string(event.type.rawValue) },
      cell: { event, context in
        let mark = context.changes.contains(.event(event.id)) ? String(context.glyphs.changed) : ""
        return [Span(event.type.pastTense, event.type.style), Span(mark, .accent)]
      }),
    ListColumn(
      "offer", Column("offer", minimum: 10, ideal: 24, isFlexible: true, priority: 8),
      key: { .text($0.offerTitle) }, words: \.offerTitle, value: { event, _ in .string(event.offerTitle) },
      cell: { event, _ in
        StyledLine(event.offerTitle)
      }),
    ListColumn(
      "detail", Column("detail", minimum: 13, ideal: 18, isFlexible: true, priority: 6), key: { $0.detail.key },
      words: { Formats().text($0.detail) }, value: { event, _ in event.detail.json },
      cell: { event, context in
        StyledLine(context.formats.text(event.detail), event.type == .acceptance ? .text : .muted)
      }),
    ListColumn(
      "session_id", Column("session", align: .right, minimum: 7, priority: 4),
      key: { .integer($0.sessionID?.value) }, words: { $0.sessionID.map { String($0.value) } ?? "" },
      value: { event, _ in .id(event.sessionID) },
      cell: { event, _ in
        StyledLine(event.sessionID?.description ?? "", .muted)
      }),
    ListColumn(file: "interaction_id") { event, _ in .id(event.id) },
    ListColumn(file: "currency") { event, _ in
      if case .amount(let money) = event.detail { .string(money.currency.code) } else { .null }
    },
  ]

  /// The same on a narrow screen: without seconds, and with a code, an amount or a reason before the title, which may
  /// be cut.
  static let narrowColumns: [ListColumn<Self>] = columns.compactMap { column in
    var narrow = column
    switch column.id {
    case "at":
      narrow.width = \.clockColumns
      narrow.cell = { event, context in
        StyledLine(context.formats.clock(context.zone.localTime(at: event.at)), .muted)
      }
    case "offer":
      narrow.cell = { event, context in
        let detail = context.formats.text(event.detail)
        if event.type == .impression || detail.isEmpty { return StyledLine(event.offerTitle) }
        return [Span(detail, .muted), Span(" " + event.offerTitle, .text)]
      }
    case "event": break
    default: return nil
    }
    return narrow
  }
}

extension DiscoverBoard.StreamEvent.Detail {
  fileprivate var key: SortKey {
    switch self {
    case .nothing: .missing
    case .score(let score): .integer(score)
    case .amount(let money): .integer(money.cents)
    case .words(let words): .text(words)
    }
  }

  /// As a file has it: an amount as a number of its currency, which stands beside it.
  fileprivate var json: JSON {
    switch self {
    case .nothing: .null
    case .score(let score): .integer(score)
    case .amount(let money): .number(Double(money.cents) / 100)
    case .words(let words): .string(words)
    }
  }
}

extension Formats {
  /// What there is to say of an event.
  func text(_ detail: DiscoverBoard.StreamEvent.Detail) -> String {
    switch detail {
    case .nothing: ""
    case .score(let score): String(score)
    case .amount(let money): self.money(money)
    case .words(let words): words
    }
  }
}
