import Core
import Testing

/// Eight tills at once, and tills whose plug is pulled: each code works once, and each redemption has its ledger entry.
@Suite(.serialized) struct RedeemRaceTests {
  /// A town with so many open claims on one offer, and their codes.
  private func counter(claims: Int) throws -> (demo: DemoCopy, codes: [String]) {
    let demo = try DemoCopy()
    let offer = "id,partner_id,title,discount_percent\n9000,1,Wanted,20\n"
    #expect(try demo.run("import", "offers", "-", input: offer).json["imported"] == 1)
    let known = try demo.run("database", "info").json["sessions"].number
    let lines = (1...claims).map { "s\($0),19.29,-81.38,2026-11-20T17:00:00,2026-11-20T23:00:00" }
    let csv = "session_id,lat,lng,start_local,end_local\n" + lines.joined(separator: "\n")
    #expect(try demo.run("import", "sessions", "-", input: csv).status == 0)
    let sessions = (1...claims).map { String(Int(known) + $0) }.joined(separator: " ")
    let flags = "--database \(demo.path) --now \(DemoCopy.now) --json"
    let made = try demo.program.shell(
      "for s in \(sessions); do \"$opportune\" offer accept 9000 --session $s \(flags); done")
    return (demo, made.lines.map { $0["code"].text })
  }

  /// Eight loops side by side, each over all the codes, from another one on.
  private func race(_ demo: DemoCopy, _ codes: [String], each command: String) throws -> [JSON] {
    let flags = "--amount 40 --database \(demo.path) --now \(DemoCopy.now) --json"
    let loops = (0..<8).map { part in
      let own = (codes[(part * codes.count / 8)...] + codes[..<(part * codes.count / 8)]).joined(separator: " ")
      return "(for c in \(own); do \(command) claim redeem $c \(flags); done) 2>/dev/null &"
    }
    return try demo.program.shell(loops.joined(separator: "\n") + "\nwait").lines
  }

  /// Each code's lines of all statements.
  private func booked(_ demo: DemoCopy) throws -> [String] {
    let run = try demo.run("settlement", "statement", "--partner", "1", "--period", "2026-11")
    return run.json["statement"]["lines"].list.map { $0["code"].text }
  }

  @Test func eightTillsRedeemEachCodeOnce() throws {
    let (demo, codes) = try counter(claims: 24)
    #expect(Set(codes).count == 24)
    let answers = try race(demo, codes, each: "\"$opportune\"")
    let redeemed = answers.map { $0["redemption"]["code"].text }.filter { !$0.isEmpty }
    #expect(redeemed.sorted() == codes.sorted())
    #expect(answers.filter { $0["error"]["code"].text == "claim.redeemed" }.count == 7 * 24)
    #expect(try booked(demo).filter(codes.contains).sorted() == codes.sorted())
    #expect(try demo.run("database", "check").json["ok"] == true)
  }

  @Test func killedTillsLeaveNoRedemptionWithoutItsLedgerEntry() throws {
    let (demo, codes) = try counter(claims: 24)
    // Each attempt is killed at a random moment of its first half second, if it still runs; a busy machine needs most of
    // that to start it.
    let killed = "timeout -s KILL 0.$(printf %03d $((RANDOM % 500))) \"$opportune\""
    let told = try race(demo, codes, each: killed).map { $0["redemption"]["code"].text }.filter { !$0.isEmpty }
    #expect(!told.isEmpty)
    #expect(Set(told).count == told.count)
    let redeemed = try demo.run("claim", "list", "--state", "redeemed", "--limit", "100000").json["claims"].list
      .map { $0["code"].text }.filter(codes.contains)
    // Whoever was told of a redemption finds it; what was redeemed is booked, and nothing else.
    #expect(Set(told).isSubset(of: redeemed))
    #expect(try booked(demo).filter(codes.contains).sorted() == redeemed.sorted())
    #expect(try demo.run("database", "check").json["ok"] == true)
  }
}
