import Core

extension Store {
  /// What came of a partner's offers from one of its local days to another, both included, from the rollups alone. Writes nothing.
  /// - Throws: ``StoreError/notFound(what:name:)`` for a partner that does not exist for this actor;
  ///   ``StoreError/invalid(_:)`` for days the wrong way round, or more of them than are counted at once.
  package func partnerAnalytics(
    of id: Partner.ID, from first: CivilDate, to last: CivilDate, by grain: PartnerAnalytics.Grain = .day,
    for actor: Actor
  ) throws(StoreError) -> PartnerAnalytics {
    try StoreError.checking { () throws(InvalidInput) in
      guard first <= last else { throw InvalidInput(field: "from", "\(first) is after \(last); swap them") }
      let most = grain == .hour ? 92 : 3660
      guard last.dayNumber - first.dayNumber < most else {
        throw InvalidInput(
          field: "from", "is too long ago: by \(grain.rawValue), at most \(most) days are counted at once")
      }
    }
    return try read { () throws(StoreError) in
      guard actor.sees(id) else { throw .notFound("partner", id) }
      try flushRollups()
      let span = AnalyticsSpan(partner: try partner(id), zone: try partnerZone(id), first: first, last: last)
      let values = try acceptanceValues(of: span, by: grain)
      let total = try counts(of: id, from: first.dayNumber, through: last.dayNumber)
      return PartnerAnalytics(
        partner: span.partner, first: first, last: last, grain: grain,
        total: PartnerFigures(total, values.total), parts: try parts(of: span, by: grain, values))
    }
  }

  private func parts(
    of span: AnalyticsSpan, by grain: PartnerAnalytics.Grain, _ values: AnalyticsValues
  ) throws(StoreError) -> [PartnerAnalytics.Part] {
    switch grain {
    case .hour:
      try span.hours.map { hour throws(StoreError) in
        .init(
          label: .hour(hour), figures: PartnerFigures(try counts(of: span, hour: hour), values[hour.milliseconds]))
      }
    case .day:
      try dayParts(of: span, values)
    case .offer:
      try offerParts(of: span, values)
    }
  }

  private func dayParts(
    of span: AnalyticsSpan, _ values: AnalyticsValues
  ) throws(StoreError) -> [PartnerAnalytics.Part] {
    var counts: [Int: RollupCounts] = [:]
    try connection.each(
      """
      SELECT day, impressions, views, acceptances, dismissals, redemptions, expiries, claimed_cents, redeemed_cents,
             revenue_cents, commission_cents, refunded_cents
        FROM rollup_partner_day
       WHERE partner_id = :partner
         AND day BETWEEN :first AND :last
       ORDER BY day
      """,
      span.days
    ) { row throws(StoreError) in counts[row.count(0)] = RollupCounts(row, from: 1) }
    return (span.first.dayNumber...span.last.dayNumber).map { day in
      .init(
        label: .day(CivilDate(dayNumber: day)),
        figures: PartnerFigures(counts[day] ?? RollupCounts(), values[Int64(day)]))
    }
  }

  /// Plan: `offer_partner`, then the primary key of `rollup_day` for each day.
  private func offerParts(
    of span: AnalyticsSpan, _ values: AnalyticsValues
  ) throws(StoreError) -> [PartnerAnalytics.Part] {
    var counts: [Offer.ID: RollupCounts] = [:]
    try connection.each(
      """
      WITH RECURSIVE span (day) AS (
        SELECT :first
         UNION ALL
        SELECT day + 1
          FROM span
         WHERE day < :last
      )
      SELECT offer.id, sum(impressions), sum(views), sum(acceptances), sum(dismissals), sum(redemptions),
             sum(expiries), sum(claimed_cents), sum(redeemed_cents), sum(revenue_cents), sum(commission_cents),
             sum(refunded_cents)
        FROM offer INDEXED BY offer_partner
       CROSS JOIN span
       CROSS JOIN rollup_day ON rollup_day.day = span.day AND rollup_day.offer_id = offer.id
       WHERE offer.partner_id = :partner
       GROUP BY offer.id
      """,
      [
        ":first": .integer(Int64(span.first.dayNumber)), ":last": .integer(Int64(span.last.dayNumber)),
        ":partner": .id(span.partner.id),
      ]
    ) { row throws(StoreError) in counts[row.id(0)] = RollupCounts(row, from: 1) }
    let offers = try offers(partner: span.partner.id)
    return offers.sorted { $0.id < $1.id }.compactMap { offer in
      let figures = PartnerFigures(counts[offer.id] ?? RollupCounts(), values[offer.id.value])
      if offer.state == .archived, figures.isEmpty { return nil }
      return .init(label: .offer(offer.id, title: offer.title), figures: figures)
    }
  }

