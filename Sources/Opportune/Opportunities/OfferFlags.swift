import Core

extension Offer {
  /// A flag for each of ``Offer/facts``.
  static let factFlags: [FactFlag] = [
    FactFlag("title", .text, "TEXT", "What it is called."),
    FactFlag("description", .text, "TEXT", "More about it.", optional: true),
    FactFlag("terms", .text, "TEXT", "The small print.", optional: true),
    FactFlag("type", .text, OfferType.allCases.map(\.rawValue).joined(separator: "|"), "What kind of offer."),
    FactFlag("category", .text, "CATEGORY", "Its category; a new offer has its partner's."),
    FactFlag("value.discount_percent", .number, "N", "Percent off.", optional: true),
    FactFlag("value.amount_cents", .integer, "CENTS", "Money off, in cents.", optional: true),
    FactFlag("value.parking_minutes", .integer, "N", "Minutes of parking.", optional: true),
    FactFlag(
      "value.perks", .list, "LIST", "Of \(Perk.allCases.map(\.rawValue).joined(separator: ", ")).", optional: true),
    FactFlag("typical_spend_cents", .integer, "CENTS", "What a purchase usually costs, in cents.", optional: true),
    FactFlag("currency", .text, "CODE", "ISO 4217; the partner's."),
    FactFlag("use_minutes", .number, "N", "Minutes it takes to use once there.", optional: true),
    FactFlag("lat", .number, "DEGREES", "Where it is; a new offer is where its partner is."),
    FactFlag("lng", .number, "DEGREES", "Where it is."),
    FactFlag("capacity_total", .integer, "N", "Places in all.", optional: true),
    FactFlag("valid_from", .text, "TIME", "From when.", optional: true),
    FactFlag("valid_until", .text, "TIME", "Until when, that instant not included.", optional: true),
    FactFlag("trigger.time_remaining_min", .number, "MINUTES", "Least minutes left on the meter.", optional: true),
    FactFlag("trigger.time_remaining_max", .number, "MINUTES", "Most minutes left on the meter.", optional: true),
    FactFlag("trigger.days_of_week", .list, "DAYS", "Only on these days: fri,sat.", optional: true),
    FactFlag("trigger.time_of_day_start", .text, "HH:MM", "Only from this time of day.", optional: true),
    FactFlag("trigger.time_of_day_end", .text, "HH:MM", "Only before this time of day.", optional: true),
    FactFlag(
      "trigger.weather", .list, "LIST", "Only in: \(Weather.allCases.map(\.rawValue).joined(separator: ", ")).",
      optional: true),
    FactFlag("priority", .integer, "N", "-1000 to 1000; decides between equal scores.", optional: true),
    FactFlag("cooldown_hours", .number, "HOURS", "How long it stays away once dismissed.", optional: true),
    FactFlag("max_impressions_per_user", .integer, "N", "How often one person is shown it.", optional: true),
    FactFlag("impressions_per_day", .boolean, "true|false", "Whether that is a day's number."),
    FactFlag("max_claims_per_user", .integer, "N", "How often one person may take it.", optional: true),
    FactFlag("claim_minutes", .integer, "N", "How long a claim is good for; 240 if not given.", optional: true),
  ]

  /// The shape of what `offer create` and `offer edit` read: any of the facts, null for none, and what `offer show`
  /// tells beside them.
  static let inputSchema: Schema = {
    guard case .object(let properties) = schema else { return .any }
    let trigger: [Schema.Property] = [
      .init("time_remaining_min", .nullable(.number), optional: true),
      .init("time_remaining_max", .nullable(.number), optional: true),
      .init("days_of_week", .nullable(.array(.string)), optional: true),
      .init("time_of_day_start", .nullable(.string), optional: true),
      .init("time_of_day_end", .nullable(.string), optional: true),
      .init("weather", .nullable(.oneOf([.string, .array(.string)])), optional: true),
    ]
    let value: [Schema.Property] = [
      .init("discount_percent", .nullable(.number), optional: true),
      .init("amount_cents", .nullable(.integer), optional: true),
      .init("parking_minutes", .nullable(.integer), optional: true),
      .init("perks", .nullable(.array(.choice(Perk.allCases.map(\.rawValue)))), optional: true),
    ]
    let facts = properties.map { property in
      switch property.name {
      case "trigger": Schema.Property("trigger", .nullable(.object(trigger)), optional: true)
      case "value": Schema.Property("value", .nullable(.object(value)), optional: true)
      default: Schema.Property(property.name, property.schema.orNull, optional: true)
      }
    }
    return .object([.init("partner_id", .integer, optional: true)] + facts)
  }()
}

extension Schema {
  /// The shape, or null.
  var orNull: Schema {
    if case .nullable = self { self } else { .nullable(self) }
  }
}
