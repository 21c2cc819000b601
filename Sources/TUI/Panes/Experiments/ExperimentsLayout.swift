import Canvas

/// Where the panes of the Experiments screen stand: the list above the pages about one experiment, or one pane behind
/// tabs, by the room there is. Pure, so that drawing and clicking agree.
package struct ExperimentsLayout: Sendable {
  /// The outlines of the panes in sight.
  package private(set) var panes: [ExperimentsPane: Rect] = [:]
  /// The names of all panes, where only one is in sight.
  package private(set) var tabs: Rect?
  /// The names of the pages, on the first row of the pane that shows one of several.
  package private(set) var pageTabs: Rect?

  /// The least size of the area for the list and a page, and for a second page beside it.
  private static let listAndPage = Size(width: 100, height: 27)
  private static let twoPages = Size(width: 156, height: 32)
  /// The least rows of the list and of a page, with their borders.
  private static let list = 9
  private static let page = 17

  package init(_ state: State) {
    let body = Frame.body(of: state.size)
    let experiments = state.experiments
    if experiments.isZoomed {
      panes[experiments.focus] = body
    } else if body.width >= Self.listAndPage.width, body.height >= Self.listAndPage.height {
      let wanted = min(experiments.table.count + 3, body.height * 40 / 100)
      let (list, below) = body.splitTop(min(max(Self.list, wanted), body.height - Self.page))
      panes[.list] = list
      if body.width >= Self.twoPages.width, body.height >= Self.twoPages.height, experiments.page != .result {
        let (result, other) = below.splitLeft(below.width / 2)
        panes[.result] = result
        panes[experiments.page] = other
        pageTabs = Self.tabs(of: other)
      } else {
        panes[experiments.page] = below
        pageTabs = Self.tabs(of: below)
      }
    } else {
      let (top, rest) = body.splitTop(1)
      tabs = top
      panes[experiments.focus] = rest
    }
  }

  /// Whether only the pane with the keyboard is in sight.
  package var showsOnePane: Bool { panes.count == 1 }

  /// The pane at a point of the screen.
  package func pane(at point: Point) -> ExperimentsPane? {
    ExperimentsPane.allCases.first { panes[$0]?.contains(point) ?? false }
  }

  /// How many rows of the list have room at once, its border, header and filter taken off.
  package func listHeight(_ state: State) -> Int {
    guard let area = panes[.list] else { return 0 }
    let table = state.experiments.table
    return max(0, area.height - 3 - (table.isFiltered || table.isFiltering ? 1 : 0))
  }

  /// The part of a page's pane that its text has, below the names of the pages.
  package func content(of page: ExperimentsPane) -> Rect? {
    guard let area = panes[page] else { return nil }
    let inside = area.inset(by: 1).inset(horizontal: 1, vertical: 0)
    let hasTabs = pageTabs.map { area.contains($0.origin) } ?? false
    return inside.inset(top: hasTabs ? 2 : 0)
  }

  private static func tabs(of page: Rect) -> Rect {
    page.inset(by: 1).inset(horizontal: 1, vertical: 0).splitTop(1).top
  }
}
