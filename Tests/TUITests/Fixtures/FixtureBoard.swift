import Core

/// A Friday at 17:42 in George Town, ranked by the real engine. The same seed gives the same board.
struct FixtureBoard {
  static let now = Timestamp(milliseconds: 1_795_214_527_000)  // 2026-11-20T22:42:07Z
  static let zone = ZoneTable(name: "America/Cayman", initialOffsetSeconds: -5 * 3600)

  var kind = WorldKind.demo
  var hasRecordedStays = false
  var sessions: [ParkingSession]
  var names: [ParkingSession.ID: String] = [:]
  var offers: [Offer] = FixtureOffers.all
  var histories: [Offer.ID: OfferHistory] = [:]
  var stream: [DiscoverBoard.StreamEvent]
  var funnel = DiscoverBoard.Funnel()

  private static let people = [
    "Ana R.", "Nisha H.", "Tlaloc D.", "Amaru E.", "Šárka V.", "Ben O.", "Chidi A.", "Dulce M.", "Eun-ji P.",
    "Farid K.", "Greta L.", "Hiro T.", "Ines C.", "Jomo W.", "Katya S.", "Lars B.", "Mei 林", "Noor Z.",
  ]

  init(seed: UInt64 = 7, sessions count: Int = 31) {
    var random = SeededGenerator(seed: seed)
    sessions = []
    for number in 0..<count {
      let place = FixtureTown.places[number % FixtureTown.places.count]
      let length = [60, 90, 120, 180][Int.random(in: 0..<4, using: &random)]
      let left = number == 12 ? 47 : 4 + number * 5 % 110 + Int.random(in: 0..<6, using: &random)
      let whole = number == 12 ? 120 : max(length, left + 5)
      let id = ParkingSession.ID(8800 + Int64(number) * 4)
      let isKnown = number % 6 != 5
      let expires = Self.now + .minutes(Int64(left))
      sessions.append(
        ParkingSession(
          id: id, personID: isKnown ? Person.ID(Int64(number + 1)) : nil, placeName: place.name,
          position: place.position, zone: "America/Cayman", startedAt: expires - .minutes(Int64(whole)),
          expiresAt: expires, hourlyRateCents: place.hourlyRateCents))
      if isKnown { names[id] = Self.people[(number + 6) % Self.people.count] }
    }
    sessions.sort { ($0.expiresAt, $0.id) < ($1.expiresAt, $1.id) }
    stream = Self.events(sessions, offers, using: &random)
    funnel.impressions = 4212
    funnel.views = 1930
    funnel.acceptances = 611
    funnel.dismissals = 87
    funnel.redemptions = 402
    funnel.expiries = 31
    funnel.valueCents = 512_340
    funnel.revenueCents = 1_204_875
    for index in offers.indices { give(rule: index) }
    histories[offers[4].id] = OfferHistory()
    histories[offers[4].id]?.dismissedAt = Self.now - .hours(3)
  }

  /// Some offers come only at some hours, days or weathers.
  private mutating func give(rule index: Int) {
    let rule: TriggerRule? =
      switch index % 9 {
      case 2: try? TriggerRule(timeOfDayStart: ClockTime(parsing: "11:00"), timeOfDayEnd: ClockTime(parsing: "14:30"))
      case 4: try? TriggerRule(timeRemainingMinimum: 20, timeRemainingMaximum: 100)
      case 6: try? TriggerRule(weather: [.clear, .hot])
      case 8: try? TriggerRule(daysOfWeek: WeekdaySet([.fri, .sat]))
      default: nil
      }
    offers[index].trigger = rule ?? .none
  }

  private static func events(
    _ sessions: [ParkingSession], _ offers: [Offer], using random: inout SeededGenerator
  ) -> [DiscoverBoard.StreamEvent] {
    var at = now
    return (0..<60).map { number in
      let offer = offers[Int.random(in: 0..<offers.count, using: &random)]
      let type = [InteractionType.impression, .acceptance, .impression, .view, .redemption, .impression, .dismissal][
        number % 7]
      let detail: DiscoverBoard.StreamEvent.Detail =
        switch type {
        case .impression: .score(Int64(Int.random(in: 40..<90, using: &random)))
        case .acceptance: .words("\(ClaimCode(using: &random))")
        case .redemption: .amount(Money(cents: Int64.random(in: 300..<5000, using: &random)))
        case .dismissal: .words("too far")
        case .view, .expiry: .nothing
        }
      defer { at = at - .seconds(Int64.random(in: 1..<40, using: &random)) }
      return DiscoverBoard.StreamEvent(
        id: Interaction.ID(Int64(1000 - number)), at: at, type: type,
        sessionID: sessions.randomElement(using: &random)?.id, offerTitle: offer.title, detail: detail)
    }
  }

