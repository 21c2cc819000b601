import Core

extension Store {
  /// Everything a decision for a session depends on, from the learned state alone: nothing here reads the log, except
  /// for the few offers this very session was shown, straight from an index.
  func context(
    of session: ParkingSession, now: Timestamp, weather: Weather?, browsing: Bool = false
  ) throws(StoreError) -> Context {
    Context(
      now: now, session: session, placeOffsetSeconds: try zone(session.zone).offsetSeconds(at: now), weather: weather,
      person: try personContext(of: session, now: now), browsing: browsing,
      campaigns: try campaignGates(for: session, at: now))
  }

  /// What is known of the driver at an instant.
  func personContext(of session: ParkingSession, now: Timestamp) throws(StoreError) -> PersonContext {
    let subject = session.subject
    if let known = memory.people[subject], known.zone.localDay(at: now) >= known.day {
      memory.people.change(subject) { $0.turn(to: $0.zone.localDay(at: now)) }
    } else {
      memory.people.keep(try loadPerson(of: session, now: now), for: subject)
    }
    if memory.people[subject]?.session != session.id {
      let shown = try offersShown(in: session.id)
      memory.people.change(subject) { $0.enter(session.id, shown: shown) }
    }
    memory.people.change(subject) { $0.context.zoneOffsetSeconds = $0.zone.offsetSeconds(at: now) }
    return memory.people[subject]?.context ?? PersonContext()
  }

  /// What is known of the driver, read from the file.
  private func loadPerson(of session: ParkingSession, now: Timestamp) throws(StoreError) -> PersonMemories.Entry {
    let person = try session.personID.map { id throws(StoreError) in try self.person(id) }
    let zone = try self.zone(person?.zone ?? session.zone)
    let day = zone.localDay(at: now)
    var context = PersonContext(personID: session.personID)
    context.history = try histories(of: session.subject, day: day)
    if let person = session.personID {
      context.preferences = try preferences(of: person)
      context.categoryAffinity = try categoryAffinity(of: person)
      context.partnerAffinity = try partnerAffinity(of: person)
      context.impressionsToday = try impressions(of: person, day: day)
    } else {
      context.impressionsToday = context.history.values.reduce(0) { $0 + $1.impressionsToday }
    }
    let arms = try arms(of: session.personID)
    for (entry, own) in zip(try runningExperiments().entries, arms) { context.divide(entry, arm: own.arm) }
    return PersonMemories.Entry(context: context, name: person?.name, zone: zone, day: day, session: nil, arms: arms)
  }

  /// What a subject and each offer have had with each other; counts of today hold for a local day. Plan: primary key.
  func histories(of subject: Int64, day: Int) throws(StoreError) -> [Offer.ID: OfferHistory] {
    var histories: [Offer.ID: OfferHistory] = [:]
    try connection.each(
      """
      SELECT offer_id, impressions, day, impressions_today, dismissed_at, claims, open_claims
        FROM person_offer
       WHERE subject = :subject
      """,
      [":subject": .integer(subject)]
    ) { row throws(StoreError) in
      var history = OfferHistory()
      history.impressions = row.count(1)
      history.impressionsToday = row.count(2) == day ? row.count(3) : 0
      history.dismissedAt = row.optional(4) { row.instant($0) }
      history.claims = row.count(5)
      history.hasOpenClaim = row.flag(6)
      histories[row.id(0)] = history
    }
    return histories
  }

  /// What a person's answers say of each category.
  func categoryAffinity(of person: Person.ID) throws(StoreError) -> [String: Affinity] {
    var affinities: [String: Affinity] = [:]
    try connection.each(
      """
      SELECT category, accepted, dismissed, as_of
        FROM category_affinity
       WHERE person_id = :person
      """,
      [":person": .id(person)]
    ) { row throws(StoreError) in
      affinities[row.text(0)] = Affinity(accepted: row.real(1), dismissed: row.real(2), asOf: row.instant(3))
    }
    return affinities
  }

  /// What a person's answers say of each partner.
  func partnerAffinity(of person: Person.ID) throws(StoreError) -> [Partner.ID: Affinity] {
    var affinities: [Partner.ID: Affinity] = [:]
    try connection.each(
      """
      SELECT partner_id, accepted, dismissed, as_of
        FROM partner_affinity
       WHERE person_id = :person
      """,
      [":person": .id(person)]
    ) { row throws(StoreError) in
      affinities[row.id(0)] = Affinity(accepted: row.real(1), dismissed: row.real(2), asOf: row.instant(3))
    }
    return affinities
  }

  private func impressions(of person: Person.ID, day: Int) throws(StoreError) -> Int {
    Int(
      try connection.integer(
        """
        SELECT impressions
          FROM person_day
         WHERE person_id = :person
           AND day = :day
        """,
        [":person": .id(person), ":day": .integer(Int64(day))]))
  }

  /// Offers a session was shown already. Plan: `interaction_shown`, one session's entries.
  private func offersShown(in session: ParkingSession.ID) throws(StoreError) -> [Offer.ID] {
    try connection.rows(
      """
      SELECT offer_id
        FROM interaction
       WHERE session_id = :session
         AND type = 'impression'
      """,
      [":session": .id(session)]
    ) { row throws(StoreError) in row.id(0) }
  }
}

extension ZoneTable {
  /// The number of the local day an instant lies in.
  func localDay(at instant: Timestamp) -> Int {
    localTime(at: instant).date.dayNumber
  }
}

extension PersonMemories.Entry {
  /// A new local day begins: nothing was shown in it yet.
  fileprivate mutating func turn(to today: Int) {
    guard today != day else { return }
    day = today
    context.impressionsToday = 0
    for index in context.history.values.indices { context.history.values[index].impressionsToday = 0 }
  }

  /// Marks the offers this session was shown, and only those.
  fileprivate mutating func enter(_ id: ParkingSession.ID, shown: [Offer.ID]) {
    if session != nil {
      for index in context.history.values.indices { context.history.values[index].shownInSession = false }
    }
    session = id
    for offer in shown { context.history[offer]?.shownInSession = true }
  }
}
