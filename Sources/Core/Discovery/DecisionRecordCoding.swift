extension DecisionRecord {
  /// 4 since campaigns are for some drivers only: 3 counts no such code, and knows of a campaign only whether its budget
  /// is spent; 2 is the same without wordings.
  private static let formats = 2...4

  /// The record as bytes, about five for each offer.
  package var encoded: [UInt8] {
    var writer = ByteWriter()
    writer.write(Self.formats.upperBound)
    writer.write(context)
    writer.write(profile.id)
    writer.write(profile.version)
    for factor in OfferFactor.allCases { writer.write(profile.weight(of: factor)) }
    writer.write(limit)
    writer.write(entries) { writer, entry in
      writer.write(entry.offerID.value)
      writer.write(entry.offerVersion)
      writer.write(entry.capacityLeft ?? -1)
      writer.write(entry.holds.rawValue)
    }
    writer.write(scores) { $0.write($1) }
    for number in [totals.withinReach, totals.eligible, totals.heldBackNearby] { writer.write(number) }
    writer.write(totals.heldBack) { $0.write($1) }
    return Checksum.sealed(writer.bytes)
  }

  /// Reads what ``encoded`` wrote.
  /// - Throws: ``InvalidInput`` for bytes that are cut, damaged, or of a format this program does not know.
  package init(decoding bytes: [UInt8]) throws(InvalidInput) {
    var reader = ByteReader(try Checksum.opened(bytes))
    let format = try reader.int()
    guard Self.formats.contains(format) else { throw ByteReader.damaged }
    let context = try reader.context(hasWordings: format > 2)
    let profileID = try reader.integer()
    let profileVersion = try reader.int()
    let profile = try OfferProfile(
      id: profileID, version: profileVersion, temporal: reader.double(), spatial: reader.double(),
      value: reader.double(), capacity: reader.double(), affinity: reader.double())
    let limit = try reader.int()
    let entries = try reader.list { reader throws(InvalidInput) in
      let id = Offer.ID(try reader.integer())
      let version = try reader.int()
      let left = try reader.int()
      return Entry(
        offerID: id, offerVersion: version, capacityLeft: left < 0 ? nil : left,
        holds: CampaignHolds(rawValue: try reader.byte()))
    }
    let scores = try reader.list { reader throws(InvalidInput) in try reader.double() }
    let totals = try reader.totals(hasSegments: format > 3)
    guard reader.isAtEnd else { throw ByteReader.damaged }
    self.init(context: context, profile: profile, limit: limit, entries: entries, scores: scores, totals: totals)
  }
}

extension ByteWriter {
  mutating func write(_ context: Context) {
    write(context.now.milliseconds)
    write(context.session)
    write(context.placeOffsetSeconds)
    write(context.weather.map(\.rawValue)) { $0.write($1) }
    write(context.browsing)
    write(context.person)
  }

  private mutating func write(_ session: ParkingSession) {
    write(session.id.value)
    write(session.personID?.value) { $0.write($1) }
    write(session.placeName)
    write(session.position.latitude)
    write(session.position.longitude)
    write(session.zone)
    write(session.startedAt?.milliseconds) { $0.write($1) }
    write(session.expiresAt.milliseconds)
    write(session.endedAt?.milliseconds) { $0.write($1) }
    write(session.hourlyRateCents) { $0.write($1) }
    write(session.currency.code)
  }

  private mutating func write(_ person: PersonContext) {
    write(person.personID?.value) { $0.write($1) }
    write(person.preferences)
    write(person.zoneOffsetSeconds)
    write(person.categoryAffinity.sorted { $0.key < $1.key }) { writer, entry in
      writer.write(entry.key)
      writer.write(entry.value)
    }
    write(person.partnerAffinity.sorted { $0.key < $1.key }) { writer, entry in
      writer.write(entry.key.value)
      writer.write(entry.value)
    }
    write(person.history.sorted { $0.key < $1.key }) { writer, entry in
      writer.write(entry.key.value)
      writer.write(entry.value)
    }
    write(person.impressionsToday)
    write(person.wordings.sorted { $0.key < $1.key }) { writer, entry in
      writer.write(entry.key.value)
      writer.write(entry.value)
    }
  }

