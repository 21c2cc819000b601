import Core
import Store

/// `alert list|read|snooze`, `sweep`.
enum AlertCommands {
  /// All of them.
  static let all = [list, read, snooze, sweep]

  private static let output: Schema = .fields(["alerts": .array(AlertDocument.schema)])

  private static let list = Command(
    ["alert", "list"], "List what a person was told and what waits to be, the latest first.", access: .staff,
    flags: [
      RuleInput.person, .switch("unread", "Only what was told and not read."),
      Flag("state", .choice(Alert.State.allCases.map(\.rawValue)), "Only in this state."),
      Flag("by-rule", .id("RULE"), "Only of this rule."),
      Flag("limit", .integer("N", 1...10_000), "Most alerts of a page.", fallback: "50"),
      Flag("before", .id("ALERT"), "Go on before this number."),
    ],
    examples: ["opportune alert list --unread --demo"],
    output: .fields([
      "person": .named, "unread": .integer, "alerts": .array(AlertDocument.schema), "next_before": .nullable(.integer),
    ])
  ) { invocation in
    let arguments = invocation.arguments
    let store = try invocation.store(readOnly: true)
    let person = try invocation.dealPerson(in: store)
    let limit = Int(arguments.integer("limit") ?? 50)
    let found = try store.inbox(
      of: person.id,
      InboxFilter(
        isUnread: arguments.has("unread"), state: arguments.text("state").flatMap(Alert.State.init),
        rule: arguments.id("by-rule"), before: arguments.id("before"), limit: limit + 1))
    let page = try documents(Array(found.prefix(limit)), in: store)
    let next = found.count > limit ? page.last?.alert.id : nil
    let unread = try store.countUnread(of: person.id)
    let zone = SystemZones.zones.table(person.zone)
    return .document([
      "person": person.named, "unread": .count(unread), "alerts": .array(page.map(\.json)), "next_before": .id(next),
    ]) {
      table(page, zone: zone, empty: "\(person.name) was told nothing.")
        + (next.map { "More: --before \($0)\n" } ?? "")
    }
  }

  private static let read = Command(
    ["alert", "read"], "Note that alerts were read, or are to be read again.", access: .operators,
    positionals: [Positional("ALERT", .id("ALERT"), "An alert's id.", isRequired: false, isRepeatable: true)],
    flags: [
      RuleInput.person, .switch("all", "Every unread alert of the person."),
      .switch("unread", "Mark them as new again instead."),
    ],
    examples: ["opportune alert read 17", "opportune alert read --all", "opportune alert read 17 --unread"],
    output: output
  ) { invocation in
    let store = try invocation.store()
    let (actor, now) = (try invocation.actor(in: store), try invocation.now(in: store))
    let isUnread = invocation.arguments.has("unread")
    if isUnread, invocation.arguments.has("all") { throw CommandLineError.contradiction("--unread", "--all") }
    var ids = invocation.arguments.positionals("ALERT").compactMap { Int64($0) }.map { Alert.ID($0) }
    if invocation.arguments.has("all") {
      let person = try invocation.dealPerson(in: store)
      ids += try store.inbox(of: person.id, InboxFilter(isUnread: true, limit: 100_000)).map(\.id)
    } else if ids.isEmpty {
      throw CommandLineError.missingArgument("ALERT", usage: "opportune alert read ALERT… | --all")
    }
    let named = ids
    let alerts = try store.write { () throws(StoreError) in
      try named.map { id throws(StoreError) in
        try isUnread ? store.unreadAlert(id, by: actor) : store.readAlert(id, by: actor, now: now)
      }
    }
    return try answer(alerts, in: store)
  }

  private static let snooze = Command(
    ["alert", "snooze"], "Put an alert out of the inbox and be told again later.", access: .operators,
    positionals: [Positional("ALERT", .id("ALERT"), "The alert's id.")],
    flags: [
      Flag("until", .instant, "When it comes back.", fallback: "after --minutes"),
      Flag("minutes", .integer("N", 1...525_600), "How long it stays away.", fallback: "60"),
    ],
    examples: ["opportune alert snooze 17 --minutes 180"], output: output
  ) { invocation in
    let arguments = invocation.arguments
    if arguments.has("until"), arguments.has("minutes") {
      throw CommandLineError.contradiction("--until", "--minutes")
    }
    let store = try invocation.store()
    let now = try invocation.now(in: store)
    let alert = try store.snoozeAlert(
      arguments.id(at: "ALERT"),
      until: arguments.instant("until") ?? now + .minutes(arguments.integer("minutes") ?? 60),
      by: invocation.actor(in: store), now: now)
    return try answer([alert], in: store)
  }

  private static let sweep = Command(
    ["sweep"], "Raise alerts that are missing, and decide what is due.", access: .operators,
    explanation: """
      Listings are held against rules when they come in, so that a sweep finds nothing unless something went wrong; \
      what is held or waits is decided when it is due, by the dashboard or by this. For cron, every 30 minutes or as \
      often as alerts shall be timely.
      """,
    examples: ["opportune sweep"],
    output: .fields([
      "listings": .integer, "raised": .integer, "decided": .map(.integer), "digests": .integer,
    ])
  ) { invocation in
    let store = try invocation.store()
    let report = try store.sweep(now: invocation.now(in: store))
    let decided = Alert.State.allCases.compactMap { state in report.due.alerts[state].map { (state.rawValue, $0) } }
    return .document([
      "listings": .count(report.listings), "raised": .count(report.raised),
      "decided": .object(decided.map { JSON.Member($0, .count($1)) }), "digests": .count(report.due.digests),
    ]) {
      "Looked at \(Words.count(report.listings, "listing")); \(Words.count(report.raised, "alert")) missing. "
        + "Decided: \(decided.isEmpty ? "nothing was due" : Words.all(decided.map { "\($1) \($0)" })); "
        + "\(Words.count(report.due.digests, "digest")).\n"
    }
  }

  private static func documents(_ alerts: [Alert], in store: Store) throws -> [AlertDocument] {
    try alerts.map { alert in
      AlertDocument(alert, title: try alert.listing.map { try store.listing($0).title })
    }
  }

  private static func answer(_ alerts: [Alert], in store: Store) throws -> Answer {
    let documents = try documents(alerts, in: store)
    let zone = SystemZones.zones.table(store.world.zone)
    return .document(["alerts": .array(documents.map(\.json))]) { table(documents, zone: zone, empty: "No alert.") }
  }

  private static func table(_ documents: [AlertDocument], zone: ZoneTable?, empty: String) -> String {
    var table = TextTable([
      .numbers("alert"), .whole("at"), .words("what"), .numbers("price"), .words("because of"), .sentence("standing"),
    ])
    for document in documents {
      table.add([
        "\(document.alert.id)", document.alert.at.text(in: zone), document.words,
        document.alert.price?.description ?? "", document.alert.origin, document.standing,
      ])
    }
    return table.text(empty: empty)
  }
}
