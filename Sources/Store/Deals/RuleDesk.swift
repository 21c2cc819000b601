import Core

/// The enabled rules and the searches of watches, ready to be found by a listing; kept from one transaction to the next.
struct RuleDesk {
  var rules: RuleIndex
  /// By the number of their watch.
  var searches: RuleIndex
  /// The last command of the log that they follow.
  var command: Int64
}

extension Store {
  /// Listings that tell an index what is frequent.
  private static let sample = 300

  /// Every enabled rule and every search, made when first needed.
  func ruleDesk() throws(StoreError) -> RuleDesk {
    if let known = memory.ruleDesk { return known }
    let sample = try newestListings(limit: Self.sample).map(PackedListing.init)
    var desk = RuleDesk(
      rules: RuleIndex(sample: sample), searches: RuleIndex(sample: sample), command: try lastCommand())
    try connection.each(
      """
      SELECT id, keywords, excludes, categories, condition, min_condition, min_price_cents, max_price_cents, currency,
             latitude, longitude, radius, radius_unit, place, min_deal_score
        FROM alert_rule
       WHERE is_enabled = 1
      """
    ) { row throws(StoreError) in desk.rules.insert(row.id(0), try RuleTerms(row, from: 1)) }
    try connection.each(
      """
      SELECT id, keywords, excludes, categories, condition, min_condition, min_price_cents, max_price_cents, currency,
             latitude, longitude, radius, radius_unit, place, min_deal_score
        FROM watch
       WHERE search IS NOT NULL
      """
    ) { row throws(StoreError) in desk.searches.insert(row.id(0), try RuleTerms(row, from: 1)) }
    memory.ruleDesk = desk
    return desk
  }

  /// Takes over what other connections did to rules and watches since, one by one. Plan: the key of the command log.
  func patchRuleDesk() throws(StoreError) {
    guard let desk = memory.ruleDesk else { return }
    let changed = try connection.rows(
      """
      SELECT subject_kind, subject_id
        FROM command_log
       WHERE id > :command
         AND +subject_kind IN ('rule', 'watch')
      """,
      [":command": .integer(desk.command)]
    ) { row throws(StoreError) in (isRule: row.text(0) == "rule", id: row.integer(1)) }
    // Whoever was edited twice is renewed twice, which is rare and right.
    for (isRule, id) in changed {
      if isRule { try renew(AlertRule.ID(id)) } else { try renew(Watch.ID(id)) }
    }
    memory.ruleDesk?.command = try lastCommand()
  }

  /// Brings one rule of the desk to what the file says.
  func renew(_ id: AlertRule.ID) throws(StoreError) {
    guard memory.ruleDesk != nil else { return }
    if let rule = try ruleIfAny(id), rule.isEnabled {
      memory.ruleDesk?.rules.insert(id, rule.terms)
    } else {
      memory.ruleDesk?.rules.remove(id)
    }
  }

  /// Brings the search of one watch to what the file says.
  func renew(_ id: Watch.ID) throws(StoreError) {
    guard memory.ruleDesk != nil else { return }
    if case .search(let terms)? = try watchIfAny(id)?.target {
      memory.ruleDesk?.searches.insert(AlertRule.ID(id.value), terms)
    } else {
      memory.ruleDesk?.searches.remove(AlertRule.ID(id.value))
    }
  }

  private func lastCommand() throws(StoreError) -> Int64 {
    try connection.integer("SELECT max(id) FROM command_log")
  }
}

extension RuleTerms {
  /// Reads fourteen columns in the order of ``Store/ruleDesk()``.
  init(_ row: Row, from first: Int32) throws(StoreError) {
    var area: RuleArea?
    if !row.isNull(first + 10) {
      area = RuleArea(
        center: try row.position(first + 8), radius: row.real(first + 10), unit: try row.choice(first + 11),
        place: row.optional(first + 12) { row.text($0) })
    }
    self.init(
      keywords: try Self.keywords(row, first), excludes: try Self.keywords(row, first + 1),
      categories: row.lines(first + 2), condition: try row.optionalChoice(first + 3),
      minCondition: try row.optionalChoice(first + 4), minPriceCents: row.optional(first + 5) { row.integer($0) },
      maxPriceCents: row.optional(first + 6) { row.integer($0) },
      currency: row.isNull(first + 7) ? nil : try row.currency(first + 7), area: area,
      minDealScore: row.optional(first + 13) { row.real($0) })
  }

  private static func keywords(_ row: Row, _ column: Int32) throws(StoreError) -> [RuleKeyword] {
    do {
      return try row.lines(column).map { text throws(InvalidInput) in try RuleKeyword(parsing: text) }
    } catch {
      throw .unknownText(column: row.name(of: column), text: row.text(column))
    }
  }
}

extension [RuleKeyword] {
  /// As ``RuleTerms/init(_:from:)`` reads them.
  var stored: String { map(\.text).joined(separator: "\n") }
}
