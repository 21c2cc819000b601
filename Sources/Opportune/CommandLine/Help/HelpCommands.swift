import Core

/// The commands that explain the program.
enum HelpCommands {
  /// `help`, `version`, `completions` and `manual`.
  static let all = [help, version, completions, manual]

  private static let help = Command(
    ["help"], "Explain the program or one command.",
    explanation: "With --json it lists every command with its flags and the shapes of its input and output.",
    positionals: [
      Positional("COMMAND", .text("COMMAND"), "A noun, or a noun and a verb.", isRequired: false, isRepeatable: true)
    ],
    examples: ["opportune help offer accept", "opportune help --json"],
    output: HelpDocument.schema
  ) { invocation in
    let path = invocation.arguments.positionals("COMMAND")
    return try HelpTopic(CommandTable.all, path: path).answer(asJSON: invocation.globals.json)
  }

  private static let version = Command(
    ["version"], "Print the version.",
    output: .fields(["name": .string, "version": .string])
  ) { _ in
    .document(["name": "opportune", "version": .string(Version.number)]) { "opportune \(Version.number)" }
  }

  private static let completions = Command(
    ["completions"], "Print completions for a shell.",
    positionals: [Positional("SHELL", .choice(Completions.Shell.allCases.map(\.rawValue)), "The shell.")],
    examples: ["source <(opportune completions bash)"],
    outputForm: .text, output: nil
  ) { invocation in
    let shell = invocation.arguments.positional("SHELL").flatMap(Completions.Shell.init(rawValue:)) ?? .bash
    return .text(Completions(CommandTable.all).script(for: shell))
  }

  private static let manual = Command(
    ["manual"], "Print the manual page in roff.",
    examples: ["opportune manual | man -l -"],
    outputForm: .text, output: nil
  ) { _ in
    .text(ManualPage.text(CommandTable.all))
  }
}
