/// One place on the grid: what it shows and how. Plain old data of 15 bytes (16 in an array), compared bit by bit.
package struct Cell: Equatable, Sendable {
  /// What it shows.
  package let glyph: Glyph

  /// How it looks.
  package let style: Style

  /// A glyph in a style. A blank on which the style would not show gets the plain style, so that cells that look the
  /// same are the same.
  package init(_ glyph: Glyph, _ style: Style = .text) {
    self.glyph = glyph
    self.style = glyph.isBlank && !style.showsOnBlank ? .text : style
  }

  /// Nothing to see.
  package static let blank = Cell(.blank)

  /// The same glyph in another style.
  func restyled(_ style: Style) -> Cell { Cell(glyph, style) }
}
