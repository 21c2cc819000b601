import Core
import Testing

@testable import Store

/// What kill -9 leaves behind: the files as they are at that very moment. A copy is taken after each row that a
/// redemption or a refund writes, and before and after its commit; each copy is opened as the next program would.
@Suite struct LedgerCrashTests {
  /// Runs a change, and counts in each copy how many ledger entries and lines there are beside what `look` finds.
  private func crash(
    _ town: CounterTown, during change: (Store) throws -> Void, look: (Store) throws -> String
  ) throws -> [String] {
    let crashes = try CrashCopies(of: town.store, during: change)
    return try crashes.stores().map { store in
      #expect(try store.check().filter { !$0.ok } == [])
      let lines = try store.connection.integer("SELECT count(*) FROM ledger_line")
      let entries = try store.connection.integer("SELECT count(*) FROM ledger_entry")
      return "\(try look(store)) \(entries) \(lines)"
    }
  }

  @Test func aRedemptionAndItsLedgerLinesAreNeverApart() throws {
    let town = try CounterTown(webhook: true)
    let claim = try town.claim()
    let states = try crash(town) { store in
      try store.redeem(code: claim.code.compact, amountCents: 4000, by: town.clerk, now: TestTown.noon)
    } look: { store in
      "\(try store.claim(claim.id).state)"
    }
    // The claim, the interaction, the entry, the event and the audit row, at least, then the commit.
    #expect(states.count >= 7)
    #expect(Set(states.dropLast()) == ["open 0 0"])
    #expect(states.last == "redeemed 1 2")
  }

  @Test func aRefundAndItsLedgerLinesAreNeverApart() throws {
    let town = try CounterTown()
    let claim = try town.redeemed(4000)
    let states = try crash(town) { store in
      try store.refund(code: claim.code.compact, amountCents: 1000, by: town.clerk, now: TestTown.noon)
    } look: { store in
      "\(try store.claim(claim.id).refundedCents)"
    }
    #expect(states.count >= 5)
    #expect(Set(states.dropLast()) == ["0 1 2"])
    #expect(states.last == "1000 2 4")
  }
}
