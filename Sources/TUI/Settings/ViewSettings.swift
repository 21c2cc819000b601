import Canvas

/// How the person wants to see things: colours, units, where to begin, how each screen is laid out. What the
/// configuration says at first, then what was chosen at run time.
package struct ViewSettings: Hashable, Sendable {
  /// The colours that were chosen at run time; nil leaves them to ``configuredTheme``.
  package var chosenTheme: Theme?
  /// The colours of the configuration.
  package var configuredTheme: Theme
  package var formats: Formats
  /// How the Discover screen shares out its room.
  package var discoverPreset: DiscoverPreset
  /// Where exported files go, as a person would write it.
  package var exportFolder: String

  package init(
    theme: Theme = .dark, formats: Formats = Formats(), discoverPreset: DiscoverPreset = .balanced,
    exportFolder: String = "the current folder"
  ) {
    configuredTheme = theme
    self.formats = formats
    self.discoverPreset = discoverPreset
    self.exportFolder = exportFolder
  }

  /// The colours in force.
  package var theme: Theme { chosenTheme ?? configuredTheme }
}

/// What a terminal can do, as it was found when it was opened.
package struct DeviceFacts: Hashable, Sendable {
  /// Colours there are to show; none also where the person refuses them.
  package var depth: ColourDepth
  /// Whether NO_COLOR asked for none.
  package var refusesColour: Bool

  package init(depth: ColourDepth = .twoHundredFiftySix, refusesColour: Bool = false) {
    self.depth = depth
    self.refusesColour = refusesColour
  }
}

extension State {
  /// How distances, times and money are written.
  package var formats: Formats { view.formats }

  /// Whether something may be written at all.
  package var editing: Availability {
    if actor.role == .analyst { return .unavailable("an analyst only reads") }
    return isReadOnly ? .unavailable("opened read-only") : .available
  }
}
