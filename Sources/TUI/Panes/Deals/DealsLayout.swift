import Canvas

/// Where the panes of the Rules screen stand: the rules above one of the other lists, and the page beside them; or one
/// pane behind tabs, by the room there is. Pure, so that drawing and clicking agree.
package struct DealsLayout: Sendable {
  /// The outlines of the panes in sight.
  package private(set) var panes: [DealsPane: Rect] = [:]
  /// The names of all panes, where only one is in sight.
  package private(set) var tabs: Rect?
  /// The names of the lists below the rules, on the first row of their place.
  package private(set) var shelfTabs: Rect?

  /// The least size of the area for two columns of panes, and the least height for two lists.
  private static let sideBySide = Size(width: 110, height: 22)
  /// The least rows of the rules and of the list below, with their borders.
  private static let rules = 6
  private static let shelf = 12

  package init(_ state: State) {
    let body = Frame.body(of: state.size)
    let deals = state.deals
    if deals.isZoomed {
      panes[deals.focus] = body
    } else if body.width >= Self.sideBySide.width, body.height >= Self.sideBySide.height {
      let (lists, page) = body.splitLeft(body.width * 47 / 100)
      panes[.page] = page
      let wanted = max(deals.rules.count, 3) + 3
      let (rules, shelf) = lists.splitTop(min(max(Self.rules, wanted), max(Self.rules, lists.height - Self.shelf)))
      panes[.rules] = rules
      panes[deals.shelf] = shelf
      shelfTabs = shelf.inset(by: 1).inset(horizontal: 1, vertical: 0).splitTop(1).top
    } else {
      let (top, rest) = body.splitTop(1)
      tabs = top
      panes[deals.focus] = rest
    }
  }

  /// Whether only the pane with the keyboard is in sight.
  package var showsOnePane: Bool { panes.count == 1 }

  /// The pane at a point of the screen.
  package func pane(at point: Point) -> DealsPane? {
    DealsPane.allCases.first { panes[$0]?.contains(point) ?? false }
  }

  /// What is left of a list's outline for the list itself: below the names of the lists, where they share a place.
  func list(_ pane: DealsPane) -> Rect? { panes[pane] }

  /// How many rows of a list have room at once, its border, header, tabs and filter taken off.
  package func listHeight(of pane: DealsPane, _ state: State) -> Int {
    guard let area = panes[pane] else { return 0 }
    let table = state.deals[table: pane]
    let tabs = hasTabs(pane) ? 1 : 0
    return max(0, area.height - 3 - tabs - (table.isFiltered || table.isFiltering ? 1 : 0))
  }

  /// Whether the names of the lists stand in a pane.
  func hasTabs(_ pane: DealsPane) -> Bool {
    guard let shelfTabs, let area = panes[pane] else { return false }
    return area.contains(shelfTabs.origin)
  }

  /// The part of the page's outline that its text has.
  package var content: Rect? { panes[.page].map { $0.inset(by: 1).inset(horizontal: 1, vertical: 0) } }
}
