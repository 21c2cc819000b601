import Canvas
import Core

/// The Discover screen: who is parked, what each is shown, and why.
struct DiscoverScreen {
  let state: State

  /// Draws all panes in sight; returns where text is being typed.
  func draw(on canvas: inout Canvas) -> Point? {
    let layout = DiscoverLayout(state)
    if let tabs = layout.tabs { drawTabs(on: &canvas, in: tabs) }
    // What depends on the ranking stays with the one session it is of, until the next one is there: a moment later, and
    // without a flicker in between.
    var ranked = state
    ranked.discovery = state.discovery.withLastRanking
    var cursor: Point?
    for (pane, area) in layout.panes {
      switch pane {
      case .sessions: cursor = SessionsPane(state).draw(on: &canvas, in: area) ?? cursor
      case .map: MapPane(ranked).draw(on: &canvas, in: area)
      case .stream: cursor = StreamPane(state).draw(on: &canvas, in: area) ?? cursor
      case .ranked: cursor = RankedPane(ranked).draw(on: &canvas, in: area) ?? cursor
      case .heldBack: cursor = HeldBackPane(ranked).draw(on: &canvas, in: area) ?? cursor
      }
    }
    if let why = layout.why { WhyPane(ranked).draw(on: &canvas, in: why) }
    if let today = layout.today { TodayPane(state).draw(on: &canvas, in: today) }
    return cursor
  }

  /// Every pane with the length of its list, the open one marked.
  private func drawTabs(on canvas: inout Canvas, in area: Rect) {
    tabs.draw(on: &canvas, in: area.inset(left: 1))
  }

  /// The pane whose tab is at a point, where only one pane is in sight.
  func pane(at point: Point, glyphs: Glyphs) -> Pane? {
    guard let area = DiscoverLayout(state).tabs, area.contains(point) else { return nil }
    var canvas = Canvas(size: state.size, glyphs: glyphs)
    let spans = tabs.draw(on: &canvas, in: area.inset(left: 1))
    return zip(Pane.allCases, spans).first { $1.contains(point.x) }?.0
  }

  private var tabs: Tabs {
    let tabs = Pane.allCases.map { pane in
      let count = state.discovery.selection(in: pane).count
      let counts = pane != .map && pane != .stream && state.discovery.board != nil
      return Tabs.Tab(key: "", title: counts ? "\(pane.title) \(Number.grouped(count))" : pane.title)
    }
    let selection = Pane.allCases.firstIndex(of: state.discovery.focus) ?? 0
    return Tabs(tabs, selection: selection)
  }
}
