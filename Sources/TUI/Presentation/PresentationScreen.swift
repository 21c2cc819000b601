import Canvas
import Core

/// Discover for a room: a large clock, the map, one driver and the best offers, with air between them. No names, no keys.
struct PresentationScreen {
  private let state: State
  private var discovery: DiscoveryState { state.discovery }

  /// The least width for the map beside the driver.
  private static let wide = 76
  /// Rows of one offer, with the one of air below it.
  private static let offerHeight = 3

  init(_ state: State) {
    var state = state
    state.discovery = state.discovery.withLastRanking
    self.state = state
  }

  /// Draws over the whole screen.
  func draw(on canvas: inout Canvas, in area: Rect) {
    let (top, rest) = area.inset(horizontal: 2, vertical: 0).splitTop(2)
    let (bottom, middle) = rest.splitBottom(4)
    drawHead(on: &canvas, in: top)
    drawDay(on: &canvas, in: bottom)
    if middle.width >= Self.wide {
      let (map, driver) = middle.splitLeft(middle.width * 52 / 100)
      MapPane(state).drawTown(on: &canvas, in: map)
      drawDriver(on: &canvas, in: driver.inset(left: 3))
    } else {
      drawDriver(on: &canvas, in: middle)
    }
  }

  /// Where this is, and what is special about it.
  private func drawHead(on canvas: inout Canvas, in area: Rect) {
    var badges = state.badges
    if discovery.board?.town.kind == .demo { badges.append("DEMO") }
    let text = badges.joined(separator: "  ")
    let (right, left) = area.splitRight(min(area.width, TextWidth.columns(text, glyphs: canvas.glyphs)))
    canvas.put(
      discovery.board?.town.name ?? "Opportune", at: left.origin, style: Style.accent.bold,
      width: max(0, left.width - 2))
    canvas.put(text, at: right.origin, style: Style.warning.bold, width: right.width)
  }

  private func drawDriver(on canvas: inout Canvas, in area: Rect) {
    let (clock, below) = area.splitTop(LargeClock.height + 2)
    let used = LargeClock(state.formats.clock(state.zone.localTime(at: state.now))).draw(on: &canvas, in: clock)
    let mode = state.clockMode(glyphs: canvas.glyphs)
    canvas.put(
      "\(state.zone.localTime(at: state.now).weekday.title)  \(mode)",
      at: Point(x: clock.x + used + 3, y: clock.y + 1), style: .muted, width: max(0, clock.width - used - 3))
    guard let session = discovery.session else {
      canvas.put("Nobody is parked now.", at: below.origin, style: .muted, width: below.width)
      return
    }
    let name = session.personID == nil ? "A driver" : discovery.personName.capitalizedFirst
    canvas.put(
      StyledLine(name, .title) + StyledLine("  \(session.placeName)", .muted), at: below.origin, width: below.width)
    let (time, offers) = below.splitTop(4)
    drawTime(session, on: &canvas, in: time.inset(top: 1))
    drawOffers(on: &canvas, in: offers)
  }

  private func drawTime(_ session: ParkingSession, on canvas: inout Canvas, in area: Rect) {
    guard !area.isEmpty else { return }
    guard !session.hasEnded(at: state.now) else {
      canvas.put("has driven off", at: area.origin, style: .muted, width: area.width)
      return
    }
    let minutes = session.minutesLeft(at: state.now)
    Gauge(
      StyledLine("\(minutes) min left", Style.text.bold), fraction: session.shareLeft(at: state.now),
      role: minutes < 10 ? .warning : .accent
    ).draw(on: &canvas, in: area)
  }

  private func drawOffers(on canvas: inout Canvas, in area: Rect) {
    let offers = discovery.rankedTable.rows
    guard !offers.isEmpty else {
      canvas.put("Nothing fits now.", at: area.origin, style: .muted, width: area.width)
      return
    }
    let count = max(1, area.height / Self.offerHeight)
    // The selected one is always among those in sight.
    let first = Scrolling.offset(0, keeping: discovery.rankedTable.selectedRow, height: count, count: offers.count)
    for (row, ranked) in offers[first..<min(offers.count, first + count)].enumerated() {
      let y = area.y + row * Self.offerHeight
      let isSelected = discovery.focus == .ranked && ranked.id == discovery.selectedOfferID
      let offer = ranked.offer
      let score = TextWidth.pad(String(offer.shownScore), to: 4)
      canvas.put(
        StyledLine(score, Style.accent.bold) + StyledLine(offer.offer.title, isSelected ? .selection : Style.text.bold),
        at: Point(x: area.x, y: y), width: area.width)
      let walk = Quantity.minutes(Int(offer.walk.minutes.rounded(.up)))
      let worth = state.formats.money(Money(cents: offer.valueCents, offer.offer.currency))
      guard y + 1 < area.bottom else { continue }
      canvas.put(
        "worth \(worth), \(walk) on foot, \(ranked.partnerName)", at: Point(x: area.x + 4, y: y + 1), style: .muted,
        width: area.width - 4)
    }
  }

  /// What happened last, and how the day went.
  private func drawDay(on canvas: inout Canvas, in area: Rect) {
    guard let board = discovery.board else { return }
    let rows = area.rows(4)
    if let event = discovery.streamTable.all.first {
      let time = state.formats.clock(state.zone.localTime(at: event.at))
      let line: StyledLine = [
        Span(time + "  ", .muted), Span(event.type.pastTense, event.type.style), Span("  \(event.offerTitle)"),
      ]
      canvas.put(line, at: rows[1].origin, width: area.width)
    }
    let funnel = FunnelSummary(board.funnel, formats: state.formats)
    canvas.put(funnel.strip(width: area.width, glyphs: canvas.glyphs), at: rows[2].origin, width: area.width)
  }
}

extension String {
  /// With a capital letter in front.
  fileprivate var capitalizedFirst: String { prefix(1).uppercased() + dropFirst() }
}
