/// One column of a table: its title, how text stands in it, and how it gives way when there is little room.
package struct Column: Sendable {
  /// In the header; units belong here.
  package let title: String

  /// Numbers right, text left.
  package let align: Alignment

  /// The fewest columns it makes sense with.
  package let minimum: Int

  /// What it takes when there is room.
  package let ideal: Int

  /// Whether it takes a share of what is left over.
  package let isFlexible: Bool

  /// Which columns stay when not all fit: the lowest priority goes first, of equals the rightmost.
  package let priority: Int

  /// A column between `minimum` and `ideal` wide, wider still if flexible.
  package init(
    _ title: String, align: Alignment = .left, minimum: Int, ideal: Int? = nil, isFlexible: Bool = false,
    priority: Int = 0
  ) {
    self.title = title
    self.align = align
    self.minimum = max(1, minimum)
    self.ideal = max(self.minimum, ideal ?? minimum)
    self.isFlexible = isFlexible
    self.priority = priority
  }

  /// Which columns are shown in `width` columns of the screen and how wide each is, `gap` between them. At least the
  /// most important one is shown, as narrow as it must be.
  package static func fit(_ columns: [Column], in width: Int, gap: Int = 1) -> [(index: Int, width: Int)] {
    guard width > 0 else { return [] }
    var shown = Array(columns.indices)
    while shown.count > 1, needed(columns, shown, gap) > width {
      guard let least = shown.min(by: { (columns[$0].priority, -$0) < (columns[$1].priority, -$1) }) else { break }
      shown.removeAll { $0 == least }
    }
    var widths = shown.map { columns[$0].minimum }
    var free = width - needed(columns, shown, gap)
    if free < 0, let only = widths.first { widths[0] = max(1, only + free) }
    let byPriority = shown.indices.sorted { (-columns[shown[$0]].priority, $0) < (-columns[shown[$1]].priority, $1) }
    for place in byPriority where free > 0 {
      let wanted = min(free, columns[shown[place]].ideal - widths[place])
      widths[place] += wanted
      free -= wanted
    }
    let flexible = shown.indices.filter { columns[shown[$0]].isFlexible }
    for (rank, place) in flexible.enumerated() where free > 0 {
      widths[place] += free / flexible.count + (rank < free % flexible.count ? 1 : 0)
    }
    return zip(shown, widths).map { (index: $0, width: $1) }
  }

  private static func needed(_ columns: [Column], _ shown: [Int], _ gap: Int) -> Int {
    shown.reduce(gap * max(0, shown.count - 1)) { $0 + columns[$1].minimum }
  }
}

extension Column {
  /// Draws the title over `width` columns of a header's row, with the sign of the order where rows are sorted by it.
  ///
  /// The sign stands behind the title; where the title takes the whole column, in the gap to the next.
  /// - Parameter area: what is left of the header from this column on.
  package func drawTitle(on canvas: inout Canvas, in area: Rect, width: Int, isAscending: Bool?) {
    var shown = title
    if let isAscending {
      let sign = isAscending ? canvas.glyphs.up : canvas.glyphs.down
      if TextWidth.columns(title, glyphs: canvas.glyphs) >= width, area.width > width {
        canvas.put(sign, at: Point(x: area.x + width, y: area.y), style: .header)
      } else {
        shown = TextWidth.clip(title, to: width - 1, glyphs: canvas.glyphs) + String(sign)
      }
    }
    canvas.put(shown, at: area.origin, style: .header, width: width, align: align)
  }
}
