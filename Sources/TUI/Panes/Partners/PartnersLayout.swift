import Canvas

/// Where the panes of the Partners screen stand: three columns, the lists above each other beside the offer, or one pane
/// behind tabs, by the room there is. Pure, so that drawing and clicking agree.
package struct PartnersLayout: Sendable {
  /// The outlines of the panes in sight.
  package private(set) var panes: [PartnersPane: Rect] = [:]
  /// The names of all panes, where only one is in sight.
  package private(set) var tabs: Rect?

  /// The least size of the area for three columns, in which no list has to leave out what the two columns show, and for
  /// two.
  private static let threeColumns = Size(width: 228, height: 24)
  private static let twoColumns = Size(width: 112, height: 26)

  package init(_ state: State) {
    let body = Frame.body(of: state.size)
    if state.partners.isZoomed {
      panes[state.partners.focus] = body
    } else if body.width >= Self.threeColumns.width, body.height >= Self.threeColumns.height {
      let (partners, rest) = body.splitLeft(70)
      let (offer, offers) = rest.splitRight(min(64, max(56, rest.width - 110)))
      panes = [.partners: partners, .offers: offers, .offer: offer]
    } else if body.width >= Self.twoColumns.width, body.height >= Self.twoColumns.height {
      let (offer, lists) = body.splitRight(min(60, max(50, body.width * 41 / 100)))
      let (partners, offers) = lists.splitTop(max(8, lists.height * 34 / 100))
      panes = [.partners: partners, .offers: offers, .offer: offer]
    } else {
      let (top, rest) = body.splitTop(1)
      tabs = top
      panes[state.partners.focus] = rest
    }
  }

  /// Whether only the pane with the keyboard is in sight.
  package var showsOnePane: Bool { panes.count == 1 }

  /// The pane at a point of the screen.
  package func pane(at point: Point) -> PartnersPane? {
    PartnersPane.allCases.first { panes[$0]?.contains(point) ?? false }
  }

  /// How many rows of a pane's list have room at once, its border, header and filter taken off.
  package func listHeight(of pane: PartnersPane, _ state: State) -> Int {
    guard let area = panes[pane] else { return 0 }
    let table = state.partners[table: pane]
    return max(0, area.height - 3 - (table.isFiltered || table.isFiltering ? 1 : 0))
  }

  /// The pane beside another: to the left (`step` -1) or right (1); with one pane in sight, the one before or after it.
  package func neighbour(of pane: PartnersPane, step: Int) -> PartnersPane? {
    let all = PartnersPane.allCases
    let place = (all.firstIndex(of: pane) ?? 0) + step
    let next = all.indices.contains(place) ? all[place] : nil
    guard !showsOnePane, let next, let here = panes[pane], let there = panes[next] else { return next }
    // Where the lists stand above each other, the offer is beside both.
    if step < 0 ? there.right <= here.x : there.x >= here.right { return next }
    return step > 0 ? .offer : nil
  }
}
