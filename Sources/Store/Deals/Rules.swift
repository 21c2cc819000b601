import Core

extension Store {
  /// One rule.
  package func rule(_ id: AlertRule.ID) throws(StoreError) -> AlertRule {
    guard let rule = try ruleIfAny(id) else { throw .notFound("rule", id) }
    return rule
  }

  /// One rule; nil if there is none. Plan: primary key.
  func ruleIfAny(_ id: AlertRule.ID) throws(StoreError) -> AlertRule? {
    try connection.row(
      """
      SELECT id, version, person_id, name, is_enabled, is_urgent, channels, frequency, created_at, updated_at,
             last_triggered_at, from_seq, keywords, excludes, categories, condition, min_condition, min_price_cents,
             max_price_cents, currency, latitude, longitude, radius, radius_unit, place, min_deal_score
        FROM alert_rule
       WHERE id = :id
      """,
      [":id": .id(id)], as: AlertRule.init)
  }

  /// Every rule of a person, by number. Plan: the unique index of person and name.
  package func rules(of person: Person.ID) throws(StoreError) -> [AlertRule] {
    try connection.rows(
      """
      SELECT id, version, person_id, name, is_enabled, is_urgent, channels, frequency, created_at, updated_at,
             last_triggered_at, from_seq, keywords, excludes, categories, condition, min_condition, min_price_cents,
             max_price_cents, currency, latitude, longitude, radius, radius_unit, place, min_deal_score
        FROM alert_rule
       WHERE person_id = :person
       ORDER BY id
      """,
      [":person": .id(person)], as: AlertRule.init)
  }

  /// The rule a person has under a name; nil if there is none.
  func rule(named name: String, of person: Person.ID) throws(StoreError) -> AlertRule.ID? {
    try connection.row(
      """
      SELECT id
        FROM alert_rule
       WHERE person_id = :person
         AND name = :name
      """,
      [":person": .id(person), ":name": .text(name)]
    ) { row throws(StoreError) in row.id(0) }
  }

  /// Writes a new rule whose name and currency are known.
  /// - Parameter number: nil for the next.
  func insert(
    _ draft: RuleDraft, number: AlertRule.ID?, of person: Person.ID, version: Int, from sequence: Int64, now: Timestamp
  ) throws(StoreError) -> AlertRule.ID {
    let terms = draft.terms
    try connection.run(
      """
      INSERT INTO alert_rule (
        id, version, person_id, name, is_enabled, is_urgent, keywords, excludes, categories, condition, min_condition,
        min_price_cents, max_price_cents, currency, latitude, longitude, radius, radius_unit, place, min_deal_score,
        channels, frequency, created_at, updated_at, from_seq)
      VALUES (
        :id, :version, :person, :name, :enabled, :urgent, :keywords, :excludes, :categories, :condition, :min_condition,
        :min_price, :max_price, :currency, :latitude, :longitude, :radius, :radius_unit, :place, :min_deal_score,
        :channels, :frequency, :now, :now, :sequence)
      """,
      [
        ":id": .id(number), ":version": .count(version), ":person": .id(person), ":name": .text(draft.title),
        ":enabled": .flag(draft.isEnabled), ":urgent": .flag(draft.isUrgent), ":keywords": .text(terms.keywords.stored),
        ":excludes": .text(terms.excludes.stored), ":categories": .text(terms.categories.joined(separator: "\n")),
        ":condition": .choice(terms.condition), ":min_condition": .choice(terms.minCondition),
        ":min_price": .optional(terms.minPriceCents), ":max_price": .optional(terms.maxPriceCents),
        ":currency": .optional(terms.currency?.code), ":latitude": .optional(terms.area?.center.latitude),
        ":longitude": .optional(terms.area?.center.longitude), ":radius": .optional(terms.area?.radius),
        ":radius_unit": .choice(terms.area?.unit), ":place": .optional(terms.area?.place),
        ":min_deal_score": .optional(terms.minDealScore), ":channels": .text(draft.storedChannels),
        ":frequency": .choice(draft.frequency), ":now": .instant(now), ":sequence": .integer(sequence),
      ])
    return AlertRule.ID(connection.lastInsertedID)
  }

  /// Writes facts over those of a rule, as its next version.
  func update(
    _ draft: RuleDraft, of id: AlertRule.ID, version: Int, from sequence: Int64, now: Timestamp
  ) throws(StoreError) {
    let terms = draft.terms
    try connection.run(
      """
      UPDATE alert_rule
         SET version = :version, name = :name, is_enabled = :enabled, is_urgent = :urgent, keywords = :keywords,
             excludes = :excludes, categories = :categories, condition = :condition, min_condition = :min_condition,
             min_price_cents = :min_price, max_price_cents = :max_price, currency = :currency, latitude = :latitude,
             longitude = :longitude, radius = :radius, radius_unit = :radius_unit, place = :place,
             min_deal_score = :min_deal_score, channels = :channels, frequency = :frequency, updated_at = :now,
             from_seq = :sequence
       WHERE id = :id
      """,
      [
        ":version": .count(version), ":name": .text(draft.title), ":enabled": .flag(draft.isEnabled),
        ":urgent": .flag(draft.isUrgent), ":keywords": .text(terms.keywords.stored),
        ":excludes": .text(terms.excludes.stored), ":categories": .text(terms.categories.joined(separator: "\n")),
        ":condition": .choice(terms.condition), ":min_condition": .choice(terms.minCondition),
        ":min_price": .optional(terms.minPriceCents), ":max_price": .optional(terms.maxPriceCents),
        ":currency": .optional(terms.currency?.code), ":latitude": .optional(terms.area?.center.latitude),
        ":longitude": .optional(terms.area?.center.longitude), ":radius": .optional(terms.area?.radius),
        ":radius_unit": .choice(terms.area?.unit), ":place": .optional(terms.area?.place),
        ":min_deal_score": .optional(terms.minDealScore), ":channels": .text(draft.storedChannels),
        ":frequency": .choice(draft.frequency), ":now": .instant(now), ":sequence": .integer(sequence), ":id": .id(id),
      ])
  }
}

extension AlertRule {
  /// Reads the columns in the order of ``Store/rules(of:)``.
  fileprivate init(_ row: Row) throws(StoreError) {
    let channels = try row.text(6).split(separator: ",").map { name throws(StoreError) in
      guard let channel = Preferences.Channel(rawValue: String(name)) else {
        throw .unknownText(column: "alert_rule.channels", text: String(name))
      }
      return channel
    }
    self.init(
      id: row.id(0), version: row.count(1), person: row.id(2), name: row.text(3), isEnabled: row.flag(4),
      isUrgent: row.flag(5), terms: try RuleTerms(row, from: 12), channels: channels,
      frequency: try row.optionalChoice(7), createdAt: row.instant(8), updatedAt: row.instant(9),
      lastTriggeredAt: row.optional(10) { row.instant($0) }, fromSequence: row.integer(11))
  }
}

extension RuleDraft {
  fileprivate var storedChannels: String { channels.map(\.rawValue).joined(separator: ",") }
}
