import Canvas
import Core

/// The Partners screen: who offers what, how it goes, and all of one offer.
struct PartnersScreen {
  private let state: State

  init(_ state: State) {
    self.state = state
  }

  /// Draws all panes in sight; returns where text is being typed.
  func draw(on canvas: inout Canvas) -> Point? {
    let layout = PartnersLayout(state)
    if let area = layout.tabs { tabs.draw(on: &canvas, in: area.inset(left: 1)) }
    var cursor: Point?
    for (pane, area) in layout.panes {
      switch pane {
      case .partners: cursor = state.partnersList.draw(on: &canvas, in: area) ?? cursor
      case .offers: cursor = state.offersList.draw(on: &canvas, in: area) ?? cursor
      case .offer: OfferPane(state).draw(on: &canvas, in: area)
      }
    }
    return cursor
  }

  /// The pane whose tab is at a point, where only one pane is in sight.
  func pane(at point: Point, glyphs: Glyphs) -> PartnersPane? {
    guard let area = PartnersLayout(state).tabs, area.contains(point) else { return nil }
    var canvas = Canvas(size: state.size, glyphs: glyphs)
    let spans = tabs.draw(on: &canvas, in: area.inset(left: 1))
    return zip(PartnersPane.allCases, spans).first { $1.contains(point.x) }?.0
  }

  private var tabs: Tabs {
    let tabs = PartnersPane.allCases.map { pane in
      let count: Int? =
        switch pane {
        case .partners: state.partners.board?.partners.count
        case .offers: state.partners.board == nil ? nil : state.partners.offerTable.count
        case .offer: nil
        }
      return Tabs.Tab(key: "", title: count.map { "\(pane.title) \(Number.grouped($0))" } ?? pane.title)
    }
    return Tabs(tabs, selection: PartnersPane.allCases.firstIndex(of: state.partners.focus) ?? 0)
  }
}
