/// Work that takes a while: `Making the demo town ██████░░░░ 62 %`, or a moving block where nobody knows how long.
package struct ProgressBar: Equatable, Sendable {
  /// What is being done.
  package let label: String

  /// 0 to 1; `nil` when unknown.
  package let fraction: Double?

  /// Counts the frames of a bar without fraction; moves the block.
  package let step: Int

  /// Work that is `fraction` done.
  package init(_ label: String, fraction: Double?, step: Int = 0) {
    self.label = label
    self.fraction = fraction.map { $0.isNaN ? 0 : min(max($0, 0), 1) }
    self.step = step
  }

  /// Draws it over the first row of the area. The number goes first where there is no room, then the label is cut.
  package func draw(on canvas: inout Canvas, in area: Rect) {
    guard !area.isEmpty else { return }
    let row = area.splitTop(1).top
    canvas.fill(row)
    let number = fraction.map { " " + TextWidth.pad("\(Int(($0 * 100).rounded(.down))) %", to: 5, align: .right) } ?? ""
    let showsNumber = row.width >= 20
    let (end, rest) = row.splitRight(showsNumber ? number.utf8.count : 0)
    if showsNumber { canvas.put(number, at: end.origin, width: end.width) }
    let labelWidth = min(TextWidth.columns(label, glyphs: canvas.glyphs), rest.width / 2)
    canvas.put(label, at: rest.origin, width: labelWidth)
    let track = rest.inset(left: labelWidth > 0 ? labelWidth + 1 : 0)
    if let fraction {
      Bar(fraction, width: track.width, showsTrack: true).draw(on: &canvas, in: track)
    } else {
      drawMovingBlock(on: &canvas, in: track)
    }
  }

  private func drawMovingBlock(on canvas: inout Canvas, in track: Rect) {
    canvas.fill(track, with: canvas.glyphs.empty, style: .barEmpty)
    let length = min(4, track.width)
    let way = track.width - length
    guard length > 0 else { return }
    // There and back again.
    let phase = way > 0 ? Int(step.magnitude % UInt(2 * way)) : 0
    let start = phase <= way ? phase : 2 * way - phase
    let block = Rect(x: track.x + start, y: track.y, width: length, height: 1)
    canvas.fill(block, with: canvas.glyphs.full, style: .accent)
  }
}
