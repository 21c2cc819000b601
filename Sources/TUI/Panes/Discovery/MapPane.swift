import Canvas
import Core

/// The town around the selected car.
struct MapPane {
  private let state: State
  private var discovery: DiscoveryState { state.discovery }

  init(_ state: State) {
    self.state = state
  }

  /// Draws the pane with its border; without a ranking the whole town.
  func draw(on canvas: inout Canvas, in area: Rect) {
    let inside = Panel("Map", detail: legend(canvas.glyphs), isFocused: discovery.focus == .map)
      .draw(on: &canvas, in: area)
    drawTown(on: &canvas, in: inside)
  }

  /// Draws the map alone.
  func drawTown(on canvas: inout Canvas, in inside: Rect) {
    guard let town = discovery.board?.town, !inside.isEmpty else { return }
    let map = TownMap(town)
    guard let document = discovery.document else {
      map.overview(sessions: discovery.board?.sessions ?? []).draw(
        on: &canvas, through: MapProjection(fitting: map.extent, area: inside))
      return
    }
    let view = map.surroundings(of: document, selection: discovery.selectedOfferID, glyphs: canvas.glyphs)
    view.draw(on: &canvas, through: map.frame(around: document, in: inside))
  }

  private func legend(_ glyphs: Glyphs) -> String {
    guard let document = discovery.document else { return "" }
    let minutes = Walk(distance: document.context.person.preferences.walkingLimit).minutes
    return "ring \(Words.number(minutes)) min walk"
  }
}
