/// What a theme makes of a role: a foreground for each colour depth, and attributes. The background is the terminal's.
package struct Paint: Equatable, Sendable {
  /// Index 16 to 255 of the 256-colour palette; `nil` for the terminal's own foreground.
  package let palette: UInt8?

  /// Index 0 to 15 of the basic colours; `nil` for the terminal's own foreground.
  package let basic: UInt8?

  /// The same colour for pictures.
  package let rgb: RGB

  /// Attributes of the role itself; a style's own are added.
  package let attributes: Style.Attributes

  /// The foreground index to ask the terminal for; `nil` for its own foreground.
  package func index(at depth: ColourDepth) -> UInt8? {
    switch depth {
    case .none: nil
    case .sixteen: basic
    case .twoHundredFiftySix: palette
    }
  }
}
