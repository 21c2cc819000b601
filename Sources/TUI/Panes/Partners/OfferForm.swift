import Core

/// The form of an offer. Its fields have the names of the validator that commands and imports ask too.
package enum OfferForm {
  /// The form, with the offer in it.
  static func form(_ draft: OfferDraft) -> Form {
    let fields = fields(draft.offer, draft)
    let what = draft.isNew ? "New offer of \(draft.partner.name)" : "Offer \(draft.offer.id) of \(draft.partner.name)"
    var form = Form(what, purpose: .offer(draft), lines: lines(draft), fields: fields)
    form.aside = ReachWatch()
    return form
  }

  /// What stands in each field for an offer.
  package static func values(_ offer: Offer, _ draft: OfferDraft) -> [String: FieldValue] {
    Dictionary(fields(offer, draft).map { ($0.id, $0.value) }, uniquingKeysWith: { first, _ in first })
  }

  /// Says what is wrong with a form beside what its fields say themselves.
  static func objections(to form: Form, _ draft: OfferDraft) -> [InvalidInput] {
    do {
      try offer(draft.offer, draft) { form.value($0) }.check()
      return []
    } catch {
      return [InvalidInput(error.code, field: field(of: error.field), error.message)]
    }
  }

  /// The field in which a fault is mended.
  package static func field(of name: String) -> String {
    switch name {
    case "value": "value.discount_percent"
    case "lat", "lng", "latitude", "longitude": "position"
    default: name
    }
  }

  private static func lines(_ draft: OfferDraft) -> [String] {
    switch draft.offer.state {
    case _ where draft.isNew: ["It begins as a draft; nobody sees it before it is handed in and approved."]
    case .approved, .active, .scheduled, .paused: ["Saving makes a new version; open claims keep what they promised."]
    default: ["Saving makes a new version; it stays \(draft.offer.state.rawValue)."]
    }
  }

  private static func fields(_ offer: Offer, _ draft: OfferDraft) -> [Field] {
    factFields(offer) + valueFields(offer) + placeFields(offer, draft) + triggerFields(offer.trigger)
      + limitFields(offer)
  }

  private static func factFields(_ offer: Offer) -> [Field] {
    [
      .text("title", "Title", offer.title, help: "What people see first.", section: "What it is"),
      .longText(
        "description", "Description", offer.description, rows: 3, help: "What one gets, in a few lines."
      ),
      .longText("terms", "Terms", offer.terms, rows: 2, help: "What the counter goes by."),
      .choice(
        "type", "Type", OfferType.allCases.map { FieldOption($0.rawValue.replacing("_", with: " "), id: $0.rawValue) },
        selected: offer.type.rawValue, help: "What kind of offer it is."),
      .text(
        "category", "Category", offer.category, limit: 40, help: "What people prefer or block: dining, spa, museums …"),
    ]
  }

  private static func valueFields(_ offer: Offer) -> [Field] {
    let value = offer.value
    return [
      .percent(
        "value.discount_percent", "Discount", value.discountPercent == 0 ? nil : value.discountPercent,
        range: anything, isOptional: true,
        help: "Worth it is at least one of: 10 % off, 5.00 off, 15 minutes of parking, a perk.",
        section: "What it is worth"),
      .money(
        "value.amount_cents", "Amount off", cents: value.amountCents == 0 ? nil : value.amountCents, offer.currency,
        isOptional: true, help: "So much less to pay."),
      whole(
        "value.parking_minutes", "Parking", value.parkingMinutes == 0 ? nil : value.parkingMinutes, "min",
        help: "Minutes of parking that are paid."),
      .multiChoice(
        "value.perks", "Perks", Perk.allCases.map { FieldOption($0.title, id: $0.rawValue) },
        chosen: Set(value.perks.map(\.rawValue)), help: "Something pleasant beside money."),
      .money(
        "typical_spend_cents", "Typical spend", cents: offer.typicalSpendCents, offer.currency, isOptional: true,
        help: "What a purchase usually costs; empty counts as 25.00. Percents are of it."),
      Field(
        "use_minutes", "Takes",
        .number(
          TextEntry(NumberRule(range: anything).text(offer.useMinutes), limit: 12), unit: "min",
          NumberRule(range: anything, decimals: 1)), help: "Minutes to use it, once there."),
    ]
  }

  private static func placeFields(_ offer: Offer, _ draft: OfferDraft) -> [Field] {
    [
      .position(
        "position", "Position", offer.position, help: "Where it is used: latitude and longitude in degrees.",
        section: "Where, how many, until when"),
      whole(
        "capacity_total", "Places", offer.capacityTotal, "in all", placeholder: "unlimited",
        help: "How many may be claimed; empty is unlimited."),
      .instant(
        "valid_from", "From", offer.validFrom, in: draft.zone,
        help: "On the clock of \(draft.zone.name); empty is at once.",
        placeholder: "at once"),
      .instant(
        "valid_until", "Until", offer.validUntil, in: draft.zone,
        help: "Up to this moment, not including it, on the clock of \(draft.zone.name).", placeholder: "open-ended"),
    ]
  }

  private static func triggerFields(_ rule: TriggerRule) -> [Field] {
    [
      minutes(
        "trigger.time_remaining_min", "Time left, least", rule.timeRemainingMinimum,
        help: "Only to who has at least so many minutes left on the meter.", section: "When it may appear"),
      minutes(
        "trigger.time_remaining_max", "Time left, most", rule.timeRemainingMaximum,
        help: "Only to who has at most so many minutes left on the meter."),
      .weekdays(
        "trigger.days_of_week", "Days", rule.daysOfWeek ?? .none,
        help: "None chosen is every day, on the place's clock."),
      .clockTime(
        "trigger.time_of_day_start", "Daily from", rule.timeOfDayStart?.description ?? "", isOptional: true,
        help: "From this time of day on; empty is from midnight.", placeholder: "00:00"),
      .clockTime(
        "trigger.time_of_day_end", "Daily until", rule.timeOfDayEnd?.description ?? "", isOptional: true,
        help: "Up to this time of day; empty is to midnight.", placeholder: "24:00"),
      .multiChoice(
        "trigger.weather", "Weather", Weather.allCases.map { FieldOption($0.rawValue) },
        chosen: Set((rule.weather ?? []).map(\.rawValue)), help: "None chosen is any, known or not."),
    ]
  }

  private static func limitFields(_ offer: Offer) -> [Field] {
    [
      Field(
        "cooldown_hours", "Cooldown",
        .number(
          TextEntry(offer.cooldownHours.map { NumberRule(range: anything).text($0) } ?? "", limit: 12), unit: "hours",
          NumberRule(range: anything, decimals: 1, isOptional: true)),
        help: "How long it stays away from who put it aside; empty is 24.",
        placeholder: NumberRule(range: anything).text(Offer.defaultCooldownHours), section: "Limits"),
      whole(
        "max_impressions_per_user", "Shown at most", offer.impressionCap?.count, "times", placeholder: "no cap",
        help: "To one person; empty is as often as it fits."),
      .choice(
        "impressions_per_day", "Counted", [FieldOption("ever", id: "no"), FieldOption("each day", id: "yes")],
        selected: offer.impressionCap?.perDay == true ? "yes" : "no", help: "Whether the cap begins anew each day."),
      whole(
        "max_claims_per_user", "Claims", offer.claimLimit, "a person", placeholder: "unlimited",
        help: "How often one person may ever claim it."),
      whole(
        "claim_minutes", "A claim lives", offer.claimMinutes, "min", isOptional: false,
        help: "Then its place goes back; never past the offer's end."),
      whole(
        "priority", "Priority", offer.priority, "", isOptional: false,
        help: "Only breaks ties: -1000 to 1000, the higher first."),
    ]
  }

  /// The validator says which numbers it takes.
  static let anything = -1e12...1e12

  private static func whole(
    _ id: String, _ label: String, _ number: Int?, _ unit: String, isOptional: Bool = true,
    placeholder: String = "none",
    help: String
  ) -> Field {
    let rule = NumberRule(range: anything, isOptional: isOptional)
    return Field(
      id, label, .number(TextEntry(number.map(String.init) ?? "", limit: 14), unit: unit, rule), help: help,
      placeholder: placeholder)
  }

  private static func minutes(
    _ id: String, _ label: String, _ minutes: Double?, help: String, section: String = ""
  ) -> Field {
    let rule = NumberRule(range: anything, decimals: 1, isOptional: true)
    return Field(
      id, label, .number(TextEntry(minutes.map { rule.text($0) } ?? "", limit: 12), unit: "min", rule), help: help,
      placeholder: "any", section: section)
  }
}
