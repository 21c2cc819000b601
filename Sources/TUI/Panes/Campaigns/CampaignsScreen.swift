import Canvas
import Core

/// The Campaigns screen: all campaigns together, each with its numbers, and all of one.
struct CampaignsScreen {
  private let state: State

  init(_ state: State) {
    self.state = state
  }

  /// Draws all panes in sight; returns where text is being typed.
  func draw(on canvas: inout Canvas) -> Point? {
    let layout = CampaignsLayout(state)
    for (pane, area) in layout.panes {
      let panel = Panel(pane.title, isFocused: state.campaigns.focus == pane)
      let inside = panel.draw(on: &canvas, in: area).inset(horizontal: 1, vertical: 0)
      Paragraph("No campaign yet.", .muted).draw(on: &canvas, in: inside)
    }
    return nil
  }
}
