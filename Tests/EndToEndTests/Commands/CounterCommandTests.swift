import Core
import Foundation
import Testing

/// Codes at the counter and the money that follows, from the command line.
@Suite struct CounterCommandTests {
  /// An offer of partner 1, who pays 12.5 %, and the code of a claim on it.
  private func claim(_ demo: DemoCopy) throws -> (code: String, partner: String) {
    let csv = "id,partner_id,title,discount_percent\n9001,1,Lobster night,20\n"
    #expect(try demo.run("import", "offers", "-", input: csv).status == 0)
    let parked = try demo.run("session", "start", "--place", "1", "--minutes", "60").json["session"]["id"].word
    return (try demo.run("offer", "accept", "9001", "--session", parked).json["code"].text, "1")
  }

  @Test func fiveAnswersEndInFourWays() throws {
    let demo = try DemoCopy()
    let (code, _) = try claim(demo)
    let wrong = String(code.dropLast()) + (code.hasSuffix("2") ? "3" : "2")
    func answer(_ words: String...) throws -> String {
      let run = try demo.run(["claim", "validate"] + words)
      return "\(run.json["answer"].text) \(run.status)"
    }
    #expect(try answer(code.lowercased().replacing("-", with: " ")) == "valid 0")
    #expect(try answer(code, "--partner", "2") == "other_partner 5")
    #expect(try answer(code, "--now", "2026-11-22T12:00:00Z") == "expired 5")
    #expect(try answer(wrong) == "mistyped 2")
    #expect(try answer("2222-2222-222") == "unknown 3")
    #expect(try demo.run("claim", "redeem", code, "--amount", "40").status == 0)
    #expect(try answer(code) == "redeemed 5")
  }

  @Test func aSecondRedemptionEndsInFiveAndBooksNothing() throws {
    let demo = try DemoCopy()
    let (code, partner) = try claim(demo)
    let first = try demo.run("claim", "redeem", code, "--amount", "42.50", "--receipt", "till 2").json["redemption"]
    #expect(first["amount_cents"] == 4250)
    let again = try demo.run("claim", "redeem", code, "--amount", "42.50")
    #expect(again.status == 5)
    #expect(again.json["error"]["code"].text == "claim.redeemed")
    let statement = try demo.run("settlement", "statement", "--partner", partner, "--period", "2026-11")
    let lines = statement.json["statement"]["lines"].list.filter { $0["code"].text == code }
    #expect(lines.count == 1)
    #expect(lines.first?["note"].text == "till 2")
  }

  @Test func theDaysSlipAddsUpWhatWasTakenAndGivenBack() throws {
    let demo = try DemoCopy()
    let (code, partner) = try claim(demo)
    let before = try demo.run("claim", "slip", "--partner", partner).json["slip"]
    #expect(try demo.run("claim", "redeem", code, "--amount", "42.50").status == 0)
    #expect(try demo.run("claim", "refund", code, "--amount", "10").status == 0)
    let slip = try demo.run("claim", "slip", "--partner", partner).json["slip"]
    let lines = slip["lines"].list.filter { $0["code"].text == code }
    #expect(lines.map { $0["kind"].text } == ["redemption", "refund"])
    #expect(lines.map { $0["base_cents"] } == [4250, -1000])
    #expect(slip["taken_cents"].number - before["taken_cents"].number == 4250)
    #expect(slip["refunded_cents"].number - before["refunded_cents"].number == 1000)
    // It is the same by its date, and another day's has neither.
    let day = slip["day"].text
    #expect(try demo.run("claim", "slip", "--partner", partner, "--day", day).json["slip"] == slip)
    let other = try demo.run("claim", "slip", "--partner", partner, "--day", "2020-02-29").json["slip"]
    #expect(other["lines"].list.isEmpty && other["taken_cents"] == 0)
    let wrong = try demo.run("claim", "slip", "--partner", partner, "--day", "2026-02-30")
    #expect(wrong.status == 2)
    #expect(wrong.json["error"]["field"].text == "--day")
  }

  @Test(arguments: [
    (["--amount", "4.005"], "--amount"), (["--amount", "-3"], "--amount"), (["--receipt", ""], "receipt"),
    (["--input", "-"], "amount"), (["--amount", "2000000"], "--amount"),
  ])
  func badInputNamesItsField(flags: [String], field: String) throws {
    let demo = try DemoCopy()
    let (code, _) = try claim(demo)
    let run = try demo.run(["claim", "redeem", code] + flags, input: "{\"amount_cents\":-1}")
    #expect(run.status == 2)
    #expect(run.json["error"]["field"].text == field, "\(run.output)")
  }

  @Test func aClosedStatementIsTheSameBytesForEver() throws {
    let demo = try DemoCopy()
    let (code, partner) = try claim(demo)
    #expect(try demo.run("claim", "redeem", code, "--amount", "40").status == 0)
    let running = try demo.run("settlement", "close", "--period", "2026-11")
    #expect(running.status == 5)
    #expect(running.json["error"]["code"].text == "settlement.running")
    let later = ["--now", "2026-12-02T12:00:00Z"]
    let closed = try demo.run(["settlement", "close", "--period", "2026-11"] + later)
    #expect(closed.status == 0)
    #expect(closed.json["closed"] != 0)
    func statement(_ period: String, _ form: String...) throws -> String {
      try demo.program.run(
        ["settlement", "statement", "--partner", partner, "--period", period, "--database", demo.path] + later + form
      ).output
    }
    let before = try [statement("2026-11"), statement("2026-11", "--csv"), statement("2026-11", "--json")]
    #expect(before[1].hasPrefix("world,partner_id,partner,period,currency,entry,kind,at,code,offer,base_cents,"))
    #expect(before[0].contains("DEMO"))
    #expect(try demo.run(["settlement", "close", "--period", "2026-11"] + later).json["closed"] == 0)
    let refund = try demo.run(["claim", "refund", code, "--amount", "10.00", "--note", "=cold soup"] + later)
    #expect(refund.json["refund"]["period"].text == "2026-12")
    #expect(try [statement("2026-11"), statement("2026-11", "--csv"), statement("2026-11", "--json")] == before)
    let next = try JSON(parsing: statement("2026-12", "--json"))["statement"]["lines"].list
    #expect(next.map { $0["base_cents"] } == [-1000])
    // A spreadsheet must not take a note for a formula.
    #expect(try statement("2026-12", "--csv").contains(",'=cold soup\r\n"))
    #expect(try demo.run(["claim", "refund", code, "--amount", "30.01"] + later).status == 6)
    #expect(try demo.run(["database", "check"] + later).json["ok"] == true)
  }

  @Test func guessingIsThrottled() throws {
    let demo = try DemoCopy()
    let flags = "--database \(demo.path) --now \(DemoCopy.now) --json"
    let run = try demo.program.shell(
      "for n in $(seq 25); do \"$opportune\" claim validate 2222-2222-222 \(flags); done")
    let answers = run.lines
    #expect(answers.filter { $0["answer"].text == "unknown" }.count == 20)
    let refused = answers.filter { $0["error"]["code"].text == "attempts.throttled" }
    #expect(refused.count == 5)
    #expect(refused.allSatisfy { $0["error"]["message"].text.contains("wait 3 seconds") })
  }
}
