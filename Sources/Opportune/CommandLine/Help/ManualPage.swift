/// The manual page in roff, made from the table of commands.
enum ManualPage {
  /// The page, for `man -l` or an installation.
  static func text(_ commands: [Command]) -> String {
    var page = """
      .TH OPPORTUNE 1 "" "Opportune \(Version.number)" "Opportune"
      .SH NAME
      opportune \\- find, run and judge well\\-timed offers
      .SH SYNOPSIS
      .B opportune
      [\\fICOMMAND\\fR] [\\fIflags\\fR]
      .SH DESCRIPTION
      Without a command it opens the dashboard. Every command below does the same work for scripts.
      .SH COMMANDS

      """
    for command in commands where !command.words.isEmpty { page += section(command) }
    page += ".SH KEYS OF THE DASHBOARD\n"
    for section in KeysPage.sections(.standard) {
      page += ".SS \(roff(section.title))\n"
      for row in section.rows { page += ".TP\n.B \(roff(row.keys))\n\(roff(row.meaning))\n" }
    }
    page += ".SH FLAGS EVERY COMMAND TAKES\n" + GlobalFlags.all.map(item).joined()
    page += ".SH EXIT STATUS\n"
    for status in ExitStatus.allCases { page += ".TP\n.B \(status.rawValue)\n\(roff(status.meaning))\n" }
    page += ".SH ENVIRONMENT\n"
    for variable in Environment.known { page += ".TP\n.B \(variable.name)\n\(roff(variable.meaning))\n" }
    return page
  }

  private static func section(_ command: Command) -> String {
    var text = ".SS \(roff(command.name))\n.B \(roff(command.usage))\n.PP\n\(roff(command.summary))\n"
    if !command.explanation.isEmpty { text += roff(command.explanation) + "\n" }
    for positional in command.positionals { text += ".TP\n.I \(positional.name)\n\(roff(positional.meaning))\n" }
    return text + command.flags.map(item).joined()
  }

  private static func item(_ flag: Flag) -> String {
    let fallback = flag.fallback.map { " Default: \($0)." } ?? ""
    return ".TP\n.B \(roff(flag.usage))\n\(roff(flag.meaning + fallback))\n"
  }

  /// Text as roff takes it: hyphens kept, backslashes doubled, no line that begins as a request.
  private static func roff(_ text: String) -> String {
    let escaped = text.replacing("\\", with: "\\e").replacing("-", with: "\\-")
    return escaped.hasPrefix(".") || escaped.hasPrefix("'") ? "\\&" + escaped : escaped
  }
}
