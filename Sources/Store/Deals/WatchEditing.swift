import Core

/// What somebody wants to be watched, before the store has given it a number.
package struct WatchDraft: Hashable, Sendable {
  package var target: Watch.Target
  /// Tells at this price and under it, in minor units.
  package var thresholdCents: Int64
  /// Nil is the listing's, or the database's.
  package var currency: Currency?

  package init(_ target: Watch.Target, atOrUnder cents: Int64, currency: Currency? = nil) {
    self.target = target
    thresholdCents = cents
    self.currency = currency
  }
}

extension Store {
  /// Watches a price from now on.
  /// - Parameter person: whose it is; nil is the person that stands for the actor, who is made with the first watch.
  /// - Throws: ``StoreError/conflict(code:sentence:)`` for what the person watches already,
  ///   ``StoreError/invalid(_:)`` for a threshold or a search that cannot be watched.
  @discardableResult
  package func addWatch(
    _ draft: WatchDraft, of person: Person.ID? = nil, by actor: Actor, loading: Bool = false, now: Timestamp
  ) throws(StoreError) -> Watch {
    try StoreError.checking { () throws(InvalidInput) in try draft.check() }
    return try write { () throws(StoreError) in
      try permitOperator(actor, to: "watch prices")
      let owner = try owner(person, actor, now: now)
      let whole = try completed(draft)
      try refuseWatched(whole.target, by: owner)
      let id = try insert(whole, number: nil, of: owner, version: 1, now: now)
      let watch = try watch(id)
      if !loading {
        try record(
          "watch add", .watch(id), by: actor, change: CommandChange(versionAfter: 1, after: watch.logged),
          note: title(of: watch), now: now)
      }
      return watch
    }
  }

  /// Watches no more; what the watch raised and has not told yet is cancelled.
  /// - Returns: the watch that was there.
  @discardableResult
  package func removeWatch(_ id: Watch.ID, by actor: Actor, now: Timestamp) throws(StoreError) -> Watch {
    try write { () throws(StoreError) in
      try permitOperator(actor, to: "remove watches")
      let current = try watch(id)
      let title = try title(of: current)
      try remove(current, now: now)
      try record(
        "watch remove", .watch(id), by: actor,
        change: CommandChange(versionBefore: current.version, before: current.logged), note: title, now: now)
      return current
    }
  }

  /// Takes a watch away with what it has not told yet. Inside a write.
  func remove(_ watch: Watch, now: Timestamp) throws(StoreError) {
    try cancelUnsent(of: watch.id, now: now)
    try connection.run("DELETE FROM watch WHERE id = :id", [":id": .id(watch.id)])
    try watchesChanged(watch.id, of: watch.person, now: now)
  }

  /// The draft in the currency it is told in.
  private func completed(_ draft: WatchDraft) throws(StoreError) -> WatchDraft {
    var draft = draft
    switch draft.target {
    case .search(let terms):
      draft.target = .search(try completed(terms))
      draft.currency = draft.currency ?? terms.currency
    case .listing(let id):
      let listing = try listing(id)
      let currency = draft.currency ?? listing.price?.currency
      if let price = listing.price, let currency, price.currency != currency {
        throw .invalid(
          InvalidInput(
            field: "currency", "is \(currency), and listing \(id) costs \(price); give the price in \(price.currency)"))
      }
      draft.currency = currency
    }
    if draft.currency == nil { draft.currency = try dealCurrency() }
    return draft
  }

  /// - Throws: ``StoreError/conflict(code:sentence:)`` for what the person watches already.
  func refuseWatched(_ target: Watch.Target, by person: Person.ID) throws(StoreError) {
    let other: Watch.ID?
    switch target {
    case .listing(let listing):
      other = try connection.row(
        """
        SELECT id
          FROM watch
         WHERE listing_id = :listing
           AND person_id = :person
        """,
        [":listing": .id(listing), ":person": .id(person)]
      ) { row throws(StoreError) in row.id(0) }
    case .search(let terms):
      other = try connection.row(
        """
        SELECT id
          FROM watch
         WHERE person_id = :person
           AND search = :search
        """,
        [":person": .id(person), ":search": .text(RuleLine.print(RuleDraft(terms: terms)))]
      ) { row throws(StoreError) in row.id(0) }
    }
    guard let other else { return }
    throw .conflict(
      code: "duplicate", sentence: "watch \(other) watches that already; remove it to set another price")
  }

