import Core
import Store

extension HistoryEntry {
  /// The entry as in every document.
  var json: JSON {
    [
      "id": .id(id), "at": .instant(at), "type": .string(type.rawValue), "session_id": .id(sessionID),
      "person_id": .id(personID), "offer": ["id": .id(offerID), "title": .string(offerTitle)],
      "offer_version": .count(offerVersion), "partner": ["id": .id(partnerID), "name": .string(partnerName)],
      "claim_id": .id(claimID), "decision_id": .id(decisionID), "value_cents": .optional(valueCents),
      "revenue_cents": .optional(revenueCents), "reason": .optional(reason?.rawValue), "note": .optional(note),
      "minutes_left": .optional(minutesLeft), "lat": .optional(position?.latitude),
      "lng": .optional(position?.longitude), "weather": .optional(weather?.rawValue),
      "walk_metres": .optional(walk?.distance.value), "score": .optional(score),
    ]
  }

  /// The same with the code of the claim that an acceptance made.
  func json(code: ClaimCode?) -> JSON {
    guard case .object(let members) = json else { return json }
    return .object(members + [.init("claim_code", .optional(code?.description))])
  }

  /// The shape of ``json(code:)``.
  static let schemaWithCode: Schema = {
    guard case .object(let properties) = schema else { return schema }
    return .object(properties + [.init("claim_code", .nullable(.string))])
  }()

  /// The shape of ``json``.
  static let schema: Schema = .fields([
    "id": .integer, "at": .instant, "type": .choice(InteractionType.allCases.map(\.rawValue)),
    "session_id": .integer, "person_id": .nullable(.integer),
    "offer": .fields(["id": .integer, "title": .string]), "offer_version": .integer, "partner": .named,
    "claim_id": .nullable(.integer), "decision_id": .nullable(.integer), "value_cents": .nullable(.integer),
    "revenue_cents": .nullable(.integer), "reason": .nullable(.choice(DismissalReason.allCases.map(\.rawValue))),
    "note": .nullable(.string), "minutes_left": .nullable(.number), "lat": .nullable(.number),
    "lng": .nullable(.number), "weather": .nullable(.choice(Weather.allCases.map(\.rawValue))),
    "walk_metres": .nullable(.number), "score": .nullable(.number),
  ])

  /// What to say of it beside the offer.
  var detail: String {
    switch type {
    case .impression: score.map { "score \(Int64($0.rounded()))" } ?? ""
    case .view: ""
    case .acceptance: "worth \(Money(cents: valueCents ?? 0))"
    case .dismissal: note ?? reason?.title ?? ""
    case .redemption: "paid \(Money(cents: revenueCents ?? 0))"
    case .expiry: claimID.map { "claim \($0)" } ?? ""
    }
  }
}
