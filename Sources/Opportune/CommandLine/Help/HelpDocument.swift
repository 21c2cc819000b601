import Core

/// `help --json`: every command with its flags, input and output, for scripts and tests.
enum HelpDocument {
  /// The document for some commands.
  static func document(_ commands: [Command]) -> JSON {
    [
      "program": "opportune",
      "version": .string(Version.number),
      "global_flags": .array(GlobalFlags.all.map(flag)),
      "commands": .array(commands.map(command)),
      "exit_statuses": .array(
        ExitStatus.allCases.map { ["status": .integer(Int64($0.rawValue)), "meaning": .string($0.meaning)] }),
      "environment": .array(
        Environment.known.map { ["name": .string($0.name), "meaning": .string($0.meaning)] }),
    ]
  }

  private static func command(_ command: Command) -> JSON {
    [
      "name": .string(command.name),
      "usage": .string(command.usage),
      "summary": .string(command.summary),
      "explanation": .string(command.explanation),
      "open_to": .array(command.access.roles.map { .string($0.rawValue) }),
      "edits": .bool(command.access.edits),
      "without_writing": .array(command.access.harmless.map { .string("--\($0)") }),
      "arguments": .array(command.positionals.map(positional)),
      "flags": .array(command.flags.map(flag)),
      "examples": .array(command.examples.map(JSON.string)),
      "input": command.input?.json ?? .null,
      "output_form": .string(command.outputForm.rawValue),
      "output": command.output?.json ?? .null,
    ]
  }

  private static func positional(_ positional: Positional) -> JSON {
    [
      "name": .string(positional.name),
      "kind": .string(positional.kind.name),
      "choices": .array(positional.kind.choices.map(JSON.string)),
      "meaning": .string(positional.meaning),
      "required": .bool(positional.isRequired),
      "repeatable": .bool(positional.isRepeatable),
    ]
  }

  private static func flag(_ flag: Flag) -> JSON {
    [
      "name": .string(flag.name),
      "kind": .string(flag.kind?.name ?? "switch"),
      "placeholder": .optional(flag.kind?.placeholder),
      "choices": .array((flag.kind?.choices ?? []).map(JSON.string)),
      "meaning": .string(flag.meaning),
      "default": .optional(flag.fallback),
      "required": .bool(flag.isRequired),
      "repeatable": .bool(flag.isRepeatable),
    ]
  }

  /// The shape of the document itself.
  static let schema: Schema = .fields([
    "program": .string, "version": .string, "global_flags": .array(flagSchema),
    "commands": .array(
      .fields([
        "name": .string, "usage": .string, "summary": .string, "explanation": .string,
        "open_to": .array(.choice(Actor.Role.allCases.map(\.rawValue))), "edits": .boolean,
        "without_writing": .array(.string),
        "arguments": .array(
          .fields([
            "name": .string, "kind": .string, "choices": .array(.string), "meaning": .string, "required": .boolean,
            "repeatable": .boolean,
          ])),
        "flags": .array(flagSchema), "examples": .array(.string), "input": .nullable(.map(.any)),
        "output_form": .choice(["document", "lines", "text"]), "output": .nullable(.map(.any)),
      ])),
    "exit_statuses": .array(.fields(["status": .integer, "meaning": .string])),
    "environment": .array(.fields(["name": .string, "meaning": .string])),
  ])

  private static let flagSchema: Schema = .fields([
    "name": .string, "kind": .string, "placeholder": .nullable(.string), "choices": .array(.string),
    "meaning": .string, "default": .nullable(.string), "required": .boolean, "repeatable": .boolean,
  ])
}
