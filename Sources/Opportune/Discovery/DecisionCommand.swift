import Core
import Store

/// `decision show`: a recorded decision, decided once more from its record.
enum DecisionCommand {
  /// The command.
  static let show = Command(
    ["decision", "show"], "Show a recorded decision and replay it.", access: .staff,
    explanation: """
      The inputs of every decision are kept. The replay ranks them anew; it matches if every score comes out to the \
      last bit. The record of an erased person is gone.
      """,
    positionals: [Positional("DECISION", .id("DECISION"), "The decision's id.")],
    examples: ["opportune decision show 12 --demo"], output: schema
  ) { invocation in
    let decision = try invocation.store(readOnly: true).decision(invocation.arguments.id(at: "DECISION"))
    return .document(decision.json) { decision.text }
  }

  private static let schema: Schema = .fields([
    "decision_id": .integer, "kind": .choice(StoredDecision.Kind.allCases.map(\.rawValue)), "session_id": .integer,
    "decided_at": .instant, "erased": .boolean, "matches": .boolean, "session": .nullable(ParkingSession.schema),
    "person_id": .nullable(.integer), "weather": .nullable(.choice(Weather.allCases.map(\.rawValue))),
    "profile": .nullable(OfferProfile.schema), "limit": .nullable(.integer), "scores": .array(.number),
    "reason": Ranking.listReasonSchema, "ranked": Ranking.rankedSchema, "held_back": Ranking.heldBackSchema,
    "held_back_counts": .map(.integer),
  ])
}

extension StoredDecision {
  /// For scripts: the record and its replay.
  fileprivate var json: JSON {
    [
      "decision_id": .id(id), "kind": .string(kind.rawValue), "session_id": .id(sessionID),
      "decided_at": .instant(decidedAt), "erased": .bool(record == nil), "matches": .bool(matches),
      "session": record.map { $0.context.session.json(at: decidedAt) } ?? .null,
      "person_id": .id(record?.context.person.personID), "weather": .optional(record?.context.weather?.rawValue),
      "profile": record?.profile.json ?? .null, "limit": .optional(record.map { Int64($0.limit) }),
      "scores": .array(scores.map { .number($0) }), "reason": ranking?.listReasonJSON ?? .null,
      "ranked": ranking?.rankedJSON(partnerNames) ?? [], "held_back": ranking?.heldBackJSON(allReasons: false) ?? [],
      "held_back_counts": ranking?.countsJSON ?? [:],
    ]
  }

  /// For people.
  fileprivate var text: String {
    guard let record else { return "Decision \(id) was made for a person who has been erased.\n" }
    var fields = FieldList([
      "decision": "\(id), \(kind.rawValue)", "session": "\(sessionID)",
      "decided": "\(decidedAt.text(in: record.context.session.clock)) \(record.context.session.zone)",
      "weather": record.context.weather?.rawValue ?? "unknown",
      "profile": "\(record.profile.id), version \(record.profile.version)",
      "replay": matches ? "gives the same scores to the last bit" : "DIFFERS from what was recorded",
    ])
    if kind == .accept { fields.add("score", scores.map { Words.number($0) }.joined(separator: ", ")) }
    guard let ranking else { return fields.text }
    return fields.text + "\n" + DiscoverText(ranking: ranking, partnerNames: partnerNames, allReasons: false).text
  }
}
