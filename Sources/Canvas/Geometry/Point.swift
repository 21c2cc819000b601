/// One cell's place: columns count from the left, rows from the top, both from zero. May lie outside any canvas.
package struct Point: Equatable, Hashable, Sendable {
  /// Column.
  package var x: Int

  /// Row.
  package var y: Int

  /// The cell in column `x` of row `y`.
  package init(x: Int, y: Int) {
    self.x = x
    self.y = y
  }

  /// The top left corner.
  package static let origin = Point(x: 0, y: 0)

  /// The cell as far to the right and below as `offset` is from the top left corner.
  func moved(by offset: Point) -> Point { Point(x: x + offset.x, y: y + offset.y) }
}
