import Core

extension Store {
  /// How many sessions of the last seven days would have seen an offer, and the rules that held the others back. Also
  /// of an offer that is only being written. Writes nothing.
  ///
  /// The sessions are read once for every quarter of an hour of the town's clock, and anew when people's wishes or the
  /// weather change: a form that asks at every key, and a board that follows a running town, wait for no table.
  package func reach(of offer: Offer, now: Timestamp) throws(StoreError) -> ReachEstimate {
    try read { () throws(StoreError) in
      var reach: ReachMemory
      if let known = memory.reach, known.holds(at: now) {
        reach = known
      } else {
        reach = ReachMemory(try reachSample(now: now))
      }
      let estimate = reach.estimate(for: offer)
      memory.reach = reach
      return estimate
    }
  }

  /// The sessions that met the seven days before an instant, of known drivers and anonymous ones; erased people are
  /// left out, and cars of which nobody knows since when they stood. Plan: `session_expiry`, from seven days ago on.
  private func reachSample(now: Timestamp) throws(StoreError) -> ReachSample {
    let from = now - ReachMemory.span
    var clocks = ClockNumbers(self)
    let stays = try reachStays(from: from, until: now, &clocks)
    var drivers = [ReachSample.Driver(preferences: Preferences(), clock: nil)]
    var numbers: [Int64: Int] = [:]
    for person in try reachPeople(Set(stays.lazy.map(\.driver).filter { $0 > 0 })) {
      numbers[person.id] = drivers.count
      drivers.append(ReachSample.Driver(preferences: person.preferences, clock: try clocks.number(of: person.zone)))
    }
    var sample = ReachSample(
      from: from, until: now, clocks: clocks.tables, drivers: drivers, skies: try reachSkies(from: from, until: now))
    sample.reserveCapacity(stays.count)
    for stay in stays {
      sample.add(
        at: stay.position, from: stay.start, until: stay.end, expires: stay.expires, clock: stay.clock,
        driver: numbers[stay.driver] ?? 0)
    }
    return sample
  }

  private func reachStays(
    from: Timestamp, until now: Timestamp, _ clocks: inout ClockNumbers
  ) throws(StoreError) -> [ReachStay] {
    try connection.rows(
      """
      SELECT person_id, latitude, longitude, zone, started_at, expires_at, ended_at
        FROM session INDEXED BY session_expiry
       WHERE expires_at > :from
         AND started_at < :now
         AND (ended_at IS NULL OR ended_at > :from)
         AND latitude IS NOT NULL
      """,
      [":from": .instant(from), ":now": .instant(now)]
    ) { row throws(StoreError) in
      let expires = row.instant(5)
      return ReachStay(
        driver: row.integer(0), position: try row.position(1), clock: try clocks.number(of: row.text(3)),
        start: row.instant(4), end: row.optional(6) { min(row.instant($0), expires) } ?? expires, expires: expires)
    }
  }

  /// What the sky did, from the note that held at the beginning on.
  private func reachSkies(from: Timestamp, until now: Timestamp) throws(StoreError) -> [ReachSample.Sky] {
    try connection.rows(
      """
      SELECT starts_at, kind
        FROM weather
       WHERE starts_at >= ifnull((SELECT max(starts_at) FROM weather WHERE starts_at <= :from), :from)
         AND starts_at < :end
       ORDER BY starts_at
      """,
      [":from": .instant(from), ":end": .instant(now + ReachSample.outlook)]
    ) { row throws(StoreError) in ReachSample.Sky(start: row.instant(0), weather: try row.optionalChoice(1)) }
  }
}

/// One parked car as it is stored.
private struct ReachStay {
  /// The driver's number; 0 of nobody known.
  let driver: Int64
  let position: Coordinate
  /// The number of the place's zone.
  let clock: Int
  let start: Timestamp
  let end: Timestamp
  let expires: Timestamp
}

/// Numbers for time zones, each looked up once.
private struct ClockNumbers {
  private let store: Store
  private var numbers: [String: Int] = [:]
  private(set) var tables: [ZoneTable] = []
  /// Most rows follow one of the same zone.
  private var latest: (name: String, number: Int)?

  init(_ store: Store) {
    self.store = store
  }

  mutating func number(of name: String) throws(StoreError) -> Int {
    if let latest, latest.name == name { return latest.number }
    if let known = numbers[name] {
      latest = (name, known)
      return known
    }
    let number = tables.count
    tables.append(try store.zone(name))
    numbers[name] = number
    return number
  }
}
