import Core
import Testing

/// A partner's first day, from its name to its statement.
@Suite(.serialized, .enabled(if: TmuxScreen.isThere, "tmux is absent")) struct PartnerDayJourneyTests {
  @Test func aPartnerIsMadeItsOfferApprovedByAnotherAndAClaimRedeemedAtTheCounter() throws {
    let demo = try DemoCopy()
    let ana = try partners(demo, "--as operator:ana")
    try ana.press("n")
    try ana.wait(for: "New partner")
    try ana.type("Friday Kitchen")
    try ana.press("Tab")
    try ana.type("dining")
    // Its door is picked on the map; no partner stands anywhere by accident.
    try ana.press("C-s", "C-o")
    try ana.wait(for: "Position: on the map")
    try ana.press("Enter")
    try ana.wait("the form again") { !$0.contains("Position: on the map") }
    try ana.press("C-s")
    try ana.wait(for: "Friday Kitchen saved")
    try openOffers(ana)
    try ana.press("n")
    try ana.wait(for: "New offer of")
    try ana.type("Friday tacos")
    try ana.press("C-s")
    try ana.wait(for: "Is too little")
    try ana.type("25")
    try ana.press("C-s")
    try ana.wait(for: "· draft")
    try ana.press("i")
    try ana.wait(for: "? pending")
    // Nobody approves their own.
    try ana.press("a")
    try ana.wait(for: "may not approve it")
    try ana.quit()

    let bob = try partners(demo, "--as operator:bob")
    try openOffers(bob)
    try bob.press("a")
    try bob.wait(for: "▶ active")
    try bob.quit()

    // A day later somebody who is parked takes it.
    #expect(try demo.run("simulate", "--days", "1", "--seed", "3").status == 0)
    let offers = try demo.run("offer", "list", "--limit", "1000").json["offers"].list
    let made = try #require(offers.last { $0["title"].text == "Friday tacos" })
    let offer = made["id"].word
    let later = ["--now", "2026-11-21T22:42:00Z"]
    let parked = try demo.run(["session", "list", "--active"] + later).json["sessions"].list
    var code = ""
    for session in parked where code.isEmpty {
      let claim = try demo.run(["offer", "accept", offer, "--session", session["id"].word] + later)
      if claim.status == 0 { code = claim.json["code"].text }
    }
    #expect(!code.isEmpty, "nobody could take it")

    let counter = try TmuxScreen(
      demo.program, running: "\"$opportune\" --database \(demo.path) \(later.joined(separator: " "))", width: 80,
      height: 24)
    try counter.wait(for: "parked")
    try counter.press("c")
    try counter.wait(for: "Counter")
    try counter.type(code)
    try counter.press("Enter")
    try counter.wait(for: "Amount paid")
    try counter.type("40.00")
    try counter.press("Enter")
    try counter.wait("the redemption") { $0.contains("redeemed") && $0.contains("$40.00") }
    try counter.press("Escape")
    try counter.quit()

    #expect(try demo.run(["claim", "validate", code] + later).json["answer"].text == "redeemed")
    let statement = try demo.run(
      ["settlement", "statement", "--period", "2026-11", "--partner", made["partner"]["id"].word] + later)
    #expect(statement.output.contains(code))
    #expect(try demo.run("database", "check").json["ok"] == true)
  }

  private func partners(_ demo: DemoCopy, _ flags: String) throws -> TmuxScreen {
    let screen = try demo.dashboard(flags)
    try screen.wait(for: "parked")
    try screen.press("2")
    try screen.wait("the partners") { $0.contains("All 4") && $0.contains("Reach") }
    return screen
  }

  private func openOffers(_ screen: TmuxScreen) throws {
    try screen.press("/")
    try screen.type("friday k")
    try screen.press("Enter")
    try screen.wait(for: "▸Friday Kitchen")
    try screen.press("Enter")
    try screen.wait(for: "Offers of Friday Kitchen")
  }
}
