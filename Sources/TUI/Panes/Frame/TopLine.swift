import Canvas
import Core

/// The first row: name, town and clock, the screens, and how fresh the data is.
struct TopLine {
  private let state: State

  init(_ state: State) {
    self.state = state
  }

  /// Draws the line over one row; what is least needed is left out first.
  func draw(on canvas: inout Canvas, in area: Rect) {
    _ = drawParts(on: &canvas, in: area)
  }

  /// The screen whose tab is at a point, on a window of so many columns.
  func screen(at point: Point, width: Int, glyphs: Glyphs) -> Screen? {
    var canvas = Canvas(size: Size(width: width, height: 1), glyphs: glyphs)
    guard canvas.bounds.contains(point) else { return nil }
    let spans = drawParts(on: &canvas, in: canvas.bounds)
    return zip(state.tabs, spans).first { $1.contains(point.x) }?.0
  }

  /// Draws the line and returns the columns of each tab.
  private func drawParts(on canvas: inout Canvas, in area: Rect) -> [Range<Int>] {
    let right = freshness(canvas.glyphs)
    let (end, rest) = area.splitRight(right.columns(glyphs: canvas.glyphs) + 1)
    canvas.put(right, at: end.origin)
    let names = names(canvas.glyphs)
    let glyphs = canvas.glyphs
    func room(beside tabs: Tabs) -> Int { rest.width - tabs.columns(glyphs: glyphs) - 5 }
    // The clock matters more than the names of screens that are not looked at.
    let shortest = names.last?.columns(glyphs: glyphs) ?? 0
    let tabs = room(beside: tabs(named: true)) >= shortest ? tabs(named: true) : tabs(named: false)
    let name = names.first { $0.columns(glyphs: glyphs) <= room(beside: tabs) }
    let used = canvas.put(name ?? .empty, at: Point(x: rest.x + 1, y: rest.y))
    return tabs.draw(on: &canvas, in: rest.inset(left: used + (used > 0 ? 4 : 1), right: 1))
  }

  /// The screens; of those that are not looked at the key alone, if they are not `named`.
  private func tabs(named: Bool) -> Tabs {
    Tabs(
      state.tabs.map { Tabs.Tab(key: String($0.rawValue), title: named || $0 == state.screen ? $0.title : "") },
      selection: state.tabs.firstIndex(of: state.screen) ?? -1)
  }

  /// The left part, from the longest to the shortest.
  private func names(_ glyphs: Glyphs) -> [StyledLine] {
    let name = StyledLine("OPPORTUNE", Style.accent.bold)
    guard let town = state.discovery.board?.town else { return [name] }
    let mode = state.clockMode(glyphs: glyphs)
    let clock: StyledLine = [Span(state.clockText), Span(mode.isEmpty ? "" : " " + mode, Style.accent.bold)]
    let place = StyledLine(String(town.name.prefix(24)), .title) + "  " + clock
    return [name + "  " + place, place, name + "  " + clock, clock]
  }

  /// `live`, `frozen` or how old the data is; whether the world is invented; what nobody has read; and where
  /// help is.
  private func freshness(_ glyphs: Glyphs) -> StyledLine {
    guard state.welcome == nil else { return StyledLine("?", .key) + StyledLine(" ") }
    var line: StyledLine
    switch state.freshness {
    case .live: line = StyledLine("live", .positive)
    case .loading: line = StyledLine("reading", .muted)
    case .frozen: line = StyledLine("frozen", .warning)
    case .stale(let seconds): line = StyledLine("stale \(Self.duration(seconds))", .warning)
    }
    for badge in state.badges { line += StyledLine("  ") + StyledLine(badge, Style.warning.bold) }
    if state.discovery.board?.town.kind == .demo { line += StyledLine("  ") + StyledLine("DEMO", Style.warning.bold) }
    if let unread = state.alerts.glance?.unread, unread > 0 {
      line += StyledLine("  ") + StyledLine("! \(Number.grouped(unread))", Style.warning.bold)
    }
    return line + StyledLine("  ") + StyledLine("?", .key) + StyledLine(" ")
  }

  private static func duration(_ seconds: Int64) -> String {
    seconds < 120 ? "\(seconds) s" : Quantity.minutes(Int(seconds / 60))
  }
}

extension State {
  /// How far what is shown can be trusted to be what is.
  package enum Freshness: Hashable, Sendable {
    case live, loading, frozen
    /// Something changed so many seconds ago and could not be read yet.
    case stale(seconds: Int64)
  }

  /// How fresh the data on screen is.
  package var freshness: Freshness {
    if isFrozen { return .frozen }
    guard discovery.board != nil else { return discovery.failure == nil ? .loading : .stale(seconds: 0) }
    guard let since = discovery.reloads.dirtySince else { return .live }
    let seconds = (wall - since).milliseconds / 1000
    return seconds >= 2 || discovery.failure != nil ? .stale(seconds: max(0, seconds)) : .live
  }

  /// Weekday, hour and minute in the town.
  package var clockText: String {
    let local = zone.localTime(at: now)
    return "\(local.weekday.title) \(formats.clock(local))"
  }

  /// When, by the machine's clock, the picture changes although nothing happens: at the next minute where the town's time
  /// follows that clock, when a mark or a notice goes, when an alert falls due, and every second while data is stale. Nil is
  /// never.
  package var nextChange: Timestamp? {
    var next: [Timestamp] = []
    if clock.course == .machine, !clock.isMoving {
      next.append(Timestamp(milliseconds: (wall.milliseconds.flooredQuotient(60_000) + 1) * 60_000))
    }
    if let mark = discovery.marks.nextEnd { next.append(mark) }
    if let look = nextAlertLook { next.append(look) }
    next += notices.filter { !$0.stays }.map(\.until) + progress.compactMap { $0.nextChange(at: wall) }
    if clock.isMoving, clock.flight == nil { next.append(clock.pace.due(at: clock.speed) ?? wall) }
    if !isFrozen, discovery.reloads.dirtySince != nil { next.append(wall + .seconds(1)) }
    return next.min()
  }
}
