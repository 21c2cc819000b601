/// Work that takes a while, on one line: `Making the demo town ██████░░░░  62 %  3,100 of 5,000 people  esc cancels`. A
/// block moves where nobody knows how long; at the end it says in words how it went.
package struct ProgressBar: Equatable, Sendable {
  /// How far the work is.
  package enum Phase: Equatable, Sendable {
    /// Under way: 0 to 1, `nil` when unknown.
    case running(fraction: Double?)
    /// Done, and what came of it.
    case done(String)
    /// Failed, and why.
    case failed(String)
    /// Stopped by a person, and what is left of it.
    case cancelled(String)
  }

  /// What is being done.
  package let label: String

  /// How far it is.
  package let phase: Phase

  /// Counts the frames of a bar without fraction; moves the block.
  package let step: Int

  /// How much of how much, or how long still; may be empty.
  package let detail: String

  /// How to stop it: `esc cancels`; may be empty.
  package let cancelHint: String

  /// Work that is `fraction` done.
  package init(_ label: String, fraction: Double?, step: Int = 0, detail: String = "", cancelHint: String = "") {
    self.init(label, .running(fraction: fraction), step: step, detail: detail, cancelHint: cancelHint)
  }

  /// Work in a phase.
  package init(_ label: String, _ phase: Phase, step: Int = 0, detail: String = "", cancelHint: String = "") {
    self.label = label
    if case .running(let fraction?) = phase {
      self.phase = .running(fraction: fraction.isNaN ? 0 : min(max(fraction, 0), 1))
    } else {
      self.phase = phase
    }
    self.step = step
    self.detail = detail
    self.cancelHint = cancelHint
  }

  /// A bar is this long at least, else what follows it is left out.
  private static let shortestTrack = 8
  private static let longestTrack = 40

  /// Draws it over the first row of the area. Where there is no room, first the detail goes, then the hint, then the
  /// number, then the label is cut.
  package func draw(on canvas: inout Canvas, in area: Rect) {
    guard !area.isEmpty else { return }
    let row = area.splitTop(1).top
    canvas.fill(row)
    switch phase {
    case .running(let fraction): draw(fraction, on: &canvas, in: row)
    case .done(let result): draw(canvas.glyphs.check, .positive, "done", result, on: &canvas, in: row)
    case .failed(let reason): draw(canvas.glyphs.failed, .negative, "failed", reason, on: &canvas, in: row)
    case .cancelled(let rest): draw("!", .warning, "cancelled", rest, on: &canvas, in: row)
    }
  }

  private func draw(
    _ sign: Unicode.Scalar, _ style: Style, _ word: String, _ text: String, on canvas: inout Canvas, in row: Rect
  ) {
    let line: StyledLine = [
      Span("\(sign) ", style.bold), Span(label), Span(label.isEmpty ? word : " \(word)", style),
      Span(text.isEmpty ? "" : ": \(text)"),
    ]
    canvas.put(line, at: row.origin, width: row.width)
  }

  private func draw(_ fraction: Double?, on canvas: inout Canvas, in row: Rect) {
    let glyphs = canvas.glyphs
    let number = fraction.map { TextWidth.pad("\(Int(($0 * 100).rounded(.down))) %", to: 6, align: .right) } ?? ""
    let labelWidth = TextWidth.columns(label, glyphs: glyphs)
    let gap = labelWidth > 0 ? 1 : 0
    let most = number.utf8.count + (detail.isEmpty ? 0 : 2) + (cancelHint.isEmpty ? 0 : 2)
    let details = [(detail, cancelHint), ("", cancelHint), ("", "")]
    let kept = details.first {
      let words = TextWidth.columns($0.0, glyphs: glyphs) + TextWidth.columns($0.1, glyphs: glyphs)
      return labelWidth + gap + Self.shortestTrack + most + words <= row.width
    }
    var tail = StyledLine(row.width >= 20 ? number : "")
    if let detail = kept?.0, !detail.isEmpty { tail += StyledLine("  " + detail, .muted) }
    if let hint = kept?.1, !hint.isEmpty { tail += StyledLine("  " + hint, .key) }
    let tailWidth = tail.columns(glyphs: glyphs)
    let labelRoom = min(labelWidth, max(row.width / 2, row.width - tailWidth - gap - Self.shortestTrack))
    canvas.put(label, at: row.origin, width: labelRoom)
    let hasWords = !detail.isEmpty || !cancelHint.isEmpty
    let free = row.width - labelRoom - gap - tailWidth
    let track = Rect(
      x: row.x + labelRoom + gap, y: row.y, width: hasWords ? min(free, Self.longestTrack) : free, height: 1)
    if let fraction {
      Bar(fraction, width: track.width, showsTrack: true).draw(on: &canvas, in: track)
    } else {
      drawMovingBlock(on: &canvas, in: track)
    }
    canvas.put(tail, at: Point(x: track.right, y: row.y))
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
