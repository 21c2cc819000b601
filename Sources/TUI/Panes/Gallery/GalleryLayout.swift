import Canvas

/// Puts specimens on pages in their order: side by side while they fit, then below, then on the next page. Those of a
/// row share its width in proportion to what they want, but for those whose point is their size.
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
    func stretch(_ index: Int) -> Int { specimens[index].isFixed ? 0 : width(index) }
    func height(_ row: [Int]) -> Int { min(area.height, (row.map { specimens[$0].size.height }.max() ?? 0) + 2) }
    func close(_ pages: inout [[Place]]) {
      guard !row.isEmpty else { return }
      let rows = height(row)
      if y + rows > area.bottom, y > area.y {
        pages.append([])
        y = area.y
      }
      var spare = area.width - row.reduce(0) { $0 + width($1) }
      var flexible = row.reduce(0) { $0 + stretch($1) }
      var x = area.x
      for index in row {
        let extra = flexible > 0 ? spare * stretch(index) / flexible : 0
        (spare, flexible) = (spare - extra, flexible - stretch(index))
        let high = specimens[index].isFixed ? min(rows, specimens[index].size.height + 2) : rows
        let cells = Rect(x: x, y: y, width: width(index) + extra, height: high)
        pages[pages.count - 1].append(Place(specimen: index, area: cells))
        x += cells.width
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
