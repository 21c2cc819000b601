import Canvas
import Core

/// What needs a look: the town now, the day in numbers, who leaves next, what was accepted last, which places go, and
/// the gist of other screens.
struct OverviewScreen {
  private let state: State

  init(_ state: State) {
    self.state = state
  }

  /// Draws all tiles that have room.
  func draw(on canvas: inout Canvas, in area: Rect) {
    let layout = OverviewLayout(in: area)
    for tile in layout.order {
      guard let area = layout.tiles[tile] else { continue }
      let isFocused = state.dialogs.isEmpty && state.focusedTile == tile
      switch tile {
      case .town: TownTile(state).draw(on: &canvas, in: area, isFocused: isFocused)
      case .today: TodayTile(state).draw(on: &canvas, in: area, isFocused: isFocused)
      case .campaigns: CampaignsTile(state).draw(on: &canvas, in: area, isFocused: isFocused)
      case .partners: PartnersTile(state).draw(on: &canvas, in: area, isFocused: isFocused)
      case .experiments: ExperimentsTile(state).draw(on: &canvas, in: area, isFocused: isFocused)
      case .rules: RulesTile(state).draw(on: &canvas, in: area, isFocused: isFocused)
      case .leaving: LeavingTile(state).draw(on: &canvas, in: area, isFocused: isFocused)
      case .claims: ClaimsTile(state).draw(on: &canvas, in: area, isFocused: isFocused)
      case .places: PlacesTile(state).draw(on: &canvas, in: area, isFocused: isFocused)
      }
    }
  }
}
