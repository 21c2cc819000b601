import Core

/// The shapes of the lines that `score` reads and writes.
enum ScoreSchema {
  /// One line in.
  static let input: Schema = .fields(
    required: ["now": .instant, "session": session, "offer": offer],
    optional: ["id": .any, "zone": .string, "weather": .choice(Weather.allCases.map(\.rawValue)), "person": person])

  private static let session: Schema = .fields(
    required: ["lat": .number, "lng": .number, "expires": .instant],
    optional: ["started": .instant, "hourly_rate_cents": .integer])

  private static let person: Schema = .fields(
    required: [:],
    optional: [
      "walking_limit_metres": .number, "accepted": .number, "dismissed": .number,
      "preferred_categories": .array(.string), "blocked_categories": .array(.string),
      "blocked_partners": .array(.integer), "blocked_days": .array(.string), "enabled": .boolean,
      "quiet_hours": .oneOf([
        .array(.string),
        .array(.fields(required: ["from": .string, "to": .string], optional: ["days": .array(.string)])),
      ]),
    ])

  private static let offer: Schema = .fields(
    required: ["lat": .number, "lng": .number],
    optional: [
      "category": .string, "partner_id": .integer, "use_minutes": .number, "value": value,
      "typical_spend_cents": .integer, "capacity_total": .integer, "capacity_left": .integer,
      "valid_from": .instant, "valid_until": .instant, "trigger": trigger, "priority": .integer,
    ])

  private static let value: Schema = .fields(
    required: [:],
    optional: [
      "discount_percent": .number, "amount_cents": .integer, "parking_minutes": .integer,
      "perks": .array(.choice(Perk.allCases.map(\.rawValue))),
    ])

  /// The rules of an offer, which other commands take and show as well.
  static let trigger: Schema = .fields(
    required: [:],
    optional: [
      "time_remaining_min": .number, "time_remaining_max": .number, "days_of_week": .array(.string),
      "time_of_day_start": .string, "time_of_day_end": .string,
      "weather": .oneOf([.string, .array(.choice(Weather.allCases.map(\.rawValue)))]),
    ])

  /// One line out: shown, held back, or wrong.
  static let output: Schema = .oneOf([
    .fields([
      "id": .any, "eligible": .boolean, "score": .number, "factors": RankedOffer.factorsSchema,
      "walk_metres": .number,
    ]),
    .object([.init("id", .any), .init("eligible", .boolean)] + HeldBackReason.properties),
    LineAnswers.errorSchema,
  ])
}
