import Core

extension Store {
  /// How many of the latest are told by name.
  private static let mostNews = 5

  /// Alerts at one look: the town's day of everybody, and the inbox of the person that stands for whoever looks.
  /// Plan: indexes `alert_at`, `alert_due`, `alert_digest` and `alert_unread`.
  package func alertsGlance(for actor: Actor, now: Timestamp) throws(StoreError) -> AlertsGlance {
    try read { () throws(StoreError) in
      let (start, end) = try zone(world.zone).day(of: now)
      let person = try dealPerson(of: actor)
      return AlertsGlance(
        today: try alerts(from: start, until: end), held: try held(),
        waitingForDigest: Int(try connection.integer("SELECT count(*) FROM alert WHERE state = 'digest'")),
        person: person, unread: try person.map { person throws(StoreError) in try countUnread(of: person.id) } ?? 0,
        latest: try person.map { person throws(StoreError) in try latestUnread(of: person.id) } ?? [],
        rules: Int(try connection.integer("SELECT count(*) FROM alert_rule WHERE is_enabled = 1")),
        watches: Int(try connection.integer("SELECT count(*) FROM watch")), nextDue: try nextDue())
    }
  }

  private func alerts(from start: Timestamp, until end: Timestamp) throws(StoreError) -> Int {
    Int(
      try connection.integer(
        """
        SELECT count(*)
          FROM alert
         WHERE at >= :start
           AND at < :end
           AND kind IN ('deal', 'price')
        """,
        [":start": .instant(start), ":end": .instant(end)]))
  }

  /// What is held, of everybody, the most frequent reason first.
  private func held() throws(StoreError) -> [Digest.Held] {
    try connection.rows(
      """
      SELECT reason_code, count(*)
        FROM alert INDEXED BY alert_due
       WHERE (state = 'queued' OR state = 'held')
         AND kind IN ('deal', 'price')
         AND reason_code IS NOT NULL
       GROUP BY reason_code
       ORDER BY count(*) DESC, reason_code
      """
    ) { row throws(StoreError) in Digest.Held(code: try row.choice(0), count: row.count(1)) }
  }

  private func latestUnread(of person: Person.ID) throws(StoreError) -> [AlertsGlance.News] {
    try connection.rows(
      """
      SELECT alert.id, alert.kind, alert.more_count, listing.title, alert.origin, alert.price_cents, alert.currency,
             alert.decided_at, ifnull(alert_rule.is_urgent, 0)
        FROM alert INDEXED BY alert_unread
        LEFT JOIN listing ON listing.id = alert.listing_id
        LEFT JOIN alert_rule ON alert_rule.id = alert.rule_id
       WHERE alert.person_id = :person
         AND alert.state = 'sent'
         AND alert.read_at IS NULL
       ORDER BY alert.decided_at DESC, alert.id DESC
       LIMIT :limit
      """,
      [":person": .id(person), ":limit": .count(Self.mostNews)]
    ) { row throws(StoreError) in
      let kind: Alert.Kind = try row.choice(1)
      let origin = row.text(4)
      let title =
        switch kind {
        case .deal, .price: row.text(3)
        case .more: "\(row.count(2)) more"
        case .digest: origin
        }
      return AlertsGlance.News(
        id: row.id(0), kind: kind, title: title, because: kind == .digest ? "" : origin,
        price: row.isNull(5) ? nil : Money(cents: row.integer(5), try row.currency(6)), at: row.instant(7),
        isUrgent: row.flag(8))
    }
  }
}
