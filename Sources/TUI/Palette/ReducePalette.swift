extension State {
  /// Does what a command of the palette means.
  mutating func perform(_ intent: PaletteIntent) -> [Effect] {
    switch intent {
    case .show: dialogs.append(.palette(Palette()))
    }
    return []
  }

  /// Narrows the list by what is typed.
  mutating func edit(_ palette: Palette, _ change: (inout TextEntry) -> Void) {
    var palette = palette
    change(&palette.entry)
    palette.selection = 0
    dialogs[dialogs.count - 1] = .palette(palette)
  }

  /// Moves within the list.
  mutating func move(_ palette: Palette, by rows: Int) {
    dialogs[dialogs.count - 1] = .palette(palette)
  }
}
