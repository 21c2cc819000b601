import Foundation
import Testing

/// From a wish in one line to its alert, by keys alone in a real terminal, while another terminal imports what is for
/// sale.
@Suite(.serialized, .enabled(if: TmuxScreen.isThere, "tmux is absent")) struct DealsJourneyTests {
  /// One telescope as it is wanted, one that is left out, one that is too dear.
  private static let csv = """
    source,external_id,title,price,currency,category,condition,lat,lng
    market,t1,Newton telescope,250,USD,optics,good,19.30,-81.38
    market,t2,Toy telescope,150,USD,optics,good,19.30,-81.38
    market,t3,Large telescope,900,USD,optics,good,19.30,-81.38

    """

  @Test func aRuleIsWrittenByLineAndItsAlertArrives() throws {
    let demo = try DemoCopy()
    let file = demo.path + ".listings.csv"
    try Self.csv.write(toFile: file, atomically: true, encoding: .utf8)
    let screen = try demo.dashboard()
    try screen.wait(for: "parked")
    try screen.press("6")
    try screen.wait("the rules of the demo") { $0.contains("Rules of You") && $0.contains("What leaves listings out") }
    try screen.press("n")
    try screen.wait(for: "New rule")
    try screen.type("telescope -toy price:200..300 within:10mi of \"George Town\" urgent")
    try screen.wait("the fields follow, and the preview stands beside") {
      $0.firstMatch(of: #/Any of• +telescope/#) != nil && $0.firstMatch(of: #/None of• +toy/#) != nil
        && $0.contains("What leaves listings out") && $0.firstMatch(of: #/finds [0-9,]+ of [0-9,]+/#) != nil
    }
    try screen.press("C-s")
    try screen.wait("the rule in the list") { $0.contains("New rule saved") && $0.contains("telescope") }
    // Another terminal.
    let run = try demo.run("import", "listings", file)
    try #require(run.status == 0, "\(run.errors)")
    try screen.wait("what the rule told today") { $0.firstMatch(of: #/telescope•? +on ! +1 /#) != nil }
    try screen.press("Tab", "Home")
    try screen.wait("the newest alert") { $0.contains("asked by     telescope") && $0.contains("$250.00") }
    let inbox = try screen.picture()
    #expect(!inbox.contains("Toy telescope") && !inbox.contains("Large telescope"))
    try screen.press("Z")
    try screen.wait(for: "Tell me again")
    try screen.press("Down", "Enter")
    try screen.wait(for: "1 alert snoozed")
    // Why the toy did not match.
    try screen.press("t")
    try screen.wait(for: "listings")
    try screen.press("/")
    try screen.type("toy telescope")
    try screen.press("Enter")
    try screen.wait("the reason") { $0.contains("does not find it") && $0.contains("has toy, which is left out") }
    try screen.press("Escape")
    try screen.quit()
    let alerts = try demo.run("alert", "list", "--json")
    #expect(alerts.output.contains("Newton telescope"), "\(alerts.output)")
    #expect(!alerts.output.contains("Toy telescope") && !alerts.output.contains("Large telescope"))
  }

  @Test func whoChangedTheRuleMeanwhileIsNamed() throws {
    let demo = try DemoCopy()
    let rule = try #require(demo.run("rule", "create", "telescope").json["rule"])["id"].word
    let screen = try demo.dashboard()
    try screen.wait(for: "parked")
    try screen.press("6")
    try screen.wait("the rule") { $0.contains("Rules of tester") && $0.contains("What leaves listings out") }
    try screen.press("e")
    try screen.wait(for: "Rule telescope")
    let edited = try demo.program.run(
      "rule", "edit", rule, "telescope -toy", "--database", demo.path, "--now", DemoCopy.now,
      environment: ["USER": "ana"])
    #expect(edited.status == 0, "\(edited.errors)")
    try screen.type(" price:..300")
    try screen.press("C-s")
    try screen.wait("the three versions and their author") {
      $0.contains("operator:ana saved this while you were writing.") && $0.contains("toy") && $0.contains("300.00")
    }
    try screen.press("Escape")
  }
}
