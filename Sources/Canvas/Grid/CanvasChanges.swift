extension Canvas {
  /// Unchanged cells between two changes are written again when there are at most this many: moving the cursor costs
  /// as many bytes.
  private static let longestBridge = 4

  /// What has to be written so that a terminal that shows `previous` shows this canvas. All of it when there was none,
  /// or one of another size. Rows from top to bottom, runs from left to right. Linear in the cells.
  package func changes(since previous: Canvas?) -> [Run] {
    var runs: [Run] = []
    guard let previous, previous.size == size else {
      for y in 0..<size.height { appendRuns(0..<size.width, row: y, to: &runs) }
      return runs
    }
    var spans: [Range<Int>] = []
    for y in 0..<size.height {
      spans.removeAll(keepingCapacity: true)
      findSpans(row: y, since: previous, in: &spans)
      for span in spans { appendRuns(span, row: y, to: &runs) }
    }
    return runs
  }

  /// The changed columns of a row, bridged where near, and never half a wide glyph: when its second cell changed, its
  /// first did too, but not the other way round.
  private func findSpans(row: Int, since previous: Canvas, in spans: inout [Range<Int>]) {
    let start = row * size.width
    let new = cells.span
    let old = previous.cells.span
    for x in 0..<size.width where new[start + x] != old[start + x] {
      let to = new[start + x].glyph.width == 2 ? x + 2 : x + 1
      if let last = spans.last, x - last.upperBound <= Self.longestBridge {
        spans[spans.count - 1] = last.lowerBound..<max(to, last.upperBound)
      } else {
        spans.append(x..<to)
      }
    }
  }

  /// Cuts a span into runs of one style each.
  func appendRuns(_ span: Range<Int>, row: Int, to runs: inout [Run]) {
    let start = row * size.width
    var bytes: [UInt8] = []
    var column = span.lowerBound
    while column < span.upperBound {
      let style = cells[start + column].style
      var end = column
      bytes.removeAll(keepingCapacity: true)
      while end < span.upperBound, cells[start + end].style == style {
        cells[start + end].glyph.append(to: &bytes)
        end += 1
      }
      let text = String(decoding: bytes, as: UTF8.self)
      runs.append(Run(row: row, column: column, text: text, style: style, width: end - column))
      column = end
    }
  }
}
