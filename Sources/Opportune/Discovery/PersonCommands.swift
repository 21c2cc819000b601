import Core
import Store

/// `person add|list|show`.
enum PersonCommands {
  /// All of them.
  static let all = [add, list, show]

  private static let schema: Schema = .fields(["person": Person.schema])
  private static let position = [Positional("PERSON", .id("PERSON"), "The person's id.")]

  private static let add = Command(
    ["person", "add"], "Add a person.", access: .operators,
    flags: [
      Flag("name", .text("NAME"), "The name.", isRequired: true),
      Flag("zone", .text("ZONE"), "The clock quiet hours run on.", fallback: "the database's"),
    ],
    examples: ["opportune person add --name 'Ana R.' --zone America/Cayman"], output: schema
  ) { invocation in
    let store = try invocation.store()
    let draft = Person(
      id: Person.ID(0), name: invocation.arguments.text("name") ?? "",
      zone: invocation.arguments.text("zone") ?? store.world.zone)
    let person = try store.addPerson(draft, now: invocation.now(in: store))
    return .document(["person": person.json]) { person.text }
  }

  private static let list = Command(
    ["person", "list"], "List people.", access: .staff,
    flags: [
      Flag("limit", .integer("N", 1...1_000_000), "Most people listed.", fallback: "50"),
      Flag("after", .id("PERSON"), "Go on after this id."),
    ],
    output: .fields(["people": .array(Person.schema)])
  ) { invocation in
    let people = try invocation.store(readOnly: true)
      .people(limit: Int(invocation.arguments.integer("limit") ?? 50), after: invocation.arguments.id("after"))
    return .document(["people": .array(people.map(\.json))]) {
      var table = TextTable([.numbers("person"), .words("name"), .words("zone")])
      for person in people { table.add(["\(person.id)", person.name, person.zone]) }
      return table.text(empty: "No person.")
    }
  }

  private static let show = Command(
    ["person", "show"], "Show a person.", access: .staff, positionals: position, output: schema
  ) { invocation in
    let person = try invocation.store(readOnly: true).person(invocation.arguments.id(at: "PERSON"))
    return .document(["person": person.json]) { person.text }
  }
}

extension Person {
  /// The person as in every document.
  var json: JSON { ["id": .id(id), "name": .string(name), "zone": .string(zone)] }

  /// The shape of ``json``.
  static let schema: Schema = .fields(["id": .integer, "name": .string, "zone": .string])

  /// For people.
  var text: String { FieldList(["person": "\(id)", "name": name, "zone": zone]).text }
}
