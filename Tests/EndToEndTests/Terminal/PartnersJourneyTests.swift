import Foundation
import Testing

/// An operator looks after partners' offers in a real terminal, by keys alone.
@Suite(.serialized, .enabled(if: TmuxScreen.isThere, "tmux is absent")) struct PartnersJourneyTests {
  @Test func anOfferIsFoundPausedResumedAndRejectedAndItsHistoryTellsWhoDidIt() throws {
    let demo = try DemoCopy()
    let screen = try TmuxScreen(
      demo.program,
      running: "\"$opportune\" --database \(demo.path) --now \(DemoCopy.now) --as operator:ana", width: 140, height: 42)
    try screen.wait(for: "Why ")
    try screen.press("2")
    try screen.wait(for: "All 44 partners")
    try screen.press("Up")
    try screen.wait(for: "▸All 44 partners")
    // The demo's offers that wait for approval are found by their state.
    try screen.press("Tab", "/")
    try screen.type("pending")
    try screen.press("Enter")
    try screen.wait(for: "? pending")
    try screen.press("R")
    try screen.wait(for: "The partner reads it.")
    try screen.type("too little off")
    try screen.press("Enter")
    try screen.wait(for: "was rejected")
    try screen.press("Escape", "/")
    try screen.type("sunset dinner")
    try screen.press("Enter")
    try screen.wait(for: "Reach, last 7 days")
    try screen.press("p")
    try screen.wait(for: "was paused")
    try screen.wait(for: "‖ paused")
    try screen.press("H")
    try screen.wait("who paused it") { $0.contains("History: Sunset dinner") && $0.contains("operator:ana") }
    try screen.press("Escape", "u")
    try screen.wait(for: "was taken back")
    try screen.wait(for: "▶ active")
    try screen.press("C-r")
    try screen.wait(for: "was made again")
    try screen.wait(for: "‖ paused")
    try screen.press("q")
    try screen.wait(for: "<2:0>")
    #expect(try demo.run("database", "check").json["ok"] == true)
  }
}
