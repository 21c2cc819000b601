import Canvas

/// Every widget in every state with made-up values, for those who build screens: `opportune snapshot --screen gallery`.
/// It takes as many pages as the size asks for; on a very high screen, one.
struct GalleryScreen {
  private let page: Int

  /// - Parameter page: from 1; a page beyond the last is the last.
  init(page: Int) {
    self.page = page
  }

  /// Every specimen, in the order of the pages.
  static let specimens: [Specimen] =
    ChartSpecimens.all + BarSpecimens.all + MapSpecimens.all + FrameSpecimens.all + FormSpecimens.all
    + ListSpecimens.all

  /// How many pages there are on a screen of this size.
  static func pageCount(in area: Rect) -> Int { GalleryLayout(specimens, in: area.inset(top: 1)).pages.count }

  /// Draws the page.
  func draw(on canvas: inout Canvas, in area: Rect) {
    let (heading, body) = area.splitTop(1)
    let pages = GalleryLayout(Self.specimens, in: body).pages
    let shown = min(max(1, page), pages.count)
    let title: StyledLine = [
      Span(" Gallery", .title), Span("  page \(shown) of \(pages.count)", .muted),
      Span("  made-up values", .muted),
    ]
    canvas.put(title, at: heading.origin, width: heading.width)
    for place in pages[shown - 1] {
      let specimen = Self.specimens[place.specimen]
      let inside = Panel(specimen.name).draw(on: &canvas, in: place.area).inset(horizontal: 1, vertical: 0)
      canvas.clipped(to: inside) { specimen.draw(&$0, inside) }
    }
  }
}
