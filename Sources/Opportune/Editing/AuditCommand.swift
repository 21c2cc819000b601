import Core
import Store

/// `audit`: who did what, to what, and when.
enum AuditCommand {
  /// The command.
  static let command = Command(
    ["audit"], "Show who changed what, the latest first, page by page.", access: .everyone,
    explanation: """
      Every edit, move, key, refund and settlement leaves a row that nothing changes or removes. A partner's key shows \
      what was done to the partner's own things, by whomever. Give next_before to --before for the next page; it is \
      null on the last one.
      """,
    flags: [
      Flag("actor", .text("ROLE:NAME"), "Only what this actor did, as in operator:ana or partner:3."),
      Flag("partner", .id("PARTNER"), "Only what was done to a partner's things."),
    ]
      + subjects.map { kind, placeholder, meaning in
        Flag(kind.rawValue, .id(placeholder), "Only what was done to \(meaning).")
      } + [
        Flag("limit", .integer("N", 1...10_000), "Most rows of a page.", fallback: "50"),
        Flag("before", .id("COMMAND"), "Go on before this number."),
      ],
    examples: ["opportune audit --offer 17", "opportune audit --actor operator:ana --json"],
    output: .fields(["commands": .array(LoggedCommand.schema), "next_before": .nullable(.integer)])
  ) { invocation in
    let arguments = invocation.arguments
    let limit = Int(arguments.integer("limit") ?? 50)
    let store = try invocation.store(readOnly: true)
    var filter = AuditFilter(
      actor: arguments.text("actor"), subject: try subject(arguments), partner: arguments.id("partner"),
      before: arguments.id("before"), limit: limit + 1)
    if let partner = filter.partner { _ = try store.partner(partner, for: invocation.actor(in: store)) }
    let rows = try store.audit(filter, for: invocation.actor(in: store))
    let page = rows.prefix(limit)
    filter.before = rows.count > limit ? page.last?.id : nil
    let next = filter.before
    let zone = SystemZones.zones.table(store.world.zone)
    return .document(["commands": .array(page.map(\.json)), "next_before": .id(next)]) {
      table(page, zone: zone) + (next.map { "More: --before \($0)\n" } ?? "")
    }
  }

  /// What a flag of its own leads to.
  private static let subjects: [(kind: CommandSubject.Kind, placeholder: String, meaning: String)] = [
    (.offer, "OFFER", "one offer"), (.preferences, "PERSON", "a person's preferences"), (.claim, "CLAIM", "one claim"),
    (.key, "KEY", "one key"),
  ]

  private static func subject(_ arguments: Arguments) throws -> CommandSubject? {
    let given = subjects.filter { arguments.has($0.kind.rawValue) }
    if given.count > 1 {
      throw CommandLineError.contradiction("--\(given[0].kind.rawValue)", "--\(given[1].kind.rawValue)")
    }
    return given.first.flatMap { subject in
      arguments.integer(subject.kind.rawValue).map { CommandSubject(subject.kind, id: $0) }
    }
  }

  private static func table(_ rows: ArraySlice<LoggedCommand>, zone: ZoneTable?) -> String {
    var table = TextTable([
      .numbers("command"), .whole("at"), .whole("who"), .whole("did"), .whole("to"), .sentence("what"),
    ])
    for row in rows {
      table.add([
        "\(row.id)", row.at.text(in: zone), row.actor, row.verb, row.subject.description,
        [row.note, row.undoneBy.map { "undone by \($0)" }].compactMap(\.self).joined(separator: "; "),
      ])
    }
    let clock = rows.isEmpty ? "" : "Times: \(zone?.name ?? "UTC")\n"
    return table.text(empty: "Nobody changed anything yet.") + clock
  }
}
