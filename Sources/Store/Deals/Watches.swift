import Core

extension Store {
  /// One watch.
  package func watch(_ id: Watch.ID) throws(StoreError) -> Watch {
    guard let watch = try watchIfAny(id) else { throw .notFound("watch", id) }
    return watch
  }

  /// One watch; nil if there is none. Plan: primary keys.
  func watchIfAny(_ id: Watch.ID) throws(StoreError) -> Watch? {
    try connection.row(
      """
      SELECT id, version, person_id, listing_id, threshold_cents, threshold_currency, created_at,
             (SELECT min(is_armed)
                FROM watch_state
               WHERE watch_id = watch.id),
             (SELECT sum(triggers)
                FROM watch_state
               WHERE watch_id = watch.id),
             (SELECT max(triggered_at)
                FROM watch_state
               WHERE watch_id = watch.id),
             keywords, excludes, categories, condition, min_condition, min_price_cents, max_price_cents, currency,
             latitude, longitude, radius, radius_unit, place, min_deal_score
        FROM watch
       WHERE id = :id
      """,
      [":id": .id(id)], as: Watch.init)
  }

  /// Every watch of a person, by number. Plan: index `watch_person`.
  package func watches(of person: Person.ID) throws(StoreError) -> [Watch] {
    try connection.rows(
      """
      SELECT id, version, person_id, listing_id, threshold_cents, threshold_currency, created_at,
             (SELECT min(is_armed)
                FROM watch_state
               WHERE watch_id = watch.id),
             (SELECT sum(triggers)
                FROM watch_state
               WHERE watch_id = watch.id),
             (SELECT max(triggered_at)
                FROM watch_state
               WHERE watch_id = watch.id),
             keywords, excludes, categories, condition, min_condition, min_price_cents, max_price_cents, currency,
             latitude, longitude, radius, radius_unit, place, min_deal_score
        FROM watch
       WHERE person_id = :person
       ORDER BY id
      """,
      [":person": .id(person)], as: Watch.init)
  }

  /// What a watch is called: the title of its listing, or its search as a rule line.
  package func title(of watch: Watch) throws(StoreError) -> String {
    switch watch.target {
    case .listing(let id): try listing(id).title
    case .search(let terms): RuleLine.print(RuleDraft(terms: terms))
    }
  }

  /// Every price a listing had in the currency it has now, or had last. Plan: primary key.
  package func priceHistory(of id: Listing.ID) throws(StoreError) -> PriceHistory {
    let prices = try connection.rows(
      """
      SELECT at, price_cents, currency
        FROM listing_price
       WHERE listing_id = :id
       ORDER BY at
      """,
      [":id": .id(id)]
    ) { row throws(StoreError) in
      (at: row.instant(0), price: row.isNull(1) ? nil : Money(cents: row.integer(1), try row.currency(2)))
    }
    let currency = prices.last { $0.price != nil }?.price?.currency ?? .usd
    return PriceHistory(
      currency: currency,
      points: prices.map { point in
        PriceHistory.Point(at: point.at, cents: point.price?.currency == currency ? point.price?.cents : nil)
      })
  }
}

extension Watch {
  /// Reads the columns in the order of ``Store/watches(of:)``.
  fileprivate init(_ row: Row) throws(StoreError) {
    let target: Target
    if row.isNull(3) { target = .search(try RuleTerms(row, from: 10)) } else { target = .listing(row.id(3)) }
    self.init(
      id: row.id(0), version: row.count(1), person: row.id(2), target: target,
      threshold: Money(cents: row.integer(4), try row.currency(5)), isArmed: row.isNull(7) || row.flag(7),
      triggers: row.count(8), createdAt: row.instant(6), lastTriggeredAt: row.optional(9) { row.instant($0) })
  }
}
