import Canvas

/// The last row: the keys that do something here now, in the order of use.
struct BottomLine {
  private let state: State

  init(_ state: State) {
    self.state = state
  }

  /// Draws the hints over one row.
  func draw(on canvas: inout Canvas, in area: Rect) {
    let area = area.inset(left: 1, right: 1)
    let hints = state.hints
    let (last, first) = (hints.filter(\.isLast).map(\.hint), hints.filter { !$0.isLast }.map(\.hint))
    // Help and the way out are always there; the others take the room that is left.
    let width = last.reduce(2 * (last.count - 1)) {
      $0 + TextWidth.columns($1.key) + 1 + TextWidth.columns($1.label)
    }
    let (right, left) = area.splitRight(last.isEmpty ? 0 : width)
    KeyHints(first).draw(on: &canvas, in: left.inset(right: last.isEmpty ? 0 : 2))
    KeyHints(last).draw(on: &canvas, in: right)
  }
}

extension State {
  /// Where the way back leads, if the next step back leaves this place: `< Session 8841`.
  private func label(of command: Command) -> String? {
    guard command.intent == .back, isAtTheEndOfTheTrail, let place = trail.places.last else { return nil }
    return "< \(place.title)"
  }

  /// What the bottom line offers: commands of the table with a hint that are available now. Those that are last stand
  /// at the right end, whatever the room.
  package var hints: [(hint: KeyHints.Hint, isLast: Bool)] {
    let commands = CommandTable.commands(in: scopes)
    // The way back stands first while one is on it.
    let ordered = commands.filter { label(of: $0) != nil } + commands.filter { label(of: $0) == nil }
    return ordered.compactMap { command in
      guard let hint = command.hint, let key = keymap.keys(of: command).first, command.availability(self).isAvailable
      else { return nil }
      let shown = KeyHints.Hint(key.description, label(of: command) ?? hint)
      return (shown, command.intent == .help || command.intent == .quit)
    }
  }
}
