import Canvas
import Core

/// The selected session and what its person is shown: time left, circumstances, and the ranked offers, the selected one
/// with the bars of its five factors.
struct RankedPane {
  private let state: State
  private var discovery: DiscoveryState { state.discovery }
  private var isFocused: Bool { discovery.focus == .ranked }

  init(_ state: State) {
    self.state = state
  }

  /// Draws the pane with its border; returns where the filter is being typed.
  func draw(on canvas: inout Canvas, in area: Rect) -> Point? {
    let inside = panel(in: area.width, canvas.glyphs).draw(on: &canvas, in: area).inset(horizontal: 1, vertical: 0)
    let (header, below) = inside.splitTop(headerRows)
    let (line, list) = FilterLine.split(below, discovery.rankedTable)
    drawContent(on: &canvas, in: inside, header: header, list: list)
    return FilterLine(discovery.rankedTable)?.draw(on: &canvas, in: line)
  }

  private func drawContent(on canvas: inout Canvas, in inside: Rect, header: Rect, list: Rect) {
    guard let session = discovery.session else {
      Paragraph(discovery.board == nil ? "Reading …" : "Select a session to see what its driver is shown.", .muted)
        .draw(on: &canvas, in: inside)
      return
    }
    let rows = header.rows(headerRows)
    drawTime(session, on: &canvas, in: rows[0])
    if let whatIf = discovery.whatIf, rows[2].height > 0 { draw(whatIf, on: &canvas, in: rows[2]) }
    if rows[1].height > 0 { drawCounts(on: &canvas, in: rows[1]) }
    guard let document = discovery.document else {
      if list.height > 1 { Paragraph("Ranking …", .muted).draw(on: &canvas, in: list.inset(top: 1)) }
      return
    }
    if let supposed = whatIfList(canvas.glyphs) {
      supposed.draw(on: &canvas, in: list)
    } else if document.ranking.ranked.isEmpty {
      Paragraph(emptyText(document.ranking), .muted).draw(on: &canvas, in: list.inset(left: 1, top: 1, right: 1))
    } else if discovery.rankedTable.rows.isEmpty {
      Paragraph(FilterLine.nothing, .muted).draw(on: &canvas, in: list.inset(left: 1, top: 1, right: 1))
    } else {
      rankedList(canvas.glyphs).draw(on: &canvas, in: list)
    }
  }

  /// The row at a point of the screen.
  func row(at point: Point, in area: Rect) -> Int? {
    guard discovery.document != nil else { return nil }
    let list = list(in: area)
    if let supposed = whatIfList(.unicode) { return supposed.row(at: point, in: list) }
    return rankedList(.unicode).row(at: point, in: list)
  }

  /// The column whose header is at a point of the screen.
  func headerColumn(at point: Point, in area: Rect) -> String? {
    discovery.document?.comparison != nil || discovery.document == nil
      ? nil : rankedList(.unicode).headerColumn(at: point, in: list(in: area))
  }

  private func list(in area: Rect) -> Rect {
    let below = area.inset(by: 1).inset(horizontal: 1, vertical: 0).splitTop(headerRows).rest
    return FilterLine.split(below, discovery.rankedTable).list
  }

  /// Time left, counts, and what is supposed.
  private var headerRows: Int { discovery.whatIf == nil ? 2 : 3 }

  /// The border: whose ranking it is, and what is marked or filtered, else what parking costs.
  private func panel(in width: Int, _ glyphs: Glyphs) -> Panel {
    guard let session = discovery.session else { return Panel("Ranked", isFocused: isFocused) }
    let place = session.placeName.isEmpty ? "" : " · \(session.placeName)"
    let rate = session.hourlyRateCents.map { "\(state.formats.money(Money(cents: $0, session.currency)))/h" } ?? ""
    let you = state.clock.run?.takenOver == session.id ? " (you)" : ""
    let title = "Session \(session.id) · \(shortName)\(you)\(place)"
    let border = BorderText(discovery.rankedTable, "", columns: RankedRow.columns.map(\.id))
      .fitted(beside: title, in: width, glyphs: glyphs)
    return Panel(title, detail: border.isEmpty ? rate : border, isFocused: isFocused)
  }