  /// Writes a new watch whose currency is known, armed.
  /// - Parameter number: nil for the next.
  func insert(
    _ draft: WatchDraft, number: Watch.ID?, of person: Person.ID, version: Int, now: Timestamp
  ) throws(StoreError) -> Watch.ID {
    var (listing, search, terms): (Listing.ID?, String?, RuleTerms) = (nil, nil, RuleTerms())
    switch draft.target {
    case .listing(let id): listing = id
    case .search(let asked):
      terms = asked
      search = RuleLine.print(RuleDraft(terms: asked))
    }
    try connection.run(
      """
      INSERT INTO watch (
        id, version, person_id, listing_id, search, keywords, excludes, categories, condition, min_condition,
        min_price_cents, max_price_cents, currency, latitude, longitude, radius, radius_unit, place, min_deal_score,
        threshold_cents, threshold_currency, created_at)
      VALUES (
        :id, :version, :person, :listing, :search, :keywords, :excludes, :categories, :condition, :min_condition,
        :min_price, :max_price, :currency, :latitude, :longitude, :radius, :radius_unit, :place, :min_deal_score,
        :threshold, :threshold_currency, :now)
      """,
      [
        ":id": .id(number), ":version": .count(version), ":person": .id(person), ":listing": .id(listing),
        ":search": .optional(search), ":keywords": .text(terms.keywords.stored),
        ":excludes": .text(terms.excludes.stored), ":categories": .text(terms.categories.joined(separator: "\n")),
        ":condition": .choice(terms.condition), ":min_condition": .choice(terms.minCondition),
        ":min_price": .optional(terms.minPriceCents), ":max_price": .optional(terms.maxPriceCents),
        ":currency": .optional(terms.currency?.code), ":latitude": .optional(terms.area?.center.latitude),
        ":longitude": .optional(terms.area?.center.longitude), ":radius": .optional(terms.area?.radius),
        ":radius_unit": .choice(terms.area?.unit), ":place": .optional(terms.area?.place),
        ":min_deal_score": .optional(terms.minDealScore), ":threshold": .integer(draft.thresholdCents),
        ":threshold_currency": .optional(draft.currency?.code), ":now": .instant(now),
      ])
    let id = Watch.ID(connection.lastInsertedID)
    if let listing { try arm(id, listing) }
    try watchesChanged(id, of: person, now: now)
    return id
  }

  /// Copies follow an edit, and so does the person's next digest.
  private func watchesChanged(_ id: Watch.ID, of person: Person.ID, now: Timestamp) throws(StoreError) {
    touch(.rules)
    try renew(id)
    try planDigest(of: person, now: now)
  }
}

extension WatchDraft {
  fileprivate func check() throws(InvalidInput) {
    guard (0...RuleTerms.mostCents).contains(thresholdCents) else {
      throw InvalidInput(field: "at_or_under", "must be between 0 and 10,000,000.00")
    }
    guard case .search(let terms) = target else { return }
    try terms.check()
    if terms.maxPriceCents != nil {
      throw InvalidInput(
        field: "max_price", "cannot stand in a watch's search, whose price is its own; leave it out of the line")
    }
  }
}

extension Watch {
  /// As the command log keeps it.
  var logged: JSON {
    let common: [JSON.Member] = [
      .init("person_id", .id(person)), .init("threshold_cents", .integer(threshold.cents)),
      .init("threshold_currency", .string(threshold.currency.code)),
    ]
    switch target {
    case .listing(let id): return .object(common + [.init("listing_id", .id(id))])
    case .search(let terms): return .object(common + [.init("search", .object(RuleDraft(terms: terms).facts))])
    }
  }
}
