import Core

/// One line of `score`: a context and one offer, with defaults for nearly everything.
struct ScoreRequest {
  let context: Context
  let offer: Offer

  /// The one offer of a line has no id of its own.
  private static let offerID = Offer.ID(0)

  /// A partner that no list of blocked partners can name.
  private static let unknownPartner = Partner.ID(Int64.min)

  /// - Throws: ``InvalidInput`` with the dotted path of the first field that is missing, wrong or unknown.
  init(_ fields: inout JSONFields, zones: Zones) throws(InvalidInput) {
    let now = try fields.require(fields.instant("now"), "now")
    let zone = try zones.require(fields.string("zone") ?? "UTC", field: fields.name("zone"))
    let weather = try fields.string("weather").map { name throws(InvalidInput) in
      try Weather(parsing: name, field: "weather")
    }
    var session = try fields.require(fields.object("session"), "session")
    var offerFields = try fields.require(fields.object("offer"), "offer")
    let parked = try Self.session(&session, zone: zone.name)
    let offer = try Self.offer(&offerFields)
    let offset = zone.offsetSeconds(at: now)
    var person = PersonContext(zoneOffsetSeconds: offset)
    if var personFields = try fields.object("person") {
      try Self.read(&personFields, into: &person, offer: offer, now: now)
    }
    try fields.finish()
    context = Context(now: now, session: parked, placeOffsetSeconds: offset, weather: weather, person: person)
    self.offer = offer
  }

  private static func session(_ fields: inout JSONFields, zone: String) throws(InvalidInput) -> ParkingSession {
    let position = try position(&fields)
    let started = try fields.instant("started")
    let expires = try fields.require(fields.instant("expires"), "expires")
    let rate = try bounded(fields.integer("hourly_rate_cents"), 0...100_000_000, fields.name("hourly_rate_cents"))
    try fields.finish()
    if let started, started > expires {
      throw InvalidInput(field: fields.name("started"), "is after expires; a session cannot end before it starts")
    }
    return ParkingSession(
      id: ParkingSession.ID(0), position: position, zone: zone, startedAt: started, expiresAt: expires,
      hourlyRateCents: rate)
  }

  private static func read(
    _ fields: inout JSONFields, into person: inout PersonContext, offer: Offer, now: Timestamp
  ) throws(InvalidInput) {
    let accepted = try count(fields.number("accepted"), fields.name("accepted"))
    let dismissed = try count(fields.number("dismissed"), fields.name("dismissed"))
    // What the caller counts speaks for the offer's category and its partner alike, as of now.
    let affinity = Affinity(accepted: accepted, dismissed: dismissed, asOf: now)
    person.categoryAffinity = [offer.category: affinity]
    person.partnerAffinity = [offer.partnerID: affinity]
    var preferences = Preferences()
    if let limit = try fields.number("walking_limit_metres") { preferences.walkingLimit = Metres(limit) }
    preferences.preferredCategories = Set(try fields.strings("preferred_categories")?.map { $0.lowercased() } ?? [])
    preferences.blockedCategories = Set(try fields.strings("blocked_categories")?.map { $0.lowercased() } ?? [])
    preferences.blockedPartners = try partners(fields.value("blocked_partners"), fields.name("blocked_partners"))
    preferences.quietHours = try QuietHours.list(
      fields.value("quiet_hours"), field: fields.name("quiet_hours"))
    preferences.blockedDays =
      try WeekdaySet(fields.strings("blocked_days"), field: fields.name("blocked_days")) ?? .none
    preferences.enabled = try fields.bool("enabled") ?? true
    try fields.finish()
    try preferences.check(field: "person")
    person.preferences = preferences
  }

  private static func offer(_ fields: inout JSONFields) throws(InvalidInput) -> Offer {
    let category = try fields.string("category")?.lowercased() ?? ""
    let partner = try fields.integer("partner_id").map { Partner.ID($0) } ?? unknownPartner
    let position = try position(&fields)
    let use = try bounded(fields.number("use_minutes"), 0...1440, fields.name("use_minutes")) ?? 0
    let value = try fields.object("value").map { object throws(InvalidInput) in
      var object = object
      return try ValueProposition(&object, field: "offer.value")
    }
    let spend = try bounded(
      fields.integer("typical_spend_cents"), 0...100_000_000, fields.name("typical_spend_cents"))
    let capacity = try capacity(&fields)
    let (from, until) = (try fields.instant("valid_from"), try fields.instant("valid_until"))
    if let from, let until, from >= until {
      throw InvalidInput(field: fields.name("valid_from"), "is not before valid_until; the window would be empty")
    }
    let trigger = try fields.object("trigger").map { object throws(InvalidInput) in
      var object = object
      return try TriggerRule(&object, field: "offer.trigger")
    }
    let priority = try bounded(fields.integer("priority"), -1000...1000, fields.name("priority")) ?? 0
    try fields.finish()
    return Offer(
      id: offerID, partnerID: partner, title: "offer", category: category, value: value ?? ValueProposition(),
      typicalSpendCents: spend, useMinutes: use, position: position, capacityTotal: capacity.total,
      capacityLeft: capacity.left, validFrom: from, validUntil: until, trigger: trigger ?? .none,
      priority: Int(priority))
  }

  private static func capacity(_ fields: inout JSONFields) throws(InvalidInput) -> (total: Int?, left: Int?) {
    let range: ClosedRange<Int64> = 0...1_000_000_000
    let total = try bounded(fields.integer("capacity_total"), range, fields.name("capacity_total"))
    let left = try bounded(fields.integer("capacity_left"), range, fields.name("capacity_left"))
    guard let left else { return (total.map(Int.init), nil) }
    let whole = try fields.require(total, "capacity_total")
    guard left <= whole else {
      throw InvalidInput(field: fields.name("capacity_left"), "is \(left), more than capacity_total \(whole)")
    }
    return (Int(whole), Int(left))
  }

  private static func position(_ fields: inout JSONFields) throws(InvalidInput) -> Coordinate {
    let latitude = try fields.require(fields.number("lat"), "lat")
    let longitude = try fields.require(fields.number("lng"), "lng")
    return try Coordinate(
      latitude: latitude, longitude: longitude, latitudeField: fields.name("lat"),
      longitudeField: fields.name("lng"))
  }

  private static func partners(_ json: JSON?, _ field: String) throws(InvalidInput) -> Set<Partner.ID> {
    guard let json else { return [] }
    guard case .array(let elements) = json else { throw InvalidInput(field: field, "must be a list of partner ids") }
    var ids: Set<Partner.ID> = []
    for element in elements {
      guard case .integer(let id) = element else { throw InvalidInput(field: field, "must be a list of partner ids") }
      ids.insert(Partner.ID(id))
    }
    return ids
  }

  private static func count(_ value: Double?, _ field: String) throws(InvalidInput) -> Double {
    try bounded(value, 0...1_000_000_000, field) ?? 0
  }

  private static func bounded<Value: Comparable>(
    _ value: Value?, _ range: ClosedRange<Value>, _ field: String
  ) throws(InvalidInput) -> Value? {
    guard let value, !range.contains(value) else { return value }
    throw InvalidInput(
      field: field, "must be between \(range.lowerBound) and \(range.upperBound), not \(value)")
  }
}
