import Core
import Store

/// Applies what flags or a document say to a person's preferences: all of it, or nothing.
struct PreferencesEdit {
  /// Where categories and partners are looked up.
  let store: Store
  /// What they have become.
  private(set) var preferences: Preferences

  init(_ preferences: Preferences, store: Store) {
    self.preferences = preferences
    self.store = store
  }

  /// Every flag of `preferences set`.
  static let flags: [Flag] = [
    Flag("enabled", .choice(["true", "false"]), "Whether offers are shown at all."),
    Flag(
      "offer-frequency", .choice(Preferences.OfferFrequency.allCases.map(\.rawValue)),
      "New offers a local day: all, at most 3, or 1."),
    Flag(
      "alert-frequency", .choice(Preferences.AlertFrequency.allCases.map(\.rawValue)), "How soon alerts are passed on."),
    Flag(
      "quiet-hours", .text("HOURS"), "'22:00-07:00' or 'mon,tue 22:00-07:00'; 'none' for none.", isRepeatable: true),
    Flag("blocked-days", .text("DAYS"), "Days without offers: mon,sun; 'none' for none."),
    Flag("prefer-category", .text("CATEGORY"), "Prefer a category.", isRepeatable: true),
    Flag("unprefer-category", .text("CATEGORY"), "Prefer it no longer.", isRepeatable: true),
    Flag("block-category", .text("CATEGORY"), "Never show a category.", isRepeatable: true),
    Flag("unblock-category", .text("CATEGORY"), "Show it again.", isRepeatable: true),
    Flag("block-partner", .id("PARTNER"), "Never show a partner.", isRepeatable: true),
    Flag("unblock-partner", .id("PARTNER"), "Show it again.", isRepeatable: true),
    Flag("walking-limit", .number("METRES", 0...50_000), "How far this person walks, one way."),
    Flag("channels", .text("LIST"), "Ways to reach this person: terminal,email …; 'none' for none."),
    Flag(
      "alert-categories", .text("LIST"), "Kinds of listings to be told of: bikes,cameras; 'all' for every kind."),
    Flag(
      "urgent-at-night", .choice(["true", "false"]), "Whether urgent rules are heard in quiet hours."),
    Flag("alerts-per-day", .text("N"), "Most alerts in one local day; 'none' for no cap."),
    Flag("input", .choice(["-"]), "Read a JSON document with the same members from standard input."),
  ]

  /// Applies the flags that were given.
  mutating func apply(_ arguments: Arguments) throws {
    if let text = arguments.text("enabled") { preferences.enabled = text == "true" }
    if let text = arguments.text("offer-frequency") {
      preferences.offerFrequency = try .parsing(text, field: "--offer-frequency")
    }
    if let text = arguments.text("alert-frequency") {
      preferences.alertFrequency = try .parsing(text, field: "--alert-frequency")
    }
    if arguments.has("quiet-hours") {
      let texts = arguments.texts("quiet-hours")
      preferences.quietHours =
        texts == ["none"] ? [] : try texts.map { try QuietHours(parsing: $0, field: "--quiet-hours") }
    }
    if let names = Self.list(arguments.text("blocked-days")) {
      preferences.blockedDays = try WeekdaySet(names, field: "--blocked-days") ?? .none
    }
    try applyCategories(arguments)
    try applyPartners(arguments)
    if let limit = arguments.number("walking-limit") { preferences.walkingLimit = Metres(limit) }
    if let names = Self.list(arguments.text("channels")) {
      preferences.channels = try Self.channels(names, field: "--channels")
    }
    if let names = Self.list(arguments.text("alert-categories"), none: "all") {
      preferences.alertCategories = try alertCategories(
        names, before: preferences.alertCategories, "--alert-categories")
    }
    if let text = arguments.text("urgent-at-night") { preferences.urgentAtNight = text == "true" }
    if let text = arguments.text("alerts-per-day") {
      guard text != "none" else {
        preferences.alertsPerDay = nil
        return
      }
      guard let cap = Int(text) else { throw InvalidInput(field: "--alerts-per-day", "must be a number or 'none'") }
      preferences.alertsPerDay = cap
    }
  }

  /// Kinds of listings to be told of; one that stood there before may stay, even if nothing has it any more.
  func alertCategories(_ names: [String], before: Set<String>, _ field: String) throws -> Set<String> {
    try names.reduce(into: Set<String>()) { chosen, name in
      chosen.insert(before.contains(name.lowercased()) ? name.lowercased() : try store.knownKind(name, field: field))
    }
  }

  private mutating func applyCategories(_ arguments: Arguments) throws {
    for text in arguments.texts("unprefer-category") { preferences.preferredCategories.remove(text.lowercased()) }
    for text in arguments.texts("unblock-category") { preferences.blockedCategories.remove(text.lowercased()) }
    for text in arguments.texts("prefer-category") {
      let category = try store.knownCategory(text, field: "--prefer-category")
      if preferences.blockedCategories.contains(category) {
        throw InvalidInput(
          field: "--prefer-category",
          "names '\(category)', which is blocked; add --unblock-category \(category) to take that back")
      }
      preferences.preferredCategories.insert(category)
    }
    for text in arguments.texts("block-category") {
      let category = try store.knownKind(text, field: "--block-category", orOffers: true)
      if preferences.preferredCategories.contains(category) {
        throw InvalidInput(
          field: "--block-category",
          "names '\(category)', which is preferred; add --unprefer-category \(category) to take that back")
      }
      preferences.blockedCategories.insert(category)
    }
  }

  private mutating func applyPartners(_ arguments: Arguments) throws {
    for text in arguments.texts("unblock-partner") {
      preferences.blockedPartners.remove(Partner.ID(Int64(text) ?? 0))
    }
    for text in arguments.texts("block-partner") {
      preferences.blockedPartners.insert(try store.partner(Partner.ID(Int64(text) ?? 0)).id)
    }
  }

  /// Ways to reach a person in the order given, each once.
  static func channels(_ names: [String], field: String) throws(InvalidInput) -> [Preferences.Channel] {
    var channels: [Preferences.Channel] = []
    for name in names {
      let channel = try Preferences.Channel.parsing(name, field: field)
      if !channels.contains(channel) { channels.append(channel) }
    }
    return channels
  }

  private static func list(_ text: String?, none: String = "none") -> [String]? {
    text.map { $0 == none ? [] : $0.split(separator: ",").map { String($0).trimmed } }
  }
}
