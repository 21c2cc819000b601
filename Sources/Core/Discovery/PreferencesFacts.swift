extension Preferences {
  /// All of them by the names that documents, edits and the command log use; sets in order.
  package var facts: [JSON.Member] {
    [
      .init("enabled", .bool(enabled)), .init("offer_frequency", .string(offerFrequency.rawValue)),
      .init("alert_frequency", .string(alertFrequency.rawValue)), .init("quiet_hours", .array(quietHours.map(\.json))),
      .init("blocked_days", .array(blockedDays.days.map { .string($0.rawValue) })),
      .init("preferred_categories", .array(preferredCategories.sorted().map(JSON.string))),
      .init("blocked_categories", .array(blockedCategories.sorted().map(JSON.string))),
      .init("blocked_partners", .array(blockedPartners.sorted().map { .id($0) })),
      .init("walking_limit_metres", .number(walkingLimit.value)),
      .init("alert_categories", .array(alertCategories.sorted().map(JSON.string))),
      .init("urgent_at_night", .bool(urgentAtNight)),
      .init("channels", .array(channels.map { .string($0.rawValue) })),
      .init("caps", ["alerts_per_day": .optional(alertsPerDay.map(Int64.init))]),
    ]
  }

  /// Reads ``facts`` back; what is missing is as by default.
  package init(facts document: JSON) throws(InvalidInput) {
    self.init()
    var fields = try JSONFields(document)
    enabled = try fields.bool("enabled") ?? enabled
    offerFrequency = try .parsing(fields.string("offer_frequency") ?? offerFrequency.rawValue, field: "offer_frequency")
    alertFrequency = try .parsing(fields.string("alert_frequency") ?? alertFrequency.rawValue, field: "alert_frequency")
    quietHours = try QuietHours.list(fields.value("quiet_hours"), field: "quiet_hours")
    blockedDays = try WeekdaySet(fields.strings("blocked_days"), field: "blocked_days") ?? .none
    preferredCategories = Set(try fields.strings("preferred_categories") ?? [])
    blockedCategories = Set(try fields.strings("blocked_categories") ?? [])
    blockedPartners = try Self.partners(fields.value("blocked_partners"))
    if let limit = try fields.number("walking_limit_metres") { walkingLimit = Metres(limit) }
    channels = try (fields.strings("channels") ?? channels.map(\.rawValue)).map { name throws(InvalidInput) in
      try Channel.parsing(name, field: "channels")
    }
    alertCategories = Set(try fields.strings("alert_categories") ?? [])
    urgentAtNight = try fields.bool("urgent_at_night") ?? urgentAtNight
    if var caps = try fields.object("caps") {
      alertsPerDay = try caps.integer("alerts_per_day").map { Int(clamping: $0) }
      try caps.finish()
    }
    try fields.finish()
  }

  /// The names of the facts in which two differ, in the order of ``facts``.
  package func differences(from other: Preferences) -> [String] {
    zip(facts, other.facts).filter { $0 != $1 }.map(\.0.name)
  }

  private static func partners(_ json: JSON?) throws(InvalidInput) -> Set<Partner.ID> {
    guard case .array(let elements) = json ?? [] else {
      throw InvalidInput(field: "blocked_partners", "must be a list of partner ids")
    }
    var ids: Set<Partner.ID> = []
    for element in elements {
      guard case .integer(let id) = element else {
        throw InvalidInput(field: "blocked_partners", "must be a list of partner ids")
      }
      ids.insert(Partner.ID(id))
    }
    return ids
  }
}
