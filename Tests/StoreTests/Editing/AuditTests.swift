import Core
import Testing

@testable import Store

/// The trail of who did what: whole, in order, kept, and for those who may see it.
@Suite struct AuditTests {
  private static let ana = TestTown.ana
  private static let ben = Actor(.operator, "ben")

  @Test func pagesAndFiltersMissNothing() throws {
    let town = try TestTown()
    let store = town.store
    let other = try store.addPartner(
      Partner(id: Partner.ID(0), name: "Two", category: "spa", position: TestTown.centre, zone: "UTC"), by: Self.ben,
      now: TestTown.noon)
    let offers = try (0..<4).map { _ in try OfferLifeTests.draft(in: town) }
    for offer in offers { try store.move(offer: offer.id, .submit, by: Self.ben, now: TestTown.noon) }
    func ids(_ filter: AuditFilter, for actor: Actor = Self.ana) throws -> [Int64] {
      try store.audit(filter, for: actor).map(\.id.value)
    }
    #expect(try ids(AuditFilter()) == [9, 8, 7, 6, 5, 4, 3, 2, 1])
    #expect(try ids(AuditFilter(limit: 4)) == [9, 8, 7, 6])
    #expect(try ids(AuditFilter(before: LoggedCommand.ID(6), limit: 4)) == [5, 4, 3, 2])
    #expect(try ids(AuditFilter(actor: "operator:ben")) == [9, 8, 7, 6, 1])
    #expect(try ids(AuditFilter(actor: "operator:ben", before: LoggedCommand.ID(7), limit: 1)) == [6])
    #expect(try ids(AuditFilter(subject: .offer(offers[1].id))) == [7, 3])
    #expect(try ids(AuditFilter(actor: "operator:ana", subject: .offer(offers[1].id))) == [3])
    #expect(try ids(AuditFilter(partner: other.id)) == [1])
    #expect(try ids(AuditFilter(actor: "operator:ana", partner: town.partner.id)) == [5, 4, 3, 2])
    // A partner sees what was done to its own things, by whomever, and nothing else.
    #expect(try ids(AuditFilter(), for: Actor(other.id)) == [1])
    #expect(try ids(AuditFilter(subject: .offer(offers[1].id)), for: Actor(other.id)) == [])
    #expect(try ids(AuditFilter(subject: .offer(offers[1].id)), for: Actor(town.partner.id)) == [7, 3])
    #expect(code { _ = try ids(AuditFilter(partner: other.id), for: Actor(town.partner.id)) } == "not_found")
  }

  @Test func aRowTellsWhatUndoGoesBy() throws {
    let town = try TestTown()
    var offer = try town.offer()
    offer.title = "Brunch"
    offer.terms = "cash only"
    try town.store.updateOffer(offer, by: Self.ana, now: TestTown.noon)
    try town.store.undo(by: Self.ana, now: TestTown.noon + .minutes(1))
    let rows = try town.store.audit(AuditFilter(), for: Self.ana)
    let edit = LoggedCommand(
      id: LoggedCommand.ID(1), at: TestTown.noon, actor: "operator:ana", verb: "offer edit", subject: .offer(offer.id),
      partnerID: offer.partnerID, versionBefore: 1, versionAfter: 2, note: "title, terms",
      undoneBy: LoggedCommand.ID(2))
    let undo = LoggedCommand(
      id: LoggedCommand.ID(2), at: TestTown.noon + .minutes(1), actor: "operator:ana", verb: "undo",
      subject: .offer(offer.id), partnerID: offer.partnerID, versionBefore: 2, versionAfter: 3,
      note: "offer edit: title, terms", undoes: LoggedCommand.ID(1))
    #expect(rows == [undo, edit])
  }

  @Test func rowsAreNeitherChangedNorRemoved() throws {
    let town = try TestTown()
    _ = try OfferLifeTests.draft(in: town)
    for statement in [
      "DELETE FROM command_log", "UPDATE command_log SET actor = 'operator:eve'", "UPDATE command_log SET note = NULL",
    ] {
      #expect(throws: StoreError.self) { try town.store.connection.execute(statement) }
    }
    #expect(try town.store.audit(AuditFilter(), for: Self.ana).map(\.actor) == ["operator:ana"])
  }

  @Test func aRowIsWrittenOnlyWithWhatItTells() throws {
    let town = try TestTown()
    #expect(
      code {
        try town.store.record("offer edit", .offer(Offer.ID(1)), by: Self.ana, now: TestTown.noon)
      } == "internal")
    #expect(
      code {
        try town.store.write { () throws(StoreError) in
          try town.store.record("offer edit", .offer(Offer.ID(1)), by: Self.ana, now: TestTown.noon)
          throw .conflict(code: "late", sentence: "")
        }
      } == "late")
    #expect(try town.store.audit(AuditFilter(), for: Self.ana).isEmpty)
  }
}
