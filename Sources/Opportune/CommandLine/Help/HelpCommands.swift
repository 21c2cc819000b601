import Core
import TUI

/// The commands that explain the program.
enum HelpCommands {
  /// `help`, `version`, `completions` and `manual`.
  static let all = [help, version, completions, manual]

  private static let help = Opportune.Command(
    ["help"], "Explain the program, one command, or the keys.", access: .everyone,
    explanation: "With --json it lists every command with its flags and the shapes of its input and output.",
    positionals: [
      Positional(
        "COMMAND", .text("COMMAND"), "A noun, a noun and a verb, or keys.", isRequired: false, isRepeatable: true)
    ],
    examples: ["opportune help offer accept", "opportune help keys", "opportune help --json"],
    output: .oneOf([HelpDocument.schema, KeysPage.schema])
  ) { invocation in
    let path = invocation.arguments.positionals("COMMAND")
    if path == ["keys"] { return .document(KeysPage.document(.standard)) { KeysPage.text(.standard) } }
    return try Opportune.HelpTopic(Opportune.CommandTable.all, path: path).answer(asJSON: invocation.globals.json)
  }

  private static let version = Opportune.Command(
    ["version"], "Print the version.", access: .everyone,
    output: .fields(["name": .string, "version": .string])
  ) { _ in
    .document(["name": "opportune", "version": .string(Version.number)]) { "opportune \(Version.number)" }
  }

  private static let completions = Opportune.Command(
    ["completions"], "Print completions for a shell.", access: .everyone,
    positionals: [Positional("SHELL", .choice(Completions.Shell.allCases.map(\.rawValue)), "The shell.")],
    examples: ["source <(opportune completions bash)"],
    outputForm: .text, output: nil
  ) { invocation in
    let shell = invocation.arguments.positional("SHELL").flatMap(Completions.Shell.init(rawValue:)) ?? .bash
    return .text(Completions(Opportune.CommandTable.all).script(for: shell))
  }

  private static let manual = Opportune.Command(
    ["manual"], "Print the manual page in roff.", access: .everyone,
    examples: ["opportune manual | man -l -"],
    outputForm: .text, output: nil
  ) { _ in
    .text(ManualPage.text(Opportune.CommandTable.all))
  }
}
