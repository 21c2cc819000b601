import Core
import Store

/// `undo` and `redo`.
enum UndoCommands {
  /// Both.
  static let all = [undo, redo]

  private static let undo = Command(
    ["undo"], "Take back the last thing you did to an offer, a partner or preferences.", access: .owners,
    explanation: """
      It works on what any of your runs did, however long ago, and is refused if the same thing was changed since. \
      Money, claims and keys are never undone. A created offer is archived, an added partner goes again as long as it \
      has nothing of its own.
      """,
    positionals: [
      Positional("COMMAND", .id("COMMAND"), "Another one of yours, by its number in 'audit'.", isRequired: false)
    ],
    examples: ["opportune undo", "opportune undo 41"], output: .fields(["undone": LoggedCommand.schema])
  ) { invocation in
    let store = try invocation.store()
    let named = invocation.arguments.positional("COMMAND").flatMap { Int64($0) }.map { LoggedCommand.ID($0) }
    let command = try store.undo(named, by: invocation.actor(in: store), now: invocation.now(in: store))
    return .document(["undone": command.json]) { "Undone: \(command.words).\n" }
  }

  private static let redo = Command(
    ["redo"], "Do again what you undid last.", access: .owners,
    explanation: "As long as you have done nothing new since, and nobody has changed the same thing.",
    output: .fields(["redone": LoggedCommand.schema])
  ) { invocation in
    let store = try invocation.store()
    let command = try store.redo(by: invocation.actor(in: store), now: invocation.now(in: store))
    return .document(["redone": command.json]) { "Done again: \(command.words).\n" }
  }
}
