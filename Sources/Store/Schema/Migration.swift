/// One numbered step of the schema. Once released its text never changes: the checksum of what was applied is kept.
struct Migration: Sendable {
  /// 1, 2, 3 …, without gaps.
  let version: Int
  let name: String
  let statements: [String]

  /// FNV-1a of 64 bits over the statements (Fowler, Noll and Vo 1991), in hexadecimal: it tells a changed text, it
  /// proves no origin.
  var checksum: String {
    var hash: UInt64 = 0xCBF2_9CE4_8422_2325
    for statement in statements {
      for byte in statement.utf8 {
        hash = (hash ^ UInt64(byte)) &* 0x100_0000_01B3
      }
    }
    let digits = String(hash, radix: 16)
    return String(repeating: "0", count: 16 - digits.count) + digits
  }

  /// Every step there is, in order.
  static let all = [
    Migration(
      version: 1, name: "opportunities, discovery, claims, log, rollups",
      statements: worldTables + opportunityTables + personTables + sessionTables + logTables + learnedTables
        + rollupTables),
    Migration(
      version: 2, name: "partners: keys, edits, ledger, outbox",
      statements: partnerTables + commandLogTables + ledgerTables + outboxTables + partnerRollupTables),
    Migration(
      version: 3, name: "experiments: campaigns, assignments, rollups",
      statements: campaignTables + experimentTables),
    Migration(
      version: 4, name: "campaigns: money, segments, rollups, imports",
      statements: campaignMoneyTables),
    Migration(
      version: 5, name: "deals: listings, rules, watches, alerts",
      statements: dealTables + notificationTables),
  ]
}
