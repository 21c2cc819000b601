/// A block of cells. Sides are never negative; the origin may lie anywhere.
///
/// Splitting never fails: a part that does not fit is empty, and the parts together always cover the whole.
package struct Rect: Equatable, Hashable, Sendable {
  /// Coordinates are kept within this bound, so that no sum of them can overflow.
  private static let farthest = Int(Int32.max)

  /// Sides are kept within this bound, four times that of any canvas, so that no widget can be made to fill millions of
  /// columns that nobody sees.
  private static let longestSide = 16_384

  /// Leftmost column.
  package let x: Int

  /// Top row.
  package let y: Int

  /// Columns.
  package let width: Int

  /// Rows.
  package let height: Int

  /// The block of `width` by `height` cells whose top left cell is `x`, `y`.
  package init(x: Int, y: Int, width: Int, height: Int) {
    self.x = min(max(x, -Self.farthest), Self.farthest)
    self.y = min(max(y, -Self.farthest), Self.farthest)
    self.width = min(max(width, 0), Self.longestSide)
    self.height = min(max(height, 0), Self.longestSide)
  }

  /// All cells of something of this size, from the origin.
  package init(_ size: Size) {
    self.init(x: 0, y: 0, width: size.width, height: size.height)
  }

  /// The block at `origin` of this size.
  package init(origin: Point, size: Size) {
    self.init(x: origin.x, y: origin.y, width: size.width, height: size.height)
  }

  /// First column to the right of the block.
  package var right: Int { x + width }

  /// First row below the block.
  package var bottom: Int { y + height }

  /// The top left cell.
  package var origin: Point { Point(x: x, y: y) }

  /// Width and height.
  package var size: Size { Size(width: width, height: height) }

  /// Whether it holds no cell.
  package var isEmpty: Bool { width == 0 || height == 0 }

  /// The columns it covers.
  package var columns: Range<Int> { x..<right }

  /// The rows it covers.
  package var rows: Range<Int> { y..<bottom }

  /// Whether the cell at `point` belongs to it.
  package func contains(_ point: Point) -> Bool {
    columns.contains(point.x) && rows.contains(point.y)
  }

  /// The cells both have; empty when they do not meet.
  package func intersection(_ other: Rect) -> Rect {
    let left = max(x, other.x)
    let top = max(y, other.y)
    return Rect(
      x: left, y: top, width: min(right, other.right) - left, height: min(bottom, other.bottom) - top)
  }

  /// Whether the two share a cell.
  package func intersects(_ other: Rect) -> Bool { !intersection(other).isEmpty }
}
