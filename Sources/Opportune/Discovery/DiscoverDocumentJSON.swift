import Core

extension DiscoverDocument {
  /// The answer of `discover`, as issue and contract have it.
  /// - Parameter allReasons: every reason against an offer, not only the first.
  func json(allReasons: Bool) -> JSON {
    [
      "session": context.session.json(at: context.now), "person_id": .id(context.person.personID),
      "decision_id": .id(decisionID), "decided_at": .instant(context.now),
      "reason": ranking.listReasonJSON, "profile": profile.json, "what_if": whatIfJSON,
      "ranked": ranking.rankedJSON(partnerNames, beside: comparison),
      "held_back": ranking.heldBackJSON(allReasons: allReasons, beside: comparison),
      "held_back_counts": ranking.countsJSON,
    ]
  }

  /// The shape of ``json(allReasons:)``.
  static let schema: Schema = .fields([
    "session": ParkingSession.schema, "person_id": .nullable(.integer), "decision_id": .nullable(.integer),
    "decided_at": .instant, "reason": Ranking.listReasonSchema, "profile": OfferProfile.schema,
    "what_if": whatIfSchema,
    "ranked": Ranking.rankedSchema, "held_back": Ranking.heldBackSchema, "held_back_counts": .map(.integer),
  ])
}

extension OfferProfile {
  /// `{"id","version"}`.
  var json: JSON { ["id": .integer(id), "version": .count(version)] }

  /// The shape of ``json``.
  static let schema: Schema = .fields(["id": .integer, "version": .integer])
}

extension Ranking {
  /// The shown offers with their factors; where something is supposed, also the real rank and score of each.
  func rankedJSON(_ partnerNames: [Partner.ID: String], beside comparison: WhatIfComparison? = nil) -> JSON {
    .array(
      ranked.enumerated().map { index, ranked in
        let fields: JSON = [
          "opportunity_id": .id(ranked.offer.id), "title": .string(ranked.offer.title),
          "partner": [
            "id": .id(ranked.offer.partnerID), "name": .string(partnerNames[ranked.offer.partnerID] ?? ""),
          ],
          "score": .optional(ranked.score), "factors": ranked.factorsJSON,
          "walk_metres": .optional(ranked.walk.distance.value), "walk_minutes": .optional(ranked.walk.minutes),
          "value_cents": .integer(ranked.valueCents),
        ]
        guard let comparison, case .object(let members) = fields else { return fields }
        return .object(
          members + [JSON.Member("rank", .count(index + 1))] + comparison.members(of: ranked.offer.id))
      })
  }

  /// The held-back offers with the first reason, and `reasons` with every one where asked for.
  func heldBackJSON(allReasons: Bool, beside comparison: WhatIfComparison? = nil) -> JSON {
    .array(
      heldBack.map { held in
        var members = [
          JSON.Member("opportunity_id", .id(held.offer.id)), JSON.Member("title", .string(held.offer.title)),
        ]
        members += held.reason.members
        if allReasons { members.append(.init("reasons", .array(([held.reason] + held.others).map(\.json)))) }
        if let comparison { members += comparison.members(of: held.offer.id) }
        return .object(members)
      })
  }

  /// How many offers each code holds back.
  var countsJSON: JSON {
    .object(heldBackCounts.map { JSON.Member($0.code.name, .count($0.count)) })
  }

  /// `{"code","text"}` where one reason holds for the whole list, else null.
  var listReasonJSON: JSON {
    reason.map { ["code": .string($0.code.name), "text": .string($0.sentence)] } ?? .null
  }

  /// The shape of ``rankedJSON(_:)``.
  static let rankedSchema: Schema = .array(
    .object(
      [
        .init("opportunity_id", .integer), .init("title", .string), .init("partner", .named), .init("score", .number),
        .init("factors", RankedOffer.factorsSchema), .init("walk_metres", .number), .init("walk_minutes", .number),
        .init("value_cents", .integer), .init("rank", .integer, optional: true),
      ] + WhatIfComparison.properties))

  /// The shape of ``heldBackJSON(allReasons:)``.
  static let heldBackSchema: Schema = .array(
    .object(
      [.init("opportunity_id", .integer), .init("title", .string)] + HeldBackReason.properties
        + [.init("reasons", .array(.object(HeldBackReason.properties)), optional: true)]
        + WhatIfComparison.properties))

  /// The shape of ``listReasonJSON``.
  static let listReasonSchema: Schema = .nullable(.fields(["code": .string, "text": .string]))
}
