/// A plane of dots, two across and four down in every cell, drawn with braille letters; in ASCII a dot a cell.
///
/// A cell is about twice as high as wide, so dots are square: a circle looks round. Each cell shows one role, that of
/// the dot drawn with the highest priority; of equals the last one.
package struct BrailleField: Sendable {
  /// The size in cells.
  package let size: Size

  /// Dots across.
  package var width: Int { size.width * 2 }

  /// Dots down.
  package var height: Int { size.height * 4 }

  /// Per cell: one bit a dot, in the order of the Unicode block from U+2800.
  private var masks: [UInt8]

  private var roles: [Role]
  private var priorities: [Int8]

  /// An empty plane.
  package init(size: Size) {
    self.size = size
    let count = size.width * size.height
    masks = [UInt8](repeating: 0, count: count)
    roles = [Role](repeating: .text, count: count)
    priorities = [Int8](repeating: .min, count: count)
  }

  /// The bits of a cell's dots, row by row.
  private static let bits: [UInt8] = [0x01, 0x08, 0x02, 0x10, 0x04, 0x20, 0x40, 0x80]

  /// Sets one dot; beyond the edges nothing happens.
  package mutating func dot(x: Int, y: Int, role: Role, priority: Int8 = 0) {
    guard x >= 0, y >= 0, x < width, y < height else { return }
    let cell = y / 4 * size.width + x / 2
    masks[cell] |= Self.bits[y % 4 * 2 + x % 2]
    if priority >= priorities[cell] {
      priorities[cell] = priority
      roles[cell] = role
    }
  }

  /// Whether the dot is set.
  package func isSet(x: Int, y: Int) -> Bool {
    guard x >= 0, y >= 0, x < width, y < height else { return false }
    return masks[y / 4 * size.width + x / 2] & Self.bits[y % 4 * 2 + x % 2] != 0
  }

  /// Calls `body` with each cell that has a dot, row by row.
  func forEachCell(_ body: (Point) -> Void) {
    for cell in masks.indices where masks[cell] != 0 { body(Point(x: cell % size.width, y: cell / size.width)) }
  }

  /// Draws every cell that has a dot and leaves the others as they are.
  package func draw(on canvas: inout Canvas, at origin: Point) {
    for row in 0..<size.height {
      for column in 0..<size.width {
        let cell = row * size.width + column
        guard masks[cell] != 0 else { continue }
        let sign = Unicode.Scalar(0x2800 + UInt32(masks[cell])) ?? " "
        let point = Point(x: origin.x + column, y: origin.y + row)
        canvas.put(canvas.glyphs == .unicode ? sign : ".", at: point, style: Style(roles[cell]))
      }
    }
  }
}
