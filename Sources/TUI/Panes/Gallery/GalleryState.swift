/// Which page of the gallery is open, and where one came from.
package struct GalleryState: Equatable, Sendable {
  /// From 1.
  package var page = 1
  /// Where Esc leads.
  package var origin = Screen.overview

  package init() {}
}

/// What can be done with the gallery.
package enum GalleryIntent: Hashable, Sendable, CaseIterable {
  case show, nextPage, previousPage
}

extension State {
  /// Opens the gallery, or turns a page as far as there are any.
  mutating func perform(_ intent: GalleryIntent) -> [Effect] {
    let last = GalleryScreen.pageCount(in: Frame.body(of: size))
    gallery.page = min(max(1, gallery.page), last)
    switch intent {
    case .show:
      if screen != .gallery { gallery.origin = screen }
      screen = .gallery
    case .nextPage: gallery.page = min(gallery.page + 1, last)
    case .previousPage: gallery.page = max(gallery.page - 1, 1)
    }
    return []
  }
}
