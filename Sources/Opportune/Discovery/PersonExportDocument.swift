import Core
import Store

extension PersonExport {
  /// Everything, in one document.
  func json(at now: Timestamp) -> JSON {
    [
      "person": person.json, "external_id": .optional(externalID), "preferences": .object(preferences.facts),
      "category_affinity": .array(
        categoryAffinity.map { .object([.init("category", .string($0.category))] + $0.affinity.members) }),
      "partner_affinity": .array(
        partnerAffinity.map { .object([.init("partner_id", .id($0.partner))] + $0.affinity.members) }),
      "offers": .array(offers.map { Self.json($0.offer, $0.history) }),
      "sessions": .array(sessions.map { $0.json(at: now) }), "claims": .array(claims.map(\.json)),
      "interactions": .array(interactions.map(\.json)), "decision_ids": .array(decisions.map { .id($0) }),
      "rules": .array(rules.map { RuleDocument($0).json }), "watches": .array(watches.map { WatchDocument($0).json }),
      "alerts": .array(alerts.map { AlertDocument($0, title: nil).json }),
    ]
  }

  private static func json(_ offer: Offer.ID, _ history: OfferHistory) -> JSON {
    [
      "offer_id": .id(offer), "impressions": .count(history.impressions),
      "impressions_today": .count(history.impressionsToday), "dismissed_at": .instant(history.dismissedAt),
      "open_claim": .bool(history.hasOpenClaim), "claims": .count(history.claims),
    ]
  }

  /// The shape of ``json(at:)``.
  static let schema: Schema = .fields([
    "person": Person.schema, "external_id": .nullable(.string), "preferences": .object(Preferences.properties),
    "category_affinity": .array(.object([.init("category", .string)] + Affinity.properties)),
    "partner_affinity": .array(.object([.init("partner_id", .integer)] + Affinity.properties)),
    "offers": .array(
      .fields([
        "offer_id": .integer, "impressions": .integer, "impressions_today": .integer,
        "dismissed_at": .nullable(.instant), "open_claim": .boolean, "claims": .integer,
      ])),
    "sessions": .array(ParkingSession.schema), "claims": .array(ClaimRecord.schema),
    "interactions": .array(HistoryEntry.schema), "decision_ids": .array(.integer),
    "rules": .array(RuleDocument.schema), "watches": .array(WatchDocument.schema),
    "alerts": .array(AlertDocument.schema),
  ])
}

extension Affinity {
  /// What was learned, and for which instant it holds.
  fileprivate var members: [JSON.Member] {
    [
      .init("accepted", .number(accepted)), .init("dismissed", .number(dismissed)), .init("as_of", .instant(asOf)),
    ]
  }

  fileprivate static let properties: [Schema.Property] = [
    .init("accepted", .number), .init("dismissed", .number), .init("as_of", .instant),
  ]
}

extension ClaimRecord {
  /// The claim as in every document.
  var json: JSON {
    [
      "id": .id(id), "code": .string(code.description), "offer_id": .id(offerID), "session_id": .id(sessionID),
      "person_id": .id(personID), "decision_id": .id(decisionID), "state": .string(state.rawValue),
      "claimed_at": .instant(claimedAt), "expires_at": .instant(expiresAt), "closed_at": .instant(closedAt),
      "value_cents": .integer(valueCents), "revenue_cents": .optional(revenueCents),
    ]
  }

  /// The shape of ``json``.
  static let schema: Schema = .fields([
    "id": .integer, "code": .string, "offer_id": .integer, "session_id": .integer, "person_id": .nullable(.integer),
    "decision_id": .nullable(.integer), "state": .choice(Claim.State.allCases.map(\.rawValue)),
    "claimed_at": .instant, "expires_at": .instant, "closed_at": .nullable(.instant), "value_cents": .integer,
    "revenue_cents": .nullable(.integer),
  ])
}
