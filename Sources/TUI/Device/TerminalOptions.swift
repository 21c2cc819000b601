import Canvas

/// How the terminal is to be used; nil is found out.
package struct TerminalOptions: Sendable {
  package var theme: Theme?
  package var depth: ColourDepth?
  package var glyphs: Glyphs?
  /// Whether clicks and the wheel are asked for; text is then selected with Shift held.
  package var usesMouse: Bool
  /// Names the window; empty leaves it as it is.
  package var title: String

  package init(
    theme: Theme? = nil, depth: ColourDepth? = nil, glyphs: Glyphs? = nil, usesMouse: Bool = true, title: String = ""
  ) {
    self.theme = theme
    self.depth = depth
    self.glyphs = glyphs
    self.usesMouse = usesMouse
    self.title = title
  }
}
