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
    }
  }

  /// The weather at an instant, and the temperature where it is known. Plan: primary key, one row.
  package func weather(at now: Timestamp) throws(StoreError) -> (weather: Weather?, temperature: Int?) {
    let latest = try connection.row(
      """
      SELECT kind, temperature
        FROM weather
       WHERE starts_at <= :now
       ORDER BY starts_at DESC
       LIMIT 1
      """,
      [":now": .instant(now)]
    ) { row throws(StoreError) in
      (weather: try row.optionalChoice(0, Weather.self), temperature: row.optional(1) { row.count($0) })
    }
    return latest ?? (nil, nil)
  }
}
