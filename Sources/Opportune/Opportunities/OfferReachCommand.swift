import Canvas
import Core
import Store

/// `offer reach`: whom an offer's rules let see it.
enum OfferReachCommand {
  /// The command.
  static let command = Command(
    ["offer", "reach"], "Estimate how many of the last week's sessions an offer would have reached.",
    access: .everyone,
    explanation: """
      A session counts if at least one instant of it passes every rule: triggers, the way on foot, the time to use it, \
      and what the driver asked for. State, window and places left are left aside, so that a draft can be asked too. \
      'Excluded' sessions would be held back by that rule alone all the time; 'only' ones would be reached without it.
      """,
    positionals: [Positional("OFFER", .id("OFFER"), "The offer's id.")],
    flags: [Flag("trigger", .text("JSON"), "Suppose this trigger rule instead of the offer's; nothing is written.")],
    examples: [
      "opportune offer reach 17 --demo", #"opportune offer reach 17 --trigger '{"days_of_week":["fri","sat"]}' --json"#,
    ],
    output: .fields([
      "offer": .fields(["id": .integer, "title": .string]), "sessions": .integer, "eligible": .integer,
      "share": .nullable(.number), "reason": .nullable(.string),
      "costs": .array(.fields(["code": .string, "excluded": .integer, "only": .integer])),
      "open_hours": .array(.number), "parked_hours": .array(.number),
    ])
  ) { invocation in
    let store = try invocation.store(readOnly: true)
    let now = try invocation.now(in: store)
    let id: Offer.ID = try invocation.arguments.id(at: "OFFER")
    var offer = try store.offer(id)
    guard try invocation.actor(in: store).sees(offer.partnerID) else {
      throw StoreError.notFound(what: "offer", name: id.description)
    }
    if let text = invocation.arguments.text("trigger") {
      offer.trigger = try TriggerRule(JSON(parsing: text), field: "--trigger")
    }
    let reach = try store.reach(of: offer, now: now)
    return .document(reach.json(of: offer)) { reach.text(of: offer) }
  }
}

extension ReachEstimate {
  /// As in the document of `offer reach`.
  fileprivate func json(of offer: Offer) -> JSON {
    [
      "offer": ["id": .id(offer.id), "title": .string(offer.title)], "sessions": .count(sessions),
      "eligible": .count(eligible), "share": .optional(sessions > 0 ? Double(eligible) / Double(sessions) : nil),
      "reason": .optional(sessions > 0 ? nil : Self.nobody),
      "costs": .array(
        costs.map { ["code": .string($0.code.name), "excluded": .count($0.excluded), "only": .count($0.only)] }),
      "open_hours": .array(open.map(JSON.number)), "parked_hours": .array(parked.map(JSON.number)),
    ]
  }

  fileprivate func text(of offer: Offer) -> String {
    guard sessions > 0 else { return PageWidth.wrapped("\(offer.title): \(Self.nobody).") }
    let share = Number.rate(eligible, of: sessions)
    let heading = PageWidth.wrapped(
      "\(offer.title) would have reached \(share) sessions of the last seven days.")
    guard !costs.isEmpty else { return heading }
    var table = TextTable([.whole("rule"), .numbers("excluded"), .numbers("only this one")])
    for cost in costs {
      table.add([cost.code.name, Number.grouped(cost.excluded), Number.grouped(cost.only)])
    }
    return heading + "\n" + table.text(empty: "")
  }

  private static let nobody = "nobody parked in the last seven days"
}
