import Core

extension Offer {
  /// The offer as in every document; `state` is where it stands at an instant.
  func json(partnerName: String, at now: Timestamp) -> JSON {
    [
      "id": .id(id), "version": .count(version), "title": .string(title),
      "partner": ["id": .id(partnerID), "name": .string(partnerName)], "description": .string(description),
      "terms": .string(terms), "type": .string(type.rawValue), "category": .string(category),
      "state": .string(standing(at: now).rawValue), "value": value.json,
      "typical_spend_cents": .optional(typicalSpendCents),
      "currency": .string(currency.code), "use_minutes": .number(useMinutes), "lat": .number(position.latitude),
      "lng": .number(position.longitude), "capacity_total": .optional(capacityTotal.map(Int64.init)),
      "capacity_left": .optional(capacityTotal == nil ? nil : capacityLeft.map(Int64.init)),
      "valid_from": .instant(validFrom), "valid_until": .instant(validUntil), "trigger": trigger.json,
      "priority": .count(priority), "cooldown_hours": .number(cooldownHours ?? Self.defaultCooldownHours),
      "max_impressions_per_user": .optional(impressionCap.map { Int64($0.count) }),
      "impressions_per_day": .bool(impressionCap?.perDay ?? false),
      "max_claims_per_user": .optional(claimLimit.map(Int64.init)), "claim_minutes": .count(claimMinutes),
      "budget_spent": .bool(budgetSpent),
    ]
  }

  /// The shape of ``json(partnerName:at:)``.
  static let schema: Schema = .fields([
    "id": .integer, "version": .integer, "title": .string, "partner": .named, "description": .string,
    "terms": .string, "type": .choice(OfferType.allCases.map(\.rawValue)), "category": .string,
    "state": .choice(OfferState.allCases.map(\.rawValue)), "value": ValueProposition.schema,
    "typical_spend_cents": .nullable(.integer), "currency": .string, "use_minutes": .number, "lat": .number,
    "lng": .number, "capacity_total": .nullable(.integer), "capacity_left": .nullable(.integer),
    "valid_from": .nullable(.instant), "valid_until": .nullable(.instant), "trigger": ScoreSchema.trigger,
    "priority": .integer, "cooldown_hours": .number, "max_impressions_per_user": .nullable(.integer),
    "impressions_per_day": .boolean, "max_claims_per_user": .nullable(.integer), "claim_minutes": .integer,
    "budget_spent": .boolean,
  ])

  /// The offer as text for people.
  func text(partnerName: String, zone: ZoneTable, at now: Timestamp) -> String {
    var fields = FieldList([
      "offer": "\(id), version \(version)", "title": title, "partner": "\(partnerName) (\(partnerID))",
      "state": standing(at: now).rawValue, "type": type.rawValue, "category": category, "gives": value.words(currency),
    ])
    fields.add("description", description.isEmpty ? nil : description)
    fields.add("terms", terms.isEmpty ? nil : terms)
    fields.add("places", capacityTotal.map { "\(capacityLeft ?? $0) of \($0) left" } ?? "unlimited")
    fields.add("from", validFrom.map { "\($0.text(in: zone)) \(zone.name)" })
    fields.add("until", validUntil.map { "\($0.text(in: zone)) \(zone.name)" })
    fields.add("appears", trigger.words())
    fields.add("takes", useMinutes > 0 ? Words.minutes(useMinutes) : nil)
    return fields.text
  }
}

extension ValueProposition {
  /// What it gives, in words: 20 % off, free dessert.
  func words(_ currency: Currency) -> String {
    var parts: [String] = []
    if discountPercent > 0 { parts.append("\(discountPercent.formatted) % off") }
    if amountCents > 0 { parts.append("\(Money(cents: amountCents, currency)) off") }
    if parkingMinutes > 0 { parts.append("\(parkingMinutes) min parking") }
    return (parts + perks.map(\.title)).joined(separator: ", ")
  }
}

extension Double {
  /// Without a decimal point where it is whole.
  fileprivate var formatted: String {
    self == rounded() && abs(self) < 1e15 ? String(Int64(self)) : description
  }
}
