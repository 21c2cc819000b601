import Core

extension Preferences {
  /// The shapes of ``facts``.
  static let properties: [Schema.Property] = [
    .init("enabled", .boolean), .init("offer_frequency", .choice(OfferFrequency.allCases.map(\.rawValue))),
    .init("alert_frequency", .choice(AlertFrequency.allCases.map(\.rawValue))),
    .init("quiet_hours", .array(QuietHours.schema)),
    .init("blocked_days", .array(.choice(Weekday.allCases.map(\.rawValue)))),
    .init("preferred_categories", .array(.string)), .init("blocked_categories", .array(.string)),
    .init("blocked_partners", .array(.integer)), .init("walking_limit_metres", .number),
    .init("alert_categories", .array(.string)), .init("urgent_at_night", .boolean),
    .init("channels", .array(.choice(Channel.allCases.map(\.rawValue)))),
    .init("caps", .fields(["alerts_per_day": .nullable(.integer)])),
  ]

  /// The shape of what `preferences set --input -` reads: any of the members.
  static let inputSchema: Schema = .object(
    [.init("person_id", .integer, optional: true)]
      + properties.map { property in
        switch property.name {
        case "quiet_hours":
          .init(
            property.name,
            .oneOf([
              .array(.string),
              .array(.fields(required: ["from": .string, "to": .string], optional: ["days": .array(.string)])),
            ]), optional: true)
        default: .init(property.name, property.schema, optional: true)
        }
      })

  /// For people.
  var text: String {
    FieldList([
      "offers": enabled ? "on" : "off", "offer frequency": offerFrequency.rawValue,
      "alert frequency": alertFrequency.rawValue,
      "quiet hours": quietHours.isEmpty ? "none" : quietHours.map(\.text).joined(separator: "; "),
      "blocked days": Self.list(blockedDays.days.map(\.rawValue)),
      "preferred categories": Self.list(preferredCategories.sorted()),
      "blocked categories": Self.list(blockedCategories.sorted()),
      "blocked partners": Self.list(blockedPartners.sorted().map(\.description)),
      "walking limit": walkingLimit.description,
      "alerts of": alertCategories.isEmpty ? "everything" : Self.list(alertCategories.sorted()),
      "urgent at night": urgentAtNight ? "yes" : "no", "channels": Self.list(channels.map(\.rawValue)),
      "alerts a day": alertsPerDay.map { "at most \($0)" } ?? "no cap",
    ]).text
  }

  private static func list(_ words: [String]) -> String {
    words.isEmpty ? "none" : words.joined(separator: ", ")
  }
}
