import Core
import Testing

@testable import Store

/// A town with a partner at 12.5 %, another partner, and open claims to show at a counter.
struct CounterTown {
  let town: TestTown
  let other: Partner

  var store: Store { town.store }
  var partner: Partner.ID { town.partner.id }
  /// Whoever holds the first partner's key.
  var clerk: Actor { Actor(town.partner.id) }

  init(zone: String = "America/Cayman", webhook: Bool = false) throws {
    town = try TestTown(zone: zone)
    try town.store.connection.execute("UPDATE partner SET commission_basis_points = 1250")
    if webhook {
      try town.store.connection.execute("UPDATE partner SET webhook_url = 'https://example.com/hook' WHERE id = 1")
    }
    other = try town.store.addPartner(
      Partner(
        id: .init(0), name: "Reef Spa", category: "spa", position: TestTown.centre, zone: zone,
        commissionBasisPoints: 1000),
      by: TestTown.ana, loading: true, now: TestTown.noon)
  }

  /// A fresh claim on an offer of the partner, or of the given offer; each of another anonymous driver.
  func claim(_ offer: Offer? = nil, now: Timestamp = TestTown.noon) throws -> Claim {
    let session = try town.session(from: now - .minutes(10), minutes: 600)
    return try town.accept(offer ?? town.offer(), session, now: now, seed: UInt64(session.id.value) &+ 77)
  }

  /// A claim that was redeemed for an amount.
  @discardableResult
  func redeemed(_ cents: Int64, now: Timestamp = TestTown.noon) throws -> Claim {
    let claim = try claim(now: now)
    try store.redeem(code: claim.code.compact, amountCents: cents, by: clerk, now: now)
    return claim
  }

  /// Every ledger line of a claim's entries, as `account amount`.
  func lines(of claim: Claim) throws -> [String] {
    try store.connection.rows(
      """
      SELECT ledger_line.account, ledger_line.amount_cents
        FROM ledger_entry
        JOIN ledger_line ON ledger_line.entry_id = ledger_entry.id
       WHERE ledger_entry.claim_id = :claim
       ORDER BY ledger_entry.id, ledger_line.account
      """,
      [":claim": .id(claim.id)]
    ) { row throws(StoreError) in "\(row.text(0)) \(row.integer(1))" }
  }
}

extension SettlementPeriod {
  /// A month of a test.
  static func month(_ text: String) throws -> SettlementPeriod {
    try #require(SettlementPeriod(parsing: text))
  }
}
