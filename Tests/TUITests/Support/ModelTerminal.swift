import Canvas

/// A grid that shows what it was sent, run by run: what a real terminal would show.
struct ModelTerminal {
  private(set) var canvas: Canvas?

  /// Draws the runs of one frame of this size.
  mutating func show(_ runs: [Run], size: Size) {
    var next = canvas.flatMap { $0.size == size ? $0 : nil } ?? Canvas(size: size)
    for run in runs { next.put(run.text, at: Point(x: run.column, y: run.row), style: run.style) }
    canvas = next
  }
}
