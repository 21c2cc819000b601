import Core
import Foundation
import Testing

/// Eight processes at once on one budget: what they book together is the budget, never more.
@Suite(.serialized) struct BudgetProcessTests {
  @Test func eightProcessesSpendABudgetExactly() throws {
    let demo = try DemoCopy()
    let offers = "id,partner_id,title,discount_percent\n9000,1,Wanted,20\n"
    #expect(try demo.run("import", "offers", "-", input: offers).json["imported"] == 1)
    // 50 acceptances of 0.70 are 35.00; the 51st costs the 0.30 that are left.
    let campaign = try demo.run(
      "campaign", "create", "race", "9000", "--budget", "35.30", "--per-acceptance", "0.70"
    ).json["campaign"]
    let known = try demo.run("database", "info").json["sessions"].number
    let lines = (1...96).map { "s\($0),19.29,-81.38,2026-11-20T17:00:00,2026-11-20T23:00:00" }
    let csv = "session_id,lat,lng,start_local,end_local\n" + lines.joined(separator: "\n")
    #expect(try demo.run("import", "sessions", "-", input: csv).json["imported"] == 96)
    let flags = "--database \(demo.path) --now \(DemoCopy.now) --json"
    let loops = (0..<8).map { part in
      let own = (0..<12).map { "\(Int(known) + 1 + part * 12 + $0)" }.joined(separator: " ")
      return "(for s in \(own); do \"$opportune\" offer accept 9000 --session $s \(flags); done) 2>/dev/null &"
    }
    let answers = try demo.program.shell(loops.joined(separator: "\n") + "\nwait").lines
    #expect(answers.filter { $0["code"].text != "" }.count == 51)
    #expect(answers.filter { $0["error"]["code"].text == "budget.spent" }.count == 45)
    let after = try demo.run("campaign", "show", campaign["id"].word).json["campaign"]
    #expect(after["spent"].number == 35.3 && after["left"].number == 0 && after["standing"].text == "spent")
    #expect(try demo.run("database", "check").json["ok"] == true)
  }
}
