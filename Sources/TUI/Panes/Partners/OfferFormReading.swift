import Core

extension OfferForm {
  /// The offer that some values ask for; what is as it was in `offer` stays as it was, to the last digit.
  /// - Throws: ``InvalidInput`` for a trigger rule that can never hold.
  package static func offer(
    _ offer: Offer, _ draft: OfferDraft, value: (String) -> FieldValue?
  ) throws(InvalidInput) -> Offer {
    let present = values(offer, draft)
    /// What stands in a field, if it differs.
    func new(_ id: String) -> FieldValue? {
      value(id).flatMap { $0.shown == present[id]?.shown ? nil : $0 }
    }
    func text(_ id: String) -> String? { new(id).map { ($0.entry?.text ?? "").trimmingBlanks } }
    var next = offer
    next.title = text("title") ?? offer.title
    next.description = text("description") ?? offer.description
    next.terms = text("terms") ?? offer.terms
    next.type = new("type")?.chosen.first.flatMap(OfferType.init(rawValue:)) ?? offer.type
    next.category = text("category")?.lowercased() ?? offer.category
    next.value = Self.value(offer.value, new)
    if let spend = new("typical_spend_cents") { next.typicalSpendCents = spend.cents }
    next.useMinutes = new("use_minutes")?.number ?? offer.useMinutes
    next.position = new("position")?.position ?? offer.position
    if let capacity = new("capacity_total") {
      let taken = (offer.capacityTotal ?? 0) - (offer.capacityLeft ?? 0)
      next.capacityTotal = capacity.count
      next.capacityLeft = capacity.count.map { max(0, $0 - taken) }
    }
    if let from = new("valid_from") { next.validFrom = from.instant }
    if let until = new("valid_until") { next.validUntil = until.instant }
    next.trigger = try trigger(offer.trigger, new)
    if let cooldown = new("cooldown_hours") { next.cooldownHours = cooldown.number }
    next.impressionCap = impressionCap(offer.impressionCap, new)
    if let claims = new("max_claims_per_user") { next.claimLimit = claims.count }
    next.claimMinutes = new("claim_minutes")?.count ?? offer.claimMinutes
    next.priority = new("priority")?.count ?? offer.priority
    return next
  }

  private static func value(_ old: ValueProposition, _ new: (String) -> FieldValue?) -> ValueProposition {
    ValueProposition(
      discountPercent: new("value.discount_percent").map { $0.number ?? 0 } ?? old.discountPercent,
      amountCents: new("value.amount_cents").map { $0.cents ?? 0 } ?? old.amountCents,
      parkingMinutes: new("value.parking_minutes").map { $0.count ?? 0 } ?? old.parkingMinutes,
      perks: new("value.perks").map { $0.chosen.compactMap(Perk.init(rawValue:)) } ?? old.perks)
  }

  private static func trigger(
    _ old: TriggerRule, _ new: (String) -> FieldValue?
  ) throws(InvalidInput) -> TriggerRule {
    var days = old.daysOfWeek
    if let chosen = new("trigger.days_of_week")?.chosen {
      days = chosen.isEmpty ? nil : WeekdaySet(chosen.compactMap(Weekday.init(rawValue:)))
    }
    var weather = old.weather
    if let chosen = new("trigger.weather")?.chosen {
      weather = chosen.isEmpty ? nil : Set(chosen.compactMap(Weather.init(rawValue:)))
    }
    return try TriggerRule(
      timeRemainingMinimum: new("trigger.time_remaining_min").map(\.number) ?? old.timeRemainingMinimum,
      timeRemainingMaximum: new("trigger.time_remaining_max").map(\.number) ?? old.timeRemainingMaximum,
      daysOfWeek: days,
      timeOfDayStart: new("trigger.time_of_day_start").map(\.clockTime) ?? old.timeOfDayStart,
      timeOfDayEnd: new("trigger.time_of_day_end").map(\.clockTime) ?? old.timeOfDayEnd,
      weather: weather)
  }

  private static func impressionCap(_ old: ImpressionCap?, _ new: (String) -> FieldValue?) -> ImpressionCap? {
    let count = new("max_impressions_per_user").map(\.count) ?? old?.count
    let perDay = new("impressions_per_day").map { $0.chosen.first == "yes" } ?? old?.perDay ?? false
    return count.map { ImpressionCap(count: $0, perDay: perDay) }
  }
}

extension FieldValue {
  /// The whole number that is typed; nil while it is none, or too large for any.
  var count: Int? { number.flatMap { Int(exactly: $0) } }
}
