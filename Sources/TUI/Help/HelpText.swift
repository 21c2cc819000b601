import Canvas
import Core

/// What works where the keyboard was: the place in a sentence, then every command with its keys, its explanation, and
/// why it does not work if it does not. From the command table alone.
struct HelpText {
  private let state: State
  private let topic: HelpTopic

  private static let keyColumns = 18
  private static let titleColumns = 26
  /// From this width on a command takes one row: keys, title, explanation.
  private static let wide = 96

  /// - Parameter state: as it was before help was asked for.
  init(_ state: State, _ topic: HelpTopic) {
    self.state = state
    self.topic = topic
  }

  /// The text in lines of at most `width` columns.
  func lines(width: Int) -> [StyledLine] {
    let isNarrowed = topic.isFiltering || !topic.filter.text.isEmpty
    var lines: [StyledLine] =
      isNarrowed ? [[Span("/ ", .key), Span(topic.filter.text)]] : [StyledLine(topic.explanation)]
    let sections = self.sections
    for (title, commands) in sections {
      lines += [.empty, StyledLine(title, .header)]
      for command in commands { lines += self.lines(of: command, width: width) }
    }
    if sections.isEmpty { lines += [.empty, StyledLine("Nothing here has these words.", .muted)] }
    return lines
  }

  /// What works only here first, then moving about, then what works everywhere.
  private var sections: [(title: String, commands: [Command])] {
    let pattern = FuzzyPattern(topic.filter.text)
    let all = CommandTable.commands(in: topic.scopes).filter { fits($0, pattern) }
    let groups: [(String, (KeySection) -> Bool)] = [
      ("Here", { $0 != .moving && $0 != .everywhere }), (KeySection.moving.title, { $0 == .moving }),
      (KeySection.everywhere.title, { $0 == .everywhere }),
    ]
    return groups.map { title, belongs in (title, all.filter { belongs(KeySection(of: $0)) }) }
      .filter { !$0.1.isEmpty }
  }

  private func fits(_ command: Command, _ pattern: FuzzyPattern) -> Bool {
    pattern.isEmpty || pattern.match(FoldedText(command.title)) != nil
      || pattern.matchesWordStarts(of: FoldedText("\(command.explanation) \(state.keymap.names(of: command))"))
  }

  private func lines(of command: Command, width: Int) -> [StyledLine] {
    let keys = TextWidth.pad(state.keymap.names(of: command), to: Self.keyColumns - 1) + " "
    var (keyStyle, titleStyle, words) = (Style.key, Style.title, command.explanation)
    if let reason = command.availability(state).reason {
      (keyStyle, titleStyle, words) = (.muted, .muted, "not now: \(reason)")
    }
    guard width >= Self.wide else {
      return [[Span(keys, keyStyle), Span(command.title, titleStyle)]]
        + indented(words, by: Self.keyColumns, width: width)
    }
    let indent = Self.keyColumns + Self.titleColumns
    let rest = indented(words, by: indent, width: width)
    let title = TextWidth.pad(command.title, to: Self.titleColumns - 1) + " "
    let first = rest.first.map { String($0.text.dropFirst(indent)) } ?? ""
    return [[Span(keys, keyStyle), Span(title, titleStyle), Span(first, .muted)]] + rest.dropFirst()
  }

  private func indented(_ text: String, by columns: Int, width: Int) -> [StyledLine] {
    TextWidth.wrap(text, width: max(20, width - columns)).map {
      StyledLine(String(repeating: " ", count: columns) + $0, .muted)
    }
  }
}
