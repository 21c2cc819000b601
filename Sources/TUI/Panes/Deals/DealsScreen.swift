import Canvas
import Core

/// The Rules screen: what somebody asked to be told of, what was found, and why.
struct DealsScreen {
  private let state: State

  init(_ state: State) {
    self.state = state
  }

  /// Draws all panes in sight; returns where text is being typed.
  func draw(on canvas: inout Canvas) -> Point? {
    let layout = DealsLayout(state)
    if let area = layout.tabs { tabs.draw(on: &canvas, in: area.inset(left: 1)) }
    var cursor: Point?
    for (pane, area) in layout.panes {
      if pane == .page {
        DealsPagePane(state).draw(on: &canvas, in: area)
      } else if let point = list(pane).draw(on: &canvas, in: area) {
        cursor = point
      }
      if layout.hasTabs(pane), let tabs = layout.shelfTabs { shelfTabs.draw(on: &canvas, in: tabs) }
    }
    return cursor
  }

  /// The pane whose tab is at a point: of all panes where only one is in sight, else of the lists below the rules.
  func pane(at point: Point, glyphs: Glyphs) -> DealsPane? {
    let layout = DealsLayout(state)
    var canvas = Canvas(size: state.size, glyphs: glyphs)
    if let area = layout.tabs, area.contains(point) {
      let spans = tabs.draw(on: &canvas, in: area.inset(left: 1))
      return zip(DealsPane.allCases, spans).first { $1.contains(point.x) }?.0
    }
    guard let area = layout.shelfTabs, area.contains(point) else { return nil }
    let spans = shelfTabs.draw(on: &canvas, in: area)
    return zip(DealsPane.shelves, spans).first { $1.contains(point.x) }?.0
  }

  /// Which row of a list, or which header, is at a point.
  func column(at point: Point, in pane: DealsPane) -> String? {
    DealsLayout(state).panes[pane].flatMap { list(pane).column(at: point, in: $0) }
  }

  func row(at point: Point, in pane: DealsPane) -> Int? {
    DealsLayout(state).panes[pane].flatMap { list(pane).row(at: point, in: $0) }
  }

  private func list(_ pane: DealsPane) -> DealsList { DealsList(state, pane) }

  private var tabs: Tabs {
    Tabs(
      DealsPane.allCases.map { Tabs.Tab(key: "", title: title(of: $0)) },
      selection: DealsPane.allCases.firstIndex(of: state.deals.focus) ?? 0)
  }

  private var shelfTabs: Tabs {
    Tabs(
      DealsPane.shelves.map { Tabs.Tab(key: "", title: title(of: $0)) },
      selection: DealsPane.shelves.firstIndex(of: state.deals.shelf) ?? 0)
  }

  /// `Inbox 3`, where it is new to somebody; `Watches 6`.
  private func title(of pane: DealsPane) -> String {
    guard let board = state.deals.board else { return pane.title }
    switch pane {
    case .rules: return "Rules \(Number.grouped(board.rules.count))"
    case .inbox: return board.inbox.unread > 0 ? "Inbox ! \(Number.grouped(board.inbox.unread))" : "Inbox"
    case .watches: return board.watches.isEmpty ? "Watches" : "Watches \(Number.grouped(board.watches.count))"
    case .listings: return "Listings"
    case .page: return "Page"
    }
  }
}
