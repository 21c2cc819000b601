import Core
import Testing

@testable import Store

/// What a partner acts by.
@Suite struct KeyTests {
  private let town: TestTown
  private var store: Store { town.store }
  private let now = TestTown.noon

  init() throws { town = try TestTown() }

  private func make(of partner: Partner.ID? = nil, by actor: Actor = TestTown.ana, seed: UInt64 = 1) throws -> NewKey {
    var random = SeededGenerator(seed: seed)
    return try store.createKey(of: partner ?? town.partner.id, by: actor, now: now, using: &random)
  }

  private func other() throws -> Partner {
    try store.addPartner(
      Partner(
        id: Partner.ID(0), name: "Sea Grape", category: "food", position: TestTown.centre, zone: "America/Cayman"),
      by: TestTown.ana, now: now)
  }

  @Test func aKeyOpensForItsPartnerAlone() throws {
    let (one, two) = (try make(seed: 1), try make(of: other().id, seed: 2))
    #expect(try store.authenticate(one.key.text, now: now).partnerID == town.partner.id)
    #expect(try store.authenticate(two.key.text, now: now).partnerID == two.stored.partnerID)
    #expect(one.stored.partnerID != two.stored.partnerID)
  }

  /// `printf opk_7_0123456789abcdefghjkmnpqrstvwxyz_2p01agk | sha256sum`
  @Test func whatIsStoredIsTheDigestThatSha256sumPrints() throws {
    try store.connection.execute(
      """
      INSERT INTO partner_key (id, partner_id, hash, created_at, created_by)
      VALUES (7, 1, x'e70dbf34985c9f740e2a78c6a28bdb38753a9850382ce7c27d5a948377c415fe', 0, 'operator:ana')
      """)
    let text = "opk_7_0123456789abcdefghjkmnpqrstvwxyz_2p01agk"
    #expect(try store.authenticate(text, now: now).id == StoredKey.ID(7))
    #expect(code { _ = try store.authenticate(text.replacing("_7_", with: "_8_"), now: now) } == "key.mistyped")
  }

  @Test func theKeyItselfStandsNowhereInTheFile() throws {
    let secret = try make().key.text.split(separator: "_")[2]
    try store.connection.execute("PRAGMA wal_checkpoint(TRUNCATE)")
    let tables = try store.connection.rows(executing: "SELECT hex(hash) || created_by FROM partner_key") { row in
      row.text(0)
    }
    #expect(tables.count == 1 && !tables[0].contains(secret))
    let log = try store.connection.rows(
      executing: "SELECT verb || ' ' || subject_kind || ifnull(note, '') FROM command_log"
    ) {
      row in row.text(0)
    }
    #expect(log.last == "partner key create key")
  }

  /// As if a key had the same number, but was drawn elsewhere.
  @Test func anotherKeyOfTheSameNumberOpensNothing() throws {
    let real = try make(seed: 1)
    var random = SeededGenerator(seed: 99)
    let forged = PartnerKey(id: real.stored.id, using: &random)
    let unknown = PartnerKey(id: StoredKey.ID(4711), using: &random)
    for key in [forged.text, unknown.text, "opk", "", "operator"] {
      #expect(code { _ = try store.authenticate(key, now: now) } == "key.unknown")
    }
  }

  @Test func bothKeysOpenUntilTheOverlapIsOver() throws {
    let old = try make()
    var random = SeededGenerator(seed: 5)
    let (new, replaced) = try store.rotateKey(
      old.stored.id, overlap: .hours(8), by: TestTown.ana, now: now, using: &random)
    #expect(replaced.expiresAt == now + .hours(8))
    for key in [old, new] { #expect(throws: Never.self) { try store.authenticate(key.key.text, now: now + .hours(7)) } }
    #expect(code { _ = try store.authenticate(old.key.text, now: now + .hours(8)) } == "key.expired")
    #expect(throws: Never.self) { try store.authenticate(new.key.text, now: now + .days(9000)) }
    #expect(
      code {
        _ = try store.rotateKey(old.stored.id, overlap: .hours(8), by: TestTown.ana, now: now, using: &random)
      } == "key.rotated")
  }

  @Test func aRevokedKeyIsClosedAtOnceAlsoForAnotherConnection() throws {
    let key = try make()
    let other = try town.another()
    #expect(throws: Never.self) { try other.authenticate(key.key.text, now: now) }
    _ = try store.revokeKey(key.stored.id, by: TestTown.ana, now: now)
    #expect(code { _ = try other.authenticate(key.key.text, now: now) } == "key.revoked")
    #expect(code { _ = try store.revokeKey(key.stored.id, by: TestTown.ana, now: now) } == "key.revoked")
    var random = SeededGenerator(seed: 5)
    #expect(
      code { _ = try store.rotateKey(key.stored.id, overlap: .hours(1), by: TestTown.ana, now: now, using: &random) }
        == "key.revoked")
  }

  @Test func theLastUseIsShown() throws {
    let key = try make()
    #expect(try store.keys(of: town.partner.id, for: TestTown.ana).map(\.lastUsedAt) == [nil])
    try store.noteUse(of: key.stored, now: now)
    #expect(try store.keys(of: town.partner.id, for: TestTown.ana).map(\.lastUsedAt) == [now])
  }

  @Test func anotherPartnersKeysDoNotExistAndAnAnalystOnlyLooks() throws {
    let key = try make()
    let stranger = Actor(try other().id)
    let analyst = Actor(.analyst, "bo")
    var random = SeededGenerator(seed: 5)
    #expect(code { _ = try store.keys(of: town.partner.id, for: stranger) } == "not_found")
    #expect(code { _ = try store.key(key.stored.id, for: stranger) } == "not_found")
    #expect(code { _ = try store.revokeKey(key.stored.id, by: stranger, now: now) } == "not_found")
    #expect(code { _ = try make(by: stranger) } == "not_found")
    #expect(code { _ = try make(by: analyst) } == "not_allowed")
    #expect(code { _ = try store.revokeKey(key.stored.id, by: analyst, now: now) } == "not_allowed")
    #expect(
      code { _ = try store.rotateKey(key.stored.id, overlap: .hours(1), by: analyst, now: now, using: &random) }
        == "not_allowed")
    #expect(try store.keys(of: town.partner.id, for: analyst).count == 1)
    #expect(try store.keys(of: town.partner.id, for: Actor(town.partner.id)).count == 1)
  }
}
