import Canvas

extension CommandTable {
  /// Colours and layouts: the next one by a key, each by its name in the palette.
  static let views =
    [
      Command(
        id: "view.theme", title: "Next theme", explanation: "Goes from dark to light to mono colours and back.",
        scopes: [.screen], keys: [.character("T")], intent: .view(.nextTheme)),
      Command(
        id: "view.layout", title: "Next layout",
        explanation: "Shares out the room of the screen in another way: balanced, map large, lists, ranking wide.",
        scopes: [.discover], keys: [.character("L")], intent: .view(.nextLayout)),
    ]
    + Theme.allCases.map { theme in
      Command(
        id: "view.theme.\(theme.rawValue)", title: "Theme: \(theme.rawValue)", explanation: theme.explanation,
        scopes: [.screen], keys: [], intent: .view(.theme(theme)))
    }
    + DiscoverPreset.allCases.map { preset in
      Command(
        id: "view.layout.\(preset.rawValue)", title: "Layout: \(preset.title)", explanation: preset.explanation,
        scopes: [.discover], keys: [], intent: .view(.layout(preset)))
    }
}

extension Theme {
  /// What it is made for.
  fileprivate var explanation: String {
    switch self {
    case .dark: "Light hues, for dark backgrounds."
    case .light: "Dark hues, for light backgrounds."
    case .mono: "No colour at all: only weight, brightness, reverse and underline."
    }
  }
}
