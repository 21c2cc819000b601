import Canvas
import Core

/// The list of parked cars.
extension DiscoverBoard.SessionRow: ListRow {
  package var id: ParkingSession.ID { session.id }

  package static let listName = "sessions"

  static let barColumns = 8

  package static let columns: [ListColumn<Self>] = [
    ListColumn(
      "minutes_left", Column("min", align: .right, minimum: 4, ideal: 4, priority: 9),
      key: { .integer($0.session.expiresAt.milliseconds) },
      value: { .count($0.session.minutesLeft(at: $1.now)) },
      cell: { row, context in
        let left = row.session.minutesLeft(at: context.now)
        let mark = context.changes.contains(.session(row.session.id)) ? String(context.glyphs.changed) : ""
        return [Span(mark, .accent), Span(String(left), left < 10 ? .warning : .text)]
      }),
    ListColumn(
      "share_left", Column("left", minimum: barColumns, priority: 2), value: nil,
      cell: { row, context in
        Bar(row.session.shareLeft(at: context.now), width: barColumns, role: .series1, showsTrack: true)
          .line(glyphs: context.glyphs)
      }),
    ListColumn(
      "person", Column("person", minimum: 9, ideal: 11, isFlexible: true, priority: 8),
      key: { $0.personName.map(SortKey.text) ?? .missing }, words: { $0.personName ?? "anonymous" },
      value: { row, _ in .optional(row.personName) },
      cell: { row, _ in
        row.personName.map { StyledLine($0) } ?? StyledLine("anonymous", .muted)
      }),
    ListColumn(
      "place", Column("place", minimum: 11, ideal: 22, isFlexible: true, priority: 7),
      key: { .text($0.session.placeName) }, words: \.session.placeName,
      value: { row, _ in .string(row.session.placeName) },
      cell: { row, _ in
        StyledLine(row.session.placeName, .muted)
      }),
    ListColumn(
      "hourly_rate_cents", Column("rate/h", align: .right, minimum: 6, priority: 0),
      key: { .integer($0.session.hourlyRateCents) }, startsDescending: true, width: { $0.moneyColumns(6) },
      value: { row, _ in .optional(row.session.hourlyRateCents) },
      cell: { row, context in
        StyledLine(
          row.session.hourlyRateCents.map { context.formats.money(Money(cents: $0, row.session.currency)) } ?? "--",
          .muted)
      }),
    ListColumn(
      "expires_at", Column("until", minimum: 5, priority: 1), key: { .integer($0.session.expiresAt.milliseconds) },
      width: \.clockColumns, value: { row, _ in .instant(row.session.expiresAt) },
      cell: { row, context in
        StyledLine(context.formats.clock(context.zone.localTime(at: row.session.expiresAt)), .muted)
      }),
    ListColumn(
      "session_id", Column("no.", align: .right, minimum: 5, priority: 3), key: { .integer($0.session.id.value) },
      words: { String($0.session.id.value) }, value: { row, _ in .id(row.session.id) },
      cell: { row, _ in
        StyledLine(row.session.id.description, .muted)
      }),
    ListColumn(file: "person_id") { row, _ in .id(row.session.personID) },
    ListColumn(file: "started_at") { row, _ in .instant(row.session.startedAt) },
    ListColumn(file: "currency") { row, _ in .string(row.session.currency.code) },
  ]
}
