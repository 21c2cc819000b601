import Canvas

/// Where the parts of the Discover screen stand: three columns, two columns, or one pane behind tabs, by the room there
/// is. Pure, so that drawing and clicking agree.
package struct DiscoverLayout: Sendable {
  /// The outlines of the panes in sight.
  package private(set) var panes: [Pane: Rect] = [:]
  /// The reasons for what is selected; nil where there is no room.
  package private(set) var why: Rect?
  /// The funnel of the day.
  package private(set) var today: Rect?
  /// The names of all panes, where only one is in sight.
  package private(set) var tabs: Rect?

  /// The least width and height of the area for columns.
  private static let threeColumns = Size(width: 132, height: 28)
  private static let twoColumns = Size(width: 100, height: 24)

  /// What the list of sessions needs for minutes and names.
  private static let sessionColumns = 24

  /// What the stream needs to show whole claim codes.
  private static let townColumns = 46

  package init(_ state: State) {
    let body = Frame.body(of: state.size)
    let discovery = state.discovery
    if discovery.isZoomed {
      zoom(discovery.focus, in: body)
    } else if body.width >= Self.twoColumns.width, body.height >= Self.twoColumns.height {
      let isWide = body.width >= Self.threeColumns.width && body.height >= Self.threeColumns.height
      switch state.view.discoverPreset {
      case .balanced where isWide: placeThreeColumns(in: body, discovery)
      case .balanced: placeTwoColumns(in: body, discovery, share: 54)
      case .map: placeLargeMap(in: body, discovery)
      case .lists: placeLists(in: body, discovery)
      case .ranking: placeTwoColumns(in: body, discovery, share: 66)
      }
    } else {
      let (top, rest) = body.splitTop(1)
      tabs = top
      zoom(discovery.focus, in: rest)
    }
  }

  /// Whether only the pane with the keyboard is in sight.
  package var showsOnePane: Bool { panes.count == 1 }

  /// The pane at a point of the screen.
  package func pane(at point: Point) -> Pane? {
    Pane.allCases.first { panes[$0]?.contains(point) ?? false }
  }

  /// The row of a pane's list at a point of the screen.
  package func row(at point: Point, in pane: Pane, _ state: State) -> Int? {
    guard let area = panes[pane] else { return nil }
    return switch pane {
    case .sessions: SessionsPane(state).clickable(in: area).row(at: point)
    case .stream: StreamPane(state).clickable(in: area).row(at: point)
    case .ranked: RankedPane(state).row(at: point, in: area)
    case .heldBack: HeldBackPane(state).clickable(in: area).row(at: point)
    case .map: nil
    }
  }

  /// The column of a pane's list whose header is at a point of the screen, by its id.
  package func headerColumn(at point: Point, in pane: Pane, _ state: State) -> String? {
    guard let area = panes[pane] else { return nil }
    return switch pane {
    case .sessions: SessionsPane(state).column(at: point, in: area)
    case .stream: StreamPane(state).column(at: point, in: area)
    case .ranked: RankedPane(state).headerColumn(at: point, in: area)
    case .heldBack: HeldBackPane(state).column(at: point, in: area)
    case .map: nil
    }
  }

  /// How many rows of a pane's list have room at once, its border, header and filter taken off.
  package func listHeight(of pane: Pane, _ state: State) -> Int {
    guard let area = panes[pane] else { return 0 }
    let table = state.discovery[table: pane]
    return max(0, area.height - 3 - (table.isFiltered || table.isFiltering ? 1 : 0))
  }

  /// The pane beside another: the nearest to the left (`step` -1) or right (1) at about the same height; with one pane
  /// in sight, the one before or after it.
  package func neighbour(of pane: Pane, step: Int) -> Pane? {
    if showsOnePane {
      let place = (Pane.allCases.firstIndex(of: pane) ?? 0) + step
      return Pane.allCases.indices.contains(place) ? Pane.allCases[place] : nil
    }
    guard let here = panes[pane] else { return nil }
    let beside = Pane.allCases.filter { other in
      panes[other].map { step < 0 ? $0.right <= here.x : $0.x >= here.right } ?? false
    }
    func distance(_ other: Pane) -> (Int, Int) {
      guard let there = panes[other] else { return (.max, .max) }
      return (step < 0 ? here.x - there.right : there.x - here.right, abs(there.y - here.y))
    }
    return beside.min { distance($0) < distance($1) }
  }

  /// One pane in the whole area; the ranking and the held-back list keep the reasons below them where there is room.
  private mutating func zoom(_ pane: Pane, in area: Rect) {
    let hasReasons = pane == .ranked || pane == .heldBack
    let (bottom, top) = area.splitBottom(hasReasons && area.height >= 19 ? WhyPane.height : 0)
    panes[pane] = top
    why = bottom.isEmpty ? nil : bottom
  }

  private mutating func placeThreeColumns(in body: Rect, _ discovery: DiscoveryState) {
    let (sessions, rest) = body.splitLeft(body.width < 150 ? Self.sessionColumns : min(46, body.width * 21 / 100))
    let (right, middle) = rest.splitRight(min(84, max(60, rest.width - Self.townColumns)))
    panes[.sessions] = sessions
    placeTown(in: middle, showing: nil)
    placeRanking(in: right, discovery)
  }

  /// The ranking has `share` percent of the width.
  private mutating func placeTwoColumns(in body: Rect, _ discovery: DiscoveryState, share: Int) {
    let (right, left) = body.splitRight(max(58, body.width * share / 100))
    let (sessions, town) = left.splitTop(max(8, left.height * 36 / 100))
    panes[.sessions] = sessions
    placeTown(in: town, showing: town.height >= 22 ? nil : discovery.focus == .stream ? .stream : .map)
    placeRanking(in: right, discovery)
  }

  /// The map above one list: the sessions, or the stream while it has the keyboard.
  private mutating func placeLargeMap(in body: Rect, _ discovery: DiscoveryState) {
    let (right, left) = body.splitRight(58)
    let (list, map) = left.splitBottom(max(8, left.height * 28 / 100))
    panes[.map] = map
    panes[discovery.focus == .stream ? .stream : .sessions] = list
    placeRanking(in: right, discovery)
  }

  /// Sessions above the stream, or side by side; the map takes the stream's place while it has the keyboard.
  private mutating func placeLists(in body: Rect, _ discovery: DiscoveryState) {
    let (right, left) = body.splitRight(max(58, body.width * 42 / 100))
    let (bottom, rest) = left.splitBottom(TodayPane.height)
    let (sessions, other) =
      left.width >= 2 * Self.townColumns ? rest.splitLeft(left.width / 2) : rest.splitTop(rest.height / 2)
    panes[.sessions] = sessions
    panes[discovery.focus == .map ? .map : .stream] = other
    today = bottom
    placeRanking(in: right, discovery)
  }

  private mutating func placeTown(in area: Rect, showing only: Pane?) {
    let (bottom, rest) = area.splitBottom(area.height >= 14 ? TodayPane.height : 0)
    today = bottom.isEmpty ? nil : bottom
    if let only {
      panes[only] = rest
    } else {
      let (stream, map) = rest.splitBottom(max(6, rest.height * 38 / 100))
      panes[.map] = map
      panes[.stream] = stream
    }
  }

  private mutating func placeRanking(in area: Rect, _ discovery: DiscoveryState) {
    let (bottom, rest) = area.splitBottom(WhyPane.height)
    why = bottom
    guard discovery.showsHeldBack else {
      panes[.ranked] = rest
      return
    }
    if rest.height >= 20 {
      let (held, ranked) = rest.splitBottom(max(6, rest.height * 34 / 100))
      panes[.ranked] = ranked
      panes[.heldBack] = held
    } else {
      // Too low for both: the list with the keyboard.
      panes[discovery.focus == .heldBack ? .heldBack : .ranked] = rest
    }
  }
}
