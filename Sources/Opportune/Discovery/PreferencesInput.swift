import Core
import Store

extension PreferencesEdit {
  /// Applies the members of a document; a member that is missing leaves what was there.
  /// - Parameter person: whose they are; a document that `preferences show` gave names the same.
  mutating func apply(_ document: JSON, of person: Person.ID) throws {
    var edited = preferences
    var fields = try JSONFields(document)
    if let named = try fields.integer("person_id"), named != person.value {
      throw InvalidInput(field: "person_id", "is \(named), but these are the preferences of person \(person)")
    }
    edited.enabled = try fields.bool("enabled") ?? edited.enabled
    if let text = try fields.string("offer_frequency") {
      edited.offerFrequency = try .parsing(text, field: "offer_frequency")
    }
    if let text = try fields.string("alert_frequency") {
      edited.alertFrequency = try .parsing(text, field: "alert_frequency")
    }
    if let json = fields.value("quiet_hours") { edited.quietHours = try QuietHours.list(json, field: "quiet_hours") }
    edited.blockedDays =
      try WeekdaySet(fields.strings("blocked_days"), field: "blocked_days") ?? edited.blockedDays
    if let names = try fields.strings("preferred_categories") {
      edited.preferredCategories = try categories(names, before: edited.preferredCategories, "preferred_categories")
    }
    if let names = try fields.strings("blocked_categories") {
      edited.blockedCategories = Set(
        try names.map { name in
          edited.blockedCategories.contains(name.lowercased())
            ? name.lowercased() : try store.knownKind(name, field: "blocked_categories", orOffers: true)
        })
    }
    if let json = fields.value("blocked_partners") { edited.blockedPartners = try partners(json) }
    if let limit = try fields.number("walking_limit_metres") { edited.walkingLimit = Metres(limit) }
    if let names = try fields.strings("alert_categories") {
      edited.alertCategories = try alertCategories(names, before: edited.alertCategories, "alert_categories")
    }
    edited.urgentAtNight = try fields.bool("urgent_at_night") ?? edited.urgentAtNight
    if let names = try fields.strings("channels") {
      edited.channels = try Self.channels(names, field: "channels")
    }
    if var caps = try fields.object("caps") {
      edited.alertsPerDay = try caps.integer("alerts_per_day").map { Int(clamping: $0) }
      try caps.finish()
    }
    try fields.finish()
    self = PreferencesEdit(edited, store: store)
  }

  /// A category that stood there before may stay, even if nothing has it any more.
  private func categories(_ names: [String], before: Set<String>, _ field: String) throws -> Set<String> {
    Set(
      try names.map { name in
        before.contains(name.lowercased()) ? name.lowercased() : try store.knownCategory(name, field: field)
      })
  }

  private func partners(_ json: JSON) throws -> Set<Partner.ID> {
    guard case .array(let elements) = json else {
      throw InvalidInput(field: "blocked_partners", "must be a list of partner ids")
    }
    return Set(
      try elements.map { element in
        guard case .integer(let id) = element else {
          throw InvalidInput(field: "blocked_partners", "must be a list of partner ids")
        }
        return try store.partner(Partner.ID(id)).id
      })
  }
}
