import Canvas

/// Where the panes of the Campaigns screen stand: all campaigns together above the list, the list above the pages about
/// one, or one pane behind tabs, by the room there is. Pure, so that drawing and clicking agree.
package struct CampaignsLayout: Sendable {
  /// The outlines of the panes in sight.
  package private(set) var panes: [CampaignsPane: Rect] = [:]
  /// The names of all panes, where only one is in sight.
  package private(set) var tabs: Rect?

  package init(_ state: State) {
    let body = Frame.body(of: state.size)
    if state.campaigns.isZoomed {
      panes[state.campaigns.focus] = body
    } else {
      let (top, rest) = body.splitTop(1)
      tabs = top
      panes[state.campaigns.focus] = rest
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
}
