import Core

/// What a reach depends on of one driver.
struct ReachPerson {
  let id: Int64
  let zone: String
  var preferences: Preferences
}

extension Store {
  /// Those of the numbered people who are known, with what they asked for: three questions, however many people.
  /// Plan: primary keys, a person at a time.
  func reachPeople(_ ids: Set<Int64>) throws(StoreError) -> [ReachPerson] {
    let drivers: Value.Parameters = [":drivers": .text("[\(ids.sorted().map(String.init).joined(separator: ","))]")]
    var people = try connection.rows(
      """
      SELECT preference.enabled, preference.offer_frequency, preference.alert_frequency, preference.quiet_hours,
             preference.blocked_days, preference.walking_limit_metres, preference.channels, preference.alerts_per_day,
             preference.urgent_at_night, person.id, person.zone
        FROM json_each(:drivers) AS driver
       CROSS JOIN person ON person.id = driver.value
        LEFT JOIN preference ON preference.person_id = person.id
      """,
      drivers
    ) { row throws(StoreError) in
      // A person who never said anything has no row of preferences.
      ReachPerson(
        id: row.integer(9), zone: row.text(10), preferences: row.isNull(0) ? Preferences() : try Preferences(row))
    }
    let positions = Dictionary(people.indices.map { (people[$0].id, $0) }, uniquingKeysWith: { $1 })
    try connection.each(
      """
      SELECT preference_category.person_id, preference_category.category
        FROM json_each(:drivers) AS driver
       CROSS JOIN preference_category ON preference_category.person_id = driver.value
       WHERE preference_category.wish = 'blocked'
      """,
      drivers
    ) { row throws(StoreError) in
      guard let position = positions[row.integer(0)] else { return }
      people[position].preferences.blockedCategories.insert(row.text(1))
    }
    try connection.each(
      """
      SELECT preference_partner.person_id, preference_partner.partner_id
        FROM json_each(:drivers) AS driver
       CROSS JOIN preference_partner ON preference_partner.person_id = driver.value
      """,
      drivers
    ) { row throws(StoreError) in
      guard let position = positions[row.integer(0)] else { return }
      people[position].preferences.blockedPartners.insert(row.id(1))
    }
    return people
  }
}
