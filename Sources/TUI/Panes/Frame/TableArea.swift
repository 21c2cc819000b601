import Canvas

extension Table {
  /// The part of a panel's inside the table takes: a column of air at the right, unless the scrollbar stands there.
  func area(in inside: Rect) -> Rect {
    inside.inset(right: rowCount > inside.height - 1 ? 0 : 1)
  }
}
