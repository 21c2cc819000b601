import Canvas
import Core

/// What needs a look: the town now, today in numbers, who leaves next, and what other screens will show.
struct OverviewScreen {
  private let state: State

  /// From this width on, the tiles stand in two columns.
  private static let twoColumns = 100

  init(_ state: State) {
    self.state = state
  }

  /// Whether a click there leads to the Discover screen: on the town, and on who leaves next.
  func leadsToDiscover(at point: Point, in area: Rect) -> Bool {
    guard area.width >= Self.twoColumns else {
      return area.splitBottom(min(TodayTile.rows + 2, area.height - 5)).rest.contains(point)
    }
    let (town, right) = area.splitLeft(area.width * 55 / 100)
    let rest = right.splitTop(TodayTile.rows + 2).rest
    let soon = rest.splitBottom(rest.height >= 12 ? LaterTile.rows + 2 : 0).rest
    return town.contains(point) || soon.contains(point)
  }

  /// Draws all tiles, in two columns where there is room.
  func draw(on canvas: inout Canvas, in area: Rect) {
    guard area.width >= Self.twoColumns else {
      let (today, town) = area.splitBottom(min(TodayTile.rows + 2, area.height - 5))
      DiscoverTile(state).draw(on: &canvas, in: town)
      TodayTile(state).draw(on: &canvas, in: today)
      return
    }
    let (town, right) = area.splitLeft(area.width * 55 / 100)
    let (today, rest) = right.splitTop(TodayTile.rows + 2)
    let (later, soon) = rest.splitBottom(rest.height >= 12 ? LaterTile.rows + 2 : 0)
    DiscoverTile(state).draw(on: &canvas, in: town)
    TodayTile(state).draw(on: &canvas, in: today)
    if soon.height > 2 { SoonTile(state).draw(on: &canvas, in: soon) }
    if !later.isEmpty { LaterTile().draw(on: &canvas, in: later) }
  }
}