  private mutating func write(_ wording: ArmWording) {
    write(wording.title) { $0.write($1) }
    write(wording.description) { $0.write($1) }
    write(wording.value) { writer, value in
      writer.write(value.discountPercent)
      writer.write(value.amountCents)
      writer.write(value.parkingMinutes)
      writer.write(value.perks) { $0.write($1.rawValue) }
    }
  }

  private mutating func write(_ preferences: Preferences) {
    write(preferences.enabled)
    write(preferences.offerFrequency.rawValue)
    write(preferences.quietHours) { writer, quiet in
      writer.write(Int(quiet.days.bits))
      writer.write(quiet.from.minuteOfDay)
      writer.write(quiet.to.minuteOfDay)
    }
    write(Int(preferences.blockedDays.bits))
    write(preferences.preferredCategories.sorted()) { $0.write($1) }
    write(preferences.blockedCategories.sorted()) { $0.write($1) }
    write(preferences.blockedPartners.map(\.value).sorted()) { $0.write($1) }
    write(preferences.walkingLimit.value)
  }

  private mutating func write(_ affinity: Affinity) {
    write(affinity.accepted)
    write(affinity.dismissed)
    write(affinity.asOf.milliseconds)
  }

  private mutating func write(_ history: OfferHistory) {
    write(history.impressions)
    write(history.impressionsToday)
    write(history.shownInSession)
    write(history.dismissedAt?.milliseconds) { $0.write($1) }
    write(history.hasOpenClaim)
    write(history.claims)
    write(history.otherArm)
  }
}

extension ByteReader {
  fileprivate mutating func totals(hasSegments: Bool) throws(InvalidInput) -> Ranking.Totals {
    var totals = Ranking.Totals()
    totals.withinReach = try int()
    totals.eligible = try int()
    totals.heldBackNearby = try int()
    totals.heldBack = try list { reader throws(InvalidInput) in try reader.int() }
    let place = Int(HeldBackCode.otherSegment.rawValue)
    if !hasSegments, totals.heldBack.count >= place { totals.heldBack.insert(0, at: place) }
    let counts = [totals.withinReach, totals.eligible, totals.heldBackNearby] + totals.heldBack
    guard totals.heldBack.count == HeldBackCode.allCases.count, counts.allSatisfy({ $0 >= 0 }) else {
      throw Self.damaged
    }
    return totals
  }

  mutating func context(hasWordings: Bool) throws(InvalidInput) -> Context {
    let now = try instant()
    let session = try session()
    let offset = try offsetSeconds()
    let weather = try optional { reader throws(InvalidInput) in
      try Weather(parsing: reader.string(), field: "record.weather")
    }
    let browsing = try bool()
    return Context(
      now: now, session: session, placeOffsetSeconds: offset, weather: weather,
      person: try person(hasWordings: hasWordings), browsing: browsing)
  }

  private mutating func instant() throws(InvalidInput) -> Timestamp {
    let instant = Timestamp(milliseconds: try integer())
    guard Timestamp.writable.contains(instant) else { throw Self.damaged }
    return instant
  }

  /// Clocks stay within a day of UTC.
  private mutating func offsetSeconds() throws(InvalidInput) -> Int {
    let offset = try int()
    guard (-86_400...86_400).contains(offset) else { throw Self.damaged }
    return offset
  }

  private mutating func session() throws(InvalidInput) -> ParkingSession {
    let id = ParkingSession.ID(try integer())
    let person = try optional { reader throws(InvalidInput) in Person.ID(try reader.integer()) }
    let name = try string()
    let latitude = try double()
    let longitude = try double()
    guard let position = Coordinate(latitude: latitude, longitude: longitude) else { throw Self.damaged }
    let zone = try string()
    let started = try optional { reader throws(InvalidInput) in try reader.instant() }
    let expires = try instant()
    let ended = try optional { reader throws(InvalidInput) in try reader.instant() }
    let rate = try optional { reader throws(InvalidInput) in try reader.integer() }
    guard let currency = Currency(try string()) else { throw Self.damaged }
    return ParkingSession(
      id: id, personID: person, placeName: name, position: position, zone: zone, startedAt: started,
      expiresAt: expires, endedAt: ended, hourlyRateCents: rate, currency: currency)
  }

