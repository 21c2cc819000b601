import Core

extension Store {
  /// Entries whose two lines are missing or do not sum to zero.
  func wrongEntries() throws(StoreError) -> [String] {
    try connection.rows(
      """
      SELECT ledger_entry.id, count(ledger_line.account), ifnull(sum(ledger_line.amount_cents), 0)
        FROM ledger_entry
        LEFT JOIN ledger_line ON ledger_line.entry_id = ledger_entry.id
       GROUP BY ledger_entry.id
      HAVING count(ledger_line.account) <> 2
          OR sum(ledger_line.amount_cents) <> 0
       LIMIT 1000
      """
    ) { row throws(StoreError) in
      "ledger entry \(row.integer(0)) has \(row.integer(1)) lines that sum to \(row.integer(2))"
    }
  }

  /// Redeemed claims whose entries do not say what was paid, what was given back, and the commission of what remains.
  func wrongBookings() throws(StoreError) -> [String] {
    var findings: [String] = []
    try connection.each(
      """
      SELECT claim.id, claim.revenue_cents, claim.refunded_cents, redemption.base_cents,
             redemption.commission_basis_points,
             (SELECT -ifnull(sum(refund.base_cents), 0)
                FROM ledger_entry AS refund
               WHERE refund.claim_id = claim.id
                 AND refund.kind = 'refund'),
             (SELECT ifnull(sum(line.amount_cents), 0)
                FROM ledger_entry AS entry
                JOIN ledger_line AS line ON line.entry_id = entry.id AND line.account = 'commission_due'
               WHERE entry.claim_id = claim.id)
        FROM claim
        JOIN interaction ON interaction.claim_id = claim.id AND interaction.type = 'redemption'
        LEFT JOIN ledger_entry AS redemption
               ON redemption.claim_id = claim.id AND redemption.kind = 'redemption'
       WHERE claim.state = 'redeemed'
         AND interaction.id > (SELECT interaction_id FROM ledger_start)
      """
    ) { row throws(StoreError) in
      let (paid, refunded) = (row.integer(1), row.integer(2))
      let commission = Commission.cents(of: paid - refunded, basisPoints: row.count(4))
      let isBooked = !row.isNull(3) && row.integer(3) == paid && row.integer(5) == refunded
      if !isBooked || row.integer(6) != commission {
        findings.append("claim \(row.integer(0)) was redeemed otherwise than the ledger says")
      }
    }
    return findings
  }

  /// Entries of claims that are not there, are not redeemed, or are another partner's.
  func strayEntries() throws(StoreError) -> [String] {
    try connection.rows(
      """
      SELECT ledger_entry.id, ledger_entry.claim_id
        FROM ledger_entry
        LEFT JOIN claim ON claim.id = ledger_entry.claim_id AND claim.state = 'redeemed'
        LEFT JOIN offer ON offer.id = claim.offer_id AND offer.partner_id = ledger_entry.partner_id
       WHERE ledger_entry.claim_id IS NOT NULL
         AND offer.id IS NULL
       LIMIT 1000
      """
    ) { row throws(StoreError) in
      "ledger entry \(row.integer(0)) books claim \(row.integer(1)), which was not redeemed there"
    }
  }

  /// Periods whose sums are not those of their entries.
  func wrongPeriods() throws(StoreError) -> [String] {
    try connection.rows(
      """
      SELECT partner_id, period
        FROM (
          SELECT partner_id, period, redemptions, refunds, base_cents, commission_cents
            FROM ledger_period
          UNION ALL
          SELECT ledger_entry.partner_id, ledger_entry.period, -(ledger_entry.kind = 'redemption'),
                 -(ledger_entry.kind = 'refund'), -ledger_entry.base_cents, -ledger_line.amount_cents
            FROM ledger_entry
            JOIN ledger_line ON ledger_line.entry_id = ledger_entry.id AND ledger_line.account = 'commission_due'
           WHERE ledger_entry.kind <> 'settlement'
        )
       GROUP BY partner_id, period
      HAVING sum(redemptions) <> 0
          OR sum(refunds) <> 0
          OR sum(base_cents) <> 0
          OR sum(commission_cents) <> 0
       LIMIT 1000
      """
    ) { row throws(StoreError) in "period \(row.integer(1)) of partner \(row.integer(0)) is not the sum of its entries"
    }
  }

  /// Closed periods that say otherwise than the ledger, or whose commission was not carried over.
  func wrongSettlements() throws(StoreError) -> [String] {
    let closed = try connection.rows(
      """
      SELECT settlement.partner_id, settlement.period
        FROM settlement
        LEFT JOIN ledger_period
               ON ledger_period.partner_id = settlement.partner_id AND ledger_period.period = settlement.period
        LEFT JOIN ledger_entry
               ON ledger_entry.id = settlement.entry_id AND ledger_entry.kind = 'settlement'
              AND ledger_entry.partner_id = settlement.partner_id AND ledger_entry.period = settlement.period
        LEFT JOIN ledger_line
               ON ledger_line.entry_id = ledger_entry.id AND ledger_line.account = 'commission_settled'
       WHERE settlement.redemptions <> ifnull(ledger_period.redemptions, 0)
          OR settlement.refunds <> ifnull(ledger_period.refunds, 0)
          OR settlement.base_cents <> ifnull(ledger_period.base_cents, 0)
          OR settlement.commission_cents <> ifnull(ledger_period.commission_cents, 0)
          OR settlement.commission_cents <> ifnull(ledger_line.amount_cents, 0)
       LIMIT 1000
      """
    ) { row throws(StoreError) in "the settlement of period \(row.integer(1)) of partner \(row.integer(0)) is wrong" }
    let stray = try connection.rows(
      """
      SELECT ledger_entry.id
        FROM ledger_entry
        LEFT JOIN settlement ON settlement.entry_id = ledger_entry.id
       WHERE ledger_entry.kind = 'settlement'
         AND settlement.id IS NULL
       LIMIT 1000
      """
    ) { row throws(StoreError) in "ledger entry \(row.integer(0)) settles a period that is open" }
    return closed + stray
  }
}
