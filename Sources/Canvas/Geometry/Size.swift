/// How many cells something is wide and high. Never negative: a negative side becomes zero.
package struct Size: Equatable, Hashable, Sendable {
  /// Columns.
  package let width: Int

  /// Rows.
  package let height: Int

  /// A size of `width` columns and `height` rows.
  package init(width: Int, height: Int) {
    self.width = max(0, width)
    self.height = max(0, height)
  }

  /// Nothing at all.
  package static let zero = Size(width: 0, height: 0)

  /// Whether no cell fits.
  package var isEmpty: Bool { width == 0 || height == 0 }
}
