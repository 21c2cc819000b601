import Canvas

/// One widget in one state, as the gallery shows it: a name, the room it wants, and how to draw it.
struct Specimen: Sendable {
  /// What it is and in which state.
  let name: String
  /// Columns and rows it is best seen in, its frame not included.
  let size: Size
  /// Whether it keeps this size, as what it shows is how little room there is; else it takes what its row has.
  let isFixed: Bool
  /// Draws it with made-up values.
  let draw: @Sendable (inout Canvas, Rect) -> Void

  init(
    _ name: String, _ width: Int, _ height: Int, isFixed: Bool = false,
    draw: @escaping @Sendable (inout Canvas, Rect) -> Void
  ) {
    self.name = name
    size = Size(width: width, height: height)
    self.isFixed = isFixed
    self.draw = draw
  }
}
