import Canvas
import Core
import Store

/// `history`: what happened between a person, or in a session, and the offers.
enum HistoryCommand {
  /// The command.
  static let command = Command(
    ["history"], "List the interactions of a person or a session in order of time, page by page.", access: .staff,
    explanation: """
      Give next_cursor to --cursor for the next page; it is null on the last one. The cursor of the last page asks \
      later for what is new. No entry is missed or told twice while new ones arrive.
      """,
    flags: [
      Flag("person", .id("PERSON"), "Whose history."),
      Flag("session", .id("SESSION"), "The history of one session."),
      Flag("limit", .integer("N", 1...10_000), "Most entries of a page.", fallback: "100"),
      Flag("cursor", .text("CURSOR"), "Go on after this entry."),
    ],
    examples: ["opportune history --person 12 --demo", "opportune history --session 8841 --limit 20 --json"],
    output: .fields([
      "interactions": .array(HistoryEntry.schemaWithCode), "cursor": .nullable(.string),
      "next_cursor": .nullable(.string),
    ])
  ) { invocation in
    let arguments = invocation.arguments
    var cursor: HistoryCursor?
    if let text = arguments.text("cursor") {
      guard let parsed = HistoryCursor(parsing: text) else {
        throw InvalidInput(field: "--cursor", "must be a cursor this command gave, not '\(text.prefix(40))'")
      }
      cursor = parsed
    }
    let store = try invocation.store(readOnly: true)
    let page = try store.history(
      of: try subject(arguments), limit: Int(arguments.integer("limit") ?? 100), after: cursor)
    let last = page.entries.last.map { "\($0.at.milliseconds).\($0.id)" } ?? cursor?.description
    var codes: [Claim.ID: ClaimCode] = [:]
    for entry in page.entries where entry.type == .acceptance {
      if let claim = entry.claimID { codes[claim] = try store.claim(claim).code }
    }
    let zone = SystemZones.zones.table(store.world.zone)
    return .document([
      "interactions": .array(page.entries.map { $0.json(code: $0.code(among: codes)) }), "cursor": .optional(last),
      "next_cursor": .optional(page.next?.description),
    ]) { [codes] in table(page, codes: codes, zone: zone) }
  }

  private static func subject(_ arguments: Arguments) throws -> Store.HistorySubject {
    let person: Person.ID? = arguments.id("person")
    let session: ParkingSession.ID? = arguments.id("session")
    switch (person, session) {
    case (let person?, nil): return .person(person)
    case (nil, let session?): return .session(session)
    case (_?, _?): throw CommandLineError.contradiction("--person", "--session")
    case (nil, nil): throw InvalidInput(.missingField, field: "--person", "or --session must say whose history")
    }
  }

  private static func table(_ page: HistoryPage, codes: [Claim.ID: ClaimCode], zone: ZoneTable?) -> String {
    var table = TextTable([
      .whole("at"), .whole("what"), .numbers("session"), .whole("code"), .whole("detail"), .words("offer"),
      .words("partner"),
    ])
    for entry in page.entries {
      table.add([
        entry.at.text(in: zone), entry.type.pastTense, "\(entry.sessionID)",
        entry.code(among: codes)?.description ?? "", TextWidth.clip(entry.detail, to: 16), entry.offerTitle,
        entry.partnerName,
      ])
    }
    let more = page.next.map { "More: --cursor \($0)\n" } ?? ""
    let clock = page.entries.isEmpty ? "" : "Times: \(zone?.name ?? "UTC")\n"
    return table.text(empty: "Nothing happened yet.") + clock + more
  }
}

extension HistoryEntry {
  /// The code of the claim this entry made; nil for everything but an acceptance.
  fileprivate func code(among codes: [Claim.ID: ClaimCode]) -> ClaimCode? {
    type == .acceptance ? claimID.flatMap { codes[$0] } : nil
  }
}
