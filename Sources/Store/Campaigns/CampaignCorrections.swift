import Core

/// What is stored of campaigns and is not what follows from the log: what has to be added where, and what has to be
/// written anew.
struct CampaignCorrections {
  /// What the rollups lack, which may be below zero.
  private(set) var counts: PendingCampaigns
  /// Campaigns whose running totals are not those of their days.
  private(set) var totals: Set<Int64> = []
  /// What people did, where another thing is stored.
  private(set) var weeks: [PersonWeek: Visits] = [:]
  /// All cohorts of the campaigns of which a row is wrong.
  private(set) var cohorts: [Int64: CohortRows] = [:]

  /// Compares what was recounted with what is stored. Reads every rollup of campaigns once.
  init(_ counted: PendingCampaigns, in store: Store) throws(StoreError) {
    counts = counted
    counts.visits = [:]
    counts.purses = [:]
    try compareTotals(counted, in: store)
    try compareWeeks(counted, in: store)
    try compareCohorts(counted, in: store)
    try subtractDays(in: store)
    try subtractHours(in: store)
    try subtractSegments(in: store)
    try subtractOffers(in: store)
    try subtractPortfolio(in: store)
  }

  /// How many rows are wrong, by table; none where all is well.
  var rows: [(table: String, count: Int)] {
    [
      ("rollup_campaign_day", counts.days.count), ("rollup_campaign_hour", counts.hours.count),
      ("rollup_campaign_segment", counts.segments.count), ("rollup_campaign_offer", counts.offers.count),
      ("rollup_portfolio_day", counts.portfolio.count), ("rollup_campaign_total", totals.count),
      ("campaign_person_week", weeks.count), ("rollup_campaign_cohort", cohorts.count),
    ].filter { $0.1 > 0 }.map { (table: $0.0, count: $0.1) }
  }

  private mutating func subtractDays(in store: Store) throws(StoreError) {
    try store.connection.each(
      """
      SELECT impressions, views, acceptances, dismissals, redemptions, expiries, spend_micros, revenue_cents,
             refunded_cents, campaign_id, day
        FROM rollup_campaign_day
      """
    ) { row throws(StoreError) in
      counts.days.subtract(
        CampaignCounts(row), from: PendingCampaigns.Period(owner: row.integer(9), period: row.integer(10)))
    }
  }

  private mutating func subtractHours(in store: Store) throws(StoreError) {
    try store.connection.each(
      """
      SELECT impressions, views, acceptances, dismissals, redemptions, expiries, spend_micros, revenue_cents,
             refunded_cents, campaign_id, hour
        FROM rollup_campaign_hour
      """
    ) { row throws(StoreError) in
      counts.hours.subtract(
        CampaignCounts(row), from: PendingCampaigns.Period(owner: row.integer(9), period: row.integer(10)))
    }
  }

  private mutating func subtractSegments(in store: Store) throws(StoreError) {
    try store.connection.each(
      """
      SELECT impressions, views, acceptances, dismissals, redemptions, expiries, spend_micros, revenue_cents,
             refunded_cents, campaign_id, dimension, value, day
        FROM rollup_campaign_segment
      """
    ) { row throws(StoreError) in
      let owner = PendingCampaigns.Segment.Owner(
        campaign: row.integer(9), dimension: row.text(10), value: row.text(11))
      counts.segments.subtract(
        CampaignCounts(row), from: PendingCampaigns.Segment(owner: owner, period: row.integer(12)))
    }
  }

  private mutating func subtractOffers(in store: Store) throws(StoreError) {
    try store.connection.each(
      """
      SELECT impressions, views, acceptances, dismissals, redemptions, expiries, spend_micros, revenue_cents,
             refunded_cents, campaign_id, offer_id, day
        FROM rollup_campaign_offer
      """
    ) { row throws(StoreError) in
      let owner = PendingCampaigns.OfferDay.Owner(campaign: row.integer(9), offer: row.integer(10))
      counts.offers.subtract(
        CampaignCounts(row), from: PendingCampaigns.OfferDay(owner: owner, period: row.integer(11)))
    }
  }