  private mutating func person(hasWordings: Bool) throws(InvalidInput) -> PersonContext {
    let id = try optional { reader throws(InvalidInput) in Person.ID(try reader.integer()) }
    let preferences = try preferences()
    let offset = try offsetSeconds()
    let categories = try list { reader throws(InvalidInput) in (try reader.string(), try reader.affinity()) }
    let partners = try list { reader throws(InvalidInput) in
      (Partner.ID(try reader.integer()), try reader.affinity())
    }
    let history = try list { reader throws(InvalidInput) in (Offer.ID(try reader.integer()), try reader.history()) }
    let impressions = try count()
    let wordings =
      hasWordings
      ? try list { reader throws(InvalidInput) in (Offer.ID(try reader.integer()), try reader.wording()) } : []
    return PersonContext(
      personID: id, preferences: preferences, zoneOffsetSeconds: offset,
      categoryAffinity: Dictionary(categories) { first, _ in first },
      partnerAffinity: Dictionary(partners) { first, _ in first },
      history: Dictionary(history) { first, _ in first }, impressionsToday: impressions,
      wordings: Dictionary(wordings) { first, _ in first })
  }

  private mutating func wording() throws(InvalidInput) -> ArmWording {
    let title = try optional { reader throws(InvalidInput) in try reader.string() }
    let description = try optional { reader throws(InvalidInput) in try reader.string() }
    let value = try optional { reader throws(InvalidInput) in
      let percent = try reader.double()
      let cents = try reader.integer()
      let minutes = try reader.int()
      let perks = try reader.list { reader throws(InvalidInput) in
        try Perk.parsing(reader.string(), field: "record.perks")
      }
      let value = ValueProposition(
        discountPercent: percent, amountCents: cents, parkingMinutes: minutes, perks: perks)
      try value.checkRanges(field: "record.value")
      return value
    }
    return ArmWording(title: title, description: description, value: value)
  }

  private mutating func preferences() throws(InvalidInput) -> Preferences {
    var preferences = Preferences()
    preferences.enabled = try bool()
    preferences.offerFrequency = try .parsing(string(), field: "record.offer_frequency")
    preferences.quietHours = try list { reader throws(InvalidInput) in
      let days = WeekdaySet(bits: UInt8(truncatingIfNeeded: try reader.int()))
      let from = ClockTime(minuteOfDay: try reader.int())
      let to = ClockTime(minuteOfDay: try reader.int())
      guard let from, let to else { throw Self.damaged }
      return try QuietHours(days: days, from: from, to: to)
    }
    preferences.blockedDays = WeekdaySet(bits: UInt8(truncatingIfNeeded: try int()))
    preferences.preferredCategories = Set(try list { reader throws(InvalidInput) in try reader.string() })
    preferences.blockedCategories = Set(try list { reader throws(InvalidInput) in try reader.string() })
    preferences.blockedPartners = Set(
      try list { reader throws(InvalidInput) in Partner.ID(try reader.integer()) })
    preferences.walkingLimit = Metres(try double())
    try preferences.check(field: "record.preferences")
    return preferences
  }

  private mutating func affinity() throws(InvalidInput) -> Affinity {
    let accepted = try double()
    let dismissed = try double()
    guard accepted.isFinite, dismissed.isFinite else { throw Self.damaged }
    return Affinity(accepted: accepted, dismissed: dismissed, asOf: try instant())
  }

  private mutating func history() throws(InvalidInput) -> OfferHistory {
    var history = OfferHistory()
    history.impressions = try count()
    history.impressionsToday = try count()
    history.shownInSession = try bool()
    history.dismissedAt = try optional { reader throws(InvalidInput) in try reader.instant() }
    history.hasOpenClaim = try bool()
    history.claims = try count()
    history.otherArm = try bool()
    return history
  }
}
