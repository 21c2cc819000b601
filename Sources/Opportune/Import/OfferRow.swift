import Core

extension Offer {
  /// Reads an offer from a line of `offers` or of the demo town. What is empty is no limit, no rule, or the default; an
  /// offer without a position or category has its partner's.
  /// - Throws: ``InvalidInput`` naming the field at fault.
  init(_ row: ImportRow, partners: [Partner.ID: Partner], midnight: Timestamp) throws(InvalidInput) {
    guard let id = try row.integer("id"), id > 0 else { throw InvalidInput(field: "id", "must be a number above 0") }
    let partnerID = Partner.ID(try row.integer("partner_id") ?? 0)
    guard let partner = partners[partnerID] else {
      throw InvalidInput(field: "partner_id", "names partner \(partnerID), who is not there; import partners first")
    }
    let total = try row.integer("capacity_total").map { Int(clamping: $0) }
    let place = row.text("lat") == nil ? partner.position : try row.position()
    var perks: [Perk] = []
    for name in row.list("perks") ?? [] { perks.append(try Perk.parsing(name, field: "perks")) }
    let value = ValueProposition(
      discountPercent: try row.number("discount_percent") ?? 0, amountCents: try row.integer("amount_cents") ?? 0,
      parkingMinutes: Int(clamping: try row.integer("parking_minutes") ?? 0), perks: perks)
    var currency = partner.currency
    if let code = row.text("currency") {
      guard let known = Currency(code) else { throw InvalidInput(field: "currency", "must be an ISO 4217 code") }
      currency = known
    }
    self.init(
      id: Offer.ID(id), partnerID: partnerID, title: try row.require("title"),
      description: row.text("description") ?? "", terms: row.text("terms") ?? "",
      type: try OfferType.parsing(row.text("type") ?? OfferType.discount.rawValue, field: "type"),
      category: row.text("category")?.lowercased() ?? partner.category, value: value,
      typicalSpendCents: try row.integer("typical_spend_cents"), currency: currency,
      useMinutes: try row.number("use_minutes") ?? 0, position: place, capacityTotal: total,
      validFrom: try Self.bound(row, instant: "valid_from", day: "starts_day", midnight: midnight),
      validUntil: try Self.bound(row, instant: "valid_until", day: "ends_day", midnight: midnight),
      trigger: try TriggerRule(row), priority: Int(clamping: try row.integer("priority") ?? 0),
      cooldownHours: try row.number("cooldown_hours"),
      impressionCap: try row.integer("max_impressions_per_user").map { ImpressionCap(count: Int(clamping: $0)) },
      claimLimit: try row.integer("max_claims_per_user").map { Int(clamping: $0) },
      claimMinutes: Int(clamping: try row.integer("claim_minutes") ?? Int64(Offer.defaultClaimMinutes)),
      state: try OfferState.parsing(row.text("state") ?? OfferState.active.rawValue, field: "state"))
    try check()
  }

  /// An end of the window: an instant, or a whole number of days from the local midnight before now.
  private static func bound(
    _ row: ImportRow, instant: String, day: String, midnight: Timestamp
  ) throws(InvalidInput) -> Timestamp? {
    if let text = row.text(instant) {
      guard let value = Timestamp(rfc3339: text) else {
        throw InvalidInput(field: instant, "must be an instant such as 2026-11-21T17:42:00Z")
      }
      return value
    }
    guard let days = try row.integer(day) else { return nil }
    guard abs(days) < 100_000 else { throw InvalidInput(field: day, "must be within 100,000 days") }
    return midnight + .days(days)
  }
}

extension TriggerRule {
  /// Reads the rule's columns.
  /// - Throws: ``InvalidInput`` naming the column at fault.
  fileprivate init(_ row: ImportRow) throws(InvalidInput) {
    var weather: Set<Weather>?
    if let names = row.list("weather") {
      var kinds: Set<Weather> = []
      for name in names { kinds.insert(try Weather(parsing: name, field: "weather")) }
      weather = kinds
    }
    try self.init(
      timeRemainingMinimum: try row.number("time_remaining_min"),
      timeRemainingMaximum: try row.number("time_remaining_max"),
      daysOfWeek: try WeekdaySet(row.list("days_of_week"), field: "days_of_week"),
      timeOfDayStart: try ClockTime(row.text("time_of_day_start"), field: "time_of_day_start"),
      timeOfDayEnd: try ClockTime(row.text("time_of_day_end"), field: "time_of_day_end"), weather: weather)
  }
}
