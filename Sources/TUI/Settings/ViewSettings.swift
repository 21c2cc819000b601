import Canvas

/// How the person wants to see things: colours, units, where to begin, how each screen is laid out. What the
/// configuration says at first, then what was chosen at run time.
package struct ViewSettings: Hashable, Sendable {
  package var theme: Theme
  package var formats: Formats
  /// The screen that is open at first.
  package var startScreen: Screen

  package init(theme: Theme = .dark, formats: Formats = Formats(), startScreen: Screen = .discover) {
    self.theme = theme
    self.formats = formats
    self.startScreen = startScreen
  }
}

extension State {
  /// How distances, times and money are written.
  package var formats: Formats { view.formats }
}