  private var shortName: String {
    discovery.session?.personID == nil ? "anonymous" : discovery.personName
  }

  private func rankedList(_ glyphs: Glyphs) -> RankedList {
    RankedList(table: discovery.rankedTable, isFocused: isFocused, context: state.cellContext(glyphs))
  }

  /// The list with old and new ranks; nil while the ranking is the real one.
  private func whatIfList(_ glyphs: Glyphs) -> WhatIfList? {
    guard let document = discovery.document, let truth = document.comparison else { return nil }
    return WhatIfList(
      document: document, truth: truth, table: discovery.rankedTable, isFocused: isFocused,
      context: state.cellContext(glyphs))
  }

  private func draw(_ whatIf: WhatIf, on canvas: inout Canvas, in area: Rect) {
    let line: StyledLine = [
      Span("WHAT IF ", Style.warning.bold), Span(whatIf.words(state.formats)), Span("  ", .muted),
      Span("nothing is written", .muted),
    ]
    canvas.put(line, at: area.origin, width: area.width)
  }

  /// Minutes left as a bar, and at the right the weather and what the person likes, where there is room.
  private func drawTime(_ session: ParkingSession, on canvas: inout Canvas, in area: Rect) {
    let circumstances = circumstances(glyphs: canvas.glyphs)
    let width = circumstances.columns(glyphs: canvas.glyphs)
    let (right, left) = area.splitRight(width > 0 && area.width - width >= 30 ? width + 2 : 0)
    if !right.isEmpty { canvas.put(circumstances, at: right.origin, width: right.width, align: .right) }
    if session.hasEnded(at: state.now) {
      canvas.put("This session has ended.", at: left.origin, style: .warning, width: left.width)
      return
    }
    let minutes = session.minutesLeft(at: state.now)
    let whole = Int((session.expiresAt - (session.startedAt ?? state.now)).minutes.rounded())
    let label: StyledLine = [Span("\(minutes)", Style.text.bold), Span(" of \(whole) min left", .muted)]
    Gauge(label, fraction: session.shareLeft(at: state.now), role: minutes < 10 ? .warning : .accent)
      .draw(on: &canvas, in: left)
  }

  private func circumstances(glyphs: Glyphs) -> StyledLine {
    var line = StyledLine.empty
    if let weather = discovery.document?.context.weather {
      line += StyledLine(weather.rawValue)
      if let temperature = discovery.board?.temperature { line += StyledLine(" \(temperature)\u{B0}") }
    }
    let liked = discovery.document?.context.person.preferences.preferredCategories.sorted() ?? []
    if !liked.isEmpty {
      if !line.isEmpty { line += "  " }
      line += StyledLine("likes ", .muted) + StyledLine(liked.prefix(2).joined(separator: ", "))
    }
    return line
  }

  private func drawCounts(on canvas: inout Canvas, in area: Rect) {
    guard let ranking = discovery.document?.ranking else { return }
    let limit = discovery.document.map { Walk(distance: $0.context.person.preferences.walkingLimit).minutes } ?? 0
    let reach = "\(Number.grouped(ranking.withinReach)) in reach (\(Words.number(limit)) min walk)"
    let short = "\(Number.grouped(ranking.withinReach)) in reach"
    let rest = " · \(ranking.eligible) eligible · \(ranking.totals.heldBackNearby) held back nearby "
    let key = discovery.showsHeldBack ? "" : "(b)"
    let long = reach + rest + key
    let text = TextWidth.columns(long, glyphs: canvas.glyphs) <= area.width ? long : short + rest + key
    canvas.put(text, at: area.origin, style: .muted, width: area.width)
  }

  private func emptyText(_ ranking: Ranking) -> String {
    if let reason = ranking.reason { return "Nothing is shown: \(state.formats.sentence(of: reason, in: state.zone))." }
    guard let first = ranking.heldBackCounts.max(by: { $0.count < $1.count }) else {
      return "Nothing is shown: there are no offers yet."
    }
    return "Nothing fits now. Most offers are held back because: \(first.code.words). The list below says why each is; "
      + "b shows it."
  }
}
