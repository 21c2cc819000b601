import Canvas

/// Puts specimens on pages in their order: side by side while they fit, then below, then on the next page. Those of a
/// row share its width in proportion to what they want.
struct GalleryLayout {
  /// Where a specimen stands on its page, its frame included.
  struct Place: Equatable {
    /// Its place in the list.
    let specimen: Int
    /// Its cells.
    let area: Rect
  }

  /// The specimens of each page; at least one page.
  private(set) var pages: [[Place]] = [[]]

  init(_ specimens: [Specimen], in area: Rect) {
    var row: [Int] = []
    var y = area.y
    func width(_ index: Int) -> Int { min(area.width, specimens[index].size.width + 4) }
    func height(_ row: [Int]) -> Int { min(area.height, (row.map { specimens[$0].size.height }.max() ?? 0) + 2) }
    func close(_ pages: inout [[Place]]) {
      guard !row.isEmpty else { return }
      let rows = height(row)
      if y + rows > area.bottom, y > area.y {
        pages.append([])
        y = area.y
      }
      let wanted = row.reduce(0) { $0 + width($1) }
      var (x, spare) = (area.x, area.width - wanted)
      for (place, index) in row.enumerated() {
        let extra = place == row.count - 1 ? spare : spare * width(index) / max(1, wanted)
        let cells = Rect(x: x, y: y, width: width(index) + extra, height: rows)
        pages[pages.count - 1].append(Place(specimen: index, area: cells))
        x += cells.width
        spare -= place == row.count - 1 ? 0 : extra
      }
      y += rows
      row = []
    }
    for index in specimens.indices {
      if row.reduce(width(index), { $0 + width($1) }) > area.width { close(&pages) }
      row.append(index)
    }
    close(&pages)
  }
}
