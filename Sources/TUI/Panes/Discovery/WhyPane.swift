import Canvas
import Core

/// The sentence why: of the selected offer each part of the score with its reason, or the rule that holds it back.
struct WhyPane {
  /// Rows it takes, its border included.
  static let height = 9

  private let state: State
  private var discovery: DiscoveryState { state.discovery }

  init(_ state: State) {
    self.state = state
  }

  /// Draws the pane with its border.
  func draw(on canvas: inout Canvas, in area: Rect) {
    if discovery.focus == .heldBack, let offer = discovery.heldBackOffer {
      let inside = Panel("Why not", detail: offer.offer.title).draw(on: &canvas, in: area)
      draw(OfferReasons(state).lines(of: offer, document: discovery.document), on: &canvas, in: inside)
    } else if let offer = discovery.rankedOffer, let document = discovery.document {
      let inside = Panel("Why \(offer.shownScore)", detail: offer.offer.title).draw(on: &canvas, in: area)
        .inset(horizontal: 1, vertical: 0)
      let lines = OfferReasons(state).lines(of: offer, in: document.context)
      // One row for each part, so that all five are in sight; the details have them at full length.
      for (line, row) in zip(lines, inside.rows) {
        canvas.put(line, at: Point(x: inside.x, y: row), width: inside.width)
      }
    } else {
      let inside = Panel("Why").draw(on: &canvas, in: area)
      guard let ranking = discovery.document?.ranking else { return }
      draw(OfferReasons.counts(ranking), on: &canvas, in: inside)
    }
  }

  private func draw(_ lines: [StyledLine], on canvas: inout Canvas, in inside: Rect) {
    Paragraph(lines).draw(on: &canvas, in: inside.inset(horizontal: 1, vertical: 0))
  }
}
