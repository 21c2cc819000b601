import Canvas
import Core

/// Today as a funnel: each step's count, its share of the step before with a 95 % interval, and what it was worth.
struct TodayTile {
  /// Rows inside the border; with each number by the hour where the tile is tall.
  static let rows = 7
  static let tallRows = 9
  /// Columns with the border, for every number with its interval.
  static let columns = 52

  private let state: State

  init(_ state: State) {
    self.state = state
  }

  /// Draws the tile with its border.
  func draw(on canvas: inout Canvas, in area: Rect, isFocused: Bool) {
    let detail = state.discovery.board == nil ? "" : "since midnight"
    let inside = Panel(OverviewTile.today.title, detail: detail, isFocused: isFocused)
      .draw(on: &canvas, in: area).inset(horizontal: 1, vertical: 0)
    guard let board = state.discovery.board else {
      Paragraph("Reading …", .muted).draw(on: &canvas, in: inside)
      return
    }
    var lines = Self.lines(
      board.funnel, width: inside.width, formats: state.formats, marks: state.discovery.marks, glyphs: canvas.glyphs)
    if let day = board.day, lines.count == Self.rows {
      lines.replaceSubrange(4..<5, with: courses(of: day, isTall: inside.height >= Self.tallRows, canvas.glyphs))
    }
    Paragraph(lines).draw(on: &canvas, in: inside)
  }

  /// The day by the hour: what was accepted, and in a tall tile also what was shown and redeemed.
  private func courses(of day: TownDay, isTall: Bool, _ glyphs: Glyphs) -> [StyledLine] {
    let accepted = Self.course("accepted", day.hours.map(\.accepted), glyphs)
    guard isTall else { return [accepted] }
    return [
      Self.course("shown", day.hours.map(\.shown), glyphs), accepted,
      Self.course("redeemed", day.hours.map(\.redeemed), glyphs),
    ]
  }

  /// `accepted by hour ▁▂▅█▃  at most 84`.
  private static func course(_ name: String, _ values: [Int64], _ glyphs: Glyphs) -> StyledLine {
    let most = Number.grouped(Int(values.max() ?? 0))
    return [
      Span(TextWidth.pad("\(name) by hour", to: 17), .muted),
      Span(Sparkline(values.map(Double.init)).text(width: 24, glyphs: glyphs), .accent),
      Span("  most \(most)", .muted),
    ]
  }

  /// The tile's lines.
  static func lines(
    _ funnel: DiscoverBoard.Funnel, width: Int, formats: Formats, marks: ChangeMarks = ChangeMarks(),
    glyphs: Glyphs = .unicode
  ) -> [StyledLine] {
    guard funnel.impressions > 0 else {
      return [
        StyledLine("No offer has been shown today.", .muted),
        StyledLine("Offers are shown while people are parked; 3 opens Discover.", .muted),
      ]
    }
    let steps: [(String, ChangeMarks.Stage, Int64?)] = [
      ("shown", .shown, nil), ("viewed", .viewed, funnel.impressions), ("accepted", .accepted, funnel.views),
      ("redeemed", .redeemed, funnel.acceptances),
    ]
    let barWidth = max(6, min(24, width - 46))
    var lines = steps.map { name, stage, base -> StyledLine in
      let count = funnel.count(stage)
      let bar = Bar(
        Double(count) / Double(funnel.impressions), width: barWidth, role: .series1, showsTrack: true)
      return [
        Span(TextWidth.pad(name, to: 9), .muted), Span(TextWidth.pad(Number.grouped(Int(count)), to: 7, align: .right)),
        Span(TextWidth.pad(marks.contains(.funnel(stage)) ? String(glyphs.changed) : "", to: 2), .accent),
      ]
        + bar.line(glyphs: glyphs) + Self.rate(count, of: base)
    }
    lines.append(.empty)
    lines.append([
      Span("dismissed ", .muted), Span(Number.grouped(Int(funnel.dismissals))), Span("   expired ", .muted),
      Span(Number.grouped(Int(funnel.expiries))),
    ])
    let worth = Span(formats.money(Money(cents: funnel.valueCents)), Style.positive.bold)
    let earned = Span(formats.money(Money(cents: funnel.revenueCents)))
    let inFull: StyledLine = [
      Span("value delivered ", .muted), worth, Span("   partners earned ", .muted), earned,
    ]
    let inShort: StyledLine = [Span("delivered ", .muted), worth, Span("   earned ", .muted), earned]
    lines.append(inFull.columns(glyphs: glyphs) <= width ? inFull : inShort)
    return lines
  }

  /// `  45.8 % [44.3, 47.3]` of the step before; where a count exceeds its base there is no interval.
  private static func rate(_ count: Int64, of base: Int64?) -> StyledLine {
    guard let base, base > 0 else { return .empty }
    guard let bounds = Wilson.interval(successes: count, trials: base) else {
      return StyledLine("  more than before", .muted)
    }
    let low = Number.fixed(bounds.low * 100, decimals: 1)
    let high = Number.fixed(bounds.high * 100, decimals: 1)
    return [Span("  " + Number.percent(Double(count) / Double(base))), Span(" [\(low), \(high)]", .muted)]
  }
}