  private mutating func subtractPortfolio(in store: Store) throws(StoreError) {
    try store.connection.each(
      """
      SELECT impressions, views, acceptances, dismissals, redemptions, expiries, spend_micros, revenue_cents,
             refunded_cents, currency, day
        FROM rollup_portfolio_day
      """
    ) { row throws(StoreError) in
      counts.portfolio.subtract(
        CampaignCounts(row), from: PendingCampaigns.CurrencyDay(owner: row.text(9), period: row.integer(10)))
    }
  }

  /// A running total is the sum of the days up to it, and no day with anything is without one.
  private mutating func compareTotals(_ counted: PendingCampaigns, in store: Store) throws(StoreError) {
    var days = Dictionary(uniqueKeysWithValues: counted.days.owners.map { ($0, counted.days.periods(of: $0)[...]) })
    var sums: [Int64: CampaignTotals] = [:]
    try store.connection.each(
      """
      SELECT impressions, views, acceptances, dismissals, redemptions, expiries, spend_micros, revenue_cents,
             refunded_cents, days, revenue_squares, spend_squares, revenue_spend, redemptions_squares,
             spend_redemptions, impressions_squares, revenue_impressions, campaign_id, day
        FROM rollup_campaign_total
       ORDER BY campaign_id, day
      """
    ) { row throws(StoreError) in
      let (campaign, day) = (row.integer(17), row.integer(18))
      var sum = sums[campaign] ?? .zero
      while let next = days[campaign]?.first, next.period <= day {
        if next.period < day { totals.insert(campaign) }
        sum = sum + CampaignTotals(days: CollectionOfOne(next.counts))
        days[campaign]?.removeFirst()
      }
      sums[campaign] = sum
      if !Self.agree(CampaignTotals(row), sum) { totals.insert(campaign) }
    }
    totals.formUnion(days.filter { !$0.value.isEmpty }.keys)
  }

  /// The same counts; sums of squares up to the last digits beyond 2^53.
  private static func agree(_ stored: CampaignTotals, _ counted: CampaignTotals) -> Bool {
    func near(_ one: Double, _ other: Double) -> Bool { abs(one - other) <= 1e-9 * max(1, abs(other)) }
    let (one, other) = (stored.moments, counted.moments)
    return stored.counts == counted.counts && one.days == other.days && near(one.revenueSquares, other.revenueSquares)
      && near(one.spendSquares, other.spendSquares) && near(one.revenueSpend, other.revenueSpend)
      && near(one.redemptionsSquares, other.redemptionsSquares) && near(one.spendRedemptions, other.spendRedemptions)
      && near(one.impressionsSquares, other.impressionsSquares)
      && near(one.revenueImpressions, other.revenueImpressions)
  }

  private mutating func compareWeeks(_ counted: PendingCampaigns, in store: Store) throws(StoreError) {
    weeks = counted.visits
    try store.connection.each(
      """
      SELECT person_id, campaign_id, week, acceptances, redemptions, revenue_cents
        FROM campaign_person_week
      """
    ) { row throws(StoreError) in
      let key = PersonWeek(person: row.integer(0), campaign: row.integer(1), week: row.integer(2))
      let stored = Visits(acceptances: row.integer(3), redemptions: row.integer(4), revenueCents: row.integer(5))
      weeks[key] = weeks[key] ?? Visits() == stored ? nil : weeks[key] ?? Visits()
    }
  }

  private mutating func compareCohorts(_ counted: PendingCampaigns, in store: Store) throws(StoreError) {
    var expected: [Int64: CohortRows] = [:]
    let people = Dictionary(grouping: counted.visits) {
      PersonInCampaign(person: $0.key.person, campaign: $0.key.campaign)
    }
    for (person, visits) in people {
      let weeks = Dictionary(visits.map { ($0.key.week, $0.value) }, uniquingKeysWith: { $1 })
      expected[person.campaign, default: CohortRows()].add(CohortRows(weeks))
    }
    var lacking = expected
    try store.connection.each(
      """
      SELECT campaign_id, cohort, week, people, revenue_cents
        FROM rollup_campaign_cohort
      """
    ) { row throws(StoreError) in
      let stored = CohortRows.Row(people: row.integer(3), revenueCents: row.integer(4))
      lacking[row.integer(0), default: CohortRows()].subtract(stored, cohort: row.integer(1), week: row.integer(2))
    }
    for (campaign, rows) in lacking where !rows.isZero { cohorts[campaign] = expected[campaign] ?? CohortRows() }
  }
}