  /// Plan: `offer_partner`, then the primary key of `rollup_hour`.
  private func counts(of span: AnalyticsSpan, hour: Timestamp) throws(StoreError) -> RollupCounts {
    try connection.row(
      """
      SELECT sum(impressions), sum(views), sum(acceptances), sum(dismissals), sum(redemptions), sum(expiries),
             sum(claimed_cents), sum(redeemed_cents), sum(revenue_cents), sum(commission_cents), sum(refunded_cents)
        FROM offer INDEXED BY offer_partner
       CROSS JOIN rollup_hour ON rollup_hour.hour = :hour AND rollup_hour.offer_id = offer.id
       WHERE offer.partner_id = :partner
      """,
      [":hour": .instant(hour), ":partner": .id(span.partner.id)]
    ) { row throws(StoreError) in RollupCounts(row, from: 0) } ?? RollupCounts()
  }

  /// Plan: `offer_partner`, then the primary key of `acceptance_value`, the hours of the days.
  private func acceptanceValues(
    of span: AnalyticsSpan, by grain: PartnerAnalytics.Grain
  ) throws(StoreError) -> AnalyticsValues {
    var values = AnalyticsValues()
    try connection.each(
      """
      SELECT acceptance_value.offer_id, acceptance_value.hour, acceptance_value.measure, acceptance_value.value,
             acceptance_value.n
        FROM offer INDEXED BY offer_partner
       CROSS JOIN acceptance_value ON acceptance_value.offer_id = offer.id AND acceptance_value.hour >= :start
                                  AND acceptance_value.hour < :end
       WHERE offer.partner_id = :partner
      """,
      [":start": .instant(span.start), ":end": .instant(span.end), ":partner": .id(span.partner.id)]
    ) { row throws(StoreError) in
      let part: Int64 =
        switch grain {
        case .hour: row.integer(1)
        case .day: Int64(span.zone.localDay(at: row.instant(1)))
        case .offer: row.integer(0)
        }
      values.add(row.integer(4), of: row.integer(3), measure: try row.choice(2), part: part)
    }
    return values
  }
}

/// Some local days of a partner.
private struct AnalyticsSpan {
  let partner: Partner
  let zone: ZoneTable
  let first: CivilDate
  let last: CivilDate

  var start: Timestamp { zone.start(ofDay: first.dayNumber) }
  var end: Timestamp { zone.start(ofDay: last.dayNumber + 1) }

  /// The first instant of every local hour, also of those that begin because the clock was changed.
  var hours: [Timestamp] {
    [start] + zone.turns(ofDay: (0..<24).map { $0 * 60 }, from: start, until: end).sorted()
  }

  var days: Value.Parameters {
    [
      ":partner": .id(partner.id), ":first": .integer(Int64(first.dayNumber)), ":last": .integer(Int64(last.dayNumber)),
    ]
  }
}

/// How often each value occurred, in all and in each part: an hour by its first instant, a day by its number, an offer by
/// its id.
private struct AnalyticsValues {
  /// How often each value of both measures occurred.
  struct Occurrences {
    var seconds: [Int64: Int64] = [:]
    var metres: [Int64: Int64] = [:]
  }

  private(set) var total = Occurrences()
  private var parts: [Int64: Occurrences] = [:]

  subscript(part: Int64) -> Occurrences { parts[part] ?? Occurrences() }

  mutating func add(_ count: Int64, of value: Int64, measure: PendingRollups.Measure, part: Int64) {
    let path: WritableKeyPath<Occurrences, [Int64: Int64]> = measure == .seconds ? \.seconds : \.metres
    total[keyPath: path][value, default: 0] += count
    parts[part, default: Occurrences()][keyPath: path][value, default: 0] += count
  }
}

extension PartnerFigures {
  fileprivate init(_ counts: RollupCounts, _ values: AnalyticsValues.Occurrences) {
    self.init()
    impressions = counts.impressions
    views = counts.views
    acceptances = counts.acceptances
    dismissals = counts.dismissals
    redemptions = counts.redemptions
    expiries = counts.expiries
    claimedCents = counts.claimedCents
    redeemedCents = counts.redeemedCents
    paidCents = counts.revenueCents
    refundedCents = counts.refundedCents
    commissionCents = counts.commissionCents
    secondsToAccept = ValueSummary(values.seconds)
    metresToWalk = ValueSummary(values.metres)
  }
}
