import Core

extension Store {
  /// Notes what the sky does from an instant on, until the next note; nil is unknown from then on.
  package func setWeather(_ weather: Weather?, temperature: Int? = nil, from start: Timestamp) throws(StoreError) {
    try write { () throws(StoreError) in
      try connection.run(
        """
        INSERT INTO weather (starts_at, kind, temperature)
        VALUES (:starts_at, :kind, :temperature)
        ON CONFLICT (starts_at) DO UPDATE SET
          kind = excluded.kind,
          temperature = excluded.temperature
        """,
        [":starts_at": .instant(start), ":kind": .choice(weather), ":temperature": .count(temperature)])
      touch(.world)
      memory.weather = nil
    }
  }

  /// The weather at an instant, and the temperature where it is known.
  package func weather(at now: Timestamp) throws(StoreError) -> (weather: Weather?, temperature: Int?) {
    if transaction != .none, let spell = memory.weather, spell.contains(now) {
      return (spell.weather, spell.temperature)
    }
    let spell = try spell(at: now)
    memory.weather = spell
    return (spell.weather, spell.temperature)
  }

  /// Plan: primary key, one row on each side of the instant.
  private func spell(at now: Timestamp) throws(StoreError) -> WeatherSpell {
    let until = try connection.row(
      """
      SELECT starts_at
        FROM weather
       WHERE starts_at > :now
       ORDER BY starts_at
       LIMIT 1
      """,
      [":now": .instant(now)]
    ) { row throws(StoreError) in row.instant(0) }
    let latest = try connection.row(
      """
      SELECT starts_at, kind, temperature
        FROM weather
       WHERE starts_at <= :now
       ORDER BY starts_at DESC
       LIMIT 1
      """,
      [":now": .instant(now)]
    ) { row throws(StoreError) in
      WeatherSpell(
        from: row.instant(0), until: until, weather: try row.optionalChoice(1),
        temperature: row.optional(2) { row.count($0) })
    }
    return latest ?? WeatherSpell(from: nil, until: until, weather: nil, temperature: nil)
  }
}

/// One weather from its beginning until the next begins; nil is without end.
struct WeatherSpell {
  let from: Timestamp?
  let until: Timestamp?
  let weather: Weather?
  let temperature: Int?

  /// Whether it is this weather at an instant.
  func contains(_ now: Timestamp) -> Bool {
    (from.map { $0 <= now } ?? true) && (until.map { now < $0 } ?? true)
  }
}
