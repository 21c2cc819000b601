extension Rect {
  /// The block with `cells` taken from each side.
  package func inset(by cells: Int) -> Rect { inset(horizontal: cells, vertical: cells) }

  /// The block with `horizontal` columns taken left and right, and `vertical` rows at top and bottom.
  package func inset(horizontal: Int, vertical: Int) -> Rect {
    inset(left: horizontal, top: vertical, right: horizontal, bottom: vertical)
  }

  /// The block with that many cells taken from each side; negative counts take nothing.
  package func inset(left: Int = 0, top: Int = 0, right: Int = 0, bottom: Int = 0) -> Rect {
    let left = min(max(0, left), width)
    let top = min(max(0, top), height)
    return Rect(
      x: x + left, y: y + top, width: width - left - max(0, right), height: height - top - max(0, bottom))
  }

  /// The leftmost `columns`, and what remains to their right.
  package func splitLeft(_ columns: Int) -> (left: Rect, rest: Rect) {
    let taken = min(max(0, columns), width)
    return (
      Rect(x: x, y: y, width: taken, height: height),
      Rect(x: x + taken, y: y, width: width - taken, height: height)
    )
  }

  /// The rightmost `columns`, and what remains to their left.
  package func splitRight(_ columns: Int) -> (right: Rect, rest: Rect) {
    let (rest, right) = splitLeft(width - min(max(0, columns), width))
    return (right, rest)
  }

  /// The top `rows`, and what remains below.
  package func splitTop(_ rows: Int) -> (top: Rect, rest: Rect) {
    let taken = min(max(0, rows), height)
    return (
      Rect(x: x, y: y, width: width, height: taken),
      Rect(x: x, y: y + taken, width: width, height: height - taken)
    )
  }

  /// The bottom `rows`, and what remains above.
  package func splitBottom(_ rows: Int) -> (bottom: Rect, rest: Rect) {
    let (rest, bottom) = splitTop(height - min(max(0, rows), height))
    return (bottom, rest)
  }

  /// `count` blocks side by side, `gap` columns apart, as even as can be; earlier blocks take the odd columns.
  package func columns(_ count: Int, gap: Int = 0) -> [Rect] {
    Self.shares(of: width, count: count, gap: gap).map {
      Rect(x: x + $0.lowerBound, y: y, width: $0.count, height: height)
    }
  }

  /// `count` blocks above each other, `gap` rows apart, as even as can be; earlier blocks take the odd rows.
  package func rows(_ count: Int, gap: Int = 0) -> [Rect] {
    Self.shares(of: height, count: count, gap: gap).map {
      Rect(x: x, y: y + $0.lowerBound, width: width, height: $0.count)
    }
  }

  /// A block of this size in the middle, made smaller where it does not fit.
  package func centred(_ size: Size) -> Rect {
    let width = min(size.width, self.width)
    let height = min(size.height, self.height)
    return Rect(x: x + (self.width - width) / 2, y: y + (self.height - height) / 2, width: width, height: height)
  }

  private static func shares(of length: Int, count: Int, gap: Int) -> [Range<Int>] {
    guard count > 0 else { return [] }
    let free = max(0, length - max(0, gap) * (count - 1))
    var start = 0
    return (0..<count).map { index in
      let share = free / count + (index < free % count ? 1 : 0)
      defer { start = min(length, start + share + max(0, gap)) }
      return start..<start + share
    }
  }
}
