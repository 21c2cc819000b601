import Canvas

/// What works where the keyboard was: the pane in a sentence, then every command with its keys, its explanation, and
/// why it does not work if it does not. From the command table alone.
struct HelpText {
  private let state: State
  private let topic: HelpTopic

  private static let keyColumns = 18

  init(_ state: State, _ topic: HelpTopic) {
    self.state = state
    self.topic = topic
  }

  /// The text in lines of at most `width` columns.
  func lines(width: Int) -> [StyledLine] {
    var lines: [StyledLine] = []
    if let pane = topic.pane { lines += [StyledLine(pane.explanation), .empty] }
    var before = state
    before.dialogs.removeAll()
    for command in CommandTable.commands(in: topic.scopes) {
      let keys = TextWidth.pad(state.keymap.names(of: command), to: Self.keyColumns)
      switch command.availability(before) {
      case .available:
        lines.append([Span(keys, .key), Span(command.title, .title)])
        lines += indented(command.explanation, width: width)
      case .unavailable(let reason):
        lines.append([Span(keys, .muted), Span(command.title, .muted), Span("  not now: \(reason)", .muted)])
      }
    }
    return lines
  }

  private func indented(_ text: String, width: Int) -> [StyledLine] {
    TextWidth.wrap(text, width: max(20, width - Self.keyColumns)).map {
      StyledLine(String(repeating: " ", count: Self.keyColumns) + $0, .muted)
    }
  }
}
