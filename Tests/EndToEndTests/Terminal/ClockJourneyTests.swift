import Core
import Foundation
import Testing

/// The town's clock in a real terminal, by keys alone.
@Suite(.serialized, .enabled(if: TmuxScreen.isThere, "tmux is absent")) struct ClockJourneyTests {
  /// The clock of the top line.
  private func clock(_ picture: String) -> String {
    picture.firstMatch(of: /(Fri|Sat) \d\d:\d\d/).map { String($0.output.0) } ?? ""
  }

  @Test func theTownRunsStepsPausesAndGoesBackAndTheVisitIsPlayedAgain() throws {
    let demo = try DemoCopy()
    let file = demo.path + ".visit"
    let screen = try TmuxScreen(
      demo.program, running: "\"$opportune\" --database \(demo.path) --now \(DemoCopy.now) --record \(file)",
      width: 140, height: 42)
    try screen.waitForARanking()
    try screen.press(".")
    try screen.wait("a step") { $0.contains("Fri 17:4") && $0.contains(" paused ") && $0.contains(" i ") }
    try screen.press(">", "Space")
    try screen.wait("the town running") { $0.contains("x600") && $0.contains("▶") }
    try screen.wait("the next hour") { $0.contains("Fri 18:") }
    try screen.press("Space")
    try screen.wait(for: " paused ")
    try screen.press("B", "Down", "Enter", "C-u")
    try screen.type("tea time")
    try screen.press("Enter")
    let marked = clock(try screen.wait(for: "tea time is bookmarked"))
    try screen.press("Space")
    try screen.wait("another hour") { $0.contains("Fri 19:") }
    try screen.press("B", "Down", "Down", "Enter", "Down", "Enter")
    #expect(clock(try screen.wait(for: "Back at tea time")) == marked)
    try screen.press("0")
    #expect(clock(try screen.wait(for: "Back at the start")) == "Fri 17:42")
    try screen.press("q")
    try screen.wait(for: "<2:0>")
    // The log ends where it ended before: nothing of the run is left, and the file is sound.
    #expect(try demo.run("database", "check").json["ok"] == true)
    let replay = try demo.program.run("--replay", file)
    #expect(replay.status == 0, "\(replay.errors)")
    #expect(replay.output.contains("Fri 17:42 paused"))
  }

  @Test func aJumpIsStoppedByEscAndALiveDatabaseStaysAsItWas() throws {
    let demo = try DemoCopy()
    let before = try demo.run("database", "info").json["interactions"]
    let screen = try TmuxScreen(
      demo.program, running: "\"$opportune\" --read-only --database \(demo.path) --now \(DemoCopy.now)", width: 80,
      height: 24)
    try screen.wait(for: "Sessions")
    try screen.wait("the parked") { $0.contains("parked") }
    try screen.press("J", "Right", "Right", "Right", "C-s")
    try screen.wait(for: "Jumping to")
    try screen.press("Escape")
    // On a busy machine the run's first word, that it is on a copy, comes after esc.
    try screen.wait(for: "The jump was stopped at")
    try screen.wait(for: "COPY")
    try screen.press("q")
    try screen.wait(for: "<2:0>")
    #expect(try demo.run("database", "info").json["interactions"] == before)
  }
}
