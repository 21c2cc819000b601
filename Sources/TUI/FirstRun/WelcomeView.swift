import Canvas

/// Draws what is offered while there is no database, and how far the one that is being made is.
struct WelcomeView {
  private let state: State
  private let welcome: Welcome

  private static let widest = 74

  init(_ state: State, _ welcome: Welcome) {
    self.state = state
    self.welcome = welcome
  }

  /// Draws it in the middle of the area.
  func draw(on canvas: inout Canvas, in area: Rect) {
    _ = drawParts(on: &canvas, in: area)
  }

  /// The offer at a point of the screen; nil where there is none.
  func offer(at point: Point) -> Welcome.Offer? {
    var nowhere = Canvas(size: state.size)
    return drawParts(on: &nowhere, in: Frame.body(of: state.size)).first { $0.area.contains(point) }?.offer
  }

  private func drawParts(on canvas: inout Canvas, in area: Rect) -> [(area: Rect, offer: Welcome.Offer)] {
    canvas.fill(area)
    let width = min(Self.widest, area.width - 4)
    let lead = Paragraph(lead).wrapped(to: width, glyphs: canvas.glyphs)
    let problem = welcome.problem.map { Paragraph($0, .negative).wrapped(to: width, glyphs: canvas.glyphs) } ?? []
    let offers = Welcome.Offer.allCases
    let body = isMaking ? 1 : offers.count * 3 - 2
    let height = lead.count + 1 + body + (problem.isEmpty ? 0 : problem.count + 1)
    let box = area.centred(Size(width: width + 4, height: height + 2))
    let inside = Panel("Welcome to Opportune", isFocused: true).draw(on: &canvas, in: box)
      .inset(horizontal: 1, vertical: 0)
    var y = inside.y
    func put(_ lines: [StyledLine]) {
      for line in lines {
        if y < inside.bottom { canvas.put(line, at: Point(x: inside.x, y: y), width: inside.width) }
        y += 1
      }
      if !lines.isEmpty { y += 1 }
    }
    put(lead)
    put(problem)
    guard !isMaking else {
      let row = Rect(x: inside.x, y: y, width: inside.width, height: 1).intersection(inside)
      if let work = state.progress.last { work.bar(state).draw(on: &canvas, in: row) }
      return []
    }
    return offers.map { offer in
      let (title, detail) = words(for: offer)
      let isMarked = offer == welcome.selection
      let place = Rect(x: inside.x, y: y, width: inside.width, height: detail.isEmpty ? 1 : 2).intersection(inside)
      let line: StyledLine = [
        Span(isMarked ? String(canvas.glyphs.selection) : " ", Style.accent.bold), Span(" \(key(for: offer)) ", .key),
        Span(" \(title) ", isMarked ? .selection : .text),
      ]
      put(detail.isEmpty ? [line] : [line, [Span("     \(detail)", .muted)]])
      return (place, offer)
    }
  }

  private var isMaking: Bool { welcome.opening != nil }

  private var lead: [StyledLine] {
    if isMaking {
      return [StyledLine("The town lives through its last 90 days, so that there is something to see.")]
    }
    return [StyledLine("There is no database yet. Look around in a town that is made up, or begin your own.")]
  }

  private func key(for offer: Welcome.Offer) -> String {
    let id =
      switch offer {
      case .demo: "welcome.demo"
      case .new: "welcome.new"
      case .leave: "welcome.leave"
      }
    return CommandTable.command(id).flatMap { state.keymap.keys(of: $0).first }?.description ?? ""
  }

  private func words(for offer: Welcome.Offer) -> (title: String, detail: String) {
    switch offer {
    case .demo:
      (welcome.hasDemo ? "Open the demo town" : "Make the demo town", "George Town, kept apart in \(welcome.demoPath)")
    case .new: ("Make a new, empty database", "for real things, in \(welcome.path)")
    case .leave: ("Leave", "")
    }
  }
}
