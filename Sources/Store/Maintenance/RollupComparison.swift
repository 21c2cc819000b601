import Core

extension Recount {
  /// Stored counts, values and debts that are not those of the log and the ledger.
  func wrongRollups(in store: Store) throws(StoreError) -> [String] {
    let hours = Self.differences(rollups.hours, try store.hourRollups()) { ($0.period, $0.offerID) }
    let days = Self.differences(rollups.days, try store.dayRollups()) { ($0.period, $0.offerID) }
    let partnerDays = Self.differences(rollups.partnerDays, try store.partnerDayRollups()) { ($0.day, $0.partnerID) }
    let values = Self.differences(rollups.values, try store.acceptanceValues()) { ($0.hour, $0.offerID) }
    let due = Self.differences(rollups.due.filter { $0.value != 0 }, try store.commissionDue()) { ($0, 0) }
    return hours.map { "offer \($0.offerID), \(Self.hour($0.period)): the rollup is not the sum of the log" }
      + days.map { "offer \($0.offerID), \(Self.day($0.period)): the rollup is not the sum of the log" }
      + partnerDays.map { "partner \($0.partnerID), \(Self.day($0.day)): the rollup is not the sum of the log" }
      + values.map { "offer \($0.offerID), \(Self.hour($0.hour)): \($0.measure) of acceptances are not the log's" }
      + due.map { "partner \($0) owes another commission than the ledger says" }
  }

  private static func hour(_ start: Int64) -> String { "hour \(Timestamp(milliseconds: start).rfc3339)" }

  private static func day(_ number: Int64) -> String { "day \(CivilDate(dayNumber: Int(number)))" }

  /// The keys whose numbers differ, by time, then by whose they are.
  private static func differences<Key: Hashable, Count: Equatable>(
    _ counted: [Key: Count], _ stored: [Key: Count], order: (Key) -> (Int64, Int64)
  ) -> [Key] {
    Set(counted.keys).union(stored.keys).filter { counted[$0] != stored[$0] }.sorted { order($0) < order($1) }
  }
}

extension PendingRollups {
  /// What the stored rollups lack, once all that they hold is taken off.
  func corrections(in store: Store) throws(StoreError) -> PendingRollups {
    var corrections = PendingRollups()
    corrections.hours = Self.lacking(hours, try store.hourRollups(), none: RollupCounts(), -)
    corrections.days = Self.lacking(days, try store.dayRollups(), none: RollupCounts(), -)
    corrections.partnerDays = Self.lacking(partnerDays, try store.partnerDayRollups(), none: RollupCounts(), -)
    corrections.values = Self.lacking(values, try store.acceptanceValues(), none: 0, -)
    corrections.due = Self.lacking(due, try store.commissionDue(), none: 0, -)
    return corrections
  }

  private static func lacking<Key: Hashable, Count: Equatable>(
    _ counted: [Key: Count], _ stored: [Key: Count], none: Count, _ difference: (Count, Count) -> Count
  ) -> [Key: Count] {
    var lacking = counted
    for (key, count) in stored {
      let rest = difference(lacking[key] ?? none, count)
      lacking[key] = rest == none ? nil : rest
    }
    return lacking.filter { $0.value != none }
  }
}

extension Store {
  /// Every stored hour.
  fileprivate func hourRollups() throws(StoreError) -> [PendingRollups.Key: RollupCounts] {
    var counts: [PendingRollups.Key: RollupCounts] = [:]
    try connection.each(
      """
      SELECT hour, offer_id, impressions, views, acceptances, dismissals, redemptions, expiries, claimed_cents,
             redeemed_cents, revenue_cents, commission_cents, refunded_cents
        FROM rollup_hour
      """
    ) { row throws(StoreError) in
      counts[PendingRollups.Key(period: row.integer(0), offerID: row.integer(1))] = RollupCounts(row, from: 2)
    }
    return counts
  }

  /// Every stored day.
  fileprivate func dayRollups() throws(StoreError) -> [PendingRollups.Key: RollupCounts] {
    var counts: [PendingRollups.Key: RollupCounts] = [:]
    try connection.each(
      """
      SELECT day, offer_id, impressions, views, acceptances, dismissals, redemptions, expiries, claimed_cents,
             redeemed_cents, revenue_cents, commission_cents, refunded_cents
        FROM rollup_day
      """
    ) { row throws(StoreError) in
      counts[PendingRollups.Key(period: row.integer(0), offerID: row.integer(1))] = RollupCounts(row, from: 2)
    }
    return counts
  }

  /// Every stored day of a partner.
  fileprivate func partnerDayRollups() throws(StoreError) -> [PendingRollups.PartnerDay: RollupCounts] {
    var counts: [PendingRollups.PartnerDay: RollupCounts] = [:]
    try connection.each(
      """
      SELECT partner_id, day, impressions, views, acceptances, dismissals, redemptions, expiries, claimed_cents,
             redeemed_cents, revenue_cents, commission_cents, refunded_cents
        FROM rollup_partner_day
      """
    ) { row throws(StoreError) in
      counts[PendingRollups.PartnerDay(partnerID: row.integer(0), day: row.integer(1))] = RollupCounts(row, from: 2)
    }
    return counts
  }

  /// How often each value is stored to have occurred.
  fileprivate func acceptanceValues() throws(StoreError) -> [PendingRollups.Occurrence: Int64] {
    var counts: [PendingRollups.Occurrence: Int64] = [:]
    try connection.each(
      """
      SELECT offer_id, hour, measure, value, n
        FROM acceptance_value
      """
    ) { row throws(StoreError) in
      let occurrence = PendingRollups.Occurrence(
        offerID: row.integer(0), hour: row.integer(1), measure: try row.choice(2), value: row.integer(3))
      counts[occurrence] = row.integer(4)
    }
    return counts
  }

  /// What each partner is stored to owe; those who owe nothing are left out.
  fileprivate func commissionDue() throws(StoreError) -> [Int64: Int64] {
    var due: [Int64: Int64] = [:]
    try connection.each(
      """
      SELECT partner_id, commission_due_cents
        FROM rollup_partner
       WHERE commission_due_cents <> 0
      """
    ) { row throws(StoreError) in due[row.integer(0)] = row.integer(1) }
    return due
  }
}
