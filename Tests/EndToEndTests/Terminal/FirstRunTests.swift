import Core
import Foundation
import Testing

/// The first visit of somebody who has nothing yet, in a real terminal.
@Suite(.serialized, .enabled(if: TmuxScreen.isThere, "tmux is absent")) struct FirstRunTests {
  /// What is in the folder of databases.
  private func files(_ program: OpportuneProgram) -> [String] {
    let folder = program.home.path + "/.local/share/opportune"
    return ((try? FileManager.default.contentsOfDirectory(atPath: folder)) ?? []).sorted()
  }

  @Test func whatIsStoppedLeavesNothingAndCanBeBegunAgain() throws {
    let program = try OpportuneProgram()
    let screen = try TmuxScreen(program, running: "\"$opportune\"", width: 80, height: 24)
    try screen.wait(for: "Make the demo town")
    try screen.press("d")
    try screen.wait(for: "day 1 of 90", seconds: 60)
    #expect(files(program).contains { $0.hasPrefix("demo.db.making-") })
    try screen.press("Escape")
    try screen.wait(for: "was stopped; nothing of it remains")
    #expect(files(program).isEmpty)
    try screen.press("Enter")
    try screen.wait(for: "Making George Town")
    // Leaving in the midst of it leaves nothing either.
    try screen.press("q")
    try screen.wait(for: "<2:0>")
    #expect(files(program).isEmpty)
  }

  @Test func aSignalInTheMidstOfItLeavesNothing() throws {
    let program = try OpportuneProgram()
    let screen = try TmuxScreen(program, running: "\"$opportune\" --demo", width: 80, height: 24)
    try screen.wait(for: "day 1 of 90", seconds: 60)
    _ = try program.shell("kill -TERM \(screen.processID())")
    try screen.wait(for: "<2:")
    #expect(files(program).isEmpty)
  }

  @Test func aDatabaseForRealThingsIsMadeByAForm() throws {
    let program = try OpportuneProgram()
    let screen = try TmuxScreen(program, running: "\"$opportune\"", width: 80, height: 24)
    try screen.wait(for: "new, empty database")
    try screen.press("n")
    try screen.wait(for: "Time zone")
    try screen.press("C-u")
    try screen.type("Charlottesville")
    try screen.press("Tab", "C-u")
    try screen.type("America/Nowhere")
    try screen.press("C-s")
    try screen.wait(for: "no time zone 'America/Nowhere'")
    try screen.press("C-u")
    try screen.type("America/New_York")
    try screen.press("C-s")
    try screen.wait(for: "To begin with")
    try screen.press("q")
    try screen.wait(for: "<2:0>")
    let path = program.home.path + "/.local/share/opportune/opportune.db"
    let info = try program.run("database", "info", "--json", "--database", path).json
    #expect(info["name"] == "Charlottesville")
    #expect(info["zone"] == "America/New_York")
    #expect(info["kind"] == "live")
  }
}
