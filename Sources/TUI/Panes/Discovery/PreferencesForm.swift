import Core

/// The form of what a person asked for. Its fields have the names and the validator of `preferences set`.
package enum PreferencesForm {
  /// The form, with what the person asked for in it.
  static func form(_ wishes: PersonWishes, of name: String) -> Form {
    Form(
      "Preferences of \(name)", purpose: .preferences(wishes),
      lines: ["Hard limits for what is shown, from the next ranking on."],
      fields: fields(wishes.preferences, wishes))
  }

  /// What stands in each field for some preferences.
  package static func values(_ preferences: Preferences, _ wishes: PersonWishes) -> [String: FieldValue] {
    Dictionary(fields(preferences, wishes).map { ($0.id, $0.value) }, uniquingKeysWith: { first, _ in first })
  }

  /// Says what is wrong with a form beside what its fields say themselves.
  static func objections(to form: Form, _ wishes: PersonWishes) -> [InvalidInput] {
    do {
      try preferences(wishes) { form.value($0) }.check()
      return []
    } catch {
      return [error]
    }
  }

  /// The preferences some values ask for; what is as it was in the form stays as it was, to the last digit.
  static func preferences(
    _ wishes: PersonWishes, value: (String) -> FieldValue?
  ) throws(InvalidInput) -> Preferences {
    var preferences = wishes.preferences
    for field in fields(wishes.preferences, wishes) {
      guard let new = value(field.id), new.shown != field.value.shown else { continue }
      try preferences.take(new, for: field.id)
    }
    return preferences
  }

  private static func fields(_ preferences: Preferences, _ wishes: PersonWishes) -> [Field] {
    offerFields(preferences) + tasteFields(preferences, wishes) + quietFields(preferences)
      + alertFields(preferences, wishes)
      + partnerFields(preferences, wishes)
  }

  private static func offerFields(_ preferences: Preferences) -> [Field] {
    [
      .toggle("enabled", "Offers", preferences.enabled, help: "Whether anything is shown at all.", section: "Offers"),
      .choice(
        "offer_frequency", "How many",
        [
          FieldOption("all", id: "all"), FieldOption("at most 3 a day", id: "occasional"),
          FieldOption("1 a day", id: "minimal"),
        ], selected: preferences.offerFrequency.rawValue, help: "New offers in one of the person's days."),
      .number(
        "walking_limit_metres", "Walks up to", preferences.walkingLimit.value, unit: "m",
        range: Preferences.walkingLimits, decimals: 1, help: "One way, from the car."),
    ]
  }

  private static func tasteFields(_ preferences: Preferences, _ wishes: PersonWishes) -> [Field] {
    // A category that nothing has any more may stay as it was.
    let categories = Set(wishes.categories).union(preferences.preferredCategories)
      .union(preferences.blockedCategories).sorted().map { FieldOption($0) }
    return [
      .multiChoice(
        "preferred_categories", "Likes", categories, chosen: preferences.preferredCategories,
        help: "Kinds of offers that are worth more to this person.", section: "Tastes"),
      .multiChoice(
        "blocked_categories", "Never", categories, chosen: preferences.blockedCategories,
        help: "Kinds of offers that are never shown."),
    ]
  }

  private static func quietFields(_ preferences: Preferences) -> [Field] {
    [
      .text(
        "quiet_hours", "Quiet hours", preferences.quietHours.map(\.text).joined(separator: "; "),
        help: "Such as 22:00-07:00 or mon,tue 22:00-07:00; several with a semicolon between.",
        placeholder: "none", section: "Peace"),
      .multiChoice(
        "blocked_days", "Free days", Weekday.allCases.map { FieldOption($0.title, id: $0.rawValue) },
        chosen: Set(preferences.blockedDays.days.map(\.rawValue)), help: "Days on which nothing is shown."),
    ]
  }

  private static func alertFields(_ preferences: Preferences, _ wishes: PersonWishes) -> [Field] {
    let categories = Set(wishes.listingCategories).union(preferences.alertCategories).sorted().map { FieldOption($0) }
    return [
      .choice(
        "alert_frequency", "Alerts", Preferences.AlertFrequency.allCases.map { FieldOption($0.rawValue) },
        selected: preferences.alertFrequency.rawValue, help: "How soon an alert is passed on.", section: "Alerts"),
      .multiChoice(
        "alert_categories", "Only of", categories, chosen: preferences.alertCategories,
        help: "Kinds of listings that are told of; none chosen is every kind."),
      .toggle(
        "urgent_at_night", "Urgent at night", preferences.urgentAtNight,
        help: "Whether rules marked urgent are heard in quiet hours."),
      .multiChoice(
        "channels", "By", Preferences.Channel.allCases.map { FieldOption($0.rawValue) },
        chosen: Set(preferences.channels.map(\.rawValue)), help: "Ways to reach this person."),
      .number(
        "caps.alerts_per_day", "At most", preferences.alertsPerDay.map(Double.init), unit: "a day", range: 1...10_000,
        isOptional: true, help: "Alerts in one of the person's days; nothing is no cap."),
    ]
  }

  /// Last, because the list is long.
  private static func partnerFields(_ preferences: Preferences, _ wishes: PersonWishes) -> [Field] {
    let partners = wishes.partners.map { FieldOption($0.name, id: $0.id.description) }
    return [
      .multiChoice(
        "blocked_partners", "Never from", partners, chosen: Set(preferences.blockedPartners.map(\.description)),
        help: "Partners whose offers are never shown.", section: "Partners")
    ]
  }
}

extension Preferences {
  /// Takes what stands in a field of the form.
  fileprivate mutating func take(_ value: FieldValue, for field: String) throws(InvalidInput) {
    switch field {
    case "enabled": enabled = value == .toggle(true)
    case "offer_frequency": offerFrequency = try .parsing(value.chosen.first ?? "", field: field)
    case "walking_limit_metres": walkingLimit = value.number.map { Metres($0) } ?? walkingLimit
    case "preferred_categories": preferredCategories = Set(value.chosen)
    case "blocked_categories": blockedCategories = Set(value.chosen)
    case "blocked_partners": blockedPartners = Set(value.chosen.compactMap { Int64($0).map { Partner.ID($0) } })
    case "quiet_hours":
      var hours: [QuietHours] = []
      for text in (value.entry?.text ?? "").split(separator: ";") {
        let words = String(text).trimmingBlanks
        if !words.isEmpty { hours.append(try QuietHours(parsing: words, field: field)) }
      }
      quietHours = hours
    case "blocked_days": blockedDays = WeekdaySet(value.chosen.compactMap { Weekday(rawValue: $0) })
    case "alert_frequency": alertFrequency = try .parsing(value.chosen.first ?? "", field: field)
    case "alert_categories": alertCategories = Set(value.chosen)
    case "urgent_at_night": urgentAtNight = value == .toggle(true)
    case "channels": channels = value.chosen.compactMap(Channel.init(rawValue:))
    case "caps.alerts_per_day": alertsPerDay = value.number.map { Int($0) }
    default: break
    }
  }
}
