import Core

extension Store {
  /// Closes a period of one partner or of all: its commission moves from due to settled, and it takes no line any more.
  /// What is closed already stays as it is, so that a repeated call changes nothing.
  /// - Returns: the period of each partner asked for, and how many were closed by this call.
  /// - Throws: ``StoreError/conflict(code:sentence:)`` while the period still runs on a partner's clock; then none is
  ///   closed.
  @discardableResult
  package func closeSettlement(
    _ period: SettlementPeriod, of partner: Partner.ID? = nil, by actor: Actor, now: Timestamp
  ) throws(StoreError) -> (settlements: [SettlementSummary], closed: Int) {
    try permitOperator(actor, to: "close a settlement period")
    return try write { () throws(StoreError) in
      var partners = [Partner]()
      if let partner { partners.append(try self.partner(partner)) } else { partners = try self.partners() }
      try refuseRunning(period, of: partners, now: now)
      var closed = 0
      for partner in partners where try !isClosed(period, of: partner.id) {
        try close(period, of: partner, by: actor, now: now)
        closed += 1
      }
      if closed > 0 {
        try record(
          "settlement close", CommandSubject(.settlement, id: Int64(period.number)), by: actor, partner: partner,
          note: "\(closed) of \(partners.count) partners", now: now)
      }
      return (try settlements(partner: partner, period: period, for: actor), closed)
    }
  }

  /// Periods that are closed or have lines, the latest first, then by the partner's name; every filter that is nil lets
  /// all pass. A partner sees its own.
  package func settlements(
    partner: Partner.ID? = nil, period: SettlementPeriod? = nil, for actor: Actor
  ) throws(StoreError) -> [SettlementSummary] {
    if let partner { try refuseUnseen(partner, by: actor) }
    return try connection.rows(
      """
      SELECT partner.id, ifnull(settlement.partner_name, partner.name), booked.period,
             ifnull(ledger_period.redemptions, 0), ifnull(ledger_period.refunds, 0),
             ifnull(ledger_period.base_cents, 0), ifnull(ledger_period.commission_cents, 0), partner.currency,
             settlement.closed_at, settlement.actor
        FROM (
          SELECT partner_id, period FROM ledger_period
          UNION
          SELECT partner_id, period FROM settlement
        ) AS booked
        JOIN partner ON partner.id = booked.partner_id
        LEFT JOIN ledger_period
               ON ledger_period.partner_id = booked.partner_id AND ledger_period.period = booked.period
        LEFT JOIN settlement ON settlement.partner_id = booked.partner_id AND settlement.period = booked.period
       WHERE (:partner IS NULL OR booked.partner_id = :partner)
         AND (:period IS NULL OR booked.period = :period)
       ORDER BY booked.period DESC, 2, booked.partner_id
      """,
      [
        ":partner": .id(partner ?? actor.partnerID), ":period": .optional(period.map { Int64($0.number) }),
      ], as: SettlementSummary.init)
  }

  private func refuseRunning(
    _ period: SettlementPeriod, of partners: [Partner], now: Timestamp
  ) throws(StoreError) {
    for partner in partners {
      let end = period.end(in: try partnerZone(partner.id))
      guard now < end else { continue }
      throw .conflict(
        code: "settlement.running",
        sentence: "\(period) still runs for partner \(partner.id) until \(end.rfc3339); close it then")
    }
  }

  /// Inside a write.
  private func close(
    _ period: SettlementPeriod, of partner: Partner, by actor: Actor, now: Timestamp
  ) throws(StoreError) {
    let sums = try sums(of: partner.id, period: period)
    var entry: Int64?
    if sums.commissionCents != 0 {
      entry = try book(
        LedgerEntry(
          kind: .settlement, at: now, partner: partner.id, period: period, claim: nil, baseCents: 0, basisPoints: 0,
          currency: partner.currency, actor: actor, note: nil, debit: .settled, credit: .due,
          amountCents: sums.commissionCents))
    }
    try connection.run(
      """
      INSERT INTO settlement (
        partner_id, partner_name, period, closed_at, actor, entry_id, redemptions, refunds, base_cents,
        commission_cents, currency)
      VALUES (
        :partner_id, :partner_name, :period, :closed_at, :actor, :entry_id, :redemptions, :refunds, :base_cents,
        :commission_cents, :currency)
      """,
      [
        ":partner_id": .id(partner.id), ":partner_name": .text(partner.name),
        ":period": .integer(Int64(period.number)), ":closed_at": .instant(now), ":actor": .text(actor.description),
        ":entry_id": .optional(entry), ":redemptions": .integer(sums.redemptions), ":refunds": .integer(sums.refunds),
        ":base_cents": .integer(sums.baseCents), ":commission_cents": .integer(sums.commissionCents),
        ":currency": .text(partner.currency.code),
      ])
    touch(.ledger)
  }

  private func sums(
    of partner: Partner.ID, period: SettlementPeriod
  ) throws(StoreError) -> (redemptions: Int64, refunds: Int64, baseCents: Int64, commissionCents: Int64) {
    try connection.row(
      """
      SELECT redemptions, refunds, base_cents, commission_cents
        FROM ledger_period
       WHERE partner_id = :partner
         AND period = :period
      """,
      [":partner": .id(partner), ":period": .integer(Int64(period.number))]
    ) { row throws(StoreError) in (row.integer(0), row.integer(1), row.integer(2), row.integer(3)) } ?? (0, 0, 0, 0)
  }
}

extension SettlementSummary {
  /// Reads the columns in the order of the query above.
  fileprivate init(_ row: Row) throws(StoreError) {
    guard let period = SettlementPeriod(number: row.count(2)) else {
      throw .corrupt(detail: "\(row.integer(2)) is no settlement period")
    }
    let closing = row.isNull(8) ? nil : PartnerStatement.Closing(at: row.instant(8), actor: row.text(9))
    self.init(
      partnerID: row.id(0), partnerName: row.text(1), period: period, redemptions: row.count(3), refunds: row.count(4),
      baseCents: row.integer(5), commissionCents: row.integer(6), currency: try row.currency(7), closing: closing)
  }
}
