import Foundation
import Testing

/// Alerts reach whoever has the dashboard open, whatever is looked at and whichever process caused them.
@Suite(.serialized, .enabled(if: TmuxScreen.isThere, "tmux is absent")) struct AlertJourneyTests {
  private static let telescope = """
    source,external_id,title,price,currency,category,condition,lat,lng
    market,t1,Newton telescope,250,USD,optics,good,19.30,-81.38

    """

  @Test func anotherProcessesAlertIsToldWithinASecondAndCountedUntilItIsRead() throws {
    let demo = try DemoCopy()
    // Whoever has a rule has an inbox, which is empty at first.
    #expect(try demo.run("rule", "create", "telescope urgent").status == 0)
    let screen = try demo.dashboard()
    try screen.press("3")
    let before = try screen.waitForARanking()
    #expect(before.firstMatch(of: #/! \d/#) == nil)
    let imported = try demo.run("import", "listings", "-", input: Self.telescope)
    #expect(imported.status == 0, "\(imported.errors)")
    let told = try screen.wait(for: "Urgent: Newton telescope, $250.00: telescope", seconds: 1)
    #expect(told.firstMatch(of: #/DEMO +! 1 +\?/#) != nil)
    try screen.press("1")
    try screen.wait("the tile") {
      $0.contains("alerts today") && $0.firstMatch(of: #/! Newton telescope +\$250\.00 +now +telescope/#) != nil
    }
    let alert = try #require(demo.run("alert", "list").json["alerts"].list.first)["id"].word
    #expect(try demo.run("alert", "read", alert).status == 0)
    try screen.wait("no count") { $0.firstMatch(of: #/! \d/#) == nil && $0.contains("Everything is read") }
    try screen.quit()
  }

  @Test func whatFallsDueWhileNobodyElseActsIsDecidedByTheDashboard() throws {
    let program = try OpportuneProgram()
    let database = ["--json", "--database", program.home.path + "/live.db"]
    let place = ["--name", "George Town", "--lat", "19.2866", "--lng", "-81.3744", "--zone", "America/Cayman"]
    for words in [["database", "create", "--live"] + place, ["rule", "create", "telescope"]] {
      #expect(try program.run(words + database).status == 0)
    }
    #expect(try program.run(["import", "listings", "-"] + database, input: Self.telescope).status == 0)
    let alert = try #require(program.run(["alert", "list"] + database).json["alerts"].list.first)["id"].word
    let screen = try TmuxScreen(program, running: "\"$opportune\" --database \(program.home.path)/live.db")
    try screen.wait("the count") { $0.firstMatch(of: #/! 1 +\?/#) != nil }
    let due = Date().addingTimeInterval(4).formatted(.iso8601)
    #expect(try program.run(["alert", "snooze", alert, "--until", due] + database).status == 0)
    try screen.wait("no count") { $0.firstMatch(of: #/! \d/#) == nil }
    // Nothing happens but that its time comes.
    try screen.wait("the alert again") {
      $0.contains("Newton telescope, $250.00: telescope") && $0.firstMatch(of: #/! 1 +\?/#) != nil
    }
    try screen.quit()
  }

  private static let sqlite = "/usr/bin/sqlite3"

  @Test(.enabled(if: FileManager.default.isExecutableFile(atPath: sqlite), "sqlite3 is absent"))
  func aDashboardThatStaysOpenFindsWhatWasMissed() throws {
    let demo = try DemoCopy()
    #expect(try demo.run("rule", "create", "telescope").status == 0)
    #expect(try demo.run("import", "listings", "-", input: Self.telescope).status == 0)
    let open = ["snapshot", "--screen", "overview", "--size", "140x42", "--keys"]
    #expect(try demo.run(open + ["+1801"]).json["picture"].text.contains("sweep") == false)
    let lost = try demo.program.shell(
      "\(Self.sqlite) \(demo.path) \"DELETE FROM alert WHERE origin = 'telescope'; SELECT changes();\"")
    #expect(lost.output == "1\n", "\(lost.errors)")
    #expect(try demo.run(open + ["+1799"]).json["picture"].text.contains("sweep") == false)
    let picture = try demo.run(open + ["+1801"]).json["picture"].text
    #expect(picture.contains("A sweep raised 1 alert that had been missed"))
    #expect(picture.contains("Newton telescope"))
  }
}
