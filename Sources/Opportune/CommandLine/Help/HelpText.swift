import Canvas

/// Help as text for people, wrapped to 80 columns.
enum HelpText {
  private static let width = 80

  /// What the program is and every command it has.
  static func overview(_ commands: [Command]) -> String {
    var nouns: [(name: String, commands: [Command])] = []
    for command in commands {
      let noun = command.words.first ?? ""
      if nouns.last?.name != noun { nouns.append((noun, [])) }
      nouns[nouns.count - 1].commands.append(command)
    }
    return """
      Opportune finds well-timed offers for people who have just parked.

      Usage: opportune [COMMAND] [flags]

      Commands
      \(rows(nouns.map(overviewRow)))
      Flags every command takes
      \(rows(GlobalFlags.all.map(row)))
      'opportune help COMMAND' explains one; 'opportune help --json' lists them all.

      """
  }

  /// The verbs of one noun.
  static func list(_ commands: [Command], of name: String) -> String {
    "Usage: opportune \(name) COMMAND [flags]\n\nCommands\n" + rows(commands.map { ($0.name, $0.summary) })
      + "\n'opportune help \(name) COMMAND' explains one.\n"
  }

  /// All there is to say of one command.
  static func page(_ command: Command) -> String {
    var sections = [
      PageWidth.wrapped("Usage: \(command.usage)", hanging: 4, width: width), wrapped(command.summary, indent: 0),
    ]
    if !command.explanation.isEmpty { sections.append(wrapped(command.explanation, indent: 0)) }
    if !command.positionals.isEmpty {
      sections.append("Arguments\n" + rows(command.positionals.map { ($0.usage, $0.meaning) }))
    }
    if !command.flags.isEmpty { sections.append("Flags\n" + rows(command.flags.map(row))) }
    sections.append("Flags every command takes\n" + rows(GlobalFlags.all.map(row)))
    if !command.examples.isEmpty {
      sections.append(
        "Examples\n"
          + command.examples.map { "  " + PageWidth.wrapped($0, used: 2, hanging: 6, end: " \\", width: width) }
          .joined())
    }
    return sections.joined(separator: "\n")
  }

  private static func overviewRow(_ noun: (name: String, commands: [Command])) -> (String, String) {
    if let only = noun.commands.first, noun.commands.count == 1 {
      return (only.words.isEmpty ? "(none)" : only.name, only.summary)
    }
    let verbs = noun.commands.map { $0.words.dropFirst().joined(separator: " ") }
    return (noun.name, verbs.joined(separator: ", "))
  }

  private static func row(_ flag: Flag) -> (String, String) {
    var meaning = flag.meaning
    if let fallback = flag.fallback { meaning += " Default: \(fallback)." }
    if flag.isRepeatable { meaning += " May be repeated." }
    return (flag.usage, meaning)
  }

  private static func rows(_ rows: [(term: String, meaning: String)]) -> String {
    let column = min(24, rows.map { TextWidth.columns($0.term) }.max() ?? 0)
    return rows.map { term, meaning in
      let lines = wrapped(meaning, indent: column + 4)
      guard TextWidth.columns(term) <= column else { return "  \(term)\n\(lines)" }
      return "  " + TextWidth.pad(term, to: column) + "  " + lines.dropFirst(column + 4)
    }.joined()
  }

  private static func wrapped(_ text: String, indent: Int) -> String {
    let margin = String(repeating: " ", count: indent)
    var lines: [String] = [""]
    for word in text.split(separator: " ") {
      let last = lines[lines.count - 1]
      if last.isEmpty {
        lines[lines.count - 1] = String(word)
      } else if TextWidth.columns(last) + 1 + TextWidth.columns(String(word)) <= width - indent {
        lines[lines.count - 1] = "\(last) \(word)"
      } else {
        lines.append(String(word))
      }
    }
    return lines.map { margin + $0 + "\n" }.joined()
  }
}
