/// An estimate with its interval on a scale that several rows share: `──┼─●──`. The reference, often zero, is an upright
/// line, crossed where the interval holds it.
package struct IntervalStrip: Equatable, Sendable {
  /// From the left end of the strip to the right.
  package let scale: ClosedRange<Double>

  /// The value to compare with; `nil` for none.
  package let reference: Double?

  /// Strips on one scale.
  package init(scale: ClosedRange<Double>, reference: Double? = 0) {
    self.scale = scale
    self.reference = reference.flatMap { $0.isFinite ? $0 : nil }
  }

  /// A scale that holds all of these intervals and the reference.
  package init(fitting intervals: [ClosedRange<Double>], reference: Double? = 0) {
    let bounds = intervals.flatMap { [$0.lowerBound, $0.upperBound] } + (reference.map { [$0] } ?? [])
    self.init(scale: Axis.range(of: bounds) ?? 0...1, reference: reference)
  }

  /// One row: the interval, the estimate, and arrows where the interval goes on beyond the scale. Better than the
  /// reference throughout, it is in the colour of good news, worse throughout in that of bad news.
  package func line(
    _ estimate: Double?, _ interval: ClosedRange<Double>?, width: Int, glyphs: Glyphs
  ) -> StyledLine {
    let width = min(max(0, width), 4096)
    guard width > 0 else { return .empty }
    var cells = [Unicode.Scalar](repeating: " ", count: width)
    let mark = reference.flatMap { column($0, width) }
    if let mark, cells.indices.contains(mark) { cells[mark] = glyphs.vertical }
    guard let interval, let low = column(interval.lowerBound, width), let high = column(interval.upperBound, width),
      low < width, high >= 0
    else {
      // Without an interval the reference stands alone; where there is none either, a word.
      guard mark == nil else { return StyledLine(Self.text(cells), .muted) }
      return StyledLine(TextWidth.pad("--", to: width, align: .centre, glyphs: glyphs), .muted)
    }
    for index in max(0, low)...min(width - 1, high) { cells[index] = index == mark ? glyphs.cross : glyphs.horizontal }
    if low < 0 { cells[0] = glyphs.previous }
    if high >= width { cells[width - 1] = glyphs.next }
    let centre = estimate.flatMap { column($0, width) }
    if let centre, cells.indices.contains(centre) { cells[centre] = glyphs.mark }
    return StyledLine(Self.text(cells), Style(role(interval)))
  }

  /// The row below or above strips that says what they are drawn on: both ends of the scale and the reference, as far as
  /// there is room for them.
  package func scaleLine(width: Int, labels: AxisLabels, glyphs: Glyphs) -> StyledLine {
    let width = min(max(0, width), 4096)
    let decimals = Axis(scale, most: 5).decimals
    func label(_ value: Double) -> String { labels.text(value, decimals) }
    let (first, last) = (label(scale.lowerBound), label(scale.upperBound))
    let room = width - TextWidth.columns(first, glyphs: glyphs) - TextWidth.columns(last, glyphs: glyphs)
    guard room > 0 else { return StyledLine(TextWidth.clip(first, to: width, glyphs: glyphs), .muted) }
    var between = String(repeating: " ", count: room)
    if let reference, let column = column(reference, width) {
      let middle = label(reference)
      let columns = TextWidth.columns(middle, glyphs: glyphs)
      let start = column - columns / 2 - TextWidth.columns(first, glyphs: glyphs)
      if start >= 1, start + columns < room {
        between = String(repeating: " ", count: start) + middle + String(repeating: " ", count: room - start - columns)
      }
    }
    return StyledLine(first + between + last, .muted)
  }

  private static func text(_ cells: [Unicode.Scalar]) -> String {
    var text = String.UnicodeScalarView()
    text.append(contentsOf: cells)
    return String(text)
  }

  private func role(_ interval: ClosedRange<Double>) -> Role {
    guard let reference else { return .text }
    return interval.lowerBound > reference ? .positive : interval.upperBound < reference ? .negative : .text
  }

  /// The cell of a value, perhaps beyond either end; infinity lies just beyond.
  private func column(_ value: Double, _ width: Int) -> Int? {
    guard !value.isNaN else { return nil }
    let length = scale.upperBound / 2 - scale.lowerBound / 2
    let share =
      length > 0
      ? (value / 2 - scale.lowerBound / 2) / length : value < scale.lowerBound ? -1 : value > scale.lowerBound ? 2 : 0.5
    guard share.isFinite, abs(share) < 1e6 else { return value > scale.lowerBound ? width : -1 }
    return Int((share * Double(width - 1)).rounded())
  }
}
