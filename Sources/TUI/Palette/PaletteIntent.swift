/// What the palette's commands mean.
package enum PaletteIntent: Hashable, Sendable, CaseIterable {
  case show, run
}
