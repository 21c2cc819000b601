import Core

extension Store {
  /// A partner's statement of one period, open or closed. What a closed one says never changes. Plan:
  /// `ledger_entry_period`.
  package func statement(
    of partner: Partner.ID, period: SettlementPeriod, for actor: Actor
  ) throws(StoreError) -> PartnerStatement {
    try refuseUnseen(partner, by: actor)
    return try read { () throws(StoreError) in
      let facts = try self.partner(partner)
      let closed = try closing(of: period, of: partner)
      return PartnerStatement(
        partnerID: partner, partnerName: closed?.name ?? facts.name, period: period, zone: facts.zone,
        currency: facts.currency, closing: closed?.closing, lines: try lines(of: partner, period: period))
    }
  }

  /// What a counter took on one day of the partner's clock. Plan: `ledger_entry_at`.
  package func daySlip(of partner: Partner.ID, day: CivilDate, for actor: Actor) throws(StoreError) -> DaySlip {
    try refuseUnseen(partner, by: actor)
    return try read { () throws(StoreError) in
      let facts = try self.partner(partner)
      let zone = try partnerZone(partner)
      let start = zone.instant(on: day, millisecondOfDay: 0)
      let end = zone.instant(on: CivilDate(dayNumber: day.dayNumber + 1), millisecondOfDay: 0)
      return DaySlip(
        partnerID: partner, partnerName: facts.name, day: day, zone: facts.zone, currency: facts.currency,
        lines: try lines(of: partner, from: start, until: end))
    }
  }

  /// What a counter took on the day, on the partner's clock, that an instant falls into.
  package func daySlip(
    of partner: Partner.ID, onDayOf now: Timestamp, for actor: Actor
  ) throws(StoreError) -> DaySlip {
    try refuseUnseen(partner, by: actor)
    return try daySlip(of: partner, day: partnerZone(partner).localTime(at: now).date, for: actor)
  }

  private func lines(of partner: Partner.ID, period: SettlementPeriod) throws(StoreError) -> [PartnerStatement.Line] {
    try connection.rows(
      """
      SELECT ledger_entry.id, ledger_entry.kind, ledger_entry.at, claim.code, offer_version.title,
             ledger_entry.base_cents, ledger_entry.commission_basis_points, ledger_line.amount_cents, ledger_entry.note
        FROM ledger_entry
        JOIN ledger_line ON ledger_line.entry_id = ledger_entry.id AND ledger_line.account = 'commission_due'
        JOIN claim ON claim.id = ledger_entry.claim_id
        JOIN offer_version ON offer_version.offer_id = claim.offer_id AND offer_version.version = claim.offer_version
       WHERE ledger_entry.partner_id = :partner
         AND ledger_entry.period = :period
         AND ledger_entry.kind <> 'settlement'
       ORDER BY ledger_entry.id
      """,
      [":partner": .id(partner), ":period": .integer(Int64(period.number))], as: PartnerStatement.Line.init)
  }

  private func lines(
    of partner: Partner.ID, from start: Timestamp, until end: Timestamp
  ) throws(StoreError) -> [PartnerStatement.Line] {
    try connection.rows(
      """
      SELECT ledger_entry.id, ledger_entry.kind, ledger_entry.at, claim.code, offer_version.title,
             ledger_entry.base_cents, ledger_entry.commission_basis_points, ledger_line.amount_cents, ledger_entry.note
        FROM ledger_entry
        JOIN ledger_line ON ledger_line.entry_id = ledger_entry.id AND ledger_line.account = 'commission_due'
        JOIN claim ON claim.id = ledger_entry.claim_id
        JOIN offer_version ON offer_version.offer_id = claim.offer_id AND offer_version.version = claim.offer_version
       WHERE ledger_entry.partner_id = :partner
         AND ledger_entry.at >= :start
         AND ledger_entry.at < :end
         AND ledger_entry.kind <> 'settlement'
       ORDER BY ledger_entry.id
      """,
      [":partner": .id(partner), ":start": .instant(start), ":end": .instant(end)], as: PartnerStatement.Line.init)
  }

  private func closing(
    of period: SettlementPeriod, of partner: Partner.ID
  ) throws(StoreError) -> (name: String, closing: PartnerStatement.Closing)? {
    try connection.row(
      """
      SELECT partner_name, closed_at, actor
        FROM settlement
       WHERE partner_id = :partner
         AND period = :period
      """,
      [":partner": .id(partner), ":period": .integer(Int64(period.number))]
    ) { row throws(StoreError) in (row.text(0), PartnerStatement.Closing(at: row.instant(1), actor: row.text(2))) }
  }
}

extension PartnerStatement.Line {
  /// Reads the columns in the order of the queries above.
  fileprivate init(_ row: Row) throws(StoreError) {
    guard let code = try? ClaimCode(parsing: row.text(3)) else {
      throw .corrupt(detail: "the claim of ledger entry \(row.integer(0)) has a mistyped code")
    }
    self.init(
      entry: row.integer(0), kind: try row.choice(1), at: row.instant(2), code: code, offerTitle: row.text(4),
      baseCents: row.integer(5), basisPoints: row.count(6), commissionCents: row.integer(7),
      note: row.optional(8) { row.text($0) })
  }
}
