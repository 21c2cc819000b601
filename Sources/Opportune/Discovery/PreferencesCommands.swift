import Core
import Store

/// `preferences show|set`.
enum PreferencesCommands {
  /// Both.
  static let all = [show, set]

  private static let person = [Positional("PERSON", .id("PERSON"), "The person's id.")]
  private static let schema: Schema = .object([.init("person_id", .integer)] + Preferences.properties)

  private static let show = Command(
    ["preferences", "show"], "Show what a person asked for.", access: .staff, positionals: person, output: schema
  ) { invocation in
    let id = try invocation.arguments.id(at: "PERSON", of: Person.self)
    return answer(try invocation.store(readOnly: true).preferences(of: id), of: id)
  }

  private static let set = Command(
    ["preferences", "set"], "Change what a person asked for: all of it, or nothing if anything is wrong.",
    access: .operators,
    explanation: "Flags that are not given leave what was there. An unknown category is refused with the nearest one.",
    positionals: person, flags: PreferencesEdit.flags,
    examples: [
      "opportune preferences set 12 --quiet-hours 22:00-07:00 --block-category spa",
      "echo '{\"walking_limit_metres\":400}' | opportune preferences set 12 --input -",
    ],
    input: Preferences.inputSchema, output: schema
  ) { invocation in
    let id = try invocation.arguments.id(at: "PERSON", of: Person.self)
    let document = invocation.arguments.has("input") ? Optional(try StandardInput.document()) : .none
    let store = try invocation.store()
    var edit = PreferencesEdit(try store.preferences(of: id), store: store)
    if let document { try edit.apply(document, of: id) }
    try edit.apply(invocation.arguments)
    try store.setPreferences(
      edit.preferences, of: id, by: invocation.actor(in: store), now: invocation.now(in: store))
    return answer(try store.preferences(of: id), of: id)
  }

  private static func answer(_ preferences: Preferences, of person: Person.ID) -> Answer {
    .document(.object([.init("person_id", .id(person))] + preferences.facts)) { preferences.text }
  }
}
