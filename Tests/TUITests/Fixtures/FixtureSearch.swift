import Core

/// What the executable would find in the fixture's town: one thing of each kind, by the words that name it.
enum FixtureSearch {
  static let zone = "America/Cayman"
  static let partner = Partner(
    id: Partner.ID(1), name: "Blue Cilantro", category: "food", description: "Fish and rum by the harbour.",
    phone: "+1 345 555 0100", address: "12 Harbour Drive", position: FixtureTown.places[0].position, zone: zone)
  static let ana = Person(id: Person.ID(13), name: "Ana R.", zone: zone)

  /// Session 8000, which ended two hours ago.
  static let ended = ParkingSession(
    id: ParkingSession.ID(8000), personID: ana.id, placeName: "Cardinall Ave",
    position: FixtureTown.places[0].position, zone: zone, startedAt: FixtureBoard.now - .hours(4),
    expiresAt: FixtureBoard.now - .hours(2), hourlyRateCents: 250)

  static var parked: ParkingSession? { FixtureBoard().sessions.first { $0.id == Stage.rich } }

  static func code() throws -> ClaimCode { try ClaimCode(parsing: "2222-2222-222") }

  static func answer(_ words: String) -> SearchAnswer {
    let (code, reading) = SearchAnswer.reading(words)
    if reading == .mistyped { return SearchAnswer(results: [], code: .mistyped) }
    var all = [
      SearchResult(target: .partner(partner.id), title: partner.name, detail: "food", why: .name, score: 0),
      SearchResult(
        target: .offer(FixtureOffers.all[0].id), title: FixtureOffers.all[0].title, detail: "Blue Cilantro, active",
        why: .name, score: 0),
      SearchResult(
        target: .person(ana.id), title: ana.name, detail: "person 13", why: .name, score: 0, session: parked),
      SearchResult(
        target: .session(ended.id), title: "Session 8000", detail: "ended", why: .number, score: 0, session: ended),
    ]
    all += FixtureDeals.sample.rules.map {
      SearchResult(target: .rule($0.rule.id), title: $0.rule.name, detail: "on", why: .name, score: 0)
    }
    all += FixtureDeals.sample.watches.map {
      SearchResult(target: .watch($0.watch.id), title: $0.title, detail: "watch", why: .name, score: 0)
    }
    all += FixtureDeals.sample.listings.map {
      SearchResult(target: .listing($0.id), title: $0.title, detail: $0.source, why: .name, score: 0)
    }
    all = all.compactMap { result in
      FuzzyPattern(words).match(FoldedText(result.title)).map { match in
        SearchResult(
          target: result.target, title: result.title, detail: result.detail, why: result.why,
          positions: match.positions, score: match.score, session: result.session)
      }
    }
    if code != nil {
      all.append(
        SearchResult(
          target: .claim(Claim.ID(7)), title: "2222-2222-222", detail: "open", why: .code, score: SearchResult.exact))
    }
    return SearchAnswer(results: SearchRanking.ranked(all), code: code == nil ? .none : .known)
  }

  static func card(_ target: SearchTarget) -> Card {
    switch target {
    case .partner, .session, .experiment, .campaign, .rule, .watch, .listing:
      .partner(PartnerCard(partner: partner, offers: Array(FixtureOffers.all.prefix(2))))
    case .offer: .offer(OfferCard(offer: FixtureOffers.all[0], partnerName: partner.name))
    case .person: .person(PersonCard(person: ana, session: nil))
    case .claim(let id): .claim(claim(id, expiresAt: FixtureBoard.now + .minutes(90)))
    }
  }

  static func claim(_ id: Claim.ID, state: Claim.State = .open, expiresAt: Timestamp) -> ClaimCard {
    var random = SeededGenerator(seed: 1)
    return ClaimCard(
      id: id, code: (try? code()) ?? ClaimCode(using: &random), state: state, offer: FixtureOffers.all[0],
      partnerName: partner.name, session: parked, person: ana, claimedAt: FixtureBoard.now - .minutes(10),
      expiresAt: expiresAt, closedAt: state == .open ? nil : FixtureBoard.now, valueCents: 1400,
      revenueCents: state == .redeemed ? 4200 : nil)
  }
}
