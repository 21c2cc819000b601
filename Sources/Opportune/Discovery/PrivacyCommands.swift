import Core
import Store

/// `person erase` and `privacy export|erase`.
enum PrivacyCommands {
  /// All of them.
  static let all = [erasing(["person", "erase"]), export, erasing(["privacy", "erase"])]

  private static let position = [Positional("PERSON", .id("PERSON"), "The person's id.")]

  private static func erasing(_ words: [String]) -> Command {
    Command(
      words, "Erase a person, what they asked for, and what was learned of them.", access: .operators,
      explanation: "Events stay in the log under a pseudonym that leads nowhere, without a position.",
      positionals: position, output: .fields(["person_id": .integer, "erased": .boolean])
    ) { invocation in
      let id = try invocation.arguments.id(at: "PERSON", of: Person.self)
      let store = try invocation.store()
      try store.erasePerson(id, now: invocation.now(in: store))
      return .document(["person_id": .id(id), "erased": true]) { "Person \(id) is erased.\n" }
    }
  }

  private static let export = Command(
    ["privacy", "export"], "Hand out everything that is stored of a person.", access: .staff, positionals: position,
    examples: ["opportune privacy export 12 --json > person-12.json"], output: PersonExport.schema
  ) { invocation in
    let id = try invocation.arguments.id(at: "PERSON", of: Person.self)
    let store = try invocation.store(readOnly: true)
    let now = try invocation.now(in: store)
    let document = try store.exportPerson(id, now: now).json(at: now)
    return .document(document) { document.text(indented: true) }
  }
}
