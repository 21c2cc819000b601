import CSQLite
import Core
import Testing

@testable import Store

@Suite struct ValidateTests {
  private func answer(_ town: CounterTown, _ code: String, for actor: Actor? = nil) throws -> ClaimCheck.Answer {
    try town.store.validate(code: code, for: actor ?? town.clerk, now: TestTown.noon).answer
  }

  /// The code with its last character changed: never a code.
  private func mistyped(_ code: ClaimCode) -> String {
    String(code.compact.dropLast()) + (code.compact.hasSuffix("2") ? "3" : "2")
  }

  @Test func fiveAnswersAreToldApart() throws {
    let town = try CounterTown()
    let open = try town.claim()
    let used = try town.redeemed(4000)
    let late = try town.claim(town.town.offer { $0.claimMinutes = 1 }, now: TestTown.noon - .minutes(1))
    let foreign = try town.claim(town.town.offer { $0.partnerID = town.other.id })
    #expect(try answer(town, open.code.description.lowercased()) == .valid)
    #expect(try answer(town, used.code.compact) == .redeemed)
    #expect(try answer(town, late.code.compact) == .expired)
    #expect(try answer(town, "2222-2222-222") == .unknown)
    #expect(try answer(town, mistyped(open.code)) == .mistyped)
    // A partner is not told that another has it; whoever is none is.
    let check = try town.store.validate(code: foreign.code.compact, for: town.clerk, now: TestTown.noon)
    #expect(check == ClaimCheck(.unknown, code: foreign.code.description))
    let seen = try town.store.validate(
      code: foreign.code.compact, at: town.partner, for: TestTown.ana, now: TestTown.noon)
    #expect(seen.answer == .otherPartner)
    #expect(seen.claim?.partnerName == "Reef Spa")
    #expect(try answer(town, foreign.code.compact, for: TestTown.ana) == .valid)
  }

  @Test func lookingChangesNothingButTheCountOfWrongCodes() throws {
    let town = try CounterTown()
    let (open, used) = (try town.claim(), try town.redeemed(4000))
    let codes = [open.code.compact, used.code.compact, "2222-2222-222", mistyped(open.code)]
    let tables = ["claim", "interaction", "ledger_entry", "offer", "rollup_day", "person_offer", "command_log"]
    func contents() throws -> [[String]] {
      try tables.map { table in
        try town.store.connection.rows(executing: "SELECT * FROM \(table)") { row throws(StoreError) in
          (0..<8).map { row.text($0) }.joined(separator: "|")
        }
      }
    }
    let before = try contents()
    for code in codes { _ = try answer(town, code) }
    #expect(try contents() == before)
  }

  @Test func aMistypedCodeIsNeverLookedUp() throws {
    let town = try CounterTown()
    let code = try town.claim().code
    let fresh = try town.town.another()
    #expect(try fresh.validate(code: mistyped(code), for: town.clerk, now: TestTown.noon).answer == .mistyped)
    #expect(throws: StoreError.self) {
      try fresh.redeem(code: mistyped(code), by: town.clerk, now: TestTown.noon)
    }
    #expect(fresh.connection.statementsOfClaims == [])
    #expect(try fresh.validate(code: code.compact, for: town.clerk, now: TestTown.noon).answer == .valid)
    #expect(!fresh.connection.statementsOfClaims.isEmpty)
  }

  @Test func aListTellsAPartnerItsOwnClaimsAlone() throws {
    let town = try CounterTown()
    let (own, foreign) = (try town.claim(), try town.claim(town.town.offer { $0.partnerID = town.other.id }))
    #expect(try town.store.claims(for: town.clerk).map(\.id) == [own.id])
    #expect(try town.store.claims(for: TestTown.ana).map(\.id) == [own.id, foreign.id])
    #expect(try town.store.claims(limit: 1, after: own.id, for: TestTown.ana).map(\.id) == [foreign.id])
    #expect(try town.store.claims(state: .redeemed, for: TestTown.ana) == [])
    #expect(code { _ = try town.store.claims(partner: town.other.id, for: town.clerk) } == "not_found")
  }

  @Test func whoIsOnTheWayIsShownWithTheirWalkAndWithoutTheirCode() throws {
    let town = try CounterTown()
    // 0.01 degrees of latitude are 1111.95 m of a great circle, 1445.5 m on foot and 18.07 minutes.
    let far = try town.town.offer { $0.position = position(19.2966, -81.3744) }
    let claim = try town.claim(far)
    try town.redeemed(4000)
    _ = try town.claim(town.town.offer { $0.partnerID = town.other.id })
    let waiting = try town.store.claimsOnTheWay(of: town.partner, for: town.clerk, now: TestTown.noon + .minutes(8))
    #expect(waiting.map(\.claimID) == [claim.id])
    #expect(abs((waiting[0].minutesLeft(at: TestTown.noon + .minutes(8)) ?? 0) - 10.07) < 0.01)
    #expect(try town.store.claimsOnTheWay(of: town.partner, for: town.clerk, now: TestTown.noon + .hours(5)) == [])
    #expect(
      code { _ = try town.store.claimsOnTheWay(of: town.other.id, for: town.clerk, now: TestTown.noon) } == "not_found")
  }
}

extension Connection {
  /// The compiled statements that read or write the claims themselves.
  fileprivate var statementsOfClaims: [String] {
    var texts: [String] = []
    var statement = sqlite3_next_stmt(handle, nil)
    while let here = statement {
      if let text = sqlite3_sql(here) { texts.append(String(cString: text)) }
      statement = sqlite3_next_stmt(handle, here)
    }
    return texts.filter { $0.contains(" claim") }
  }
}
