import Canvas

/// Where the tiles of the Overview stand: two columns, or one, by the room there is; what has no room is left
/// out. Pure, so that drawing, moving and clicking agree.
struct OverviewLayout {
  private(set) var tiles: [OverviewTile: Rect] = [:]

  /// From this width on, the tiles stand in two columns.
  private static let twoColumns = 100
  /// The least width for two tiles side by side at the foot of one column, and the least height for two more.
  private static let twoTiles = Size(width: 76, height: 30)
  /// The lists in the order in which they get room.
  private static let byNeed: [OverviewTile] = [
    .leaving, .campaigns, .experiments, .rules, .partners, .claims, .places,
  ]
  /// The least rows of a list with its border and header.
  private static let list = 6

  init(in area: Rect) {
    if area.width >= Self.twoColumns {
      let (town, right) = area.splitLeft(area.width - max(TodayTile.columns, area.width * 47 / 100))
      tiles[.town] = town
      stack(right)
    } else {
      foot(area)
    }
  }

  /// The tiles in sight, in the order of Tab.
  var order: [OverviewTile] { OverviewTile.allCases.filter { tiles[$0] != nil } }

  /// The tile at a point of the screen.
  func tile(at point: Point) -> OverviewTile? { order.first { tiles[$0]?.contains(point) ?? false } }

  /// One below the other: the day, and as many lists as have room.
  private mutating func stack(_ area: Rect) {
    let all = Self.byNeed.count * Self.list
    let isTall = area.height >= TodayTile.tallRows + 2 + all
    let (today, lists) = area.splitTop((isTall ? TodayTile.tallRows : TodayTile.rows) + 2)
    tiles[.today] = today
    let chosen = Set(Self.byNeed.prefix(lists.height / Self.list))
    let shown = OverviewTile.allCases.filter(chosen.contains)
    for (tile, part) in zip(shown, lists.rows(max(1, shown.count))) { tiles[tile] = part }
  }

  /// The town above, the day below it; on a wide screen the places beside the day, on a high one two more lists.
  private mutating func foot(_ area: Rect) {
    var top = area
    if area.width >= Self.twoTiles.width, area.height >= Self.twoTiles.height {
      let (lists, rest) = area.splitBottom((area.height - TodayTile.rows - 2) * 2 / 5)
      for (tile, part) in zip([OverviewTile.leaving, .claims], lists.columns(2)) { tiles[tile] = part }
      top = rest
    }
    let (today, town) = top.splitBottom(min(TodayTile.rows + 2, top.height - 5))
    tiles[.town] = town
    tiles[.today] = today
    if area.width >= Self.twoTiles.width {
      let (left, right) = today.splitLeft(TodayTile.columns)
      tiles[.today] = left
      tiles[.places] = right
    }
  }
}
