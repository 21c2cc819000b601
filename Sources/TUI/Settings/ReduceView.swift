import Canvas

extension State {
  /// Does what a command on colours or layouts means.
  mutating func perform(_ intent: ViewIntent) -> [Effect] {
    switch intent {
    case .nextTheme: return show(Self.next(after: view.theme))
    case .theme(let theme): return show(theme)
    case .nextLayout: return show(Self.next(after: view.discoverPreset))
    case .layout(let preset): return show(preset)
    }
  }

  private mutating func show(_ theme: Theme) -> [Effect] {
    guard device.depth != .none else {
      let reason = device.refusesColour ? "NO_COLOR is set" : "this terminal has none"
      notify(.information, "Colours stay off: \(reason)")
      return []
    }
    view.chosenTheme = theme == view.configuredTheme ? nil : theme
    notify(.information, "Theme: \(theme.rawValue)")
    return [.device(.setTheme(theme))]
  }

  private mutating func show(_ preset: DiscoverPreset) -> [Effect] {
    view.discoverPreset = preset
    let isSeen = screen == .discover && !DiscoverLayout(self).showsOnePane
    notify(
      .information,
      isSeen ? "Layout: \(preset.title)" : "Layout: \(preset.title), where the window has room for columns")
    return []
  }

  /// The one behind another, in a ring.
  private static func next<Choice: CaseIterable & Equatable>(after present: Choice) -> Choice {
    let all = Array(Choice.allCases)
    let place = all.firstIndex(of: present) ?? 0
    return all[(place + 1) % all.count]
  }
}
