import Core

/// A campaign in parts: by kinds of people, by week of the first acceptance, by offer.
extension Store {
  /// A campaign's figures by kinds of people. What a dimension does not tell apart is unknown, so that each sums to the
  /// total. Plan: the campaign's part of the primary key.
  package func campaignSegments(_ id: Campaign.ID, _ span: DateSpan) throws(StoreError) -> CampaignSegments {
    try read { () throws(StoreError) in
      let days = try campaignDays(id, span)
      var dimensions: [String: SegmentDays] = [:]
      try connection.each(
        """
        SELECT impressions, views, acceptances, dismissals, redemptions, expiries, spend_micros, revenue_cents,
               refunded_cents, day, dimension, value
          FROM rollup_campaign_segment
         WHERE campaign_id = :id
           AND day BETWEEN :first AND :last
        """,
        span.parameters(of: id)
      ) { row throws(StoreError) in
        dimensions[row.text(10), default: SegmentDays()].add(CampaignCounts(row), row.text(11), day: row.count(9))
      }
      for dimension in CampaignSegment.Dimension.allCases where dimensions[dimension.rawValue] == nil && !days.isEmpty {
        dimensions[dimension.rawValue] = SegmentDays()
      }
      return CampaignSegments(
        dimensions: dimensions.map { name, segments in
          CampaignSegments.Dimension(name: name, rows: segments.rows(of: days))
        }.sorted { Self.place($0.name) < Self.place($1.name) })
    }
  }

  /// Our own dimensions first, in their order, then those of imports by name.
  private static func place(_ dimension: String) -> (Int, String) {
    let own = CampaignSegment.Dimension.allCases.firstIndex { $0.rawValue == dimension }
    return (own ?? .max, dimension)
  }

  /// Who came back, by the week of their first acceptance. Plan: the campaign's part of the primary key.
  package func campaignCohorts(_ id: Campaign.ID) throws(StoreError) -> [CohortCount] {
    try read { () throws(StoreError) in
      try connection.rows(
        """
        SELECT cohort, week, people, revenue_cents
          FROM rollup_campaign_cohort
         WHERE campaign_id = :id
         ORDER BY cohort, week
        """,
        [":id": .id(id)]
      ) { row throws(StoreError) in
        CohortCount(
          cohort: CivilDate(dayNumber: row.count(0)), week: CivilDate(dayNumber: row.count(1)), people: row.integer(2),
          revenueCents: row.integer(3))
      }
    }
  }

  /// Acceptances of people nobody knows, imported ones too: they are in no cohort. Plan: primary keys.
  package func anonymousAcceptances(_ id: Campaign.ID) throws(StoreError) -> Int64 {
    try read { () throws(StoreError) in
      let known = try connection.integer(
        """
        SELECT sum(acceptances)
          FROM rollup_campaign_segment
         WHERE campaign_id = :id
           AND dimension = :dimension
           AND value <> :unknown
        """,
        [
          ":id": .id(id), ":dimension": .choice(CampaignSegment.Dimension.standing),
          ":unknown": .text(CampaignSegment.unknown),
        ])
      return try runningTotals(of: id, upTo: .max).counts.acceptances - known
    }
  }

  /// What came of each offer, by spend and revenue, the greatest first; fixed costs and imports are of none. Plan: the
  /// campaign's part of the primary key.
  package func campaignOffers(_ id: Campaign.ID, _ span: DateSpan) throws(StoreError) -> [CampaignSheet.OfferRow] {
    try read { () throws(StoreError) in
      var totals: [Int64: CampaignTotals] = [:]
      try connection.each(
        """
        SELECT impressions, views, acceptances, dismissals, redemptions, expiries, spend_micros, revenue_cents,
               refunded_cents, offer_id
          FROM rollup_campaign_offer
         WHERE campaign_id = :id
           AND day BETWEEN :first AND :last
        """,
        span.parameters(of: id)
      ) { row throws(StoreError) in
        totals[row.integer(9), default: .zero] =
          totals[row.integer(9), default: .zero]
          + CampaignTotals(day: CampaignCounts(row))
      }
      return try totals.sorted { ($0.value.counts.order, $0.key) < ($1.value.counts.order, $1.key) }
        .map { number, totals throws(StoreError) in
          guard number != 0 else { return CampaignSheet.OfferRow(id: nil, title: "no offer", totals: totals) }
          let id = Offer.ID(number)
          return CampaignSheet.OfferRow(id: id, title: try offer(id).title, totals: totals)
        }
    }
  }
}

/// The days of one dimension's values.
private struct SegmentDays {
  private var values: [String: [Int: CampaignCounts]] = [:]

  mutating func add(_ counts: CampaignCounts, _ value: String, day: Int) {
    values[value, default: [:]][day, default: .zero] += counts
  }

  /// By spend, then by name; what is missing of the total is unknown, and last.
  func rows(of days: [CampaignDay]) -> [CampaignSegments.Row] {
    var unknown = values[CampaignSegment.unknown] ?? [:]
    for day in days {
      let number = day.day.dayNumber
      unknown[number, default: .zero] += values.values.reduce(day.counts) { $0 - ($1[number] ?? .zero) }
    }
    var rows = values.filter { $0.key != CampaignSegment.unknown }.map { value, days in
      CampaignSegments.Row(value: value, totals: CampaignTotals(days: days.values))
    }
    rows.sort { ($0.totals.counts.order, $0.value) < ($1.totals.counts.order, $1.value) }
    let rest = CampaignTotals(days: unknown.values)
    if !rest.counts.isZero || rows.isEmpty {
      rows.append(CampaignSegments.Row(value: CampaignSegment.unknown, totals: rest))
    }
    return rows
  }
}

extension CampaignTotals {
  /// Of one day.
  fileprivate init(day counts: CampaignCounts) {
    self.init(counts: counts, moments: DayMoments(day: counts))
  }
}

extension CampaignCounts {
  /// The place in a list by spend, then revenue, the greatest first.
  fileprivate var order: Order { Order(spend: spendMicros, revenue: revenueCents) }

  /// By spend, then by revenue.
  fileprivate struct Order: Comparable {
    let spend: Int64
    let revenue: Int64

    static func < (one: Self, other: Self) -> Bool { (other.spend, other.revenue) < (one.spend, one.revenue) }
  }
}
