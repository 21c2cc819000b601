import Core

extension Recount {
  /// Stored counts, values and debts that are not those of the log and the ledger.
  func wrongRollups(in store: Store) throws(StoreError) -> [String] {
    try rollups.corrections(in: store).findings
  }
}

extension PendingRollups {
  /// What the stored rollups lack, once all that they hold is taken off.
  func corrections(in store: Store) throws(StoreError) -> PendingRollups {
    var lacking = self
    try store.eachHourRollup { lacking.hours.subtract($1, from: $0) }
    try store.eachDayRollup { lacking.days.subtract($1, from: $0) }
    try store.eachPartnerDayRollup { lacking.partnerDays.subtract($1, from: $0) }
    for (occurrence, count) in try store.acceptanceValues() { lacking.values[occurrence, default: 0] -= count }
    for (partner, cents) in try store.commissionDue() { lacking.due[partner, default: 0] -= cents }
    lacking.values = lacking.values.filter { $0.value != 0 }
    lacking.due = lacking.due.filter { $0.value != 0 }
    return lacking
  }

  /// What is wrong, in words, by time, then by whose it is.
  fileprivate var findings: [String] {
    func sorted<Key>(_ keys: [Key], _ order: (Key) -> (Int64, Int64)) -> [Key] {
      keys.sorted { order($0) < order($1) }
    }
    func hour(_ start: Int64) -> String { "hour \(Timestamp(milliseconds: start).rfc3339)" }
    func day(_ number: Int64) -> String { "day \(CivilDate(dayNumber: Int(number)))" }
    let hours = sorted(hours.map(\.key)) { ($0.period, $0.offerID) }
    let days = sorted(days.map(\.key)) { ($0.period, $0.offerID) }
    let partnerDays = sorted(partnerDays.map(\.key)) { ($0.period, $0.partnerID) }
    let values = sorted(Array(values.keys)) { ($0.hour, $0.offerID) }
    return hours.map { "offer \($0.offerID), \(hour($0.period)): the rollup is not the sum of the log" }
      + days.map { "offer \($0.offerID), \(day($0.period)): the rollup is not the sum of the log" }
      + partnerDays.map { "partner \($0.partnerID), \(day($0.period)): the rollup is not the sum of the log" }
      + values.map { "offer \($0.offerID), \(hour($0.hour)): \($0.measure) of acceptances are not the log's" }
      + due.keys.sorted().map { "partner \($0) owes another commission than the ledger says" }
  }
}

extension Store {
  /// Every stored hour.
  fileprivate func eachHourRollup(_ body: (PendingRollups.Key, RollupCounts) -> Void) throws(StoreError) {
    try connection.each(
      """
      SELECT hour, offer_id, impressions, views, acceptances, dismissals, redemptions, expiries, claimed_cents,
             redeemed_cents, revenue_cents, commission_cents, refunded_cents
        FROM rollup_hour
      """
    ) { row throws(StoreError) in
      body(PendingRollups.Key(owner: row.integer(1), period: row.integer(0)), RollupCounts(row, from: 2))
    }
  }

  /// Every stored day.
  fileprivate func eachDayRollup(_ body: (PendingRollups.Key, RollupCounts) -> Void) throws(StoreError) {
    try connection.each(
      """
      SELECT day, offer_id, impressions, views, acceptances, dismissals, redemptions, expiries, claimed_cents,
             redeemed_cents, revenue_cents, commission_cents, refunded_cents
        FROM rollup_day
      """
    ) { row throws(StoreError) in
      body(PendingRollups.Key(owner: row.integer(1), period: row.integer(0)), RollupCounts(row, from: 2))
    }
  }

  /// Every stored day of a partner.
  fileprivate func eachPartnerDayRollup(
    _ body: (PendingRollups.PartnerDay, RollupCounts) -> Void
  ) throws(StoreError) {
    try connection.each(
      """
      SELECT partner_id, day, impressions, views, acceptances, dismissals, redemptions, expiries, claimed_cents,
             redeemed_cents, revenue_cents, commission_cents, refunded_cents
        FROM rollup_partner_day
      """
    ) { row throws(StoreError) in
      body(PendingRollups.PartnerDay(owner: row.integer(0), period: row.integer(1)), RollupCounts(row, from: 2))
    }
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
