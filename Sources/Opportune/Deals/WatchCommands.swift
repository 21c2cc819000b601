import Core
import Store

/// `watch add|list|remove`.
enum WatchCommands {
  /// All of them.
  static let all = [add, list, remove]

  private static let add = Command(
    ["watch", "add"], "Be told once a price is at or under a number.", access: .operators,
    explanation: """
      Told at the change that brings the price there, once, and again only after it was above by 2 % or one unit of the \
      currency, whichever is more. With --search every listing that the rule line finds is watched for itself.
      """,
    positionals: [Positional("LISTING", .id("LISTING"), "The listing's id, or --search.", isRequired: false)],
    flags: [
      Flag("search", .text("LINE"), "Watch what a rule line finds, without a highest price of its own."),
      Flag("at-or-under", .text("AMOUNT"), "The price, as in 150 or 149.90.", isRequired: true),
      Flag("currency", .text("CODE"), "What it is in.", fallback: "the listing's, else the database's"),
      RuleInput.owner,
    ],
    examples: [
      "opportune watch add 17 --at-or-under 150 --demo",
      "opportune watch add --search 'road bike condition>=good' --at-or-under 400 --demo",
    ],
    output: .fields(["watch": WatchDocument.schema])
  ) { invocation in
    let arguments = invocation.arguments
    let store = try invocation.store()
    let target: Watch.Target
    switch (arguments.positional("LISTING"), arguments.text("search")) {
    case (nil, nil):
      throw CommandLineError.missingArgument("LISTING", usage: "opportune watch add (LISTING | --search LINE)")
    case (.some, .some): throw CommandLineError.contradiction("LISTING", "--search")
    case (nil, let line?): target = .search(try invocation.ruleDraft(line, in: store, field: "--search").terms)
    case (.some, nil): target = .listing(try arguments.id(at: "LISTING"))
    }
    let cents = try Money.cents(parsing: arguments.text("at-or-under") ?? "", field: "--at-or-under")
    let currency = try arguments.text("currency").map { try Currency($0, field: "--currency") }
    let now = try invocation.now(in: store)
    let watch = try store.addWatch(
      WatchDraft(target, atOrUnder: cents, currency: currency), of: arguments.id("person"),
      by: invocation.actor(in: store), now: now)
    let document = WatchDocument(try store.watchSummary(watch.id, now: now))
    return .document(["watch": document.json]) { document.text }
  }

  private static let list = Command(
    ["watch", "list"], "List the prices a person waits for.", access: .staff, flags: [RuleInput.person],
    examples: ["opportune watch list --demo"],
    output: .fields(["person": .named, "watches": .array(WatchDocument.schema)])
  ) { invocation in
    let store = try invocation.store(readOnly: true)
    let person = try invocation.dealPerson(in: store)
    let now = try invocation.now(in: store)
    let watches = try store.watches(of: person.id).map { WatchDocument(try store.watchSummary($0.id, now: now)) }
    return .document(["person": person.named, "watches": .array(watches.map(\.json))]) {
      var table = TextTable([
        .numbers("watch"), .words("what"), .numbers("at or under"), .numbers("now"), .numbers("lowest"),
        .sentence("standing"),
      ])
      for document in watches {
        let summary = document.summary
        table.add([
          "\(summary.watch.id)", summary.title, summary.watch.threshold.description,
          summary.price?.description ?? "", summary.lowest?.description ?? "", document.standing,
        ])
      }
      return table.text(empty: "\(person.name) watches no price.")
    }
  }

  private static let remove = Command(
    ["watch", "remove"], "Watch a price no more; what was not told yet is cancelled.", access: .operators,
    positionals: [Positional("WATCH", .id("WATCH"), "The watch's id.")], output: .fields(["removed": .integer])
  ) { invocation in
    let store = try invocation.store()
    let watch = try store.removeWatch(
      invocation.arguments.id(at: "WATCH"), by: invocation.actor(in: store), now: invocation.now(in: store))
    return .document(["removed": .id(watch.id)]) { "Watch \(watch.id) is gone; 'opportune undo' brings it back.\n" }
  }
}

/// A watch as in every document.
struct WatchDocument {
  let summary: WatchSummary

  init(_ summary: WatchSummary) {
    self.summary = summary
  }

  /// For scripts.
  var json: JSON {
    let watch = summary.watch
    var (listing, search): (JSON, JSON) = (.null, .null)
    switch watch.target {
    case .listing(let id): listing = .id(id)
    case .search(let terms): search = .string(RuleLine.print(RuleDraft(terms: terms)))
    }
    return [
      "id": .id(watch.id), "person_id": .id(watch.person), "listing_id": listing, "search": search,
      "title": .string(summary.title), "at_or_under": .number(watch.threshold.amount),
      "currency": .string(watch.threshold.currency.code), "price": .optional(summary.price?.amount),
      "lowest_90_days": .optional(summary.lowest?.amount), "record": .optional(summary.record?.words),
      "armed": .bool(watch.isArmed), "triggers": .count(watch.triggers), "created_at": .instant(watch.createdAt),
      "last_triggered_at": .instant(watch.lastTriggeredAt),
    ]
  }

  /// The shape of ``json``.
  static let schema: Schema = .fields([
    "id": .integer, "person_id": .integer, "listing_id": .nullable(.integer), "search": .nullable(.string),
    "title": .string, "at_or_under": .number, "currency": .string, "price": .nullable(.number),
    "lowest_90_days": .nullable(.number), "record": .nullable(.string), "armed": .boolean, "triggers": .integer,
    "created_at": .instant, "last_triggered_at": .nullable(.instant),
  ])

  /// Whether it waits or has spoken, and what is special about the price.
  var standing: String {
    let watch = summary.watch
    var parts = [watch.isArmed ? "waits" : "has told, and waits until the price has been well above"]
    if watch.isArmed, let price = summary.price, price.currency == watch.threshold.currency,
      price.cents <= watch.threshold.cents
    {
      parts = ["is there already; the next change at or under it is told"]
    }
    if let record = summary.record { parts.append(record.words) }
    return parts.joined(separator: "; ")
  }

  /// For people.
  var text: String {
    FieldList([
      "watch": "\(summary.watch.id)", "what": summary.title, "at or under": summary.watch.threshold.description,
      "now": summary.price?.description ?? "no price", "lowest in 90 days": summary.lowest?.description ?? "",
      "standing": standing, "told": Words.count(summary.watch.triggers, "time"),
    ]).text
  }
}