  /// Lets the cars that would have left next leave now.
  mutating func leave(_ count: Int) { sessions.removeFirst(count) }

  /// Lets a car come whose time is up in so many minutes.
  mutating func arrive(_ id: ParkingSession.ID, minutes: Int64) {
    let expires = Self.now + .minutes(minutes)
    guard let there = sessions.first else { return }
    sessions.append(
      ParkingSession(
        id: id, personID: nil, placeName: there.placeName, position: there.position, zone: there.zone,
        startedAt: Self.now, expiresAt: expires, hourlyRateCents: there.hourlyRateCents))
    sessions.sort { ($0.expiresAt, $0.id) < ($1.expiresAt, $1.id) }
  }

  /// What only the Overview shows: eighteen hours, six offers with places, seven claims.
  private var day: TownDay {
    let accepted: [Int64] = [0, 0, 0, 0, 0, 0, 1, 4, 12, 20, 31, 55, 84, 71, 48, 52, 90, 143]
    let scarce = zip(offers, [0, 0, 2, 5, 9, 20]).map { offer, left in
      TownDay.ScarceOffer(id: offer.id, title: offer.title, partnerName: "Blue Cilantro", left: left, total: 20)
    }
    let claims = stream.filter { $0.type == .acceptance }.prefix(7).enumerated().map { number, event in
      var code = ""
      if case .words(let words) = event.detail { code = words }
      return TownDay.ClaimRow(
        id: Claim.ID(Int64(70 - number)), code: code,
        state: [Claim.State.open, .open, .redeemed, .expired][number % 4],
        claimedAt: event.at, expiresAt: event.at + .minutes(number == 1 ? 0 : 60), offerTitle: event.offerTitle)
    }
    return TownDay(
      hours: accepted.map { TownDay.Hour(shown: $0 * 7, accepted: $0, redeemed: $0 * 2 / 3) }, scarce: scarce,
      soldOut: 2, runningOut: 1, claims: claims, openClaims: 23,
      success: SuccessMetrics(of: FixturePartners.sample.board.partners, days: 30))
  }

  /// The board with one session looked at; nil is the one that ends first.
  func board(selecting id: ParkingSession.ID? = nil, at now: Timestamp = now, whatIf: WhatIf? = nil) -> DiscoverBoard {
    let chosen = id ?? sessions.first?.id
    return DiscoverBoard(
      town: town, now: now, funnel: funnel,
      sessions: sessions.map { DiscoverBoard.SessionRow(session: $0, personName: names[$0.id]) },
      selected: sessions.first { $0.id == chosen }.map { document(of: $0, at: now, whatIf: whatIf ?? WhatIf()) },
      temperature: 24, stream: stream, day: day)
  }

  /// What one session's person is shown.
  func document(
    of session: ParkingSession, at now: Timestamp = now, whatIf: WhatIf = WhatIf(), walking metres: Double = 800
  ) -> DiscoverDocument {
    var person = PersonContext(personID: session.personID, zoneOffsetSeconds: -5 * 3600, history: histories)
    if session.personID != nil { person.preferences.preferredCategories = ["dining"] }
    person.preferences.walkingLimit = Metres(metres)
    let context = Context(
      now: now, session: session, placeOffsetSeconds: -5 * 3600, weather: .rain, person: person)
    let index = OfferIndex(offers)
    let real = index.ranking(for: context, profile: .standard, limit: .max)
    let supposed = whatIf.applied(to: context)
    let profile = (try? OfferProfile.standard.supposing(whatIf.weights)) ?? .standard
    return DiscoverDocument(
      context: supposed, decisionID: nil, profile: profile,
      ranking: index.ranking(for: supposed, profile: profile, limit: 10),
      partnerNames: Dictionary(
        FixtureTown.partners.map { (Partner.ID($0.id), $0.name) }, uniquingKeysWith: { $1 }),
      personName: names[session.id],
      comparison: whatIf.isEmpty ? nil : WhatIfComparison(whatIf, real: real, limit: 10))
  }

  private var town: DiscoverBoard.Town {
    DiscoverBoard.Town(
      name: "George Town", kind: kind, zone: Self.zone, streets: FixtureTown.lines, places: FixtureTown.places,
      offers: FixtureTown.partners.map {
        DiscoverBoard.OfferMarker(partnerID: Partner.ID($0.id), name: $0.name, position: $0.position)
      }, hasRecordedStays: hasRecordedStays)
  }
}
