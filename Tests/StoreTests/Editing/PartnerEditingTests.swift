import Core
import Testing

@testable import Store

/// Who is a partner, on what terms, and who may say so.
@Suite struct PartnerEditingTests {
  private static let ana = TestTown.ana
  private static let ben = Actor(.operator, "ben")
  private static let noon = TestTown.noon

  private func edit(
    _ town: TestTown, by actor: Actor = ana, _ change: (inout Partner) -> Void
  ) throws -> Bool {
    var partner = try town.store.partner(town.partner.id)
    change(&partner)
    return try town.store.updatePartner(partner, by: actor, now: Self.noon)
  }

  @Test func anEditKeepsItsHistory() throws {
    let town = try TestTown()
    #expect(try edit(town) { $0.phone = "345-555" })
    #expect(try !edit(town) { _ in })
    #expect(try edit(town, by: Self.ben) { $0.commissionBasisPoints = 1250 })
    let rows = try town.store.audit(AuditFilter(subject: .partner(town.partner.id)), for: Self.ana)
    #expect(rows.map(\.actor) == ["operator:ben", "operator:ana"])
    #expect(rows.map(\.note) == ["commission_basis_points", "phone"])
    let facts = try town.store.facts(of: rows[0].id)
    #expect(facts.before?["commission_basis_points"] == 0)
    #expect(facts.after?["commission_basis_points"] == 1250)
    #expect(try town.store.partner(town.partner.id).version == 3)
  }

  @Test func whoReadAnEarlierVersionIsToldWhoWasFaster() throws {
    let town = try TestTown()
    var mine = town.partner
    mine.name = "Mine"
    _ = try edit(town, by: Self.ben) { $0.name = "Theirs" }
    #expect(
      throws: StoreError.conflict(
        code: "version",
        sentence: "partner 1 was changed meanwhile by operator:ben (version 2); look at it again")
    ) { try town.store.updatePartner(mine, by: Self.ana, now: Self.noon) }
  }

  @Test func aPartnerChangesItselfButNotItsTerms() throws {
    let town = try TestTown()
    let own = Actor(town.partner.id)
    #expect(try edit(town, by: own) { $0.phone = "345-555" })
    for change in [
      { $0.commissionBasisPoints = 0 + 1 }, { $0.autoApprove = true }, { $0.offerLimit = 99 },
    ] as [(inout Partner) -> Void] {
      #expect(code { _ = try edit(town, by: own, change) } == "not_allowed")
    }
    #expect(code { _ = try edit(town, by: Actor(.analyst, "zoe")) { $0.phone = "1" } } == "not_allowed")
    #expect(code { _ = try edit(town, by: Actor(Partner.ID(9))) { $0.phone = "1" } } == "not_found")
    #expect(
      code {
        try town.store.addPartner(
          Partner(id: Partner.ID(0), name: "Two", category: "spa", position: TestTown.centre, zone: "UTC"), by: own,
          now: Self.noon)
      } == "not_allowed")
  }

  @Test func clockCurrencyAndAddressesOfOthersAreNotTaken() throws {
    let town = try TestTown()
    try town.store.addPartner(
      Partner(
        id: Partner.ID(0), name: "Two", category: "spa", email: "spa@example.com", position: TestTown.centre,
        zone: "UTC"), by: Self.ana, now: Self.noon)
    #expect(code { _ = try edit(town) { $0.zone = "UTC" } } == "fixed")
    let euro = try #require(Currency("EUR"))
    #expect(code { _ = try edit(town) { $0.currency = euro } } == "fixed")
    #expect(code { _ = try edit(town) { $0.email = "SPA@example.com" } } == "duplicate")
    #expect(code { _ = try edit(town) { $0.email = "nobody" } } == "invalid_value")
  }

  @Test func aLiveDatabaseCallsNoPrivateAddress() throws {
    let live = try TestTown(kind: .live)
    for address in ["http://example.com", "https://127.0.0.1/x", "https://nas.local"] {
      #expect(code { _ = try edit(live) { $0.webhookURL = address } } == "invalid_value")
    }
    #expect(try edit(live) { $0.webhookURL = "https://example.com/hook" })
    let demo = try TestTown()
    #expect(try edit(demo) { $0.webhookURL = "http://127.0.0.1:8080/hook" })
    #expect(code { _ = try edit(demo) { $0.webhookURL = "hook" } } == "invalid_value")
  }
}
