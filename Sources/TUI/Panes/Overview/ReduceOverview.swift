import Canvas

extension State {
  /// The tile the keyboard is on: the one it was put on, as long as there is room for it.
  package var focusedTile: OverviewTile {
    OverviewLayout(in: Frame.body(of: size)).tiles[overviewTile] == nil ? .town : overviewTile
  }

  /// Gives the keyboard to another tile: the next ones by Tab, the nearest ones by the arrows.
  mutating func moveTile(_ intent: Intent) {
    let layout = OverviewLayout(in: Frame.body(of: size))
    let order = layout.order
    let here = order.firstIndex(of: focusedTile) ?? 0
    switch intent {
    case .nextPane: overviewTile = order[(here + 1) % order.count]
    case .previousPane: overviewTile = order[(here + order.count - 1) % order.count]
    case .paneLeft: overviewTile = neighbour(in: layout) { $0.right <= $1.x } ?? focusedTile
    case .paneRight: overviewTile = neighbour(in: layout) { $0.x >= $1.right } ?? focusedTile
    case .moveUp: overviewTile = neighbour(in: layout) { $0.bottom <= $1.y } ?? focusedTile
    default: overviewTile = neighbour(in: layout) { $0.y >= $1.bottom } ?? focusedTile
    }
  }

  /// The nearest tile on one side of the one with the keyboard.
  private func neighbour(in layout: OverviewLayout, _ isThere: (Rect, Rect) -> Bool) -> OverviewTile? {
    guard let here = layout.tiles[focusedTile] else { return nil }
    func distance(_ tile: OverviewTile) -> Int {
      layout.tiles[tile].map { abs($0.x - here.x) + abs($0.y - here.y) } ?? .max
    }
    return layout.order.filter { tile in layout.tiles[tile].map { isThere($0, here) } ?? false }
      .min { distance($0) < distance($1) }
  }

  /// Goes to the pane that says more of a tile.
  mutating func open(_ tile: OverviewTile) -> [Effect] {
    overviewTile = tile
    guard let pane = tile.pane else {
      switch tile {
      case .experiments: return show(.experiments)
      case .campaigns: return show(.campaigns)
      case .rules: return show(.deals)
      default: return show(.partners)
      }
    }
    discovery.isZoomed = false
    discovery.focus(on: pane)
    return show(.discover)
  }

  /// Goes to a screen. What only the Overview shows is read when it is come to.
  mutating func show(_ new: Screen) -> [Effect] {
    let isArriving = screen != new
    screen = new
    if new == .partners { return continuePartners() }
    if new == .experiments { return continueExperiments() }
    if new == .campaigns { return isArriving ? arriveAtCampaigns() : continueCampaigns() }
    if new == .deals { return continueDeals() }
    guard isArriving, new == .overview else { return [] }
    return continueExperiments() + continueCampaigns() + continueAlerts()
      + (discovery.board == nil ? [] : refresh([.clock]))
  }
}
