import Core

/// What each offer earned over a board's days, in the order of the offers' ids, so that rows that come by day and id
/// are added as they come.
struct OfferTallies {
  private struct Tally {
    var counts = RollupCounts()
    /// Empty while there was no acceptance.
    var trend: [Int64] = []
  }

  private let days: Int
  private let ids: [Int64]
  /// The first of each offer's days, on its partner's clock.
  private let firstDays: [Int]
  private var tallies: [Tally]
  private let idle: [Int64]
  private var day = Int.min
  private var position = 0

  /// - Parameter firstDays: of each offer, in the order of the ids.
  init(days: Int, of firstDays: [(id: Offer.ID, day: Int)]) {
    self.days = days
    ids = firstDays.map(\.id.value)
    self.firstDays = firstDays.map(\.day)
    tallies = [Tally](repeating: Tally(), count: firstDays.count)
    idle = [Int64](repeating: 0, count: days)
  }

  /// Adds one offer's day; days ascend, and ids within a day.
  mutating func add(day: Int, row: Row) {
    if day != self.day {
      self.day = day
      position = 0
    }
    let id = row.integer(1)
    while position < ids.count, ids[position] < id { position += 1 }
    guard position < ids.count, ids[position] == id else { return }
    let place = day - firstDays[position]
    guard place >= 0, place < days else { return }
    tallies[position].counts.impressions += row.integer(2)
    tallies[position].counts.views += row.integer(3)
    let acceptances = row.integer(4)
    if acceptances > 0 {
      tallies[position].counts.acceptances += acceptances
      if tallies[position].trend.isEmpty { tallies[position].trend = idle }
      tallies[position].trend[place] = acceptances
    }
    tallies[position].counts.redemptions += row.integer(5)
    tallies[position].counts.revenueCents += row.integer(6)
    tallies[position].counts.refundedCents += row.integer(7)
  }

  /// An offer with what it earned.
  func summary(of offer: Offer, partnerName: String) -> OfferSummary {
    var low = 0
    var high = ids.count
    while low < high {
      let middle = (low + high) / 2
      if ids[middle] < offer.id.value { low = middle + 1 } else { high = middle }
    }
    let tally = low < ids.count && ids[low] == offer.id.value ? tallies[low] : Tally()
    return OfferSummary(
      offer: offer, partnerName: partnerName, impressions: tally.counts.impressions, views: tally.counts.views,
      acceptances: tally.counts.acceptances, redemptions: tally.counts.redemptions,
      revenueCents: tally.counts.revenueCents - tally.counts.refundedCents,
      trend: tally.trend.isEmpty ? idle : tally.trend)
  }
}

extension Store {
  /// What the partners' offers earned over some local days up to today.
  func tallies(
    of partners: [Partner], offers: [Offer], days: Int, now: Timestamp
  ) throws(StoreError) -> OfferTallies {
    var firstDays: [Partner.ID: Int] = [:]
    for partner in partners {
      firstDays[partner.id] = try partnerZone(partner.id).localDay(at: now) - days + 1
    }
    let listed = offers.compactMap { offer in firstDays[offer.partnerID].map { (id: offer.id, day: $0) } }
    var tallies = OfferTallies(days: days, of: listed.sorted { $0.id < $1.id })
    guard let first = firstDays.values.min(), let last = firstDays.values.max() else { return tallies }
    if partners.count == 1 {
      try addDays(of: partners[0].id, from: first, through: first + days - 1, to: &tallies)
    } else {
      try addDays(from: first, through: last + days - 1, to: &tallies)
    }
    return tallies
  }

  /// Plan: `offer_partner`, then the primary key of `rollup_day` for each day and offer.
  private func addDays(
    of partner: Partner.ID, from first: Int, through last: Int, to tallies: inout OfferTallies
  ) throws(StoreError) {
    try connection.each(
      """
      WITH RECURSIVE span (day) AS (
        SELECT :first
         UNION ALL
        SELECT day + 1
          FROM span
         WHERE day < :last
      )
      SELECT rollup_day.day, rollup_day.offer_id, rollup_day.impressions, rollup_day.views, rollup_day.acceptances,
             rollup_day.redemptions, rollup_day.revenue_cents, rollup_day.refunded_cents
        FROM span
       CROSS JOIN offer INDEXED BY offer_partner
       CROSS JOIN rollup_day ON rollup_day.day = span.day AND rollup_day.offer_id = offer.id
       WHERE offer.partner_id = :partner
      """,
      [":first": .integer(Int64(first)), ":last": .integer(Int64(last)), ":partner": .id(partner)]
    ) { row throws(StoreError) in tallies.add(day: row.count(0), row: row) }
  }

  /// Plan: primary key of `rollup_day`, from the first day to the last.
  private func addDays(from first: Int, through last: Int, to tallies: inout OfferTallies) throws(StoreError) {
    try connection.each(
      """
      SELECT day, offer_id, impressions, views, acceptances, redemptions, revenue_cents, refunded_cents
        FROM rollup_day
       WHERE day BETWEEN :first AND :last
       ORDER BY day, offer_id
      """,
      [":first": .integer(Int64(first)), ":last": .integer(Int64(last))]
    ) { row throws(StoreError) in tallies.add(day: row.count(0), row: row) }
  }
}
