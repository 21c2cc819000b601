import Canvas

/// The last row: the keys that do something here now, in the order of use.
struct BottomLine {
  private let state: State

  init(_ state: State) {
    self.state = state
  }

  /// Draws the hints over one row.
  func draw(on canvas: inout Canvas, in area: Rect) {
    for part in parts(in: area, glyphs: canvas.glyphs) {
      KeyHints(part.hints.map(\.hint)).draw(on: &canvas, in: part.area)
    }
  }

  /// The command whose hint is at a point of a line; nil where there is none.
  func command(at point: Point, in area: Rect, glyphs: Glyphs) -> Command? {
    for part in parts(in: area, glyphs: glyphs) where part.area.contains(point) {
      let spans = KeyHints(part.hints.map(\.hint)).spans(in: part.area, glyphs: glyphs)
      return zip(part.hints, spans).first { $1.contains(point.x) }?.0.command
    }
    return nil
  }

  /// The hints at the left and at the right end, and where they stand. Help and the way out are always there; the others
  /// take the room that is left.
  private func parts(in area: Rect, glyphs: Glyphs) -> [(hints: [Hint], area: Rect)] {
    let area = area.inset(left: 1, right: 1)
    let hints = state.hints
    let (last, first) = (hints.filter(\.isLast), hints.filter { !$0.isLast })
    let width = last.reduce(2 * (last.count - 1)) {
      $0 + TextWidth.columns($1.hint.key, glyphs: glyphs) + 1 + TextWidth.columns($1.hint.label, glyphs: glyphs)
    }
    let (right, left) = area.splitRight(last.isEmpty ? 0 : width)
    return [(first, left.inset(right: last.isEmpty ? 0 : 2)), (last, right)]
  }
}

/// A key of the bottom line and what it leads to.
package struct Hint {
  package let hint: KeyHints.Hint
  package let command: Command
  /// Whether it stands at the right end.
  package var isLast: Bool { command.intent == .help || command.intent == .quit }
}

extension State {
  /// Where the way back leads, if the next step back leaves this place: `< Session 8841`.
  private func label(of command: Command) -> String? {
    guard command.intent == .back, isAtTheEndOfTheTrail, let place = trail.places.last else { return nil }
    return "< \(place.title)"
  }

  /// What the bottom line offers: commands of the table with a hint that are available now or in a moment. Those that are last stand
  /// at the right end, whatever the room.
  package var hints: [Hint] {
    let commands = CommandTable.commands(in: scopes)
    // The way back stands first while one is on it.
    let ordered = commands.filter { label(of: $0) != nil } + commands.filter { label(of: $0) == nil }
    return ordered.compactMap { command in
      guard let hint = command.hint, let key = keymap.keys(of: command).first else { return nil }
      if case .unavailable = command.availability(self) { return nil }
      return Hint(hint: KeyHints.Hint(key.description, label(of: command) ?? hint), command: command)
    }
  }
}
