import Core

extension Store {
  /// What a person asked for; the defaults where they never said.
  package func preferences(of person: Person.ID) throws(StoreError) -> Preferences {
    let stored = try connection.row(
      """
      SELECT enabled, offer_frequency, alert_frequency, quiet_hours, blocked_days, walking_limit_metres, channels,
             alerts_per_day, urgent_at_night
        FROM preference
       WHERE person_id = :person
      """,
      [":person": .id(person)], as: Preferences.init)
    guard var preferences = stored else {
      _ = try self.person(person)
      return Preferences()
    }
    try connection.each(
      """
      SELECT category, wish
        FROM preference_category
       WHERE person_id = :person
      """,
      [":person": .id(person)]
    ) { row throws(StoreError) in
      switch row.text(1) {
      case "preferred": preferences.preferredCategories.insert(row.text(0))
      case "blocked": preferences.blockedCategories.insert(row.text(0))
      case let other: throw .unknownText(column: "preference_category.wish", text: other)
      }
    }
    try connection.each(
      """
      SELECT partner_id
        FROM preference_partner
       WHERE person_id = :person
      """,
      [":person": .id(person)]
    ) { row throws(StoreError) in preferences.blockedPartners.insert(row.id(0)) }
    try connection.each(
      """
      SELECT category
        FROM preference_alert_category
       WHERE person_id = :person
      """,
      [":person": .id(person)]
    ) { row throws(StoreError) in preferences.alertCategories.insert(row.text(0)) }
    return preferences
  }

  /// Replaces all of a person's preferences, or leaves them as they were if any of the new ones is refused. Nothing is
  /// written where nothing differs.
  /// - Parameter loading: a file or a demo says what they are, and tells of itself in the command log.
  package func setPreferences(
    _ wishes: Preferences, of person: Person.ID, by actor: Actor, loading: Bool = false, now: Timestamp
  ) throws(StoreError) {
    var preferences = wishes
    preferences.preferredCategories = Set(wishes.preferredCategories.map { $0.lowercased() })
    preferences.blockedCategories = Set(wishes.blockedCategories.map { $0.lowercased() })
    preferences.alertCategories = Set(wishes.alertCategories.map { $0.lowercased() })
    let checked = preferences
    try StoreError.checking { () throws(InvalidInput) in
      try checked.check()
      for category in checked.preferredCategories.union(checked.blockedCategories).union(checked.alertCategories) {
        _ = try PlainText.checked(category, field: "categories", limit: 40)
      }
    }
    try write { () throws(StoreError) in
      _ = try self.person(person)
      for partner in checked.blockedPartners { _ = try self.partner(partner) }
      try permitOperator(actor, to: "change preferences")
      let known = try self.preferences(of: person)
      let version = try preferencesVersion(of: person)
      let differences = checked.differences(from: known)
      guard !differences.isEmpty || loading || version == 0 else { return }
      try replacePreferences(checked, of: person)
      guard !loading else { return }
      try record(
        "preferences set", .preferences(person), by: actor,
        change: CommandChange(
          versionBefore: version, versionAfter: version + 1, before: .object(known.facts),
          after: .object(checked.facts)),
        note: differences.joined(separator: ", "), now: now)
      try reconsiderAlerts(of: person, now: now)
    }
  }

  /// Counts the changes of a person's preferences; 0 if they never said anything.
  func preferencesVersion(of person: Person.ID) throws(StoreError) -> Int {
    Int(
      try connection.integer(
        """
        SELECT version
          FROM preference
         WHERE person_id = :person
        """,
        [":person": .id(person)]))
  }

  /// Stores all of a person's preferences as their next version.
  func replacePreferences(_ preferences: Preferences, of person: Person.ID) throws(StoreError) {
    try connection.run(
      """
      INSERT INTO preference (
        person_id, enabled, offer_frequency, alert_frequency, quiet_hours, blocked_days, walking_limit_metres,
        channels, alerts_per_day, urgent_at_night)
      VALUES (
        :person, :enabled, :offer_frequency, :alert_frequency, :quiet_hours, :blocked_days, :walking_limit_metres,
        :channels, :alerts_per_day, :urgent_at_night)
      ON CONFLICT (person_id) DO UPDATE SET
        enabled = excluded.enabled,
        offer_frequency = excluded.offer_frequency,
        alert_frequency = excluded.alert_frequency,
        quiet_hours = excluded.quiet_hours,
        blocked_days = excluded.blocked_days,
        walking_limit_metres = excluded.walking_limit_metres,
        channels = excluded.channels,
        alerts_per_day = excluded.alerts_per_day,
        urgent_at_night = excluded.urgent_at_night,
        version = preference.version + 1
      """,
      [
        ":person": .id(person), ":enabled": .flag(preferences.enabled),
        ":offer_frequency": .choice(preferences.offerFrequency),
        ":alert_frequency": .choice(preferences.alertFrequency),
        ":quiet_hours": .text(preferences.quietHours.map(\.stored).joined(separator: ",")),
        ":blocked_days": .integer(Int64(preferences.blockedDays.bits)),
        ":walking_limit_metres": .real(preferences.walkingLimit.value),
        ":channels": .text(preferences.channels.map(\.rawValue).joined(separator: ",")),
        ":alerts_per_day": .count(preferences.alertsPerDay),
        ":urgent_at_night": .flag(preferences.urgentAtNight),
      ])
    try connection.run("DELETE FROM preference_category WHERE person_id = :person", [":person": .id(person)])
    for category in preferences.preferredCategories { try add(category, "preferred", to: person) }
    for category in preferences.blockedCategories { try add(category, "blocked", to: person) }
    try connection.run("DELETE FROM preference_partner WHERE person_id = :person", [":person": .id(person)])
    for partner in preferences.blockedPartners {
      try connection.run(
        """
        INSERT INTO preference_partner (person_id, partner_id)
        VALUES (:person, :partner)
        """,
        [":person": .id(person), ":partner": .id(partner)])
    }
    try connection.run("DELETE FROM preference_alert_category WHERE person_id = :person", [":person": .id(person)])
    for category in preferences.alertCategories {
      try connection.run(
        """
        INSERT INTO preference_alert_category (person_id, category)
        VALUES (:person, :category)
        """,
        [":person": .id(person), ":category": .text(category)])
    }
    touch(.people)
    memory.people.forget(person.value)
  }

  private func add(_ category: String, _ wish: String, to person: Person.ID) throws(StoreError) {
    try connection.run(
      """
      INSERT INTO preference_category (person_id, category, wish)
      VALUES (:person, :category, :wish)
      """,
      [":person": .id(person), ":category": .text(category), ":wish": .text(wish)])
  }
}
