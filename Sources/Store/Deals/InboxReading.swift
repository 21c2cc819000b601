import Core

extension Store {
  /// The latest of a person's inbox. Plan: indexes `alert_person` and `alert_unread`.
  /// - Parameter midnight: the beginning of the person's local day.
  func inboxPage(of person: Person.ID, since midnight: Timestamp) throws(StoreError) -> InboxPage {
    InboxPage(
      items: try items(of: person), unread: try countUnread(of: person),
      today: Int(
        try connection.integer(
          """
          SELECT count(*)
            FROM alert
           WHERE person_id = :person
             AND at >= :midnight
             AND kind IN ('deal', 'price')
          """,
          [":person": .id(person), ":midnight": .instant(midnight)])),
      held: Int(
        try connection.integer(
          """
          SELECT count(*)
            FROM alert
           WHERE person_id = :person
             AND state IN ('queued', 'held', 'digest')
          """,
          [":person": .id(person)])))
  }

  /// The latest of everything. Plan: index `alert_person`, then primary keys.
  private func items(of person: Person.ID) throws(StoreError) -> [InboxItem] {
    try connection.rows(
      """
      SELECT alert.id, alert.person_id, alert.kind, alert.rule_id, alert.watch_id, alert.origin, alert.listing_id,
             alert.price_epoch, alert.trigger_number, alert.price_cents, alert.currency, alert.matched_words, alert.at,
             alert.state, alert.due_at, alert.decided_at, alert.reason_code, alert.reason, alert.read_at,
             alert.snoozed_until, alert.more_count, alert.collapsed_into, alert.digest_id, listing.title, listing.url,
             alert_rule.name, alert_rule.is_urgent, watch.id
        FROM alert
        LEFT JOIN listing ON listing.id = alert.listing_id
        LEFT JOIN alert_rule ON alert_rule.id = alert.rule_id
        LEFT JOIN watch ON watch.id = alert.watch_id
       WHERE alert.person_id = :person
       ORDER BY alert.at DESC, alert.id DESC
       LIMIT :limit
      """,
      [":person": .id(person), ":limit": .count(InboxPage.mostItems)], as: InboxItem.init)
  }

  /// One alert as an inbox shows it. Plan: primary keys.
  func item(_ id: Alert.ID) throws(StoreError) -> InboxItem {
    let item = try connection.row(
      """
      SELECT alert.id, alert.person_id, alert.kind, alert.rule_id, alert.watch_id, alert.origin, alert.listing_id,
             alert.price_epoch, alert.trigger_number, alert.price_cents, alert.currency, alert.matched_words, alert.at,
             alert.state, alert.due_at, alert.decided_at, alert.reason_code, alert.reason, alert.read_at,
             alert.snoozed_until, alert.more_count, alert.collapsed_into, alert.digest_id, listing.title, listing.url,
             alert_rule.name, alert_rule.is_urgent, watch.id
        FROM alert
        LEFT JOIN listing ON listing.id = alert.listing_id
        LEFT JOIN alert_rule ON alert_rule.id = alert.rule_id
        LEFT JOIN watch ON watch.id = alert.watch_id
       WHERE alert.id = :id
      """,
      [":id": .id(id)], as: InboxItem.init)
    guard let item else { throw .notFound("alert", id) }
    return item
  }

  /// The latest alerts of a rule. Plan: index `alert_rule_at`, then primary keys.
  func items(of rule: AlertRule.ID, limit: Int) throws(StoreError) -> [InboxItem] {
    try connection.rows(
      """
      SELECT alert.id, alert.person_id, alert.kind, alert.rule_id, alert.watch_id, alert.origin, alert.listing_id,
             alert.price_epoch, alert.trigger_number, alert.price_cents, alert.currency, alert.matched_words, alert.at,
             alert.state, alert.due_at, alert.decided_at, alert.reason_code, alert.reason, alert.read_at,
             alert.snoozed_until, alert.more_count, alert.collapsed_into, alert.digest_id, listing.title, listing.url,
             alert_rule.name, alert_rule.is_urgent, watch.id
        FROM alert
        LEFT JOIN listing ON listing.id = alert.listing_id
        LEFT JOIN alert_rule ON alert_rule.id = alert.rule_id
        LEFT JOIN watch ON watch.id = alert.watch_id
       WHERE alert.rule_id = :rule
       ORDER BY alert.at DESC, alert.id DESC
       LIMIT :limit
      """,
      [":rule": .id(rule), ":limit": .count(limit)], as: InboxItem.init)
  }

  /// The latest alerts of a watch. Plan: index `alert_watch_at`, then primary keys.
  func items(of watch: Watch.ID, limit: Int) throws(StoreError) -> [InboxItem] {
    try connection.rows(
      """
      SELECT alert.id, alert.person_id, alert.kind, alert.rule_id, alert.watch_id, alert.origin, alert.listing_id,
             alert.price_epoch, alert.trigger_number, alert.price_cents, alert.currency, alert.matched_words, alert.at,
             alert.state, alert.due_at, alert.decided_at, alert.reason_code, alert.reason, alert.read_at,
             alert.snoozed_until, alert.more_count, alert.collapsed_into, alert.digest_id, listing.title, listing.url,
             alert_rule.name, alert_rule.is_urgent, watch.id
        FROM alert
        LEFT JOIN listing ON listing.id = alert.listing_id
        LEFT JOIN alert_rule ON alert_rule.id = alert.rule_id
        LEFT JOIN watch ON watch.id = alert.watch_id
       WHERE alert.watch_id = :watch
       ORDER BY alert.at DESC, alert.id DESC
       LIMIT :limit
      """,
      [":watch": .id(watch), ":limit": .count(limit)], as: InboxItem.init)
  }

  /// What became of an alert on each channel. Plan: primary key.
  package func deliveries(of alert: Alert.ID) throws(StoreError) -> [AlertDelivery] {
    let stored = try connection.rows(
      """
      SELECT channel, state, at, reason
        FROM alert_delivery
       WHERE alert_id = :alert
      """,
      [":alert": .id(alert)]
    ) { row throws(StoreError) in
      AlertDelivery(
        channel: try row.choice(0), state: try row.choice(1), at: row.instant(2),
        reason: row.optional(3) { AlertReason(.unverifiedChannel, row.text($0)) })
    }
    let order = Preferences.Channel.allCases
    return stored.sorted { order.firstIndex(of: $0.channel) ?? 0 < order.firstIndex(of: $1.channel) ?? 0 }
  }
}

extension InboxItem {
  /// Reads the columns in the order of ``Store/item(_:)``.
  fileprivate init(_ row: Row) throws(StoreError) {
    let alert = try Alert(row)
    let title =
      switch alert.kind {
      case .deal, .price: row.text(23)
      case .more: "\(alert.moreCount ?? 0) more"
      case .digest: alert.origin
      }
    let isThere = !row.isNull(25) || !row.isNull(27)
    self.init(
      alert, title: title, because: isThere ? row.optional(25) { row.text($0) } ?? alert.origin : nil,
      isUrgent: row.flag(26), url: row.optional(24) { row.text($0) })
  }
}
