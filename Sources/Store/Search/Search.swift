import Core

extension Store {
  /// Everything with a name, a number or a code that fits what was typed, in one read.
  ///
  /// A claim is found by its whole code alone: a mistyped one is told by its check character, and nothing is looked up.
  /// A number finds whatever has it. Whatever else is typed is looked for among names, among the places where somebody is
  /// parked now, and among the words of listings and rules. Never reads the log, nor claims or ended sessions from end
  /// to end.
  /// For a partner there are only its own name, offers and claims.
  /// - Parameters:
  ///   - person: whose rules and watches; nil is whoever the Rules screen shows first.
  ///   - kinds: what to look for; claims are read as codes only if they are among them.
  ///   - limit: most results.
  package func search(
    _ typed: String, kinds: Set<SearchTarget.Kind> = Set(SearchTarget.Kind.allCases),
    limit: Int = SearchRanking.longest, of person: Person.ID? = nil, for actor: Actor, now: Timestamp
  ) throws(StoreError) -> SearchAnswer {
    // Drivers, their sessions, experiments, campaigns and what is waited for are no partner's.
    let kinds = actor.role == .partner ? kinds.intersection([.claim, .offer, .partner]) : kinds
    return try read { () throws(StoreError) in
      var (code, reading) = SearchAnswer.reading(typed)
      var found: [SearchResult] = []
      if let code, kinds.contains(.claim), let claim = try searchClaim(code, for: actor, now: now) {
        found.append(claim)
        reading = .known
      }
      if !kinds.contains(.claim) {
        code = nil
        reading = .none
      }
      let deals = try dealNames(kinds, of: person, for: actor)
      if let number = Self.number(typed) {
        found += try searchNumber(number, kinds: kinds, deals, for: actor, now: now)
      }
      let pattern = FuzzyPattern(typed)
      let seen = Set(found.map(\.target))
      if !pattern.isEmpty {
        found += try searchNames(pattern, kinds: kinds, deals, limit: limit, for: actor, now: now)
          .filter { !seen.contains($0.target) }
        found += try searchDeals(typed, pattern, kinds: kinds, deals, limit: limit)
          .filter { result in !seen.contains(result.target) && !found.contains { $0.target == result.target } }
        if kinds.contains(.session) {
          found += try searchSessions(at: pattern, limit: limit, now: now).filter { !seen.contains($0.target) }
        }
      }
      // Eleven letters that a name has too are no unknown code.
      if reading == .unknown, !found.isEmpty { reading = .none }
      return SearchAnswer(results: SearchRanking.ranked(found, limit: limit), code: reading)
    }
  }

  private func searchNames(
    _ pattern: FuzzyPattern, kinds: Set<SearchTarget.Kind>, _ deals: DealNames, limit: Int, for actor: Actor,
    now: Timestamp
  ) throws(StoreError) -> [SearchResult] {
    let names = try searchNames(for: actor)
    var found: [SearchResult] = []
    for (kind, candidates) in [
      (.partner, names.partners), (.offer, names.offers), (.person, names.people),
      (.experiment, try experimentNames(kinds)), (.campaign, try campaignNames(kinds)),
      (.rule, deals.ruleNames), (.watch, deals.watchNames),
    ]
      as [(SearchTarget.Kind, SearchCandidates)] where kinds.contains(kind)
    {
      for fit in candidates.best(limit, for: pattern) {
        let result = try self.result(
          fit.candidate.target, title: fit.candidate.title, why: .name, positions: fit.match.positions,
          score: fit.match.score, now: now)
        if let result { found.append(result) }
      }
    }
    return found
  }

  private func searchNumber(
    _ number: Int64, kinds: Set<SearchTarget.Kind>, _ deals: DealNames, for actor: Actor, now: Timestamp
  ) throws(StoreError) -> [SearchResult] {
    var found: [SearchResult] = []
    if kinds.contains(.session), let session = try searchSession(ParkingSession.ID(number), now: now) {
      found.append(session)
    }
    let names = try searchNames(for: actor)
    let targets: [(SearchTarget, SearchCandidates)] = [
      (.offer(Offer.ID(number)), names.offers), (.person(Person.ID(number)), names.people),
      (.partner(Partner.ID(number)), names.partners),
      (.experiment(Experiment.ID(number)), try experimentNames(kinds)),
      (.campaign(Campaign.ID(number)), try campaignNames(kinds)),
      (.rule(AlertRule.ID(number)), deals.ruleNames), (.watch(Watch.ID(number)), deals.watchNames),
    ]
    for (target, candidates) in targets where kinds.contains(target.kind) {
      guard let candidate = candidates.candidate(target) else { continue }
      let result = try result(
        target, title: candidate.title, why: .number, positions: [], score: SearchResult.exact, now: now)
      if let result { found.append(result) }
    }
    if kinds.contains(.listing), let listing = try listingIfAny(Listing.ID(number)) {
      found.append(result(listing, why: .number, score: SearchResult.exact))
    }
    return found
  }

  /// A named thing with what tells it from others. Plan: primary keys.
  private func result(
    _ target: SearchTarget, title: String, why: SearchResult.Why, positions: [Int], score: Int, now: Timestamp
  ) throws(StoreError) -> SearchResult? {
    var detail = ""
    var session: ParkingSession?
    switch target {
    case .partner(let id):
      let partner = try partner(id)
      detail = [partner.category, partner.address ?? ""].filter { !$0.isEmpty }.joined(separator: ", ")
    case .offer(let id):
      let offer = try offer(id)
      detail =
        "\(try partnerNames()[offer.partnerID] ?? "partner \(offer.partnerID)"), \(offer.standing(at: now).rawValue)"
    case .person(let id):
      session = try lastSession(of: id, now: now)
      detail =
        try session.map { session throws(StoreError) in
          "person \(id), " + (try words(of: session, person: session.placeName, now: now, place: false))
        } ?? "person \(id), has never parked here"
    case .experiment(let id):
      let experiment = try experiment(id)
      detail = "\(experiment.state.rawValue), \(experiment.design.metric.rawValue)"
    case .campaign(let id):
      let campaign = try campaign(id)
      detail = "\(campaign.standing(at: now).rawValue), \(campaign.type.title)"
    case .rule(let id): detail = words(of: try rule(id))
    case .watch(let id): detail = words(of: try watch(id))
    case .claim, .session, .listing: return nil
    }
    return SearchResult(
      target: target, title: title, detail: detail, why: why, positions: positions, score: score, session: session)
  }

  /// A number, also with a hash before it; nil for anything else.
  private static func number(_ typed: String) -> Int64? {
    let words = typed.split(separator: " ")
    guard words.count == 1, let word = words.first else { return nil }
    let digits = word.first == "#" ? word.dropFirst() : word
    guard let number = Int64(digits), number > 0, digits.allSatisfy(\.isNumber) else { return nil }
    return number
  }
}
