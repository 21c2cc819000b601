import Canvas
import Core

/// One picture of the whole screen. Pure: the loop, the pictures of `opportune snapshot` and the tests draw by it.
package struct Frame: Equatable, Sendable {
  package let canvas: Canvas
  /// Where text is being typed.
  package let cursor: Point?

  /// The least size that everything has a place in.
  package static let smallest = Size(width: 60, height: 16)

  /// Draws the state at a size with these signs.
  package init(of state: State, size: Size, glyphs: Glyphs) {
    var canvas = Canvas(size: size, glyphs: glyphs)
    var state = state
    state.size = size
    guard size.width >= Self.smallest.width, size.height >= Self.smallest.height else {
      TooSmall("Opportune", needed: Self.smallest).draw(on: &canvas, in: canvas.bounds)
      self.init(canvas: canvas, cursor: nil)
      return
    }
    let body = Self.body(of: size)
    var cursor: Point?
    if !state.showsPresentation { TopLine(state).draw(on: &canvas, in: canvas.bounds.splitTop(1).top) }
    switch state.screen {
    case .discover where state.showsPresentation: PresentationScreen(state).draw(on: &canvas, in: canvas.bounds)
    case .overview: OverviewScreen(state).draw(on: &canvas, in: body)
    case .partners: cursor = PartnersScreen(state).draw(on: &canvas)
    case .experiments: cursor = ExperimentsScreen(state).draw(on: &canvas)
    case .campaigns: cursor = CampaignsScreen(state).draw(on: &canvas)
    case .deals: cursor = DealsScreen(state).draw(on: &canvas)
    case .discover: cursor = DiscoverScreen(state: state).draw(on: &canvas)
    case .gallery: GalleryScreen(page: state.gallery.page).draw(on: &canvas, in: body)
    }
    if state.dialogs.isEmpty { state.hint?.draw(state, on: &canvas, in: body) }
    for index in state.dialogs.indices {
      cursor = DialogView(state, at: index).draw(on: &canvas, in: state.area(ofDialog: index))
    }
    var rows = state.drawWork(on: &canvas, in: body)
    for notice in state.notices.reversed() {
      rows += notice.toast.draw(on: &canvas, in: body.inset(right: 1, bottom: rows))
    }
    if !state.showsPresentation || !state.dialogs.isEmpty {
      BottomLine(state).draw(on: &canvas, in: canvas.bounds.splitBottom(1).bottom)
    }
    self.init(canvas: canvas, cursor: cursor)
  }

  private init(canvas: Canvas, cursor: Point?) {
    self.canvas = canvas
    self.cursor = cursor
  }

  /// The picture alone.
  package static func render(_ state: State, size: Size, glyphs: Glyphs = .unicode) -> Canvas {
    Frame(of: state, size: size, glyphs: glyphs).canvas
  }

  /// What lies between the top line and the bottom line.
  package static func body(of size: Size) -> Rect {
    Rect(size).inset(top: 1, bottom: 1)
  }
}
