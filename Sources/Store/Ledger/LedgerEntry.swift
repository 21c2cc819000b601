import Core

/// One entry of the ledger on its way into the file: what happened, and the two lines that sum to zero.
struct LedgerEntry {
  /// Why there is an entry.
  enum Kind: String {
    case redemption, refund, settlement
  }

  let kind: Kind
  let at: Timestamp
  let partner: Partner.ID
  let period: SettlementPeriod
  /// What was redeemed or refunded; nil for a settlement.
  let claim: (id: Claim.ID, offer: Offer.ID)?
  /// Redeemed value in minor units, below zero for a refund; 0 for a settlement.
  let baseCents: Int64
  let basisPoints: Int
  let currency: Currency
  let actor: Actor
  let note: String?
  let debit: LedgerAccount
  let credit: LedgerAccount
  /// What the first account gets and the second gives; below zero the other way round.
  let amountCents: Int64
}

extension Store {
  /// Writes an entry with its lines, and counts it in all that is kept beside the ledger. Inside a write, with what it
  /// tells of.
  /// - Returns: the entry's number.
  @discardableResult
  func book(_ entry: LedgerEntry) throws(StoreError) -> Int64 {
    let number = try insert(entry)
    if let claim = entry.claim {
      rollups.addMoney(
        offer: claim.offer, partner: entry.partner, at: entry.at, zone: try partnerZone(entry.partner),
        commissionCents: entry.amountCents, refundedCents: entry.kind == .refund ? -entry.baseCents : 0)
    } else {
      rollups.settle(entry.amountCents, of: entry.partner)
    }
    touch(.ledger)
    return number
  }

  /// Writes an entry with its lines and its period's sums, and nothing else.
  func insert(_ entry: LedgerEntry) throws(StoreError) -> Int64 {
    try connection.run(
      """
      INSERT INTO ledger_entry (
        at, partner_id, period, kind, claim_id, base_cents, commission_basis_points, currency, actor, note)
      VALUES (
        :at, :partner_id, :period, :kind, :claim_id, :base_cents, :commission_basis_points, :currency, :actor, :note)
      """,
      [
        ":at": .instant(entry.at), ":partner_id": .id(entry.partner), ":period": .integer(Int64(entry.period.number)),
        ":kind": .choice(entry.kind), ":claim_id": .id(entry.claim?.id),
        ":base_cents": .integer(entry.baseCents),
        ":commission_basis_points": .integer(Int64(entry.basisPoints)), ":currency": .text(entry.currency.code),
        ":actor": .text(entry.actor.description), ":note": .optional(entry.note),
      ])
    let number = connection.lastInsertedID
    try addLine(to: number, entry.debit, cents: entry.amountCents)
    try addLine(to: number, entry.credit, cents: -entry.amountCents)
    if entry.kind != .settlement { try addToPeriod(entry) }
    return number
  }

  private func addLine(to entry: Int64, _ account: LedgerAccount, cents: Int64) throws(StoreError) {
    try connection.run(
      """
      INSERT INTO ledger_line (entry_id, account, amount_cents)
      VALUES (:entry, :account, :cents)
      """,
      [":entry": .integer(entry), ":account": .choice(account), ":cents": .integer(cents)])
  }

  private func addToPeriod(_ entry: LedgerEntry) throws(StoreError) {
    try connection.run(
      """
      INSERT INTO ledger_period (partner_id, period, redemptions, refunds, base_cents, commission_cents)
      VALUES (:partner, :period, :redemptions, :refunds, :base, :commission)
      ON CONFLICT (partner_id, period) DO UPDATE SET
        redemptions = redemptions + excluded.redemptions,
        refunds = refunds + excluded.refunds,
        base_cents = base_cents + excluded.base_cents,
        commission_cents = commission_cents + excluded.commission_cents
      """,
      [
        ":partner": .id(entry.partner), ":period": .integer(Int64(entry.period.number)),
        ":redemptions": .integer(entry.kind == .redemption ? 1 : 0),
        ":refunds": .integer(entry.kind == .refund ? 1 : 0), ":base": .integer(entry.baseCents),
        ":commission": .integer(entry.amountCents),
      ])
  }

  /// The period an entry of this instant goes to: the month on the partner's clock, or the first one after it that is
  /// not closed.
  func openPeriod(of partner: Partner.ID, at now: Timestamp) throws(StoreError) -> SettlementPeriod {
    var period = SettlementPeriod(of: now, in: try partnerZone(partner))
    while try isClosed(period, of: partner) { period = period.next }
    return period
  }

  /// Whether a period takes no line any more. Plan: the unique index of `settlement`.
  func isClosed(_ period: SettlementPeriod, of partner: Partner.ID) throws(StoreError) -> Bool {
    try connection.exists(
      """
      SELECT id
        FROM settlement
       WHERE partner_id = :partner
         AND period = :period
      """,
      [":partner": .id(partner), ":period": .integer(Int64(period.number))])
  }
}
