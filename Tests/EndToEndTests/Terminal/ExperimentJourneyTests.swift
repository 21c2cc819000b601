import Testing

/// A test of a change of an offer, from its plan to its end, by keys alone in a real terminal.
@Suite(.serialized, .enabled(if: TmuxScreen.isThere, "tmux is absent")) struct ExperimentJourneyTests {
  @Test func aChangeOfAnOfferIsPlannedStartedAndEnded() throws {
    let demo = try DemoCopy()
    let screen = try demo.dashboard()
    try screen.wait(for: "parked")
    try screen.press("2")
    try screen.wait(for: "n new")
    try screen.press("Down", "Enter")
    try screen.wait("an offer that can be tested") { $0.contains("t test") }
    // The change is planned where it is thought of: A is the offer as it is.
    try screen.press("t")
    try screen.wait("the plan beside the form") { $0.contains("New test") && $0.contains("people an arm") }
    try screen.type("longer-title")
    try screen.wait(for: "longer-title")
    try go(screen, to: "B: title")
    try screen.type("Something else")
    try screen.wait("the changed title") { $0.firstMatch(of: /B: title• +Something else/) != nil }
    // 10 % against 12 % takes 3,841 people an arm (Fleiss 1981; scipy and statsmodels agree).
    try go(screen, to: "Rate of A")
    try screen.fill("10")
    try screen.wait("the typed rate") { $0.firstMatch(of: /Rate of A• +10\b/) != nil }
    try go(screen, to: "Effect")
    try screen.fill("2")
    try screen.wait(for: "3,841 people an arm")
    try screen.press("C-s")
    try screen.wait("the draft in the list") { $0.contains("DRAFT") && $0.contains("longer-title saved") }
    try screen.press("a")
    try screen.wait(for: "Start this test?")
    try screen.press("y")
    try screen.wait("the test runs") { $0.contains("longer-title was started") && $0.contains("1 running") }
    try screen.press("d")
    try screen.wait(for: "End this test?")
    try screen.press("Down", "Enter")
    try screen.wait("it is over") { $0.contains("ENDED") && $0.contains("was ended without a winner") }
    try screen.press("BTab")
    try screen.wait("its history") { $0.contains("What was done") && $0.contains("ended without a winner") }
    try screen.quit()
    let list = try demo.run("experiment", "history", "--json")
    #expect(list.output.contains("longer-title"), "\(list.output)")
  }

  /// Goes from field to field until the one with a label has the keyboard.
  private func go(_ screen: TmuxScreen, to label: String) throws {
    for _ in 0..<40 {
      if try screen.picture().contains("▸ \(label)") { return }
      let before = try screen.picture()
      try screen.press("Tab")
      try screen.wait("the next field") { $0 != before }
    }
    throw TmuxScreen.Timeout(wanted: "the field \(label)", picture: try screen.picture())
  }
}
