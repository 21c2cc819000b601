import Core
import Foundation
import Testing

/// Eight processes import one market at once, and some are killed: every alert is there, and once.
@Suite(.serialized) struct DealRaceTests {
  private static let now = "2026-11-21T12:00:00Z"

  private func market(_ program: OpportuneProgram) throws -> String {
    let path = program.home.path + "/live.db"
    let flags = ["--database", path, "--now", Self.now, "--json"]
    _ = try program.run(["database", "create", "--live"] + flags)
    for line in ["lamp", "desk price:..50", "in:home condition>=good"] {
      let run = try program.run(["rule", "create", line] + flags)
      try #require(run.status == 0, "\(run.errors)")
    }
    let lines = (1...400).map { "\($0),Desk lamp \($0),\(20 + $0 % 40),home,good" }
    _ = try program.home.file(
      "market.csv", "id,title,price,category,condition\n" + lines.joined(separator: "\n") + "\n")
    return "--database \(path) --now \(Self.now) --json"
  }

  private func expectEachAlertOnce(_ program: OpportuneProgram, _ flags: String) throws {
    let words = flags.split(separator: " ").map(String.init)
    let alerts = try program.run(["alert", "list", "--limit", "10000"] + words).json["alerts"].list
      .filter { $0["kind"].text == "deal" }
    // 400 lamps; 310 of them cost 50 at most; all are for the home.
    let cheap = (1...400).count { 20 + $0 % 40 <= 50 }
    #expect(alerts.count == 800 + cheap)
    #expect(Set(alerts.map { "\($0["rule_id"].word) \($0["listing_id"].word)" }).count == alerts.count)
    #expect(try program.run(["sweep"] + words).json["raised"] == 0)
    let check = try program.run(["database", "check"] + words)
    #expect(check.json["ok"] == true, "\(check.output)")
  }

  @Test func eightImportsOfOneMarketTellOfEachListingOnce() throws {
    let program = try OpportuneProgram()
    let flags = try market(program)
    let imports = (0..<8).map { _ in "\"$opportune\" import listings market.csv \(flags) &" }
    let reports = try program.shell(imports.joined(separator: "\n") + "\nwait")
    #expect(reports.lines.reduce(0) { $0 + $1["imported"].number } == 400, "\(reports.errors)")
    try expectEachAlertOnce(program, flags)
  }

  @Test func killedImportsLoseNothingAndTellNothingTwice() throws {
    let program = try OpportuneProgram()
    let flags = try market(program)
    // Forty imports, each killed at a random moment of its first half second, if it still runs.
    let run = try program.shell(
      """
      for n in $(seq 40); do
        timeout -s KILL 0.$(printf %03d $((RANDOM % 500))) "$opportune" import listings market.csv \(flags) >/dev/null
      done 2>/dev/null
      "$opportune" import listings market.csv \(flags)
      """)
    #expect(run.status == 0, "\(run.errors)")
    try expectEachAlertOnce(program, flags)
  }
}
