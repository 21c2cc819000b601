extension Offer {
  /// Everything an edit may change, by the names that documents, edits and histories use.
  package var facts: [JSON.Member] {
    [
      .init("title", .string(title)), .init("description", .string(description)), .init("terms", .string(terms)),
      .init("type", .string(type.rawValue)), .init("category", .string(category)), .init("value", value.json),
      .init("typical_spend_cents", .optional(typicalSpendCents)), .init("currency", .string(currency.code)),
      .init("use_minutes", .number(useMinutes)), .init("lat", .number(position.latitude)),
      .init("lng", .number(position.longitude)), .init("capacity_total", .optional(capacityTotal.map(Int64.init))),
      .init("valid_from", .instant(validFrom)), .init("valid_until", .instant(validUntil)),
      .init("trigger", trigger.json), .init("priority", .count(priority)),
      .init("cooldown_hours", .optional(cooldownHours)),
      .init("max_impressions_per_user", .optional(impressionCap.map { Int64($0.count) })),
      .init("impressions_per_day", .bool(impressionCap?.perDay ?? false)),
      .init("max_claims_per_user", .optional(claimLimit.map(Int64.init))), .init("claim_minutes", .count(claimMinutes)),
    ]
  }

  /// The names of the facts in which two versions differ, in the order of ``facts``.
  package func differences(from other: Offer) -> [String] {
    zip(facts, other.facts).filter { $0 != $1 }.map(\.0.name)
  }
}
