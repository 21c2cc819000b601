import Core

/// What a reach depends on of one driver.
struct ReachPerson {
  let id: Int64
  let zone: String
  var preferences: Preferences
}

extension Store {
  /// Everybody who parked in a stretch of time, with what they asked for: three questions, however many people.
  /// Plan: `session_expiry` for the people, then primary keys.
  func reachPeople(from: Timestamp, until now: Timestamp) throws(StoreError) -> [ReachPerson] {
    let stretch: Value.Parameters = [":from": .instant(from), ":now": .instant(now)]
    var people = try connection.rows(
      """
      SELECT preference.enabled, preference.offer_frequency, preference.alert_frequency, preference.quiet_hours,
             preference.blocked_days, preference.walking_limit_metres, preference.channels, preference.alerts_per_day,
             person.id, person.zone
        FROM (
          SELECT DISTINCT person_id
            FROM session INDEXED BY session_expiry
           WHERE expires_at > :from
             AND started_at < :now
             AND person_id > 0
        ) AS driver
        JOIN person ON person.id = driver.person_id
        LEFT JOIN preference ON preference.person_id = driver.person_id
       ORDER BY person.id
      """,
      stretch
    ) { row throws(StoreError) in
      // A person who never said anything has no row of preferences.
      ReachPerson(
        id: row.integer(8), zone: row.text(9), preferences: row.isNull(0) ? Preferences() : try Preferences(row))
    }
    let positions = Dictionary(people.indices.map { (people[$0].id, $0) }, uniquingKeysWith: { $1 })
    try connection.each(
      """
      SELECT preference_category.person_id, preference_category.category
        FROM (
          SELECT DISTINCT person_id
            FROM session INDEXED BY session_expiry
           WHERE expires_at > :from
             AND started_at < :now
             AND person_id > 0
        ) AS driver
        JOIN preference_category ON preference_category.person_id = driver.person_id
       WHERE preference_category.wish = 'blocked'
      """,
      stretch
    ) { row throws(StoreError) in
      guard let position = positions[row.integer(0)] else { return }
      people[position].preferences.blockedCategories.insert(row.text(1))
    }
    try connection.each(
      """
      SELECT preference_partner.person_id, preference_partner.partner_id
        FROM (
          SELECT DISTINCT person_id
            FROM session INDEXED BY session_expiry
           WHERE expires_at > :from
             AND started_at < :now
             AND person_id > 0
        ) AS driver
        JOIN preference_partner ON preference_partner.person_id = driver.person_id
      """,
      stretch
    ) { row throws(StoreError) in
      guard let position = positions[row.integer(0)] else { return }
      people[position].preferences.blockedPartners.insert(row.id(1))
    }
    return people
  }
}
