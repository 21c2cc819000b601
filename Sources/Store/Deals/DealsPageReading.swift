import Core

extension Store {
  /// Alerts that a page about a rule or a watch lists.
  private static let mostAlerts = 50

  /// Everything about a rule, an alert, a watch or a listing.
  package func dealsPage(
    _ subject: DealsSubject, of person: Person.ID?, now: Timestamp
  ) throws(StoreError) -> DealsPage {
    try read { () throws(StoreError) in
      switch subject {
      case .rule(let id): return .rule(try ruleSheet(id, now: now))
      case .alert(let id): return .alert(try alertSheet(id, now: now))
      case .watch(let id): return .watch(try watchSheet(id, now: now))
      case .listing(let id, let rule): return .listing(try listingSheet(id, against: rule, of: person, now: now))
      }
    }
  }

  private func ruleSheet(_ id: AlertRule.ID, now: Timestamp) throws(StoreError) -> RuleSheet {
    let rule = try rule(id)
    return RuleSheet(
      rule, preview: try listingCorpus().preview(rule.terms, now: now),
      alerts: try items(of: id, limit: Self.mostAlerts))
  }

  private func alertSheet(_ id: Alert.ID, now: Timestamp) throws(StoreError) -> AlertSheet {
    let item = try item(id)
    let sheet = try item.alert.listing.map { listing throws(StoreError) in
      try listingSheet(listing, against: ruleIfAny(item.alert.rule), of: item.alert.person, now: now)
    }
    let text = try item.alert.digest.map { digest throws(StoreError) in
      try self.digest(digest).text.split(separator: "\n", omittingEmptySubsequences: false).map(String.init)
    }
    return AlertSheet(
      item, deliveries: try deliveries(of: id), listing: sheet, text: item.alert.kind == .digest ? text ?? [] : [])
  }

  private func watchSheet(_ id: Watch.ID, now: Timestamp) throws(StoreError) -> WatchSheet {
    let watch = try watch(id)
    let (listing, history) = try watched(watch)
    return WatchSheet(
      try summary(of: watch, now: now), listing: listing, history: history,
      trend: PriceTrend(history, from: now - .days(90), to: now), alerts: try items(of: id, limit: Self.mostAlerts))
  }

  private func listingSheet(
    _ id: Listing.ID, against rule: AlertRule.ID?, of person: Person.ID?, now: Timestamp
  ) throws(StoreError) -> ListingSheet {
    try listingSheet(id, against: rule.map { id throws(StoreError) in try self.rule(id) }, of: person, now: now)
  }

  private func listingSheet(
    _ id: Listing.ID, against rule: AlertRule?, of person: Person.ID?, now: Timestamp
  ) throws(StoreError) -> ListingSheet {
    let listing = try listing(id)
    let elsewhere = try listing.group.map { group throws(StoreError) in try listings(ofGroup: group) } ?? []
    return ListingSheet(
      listing, score: try dealScore(of: listing, now: now), history: try priceHistory(of: id),
      elsewhere: elsewhere.filter { $0.id != id }, rule: rule,
      verdict: rule.map { RuleVerdict(of: $0.terms, for: PackedListing(listing)) },
      watch: try person.flatMap { person throws(StoreError) in try watch(of: id, by: person) })
  }

  private func ruleIfAny(_ id: AlertRule.ID?) throws(StoreError) -> AlertRule? {
    guard let id else { return nil }
    return try ruleIfAny(id)
  }

  /// The watch a person has on a listing; nil if there is none. Plan: index `watch_listing`.
  func watch(of listing: Listing.ID, by person: Person.ID) throws(StoreError) -> Watch? {
    let id = try connection.row(
      """
      SELECT id
        FROM watch
       WHERE listing_id = :listing
         AND person_id = :person
      """,
      [":listing": .id(listing), ":person": .id(person)]
    ) { row throws(StoreError) in row.id(0, of: Watch.self) }
    return try id.flatMap { id throws(StoreError) in try watchIfAny(id) }
  }

  /// Stored listings, each held against a rule: those that meet it, then those that miss it least, the newest first.
  /// O(length of all texts) with a rule.
  package func listingsPage(_ request: ListingsRequest) throws(StoreError) -> ListingsPage {
    try read { () throws(StoreError) in
      let total = try countListings()
      guard let id = request.rule else {
        var listings = try newestListings(limit: request.limit)
        if let wanted = request.including, !listings.contains(where: { $0.id == wanted }),
          let listing = try listingIfAny(wanted)
        {
          listings.append(listing)
        }
        let rows = listings.map { ListingsPage.Row($0, matches: nil, unmet: [], reason: "") }
        return ListingsPage(rule: nil, rows: rows, total: total)
      }
      let terms = try rule(id).terms
      var rows: [ListingsPage.Row] = []
      try eachListing(after: 0) { listing, _ throws(StoreError) in
        let verdict = RuleVerdict(of: terms, for: PackedListing(listing))
        rows.append(
          ListingsPage.Row(
            listing, matches: verdict.isMatch, unmet: verdict.findings.filter { !$0.isMet }.map(\.criterion),
            reason: verdict.obstacle?.reason ?? ""))
      }
      rows.sort { ($0.unmet.count, $1.listing.id) < ($1.unmet.count, $0.listing.id) }
      let beyond = rows.dropFirst(request.limit).first { $0.listing.id == request.including }
      return ListingsPage(
        rule: id, rows: rows.prefix(request.limit) + (beyond.map { [$0] } ?? []), total: total)
    }
  }
}
