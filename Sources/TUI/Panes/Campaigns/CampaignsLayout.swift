import Canvas

/// Where the panes of the Campaigns screen stand: all campaigns together above the list, the list above the pages about
/// one, or one pane behind tabs, by the room there is. Pure, so that drawing and clicking agree.
package struct CampaignsLayout: Sendable {
  /// The outlines of the panes in sight.
  package private(set) var panes: [CampaignsPane: Rect] = [:]
  /// The names of all panes, where only one is in sight.
  package private(set) var tabs: Rect?
  /// The names of the pages, on the first row of the pane that shows one of several.
  package private(set) var pageTabs: Rect?

  /// The least size of the area for everything, for the list and a page, and for a second page beside it.
  private static let everything = Size(width: 120, height: 36)
  private static let listAndPage = Size(width: 100, height: 27)
  private static let twoPages = Size(width: 176, height: 44)
  /// The least rows of the list and of a page, with their borders.
  private static let list = 8
  private static let page = 16
  /// Rows of the portfolio: with a chart, and its numbers alone.
  private static let chart = 12
  private static let numbers = 6

  package init(_ state: State) {
    let body = Frame.body(of: state.size)
    let campaigns = state.campaigns
    if campaigns.isZoomed {
      panes[campaigns.focus] = body
    } else if body.width >= Self.everything.width, body.height >= Self.everything.height {
      let groups = campaigns.board?.portfolio.groups.count ?? 1
      let least = Self.chart + min(2, max(0, groups - 1)) * 2
      let (top, rest) = body.splitTop(max(least, body.height * 28 / 100))
      let (portfolio, returns) = top.splitLeft(top.width * 56 / 100)
      (panes[.portfolio], panes[.returns]) = (portfolio, returns)
      stack(rest, campaigns)
    } else if body.width >= Self.listAndPage.width, body.height >= Self.listAndPage.height {
      let (top, rest) = body.splitTop(Self.numbers)
      panes[.portfolio] = top
      stack(rest, campaigns)
      // The chart takes the place of a page while it has the keyboard: it needs the room.
      if campaigns.focus == .returns, let area = panes.removeValue(forKey: campaigns.page) {
        panes[.returns] = area
        pageTabs = nil
      }
    } else {
      let (top, rest) = body.splitTop(1)
      tabs = top
      panes[campaigns.focus] = rest
    }
  }

  /// The list above a page, on a large screen above two.
  private mutating func stack(_ area: Rect, _ campaigns: CampaignsState) {
    let wanted = min(campaigns.table.count + 3, area.height * 36 / 100)
    let (list, below) = area.splitTop(min(max(Self.list, wanted), max(0, area.height - Self.page)))
    panes[.list] = list
    if below.width >= Self.twoPages.width, area.height >= Self.twoPages.height - 16, campaigns.page != .metrics {
      let (metrics, other) = below.splitLeft(below.width / 2)
      panes[.metrics] = metrics
      panes[campaigns.page] = other
      pageTabs = Self.tabs(of: other)
    } else {
      panes[campaigns.page] = below
      pageTabs = Self.tabs(of: below)
    }
  }

  /// The pane at a point of the screen.
  package func pane(at point: Point) -> CampaignsPane? {
    CampaignsPane.allCases.first { panes[$0]?.contains(point) ?? false }
  }

  /// How many rows of the list have room at once, its border, header and filter taken off.
  package func listHeight(_ state: State) -> Int {
    guard let area = panes[.list] else { return 0 }
    let table = state.campaigns.table
    return max(0, area.height - 3 - (table.isFiltered || table.isFiltering ? 1 : 0))
  }

  /// The part of a pane that its text has, below the names of the pages.
  package func content(of pane: CampaignsPane) -> Rect? {
    guard let area = panes[pane] else { return nil }
    let inside = area.inset(by: 1).inset(horizontal: 1, vertical: 0)
    let hasTabs = pageTabs.map { area.contains($0.origin) } ?? false
    return inside.inset(top: hasTabs ? 2 : 0)
  }

  private static func tabs(of page: Rect) -> Rect {
    page.inset(by: 1).inset(horizontal: 1, vertical: 0).splitTop(1).top
  }
}
