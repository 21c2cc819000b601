import Testing

@testable import Core

@Suite struct PartnerKeyTests {
  /// The checks were computed by another program (FNV-1a in Python, its 32 bits as seven of Crockford's characters).
  @Test(
    arguments: [
      (7, "opk_7_0123456789abcdefghjkmnpqrstvwxyz_2p01agk"), (12, "opk_12_00000000000000000000000000000000_34veqy8"),
    ] as [(Int64, String)])
  func knowsTheCheckOfAKey(id: Int64, text: String) throws {
    let key = try PartnerKey(parsing: "  \(text)\r\n")
    #expect(key.id == ID(id))
    #expect(key.text == text)
  }

  @Test(arguments: [
    "", "opk", "opk_7", "opk_7_0123456789abcdefghjkmnpqrstvwxyz", "opk_0_0123456789abcdefghjkmnpqrstvwxyz_2p01agk",
    "opk_x_0123456789abcdefghjkmnpqrstvwxyz_2p01agk", "opk_7_0123456789abcdefghjkmnpqrstvwxy_2p01agk",
    "opk_7_0123456789abcdefghjkmnpqrstvwxyi_2p01agk", "OPK_7_0123456789abcdefghjkmnpqrstvwxyz_2p01agk",
    "opk_7_0123456789abcdefghjkmnpqrstvwxyz_2p01agk_",
    "opk_99999999999999999999_0123456789abcdefghjkmnpqrstvwxyz_2p01agk",
  ])
  func whatHasNotTheFormIsNoKey(text: String) {
    #expect(throws: PartnerKey.Fault.form) { try PartnerKey(parsing: text) }
  }

  @Test func everyWrongCharacterIsToldByTheCheck() throws {
    let text = Array("opk_7_0123456789abcdefghjkmnpqrstvwxyz_2p01agk")
    for position in text.indices where text[position] != "_" && position > 5 {
      for other in "0123456789abcdefghjkmnpqrstvwxyz" where other != text[position] {
        var wrong = text
        wrong[position] = other
        #expect(throws: PartnerKey.Fault.check) { try PartnerKey(parsing: String(wrong)) }
      }
    }
  }

  @Test func freshKeysReadBackAndUseTheWholeAlphabet() throws {
    var random = SeededGenerator(seed: 3)
    var letters: Set<Character> = []
    var seen: Set<String> = []
    for number in 1...500 {
      let key = PartnerKey(id: ID(Int64(number)), using: &random)
      #expect(try PartnerKey(parsing: key.text) == key)
      letters.formUnion(key.text.split(separator: "_")[2])
      seen.insert(key.text)
    }
    #expect(seen.count == 500)
    #expect(letters == Set("0123456789abcdefghjkmnpqrstvwxyz"))
  }

  @Test func aRotatedKeyOpensUntilItsOverlapEndsAndARevokedOneNeverAgain() {
    let made = Timestamp(milliseconds: 1_000_000)
    let end = made + .hours(1)
    func key(expires: Timestamp? = nil, revoked: Timestamp? = nil, used: Timestamp? = nil) -> StoredKey {
      StoredKey(
        id: ID(1), partnerID: ID(1), createdAt: made, createdBy: "operator:ana", expiresAt: expires,
        revokedAt: revoked, lastUsedAt: used)
    }
    #expect(key().standing(at: made + .days(9000)) == .valid)
    #expect(key(expires: end).standing(at: end - TimeSpan(milliseconds: 1)) == .rotated)
    #expect(key(expires: end).standing(at: end) == .expired)
    #expect(key(expires: end, revoked: made).standing(at: made) == .revoked)
    #expect(key().notesUse(at: made))
    #expect(!key(used: made).notesUse(at: made + .seconds(59)))
    #expect(key(used: made).notesUse(at: made + .seconds(60)))
  }
}
