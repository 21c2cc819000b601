import Core
import Testing

/// `partner analytics` and `offer reach` from the command line.
@Suite struct PartnerAnalyticsCommandTests {
  private let demo: DemoCopy

  init() throws { demo = try DemoCopy() }

  /// Interactions that the analytics of every partner count, over all days of the demo.
  private func counted(_ demo: DemoCopy) throws -> Double {
    let partners = try demo.run("partner", "list").json["partners"].list
    return try partners.reduce(0.0) { sum, partner in
      let total = try demo.run("partner", "analytics", partner["id"].word, "--days", "400", "--to", "2026-12-31").json[
        "total"]
      let names = ["impressions", "views", "acceptances", "dismissals", "redemptions", "expiries"]
      return sum + names.reduce(0.0) { $0 + total[$1].number }
    }
  }

  @Test func aSimulatorThatIsKilledLeavesTotalsThatAreTheLogs() throws {
    let before = try demo.run("database", "info").json["interactions"].number
    #expect(try counted(demo) == before)
    let simulate = "\"$opportune\" simulate --days 2 --database \(demo.path) --now \(DemoCopy.now)"
    _ = try demo.program.shell(
      "for t in 0.5 1 2 4; do timeout -s KILL $t \(simulate) --seed 4; done >/dev/null 2>&1")
    #expect(try demo.run("database", "check").json["ok"] == true)
    // Started again, it goes on, and nothing is counted twice or lost.
    #expect(try demo.run("simulate", "--days", "0.1", "--seed", "5").status == 0)
    let after = try demo.run("database", "info").json["interactions"].number
    #expect(after > before)
    #expect(try counted(demo) == after)
    #expect(try demo.run("database", "check").json["ok"] == true)
  }

  @Test func aPartnerLooksAtItsOwnAndLeavesNoView() throws {
    let key = try demo.run("partner", "key", "create", "3").json["key"].text
    func run(_ words: String...) throws -> OpportuneProgram.Run {
      try demo.program.run(
        words + ["--json", "--database", demo.path, "--now", DemoCopy.now], environment: ["OPPORTUNE_PARTNER_KEY": key])
    }
    let interactions = try demo.run("database", "info").json["interactions"]
    #expect(try run("partner", "analytics").json["partner"]["id"] == 3)
    #expect(try run("partner", "analytics", "3").status == 0)
    let (other, none) = (try run("partner", "analytics", "4"), try run("partner", "analytics", "4000"))
    #expect(other.status == 3 && none.status == 3)
    #expect(other.errors.replacing("4", with: "") == none.errors.replacing("4000", with: ""))
    let offers = try demo.run("offer", "list", "--limit", "300").json["offers"].list
    let own = try #require(offers.first { $0["partner"]["id"] == 3 })["id"].word
    let foreign = try #require(offers.first { $0["partner"]["id"] != 3 })["id"].word
    #expect(try run("offer", "reach", own).json["sessions"].number > 0)
    #expect(try run("offer", "reach", foreign).status == 3)
    #expect(try run("offer", "show", own).status == 0)
    #expect(try demo.run("database", "info").json["interactions"] == interactions)
  }

  @Test func daysAreAskedForByDateAndBadOnesAreNamed() throws {
    let run = try demo.run("partner", "analytics", "1", "--from", "2026-11-18", "--to", "2026-11-20", "--by", "day")
    #expect(run.json["parts"].list.map { $0["day"].text } == ["2026-11-18", "2026-11-19", "2026-11-20"])
    let wrong = try demo.run("partner", "analytics", "1", "--from", "yesterday")
    #expect(wrong.status == 2 && wrong.json["error"]["field"].text == "--from")
    #expect(try demo.run("partner", "analytics", "1", "--from", "2026-11-21", "--to", "2026-11-20").status == 2)
    #expect(try demo.run("partner", "analytics", "1", "--days", "93", "--by", "hour").status == 2)
  }

  @Test func aNarrowerRuleReachesFewer() throws {
    let wide = try demo.run("offer", "reach", "1", "--trigger", "{}").json
    let narrow = try demo.run("offer", "reach", "1", "--trigger", #"{"days_of_week":["fri"]}"#).json
    #expect(narrow["sessions"] == wide["sessions"])
    #expect(narrow["eligible"].number < wide["eligible"].number)
    #expect(narrow["costs"].list.contains { $0["code"].text == "trigger.weekday" })
    let wrong = try demo.run("offer", "reach", "1", "--trigger", #"{"days":["fri"]}"#)
    #expect(wrong.status == 2 && wrong.json["error"]["field"].text == "--trigger.days")
  }
}
