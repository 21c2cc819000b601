import Core

extension Store {
  /// Parts of the last 90 days that a watch's small chart shows.
  private static let courseParts = 30
  private static let courseDays: Int64 = 90

  /// All of the Rules screen but the pages about one thing.
  package func dealsBoard(
    _ request: DealsRequest = DealsRequest(), for actor: Actor, now: Timestamp
  ) throws(StoreError) -> DealsBoard {
    try read { () throws(StoreError) in
      let person: Person?
      if let named = request.person { person = try self.person(named) } else { person = try dealPerson(of: actor) }
      let listings = try countListings()
      guard let person else {
        return DealsBoard(
          person: nil, hunters: [], zone: try zone(world.zone), rules: [], watches: [], inbox: .empty,
          listings: listings, wishes: nil)
      }
      let zone = try zone(person.zone)
      let midnight = zone.instant(on: zone.localTime(at: now).date, millisecondOfDay: 0)
      return DealsBoard(
        person: person, hunters: try hunters(with: person), zone: zone,
        rules: try ruleSummaries(of: person.id, since: midnight, now: now),
        watches: try watches(of: person.id).map { watch throws(StoreError) in try summary(of: watch, now: now) },
        inbox: try inboxPage(of: person.id, since: midnight), listings: listings,
        wishes: try preferencesSummary(of: person.id, now: now))
    }
  }

  /// Everybody who can be looked at, whoever is looked at among them.
  private func hunters(with person: Person) throws(StoreError) -> [DealsBoard.Hunter] {
    var people = try dealPeople()
    if !people.contains(person) { people.append(person) }
    return try people.map { person throws(StoreError) in
      DealsBoard.Hunter(
        person,
        rules: Int(
          try connection.integer(
            """
            SELECT count(*)
              FROM alert_rule
             WHERE person_id = :person
            """,
            [":person": .id(person.id)])))
    }
  }

  private func ruleSummaries(
    of person: Person.ID, since midnight: Timestamp, now: Timestamp
  ) throws(StoreError) -> [RuleSummary] {
    try rules(of: person).map { rule throws(StoreError) in
      RuleSummary(
        rule, alertsToday: try countAlerts(of: rule.id, since: midnight),
        expectedPerDay: try expected(of: rule, now: now)
      )
    }
  }

  /// Plan: index `alert_rule_at`.
  private func countAlerts(of rule: AlertRule.ID, since instant: Timestamp) throws(StoreError) -> Int {
    Int(
      try connection.integer(
        """
        SELECT count(*)
          FROM alert
         WHERE rule_id = :rule
           AND at >= :instant
        """,
        [":rule": .id(rule), ":instant": .instant(instant)]))
  }

  /// Alerts a day a rule would raise, worked out once for a version of the rule and of the listings.
  private func expected(of rule: AlertRule, now: Timestamp) throws(StoreError) -> Double? {
    let corpus = try listingCorpus()
    if let known = memory.expected[rule.id], known.version == rule.version { return known.perDay }
    let perDay = corpus.preview(rule.terms, now: now, samples: 0).expectedPerDay
    memory.expected[rule.id] = (rule.version, perDay)
    return perDay
  }

  /// A watch as it stands in a list.
  package func watchSummary(_ id: Watch.ID, now: Timestamp) throws(StoreError) -> WatchSummary {
    try read { () throws(StoreError) in try summary(of: watch(id), now: now) }
  }

  /// The same of a watch that was read.
  func summary(of watch: Watch, now: Timestamp) throws(StoreError) -> WatchSummary {
    let (listing, history) = try watched(watch)
    let start = now - .days(Self.courseDays)
    return WatchSummary(
      watch, title: try title(of: watch), price: listing?.price,
      lowest: PriceTrend(history, from: start, to: now)?.minimum, record: history.lowest(now: now),
      course: history.samples(Self.courseParts, from: start, to: now))
  }

  /// The listing whose price a watch is held against, with its prices: of a search the cheapest that it finds.
  func watched(_ watch: Watch) throws(StoreError) -> (listing: Listing?, history: PriceHistory) {
    switch watch.target {
    case .listing(let id): return (try listing(id), try priceHistory(of: id))
    case .search(let terms):
      let found = try listingCorpus().matches(terms).map { id throws(StoreError) in try listing(id) }
      let cheapest = found.filter { $0.price?.currency == watch.threshold.currency }.min {
        ($0.price?.cents ?? .max) < ($1.price?.cents ?? .max)
      }
      guard let cheapest else { return (nil, PriceHistory(currency: watch.threshold.currency, points: [])) }
      return (cheapest, try priceHistory(of: cheapest.id))
    }
  }
}
