import Core

/// A campaign in parts: by kinds of people, by week of the first acceptance, by offer.
extension Store {
  /// A campaign's figures by kinds of people. What a dimension does not tell apart is unknown, so that each sums to the
  /// total. Plan: the campaign's part of the primary key.
  package func campaignSegments(_ id: Campaign.ID, _ span: DateSpan) throws(StoreError) -> CampaignSegments {
    try read { () throws(StoreError) in
      let total = SegmentDays(try campaignDays(id, span))
      var dimensions: [String: [String: SegmentDays]] = [:]
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
        dimensions[row.text(10), default: [:]][row.text(11), default: SegmentDays()].days[row.count(9)] =
          CampaignCounts(row)
      }
      // An import tells apart what it tells apart; where nothing does, everybody is unknown in the usual dimensions.
      if dimensions.isEmpty, !total.days.isEmpty {
        for dimension in CampaignSegment.Dimension.allCases { dimensions[dimension.rawValue] = [:] }
      }
      return CampaignSegments(
        dimensions.flatMap { name, values in
          total.divided(into: values).map { SegmentTotals(name, $0, CampaignTotals(days: $1.days.values)) }
        })
    }
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

/// What was counted of one kind of people, by day.
private struct SegmentDays {
  var days: [Int: CampaignCounts] = [:]

  init() {}

  init(_ days: [CampaignDay]) {
    for day in days { self.days[day.day.dayNumber] = day.counts }
  }

  /// The values of a dimension, and under "unknown" what they leave of the whole.
  func divided(into values: [String: SegmentDays]) -> [String: SegmentDays] {
    var divided = values
    var unknown = SegmentDays()
    for (day, counts) in days {
      let rest = values.reduce(counts) { $1.key == CampaignSegment.unknown ? $0 : $0 - ($1.value.days[day] ?? .zero) }
      if !rest.isZero { unknown.days[day] = rest }
    }
    divided[CampaignSegment.unknown] = unknown.days.isEmpty ? nil : unknown
    return divided
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
