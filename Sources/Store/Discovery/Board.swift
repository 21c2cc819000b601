import Core

extension Store {
  /// All that the Discover screen shows at one moment. Writes nothing, reads no log beyond its latest rows.
  /// - Parameters:
  ///   - session: the session to look at; nil takes the first in the list.
  ///   - includesDay: whether the Overview's part is read too.
  ///   - sessionLimit: most sessions in the list: more than any town of the size this is made for has at once.
  ///   - streamLimit: most events in the stream.
  package func board(
    session: ParkingSession.ID? = nil, now: Timestamp, options: DiscoverOptions = DiscoverOptions(),
    includesDay: Bool = false, sessionLimit: Int = 20_000, streamLimit: Int = 50
  ) throws(StoreError) -> DiscoverBoard {
    try read { () throws(StoreError) in
      let sessions = try sessionRows(activeAt: now, limit: sessionLimit)
      var options = options
      options.dryRun = true
      var selected: DiscoverDocument?
      if let id = session ?? sessions.first?.session.id {
        selected = try discover(session: id, options: options, now: now)
      }
      return DiscoverBoard(
        town: try town(now: now), now: now, funnel: try funnel(now: now), sessions: sessions,
        parked: sessions.count < sessionLimit ? sessions.count : try countSessions(activeAt: now), selected: selected,
        temperature: try weather(at: now).temperature, stream: try stream(limit: streamLimit),
        day: includesDay ? try townDay(now: now) : nil)
    }
  }

  /// The town as a partner's key shows it: its name, map and clock, the partner's own doors and its own counts of the day;
  /// no driver, and nothing of another partner.
  package func partnerTown(for actor: Actor, now: Timestamp) throws(StoreError) -> DiscoverBoard {
    try read { () throws(StoreError) in
      var town = try town(now: now)
      town.offers.removeAll { !actor.sees($0.partnerID) }
      return DiscoverBoard(
        town: town, now: now, funnel: try funnel(now: now, of: actor.partnerID), sessions: [],
        parked: try countSessions(activeAt: now),
        selected: nil,
        temperature: try weather(at: now).temperature, stream: [])
    }
  }

  /// Counts since the start of the town's local day, of everybody or of one partner. Plan: primary key of `rollup_day`, one day.
  package func funnel(now: Timestamp, of partner: Partner.ID? = nil) throws(StoreError) -> DiscoverBoard.Funnel {
    try flushRollups()
    let day = try zone(world.zone).localDay(at: now)
    let counts = try connection.row(
      """
      SELECT sum(impressions), sum(views), sum(acceptances), sum(dismissals), sum(redemptions), sum(expiries),
             sum(claimed_cents), sum(redeemed_cents), sum(revenue_cents), sum(commission_cents), sum(refunded_cents)
        FROM rollup_day
       WHERE day = :day
         AND (:partner IS NULL OR offer_id IN (SELECT id FROM offer WHERE partner_id = :partner))
      """,
      [":day": .integer(Int64(day)), ":partner": .id(partner)]
    ) { row throws(StoreError) in RollupCounts(row, from: 0) }
    return DiscoverBoard.Funnel(counts ?? RollupCounts())
  }

  /// Active sessions with the names of their people. Plan: `session_expiry`, then the primary key of `person`.
  private func sessionRows(
    activeAt now: Timestamp, limit: Int
  ) throws(StoreError) -> [DiscoverBoard.SessionRow] {
    try connection.rows(
      """
      SELECT session.id, session.person_id, session.place_name, session.latitude, session.longitude, session.zone,
             session.started_at, session.expires_at, session.ended_at, session.hourly_rate_cents, session.currency,
             person.name
        FROM session INDEXED BY session_expiry
        LEFT JOIN person ON person.id = session.person_id
       WHERE session.expires_at > :now
         AND (session.started_at IS NULL OR session.started_at <= :now)
         AND (session.ended_at IS NULL OR session.ended_at > :now)
         AND session.latitude IS NOT NULL
       ORDER BY session.expires_at, session.id
       LIMIT :limit
      """,
      [":now": .instant(now), ":limit": .integer(Int64(limit))]
    ) { row throws(StoreError) in
      DiscoverBoard.SessionRow(session: try ParkingSession(row), personName: row.optional(11) { row.text($0) })
    }
  }

  /// The latest interactions, latest first. Plan: primary key, from its end.
  private func stream(limit: Int) throws(StoreError) -> [DiscoverBoard.StreamEvent] {
    try connection.rows(
      """
      SELECT interaction.id, interaction.at, interaction.type, interaction.session_id, offer_version.title,
             interaction.score, interaction.reason, interaction.revenue_cents, claim.code, partner.currency
        FROM interaction
        JOIN offer_version ON offer_version.offer_id = interaction.offer_id
                          AND offer_version.version = interaction.offer_version
        JOIN partner ON partner.id = interaction.partner_id
        LEFT JOIN claim ON claim.id = interaction.claim_id
       ORDER BY interaction.id DESC
       LIMIT :limit
      """,
      [":limit": .integer(Int64(limit))], as: DiscoverBoard.StreamEvent.init)
  }
}

extension DiscoverBoard.StreamEvent {
  /// Reads the columns in the order of the stream's query.
  init(_ row: Row) throws(StoreError) {
    let type = try row.choice(2, InteractionType.self)
    self.init(
      id: row.id(0), at: row.instant(1), type: type, sessionID: row.id(3), offerTitle: row.text(4),
      detail: try Self.detail(type, row))
  }

  /// A score, a code, a reason or an amount.
  private static func detail(_ type: InteractionType, _ row: Row) throws(StoreError) -> Detail {
    switch type {
    case .impression: .score(Int64(row.real(5).rounded()))
    case .view: .nothing
    case .dismissal: .words(try row.optionalChoice(6, DismissalReason.self)?.title ?? "")
    case .redemption: .amount(Money(cents: row.integer(7), try row.currency(9)))
    case .acceptance, .expiry: .words((try? ClaimCode(parsing: row.text(8)))?.description ?? "")
    }
  }
}

extension DiscoverBoard.Funnel {
  fileprivate init(_ counts: RollupCounts) {
    self.init()
    impressions = counts.impressions
    views = counts.views
    acceptances = counts.acceptances
    dismissals = counts.dismissals
    redemptions = counts.redemptions
    expiries = counts.expiries
    valueCents = counts.redeemedCents
    revenueCents = counts.revenueCents
  }
}
