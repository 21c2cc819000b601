import Core
import Foundation
import Testing

/// Settings, lists and what is kept of them, in a real terminal.
@Suite(.serialized, .enabled(if: TmuxScreen.isThere, "tmux is absent")) struct SettingsJourneyTests {
  private func open(_ demo: DemoCopy, _ flags: String = "") throws -> TmuxScreen {
    let line = "cd \(demo.program.home.path); \"$opportune\" --database \(demo.path) --now \(DemoCopy.now) \(flags)"
    let screen = try TmuxScreen(demo.program, running: line)
    try screen.wait(for: " parked ╮")
    return screen
  }

  private func quit(_ screen: TmuxScreen) throws {
    try screen.press("q")
    try screen.wait(for: "<2:0>")
  }

  private func write(_ text: String, to file: String, in demo: DemoCopy) throws {
    let path = demo.program.home.path + "/" + file
    let folder = (path as NSString).deletingLastPathComponent
    try FileManager.default.createDirectory(atPath: folder, withIntermediateDirectories: true)
    try text.write(toFile: path, atomically: true, encoding: .utf8)
  }

  @Test func aFaultyConfigurationIsToldAndWhatIsInOrderCounts() throws {
    let demo = try DemoCopy()
    let config = "{\"theme\":\"pink\",\"units\":{\"clock\":\"12\"},\"keys\":{\"pane.zoom\":\"X\",\"list.sort\":\"q\"}}"
    try write(config, to: ".config/opportune/config.json", in: demo)
    let screen = try open(demo)
    let picture = try screen.wait(for: "line 1: theme must be one of dark, light, mono")
    #expect(picture.contains("1 fault more") && picture.contains("5:42 pm"))
    try screen.press("X")
    try screen.wait("one pane") { !$0.contains("Why ") }
    try quit(screen)
  }

  @Test func sortThemeAndLayoutAreThereAgainTheNextTime() throws {
    let demo = try DemoCopy()
    let screen = try open(demo)
    try screen.press("s", "Down", "Down", "Enter", "L", "L")
    try screen.wait(for: "Layout: Lists")
    try quit(screen)
    let again = try open(demo)
    let picture = try again.wait(for: "place▲")
    #expect(!picture.contains("╭ Map"))
    try quit(again)
  }

  @Test(arguments: ["not json", "{\"lists\":{\"sessions\":7}}", "[]"])
  func aDamagedMemoryIsToldAndEverythingLooksAsAtFirst(text: String) throws {
    let demo = try DemoCopy()
    try write(text, to: ".local/state/opportune/view.json", in: demo)
    let screen = try open(demo)
    try screen.wait(for: "everything looks as at")
    try quit(screen)
  }

  @Test func readOnlyIsSaidAndNothingCanBeWritten() throws {
    let demo = try DemoCopy()
    let before = try Data(contentsOf: URL(fileURLWithPath: demo.path))
    let screen = try open(demo, "--read-only")
    try screen.wait(for: "READ ONLY")
    for (key, command) in [("a", "Accept the offer"), ("d", "Dismiss the offer"), ("t", "Extend parking")] {
      try screen.press(key)
      try screen.wait(for: "\(command): opened read-only")
    }
    try quit(screen)
    #expect(try Data(contentsOf: URL(fileURLWithPath: demo.path)) == before)
  }

  @Test func whatIsShownIsExportedAndNothingIsWrittenOverUnasked() throws {
    let demo = try DemoCopy()
    let name = "opportune-demo-sessions-2026-11-20-1742.csv"
    let screen = try open(demo)
    try screen.press("v", "v", "x", "Down", "Enter")
    try screen.wait(for: name)
    try screen.press("Enter")
    try screen.wait(for: "2 rows written to \(name)")
    let file = demo.program.home.path + "/" + name
    let lines = try String(contentsOfFile: file, encoding: .utf8).split(separator: "\r\n")
    #expect(lines.count == 3 && lines[0].hasPrefix("world,minutes_left,person,place,"))
    try "mine".write(toFile: file, atomically: true, encoding: .utf8)
    try screen.press("x", "Down", "Enter", "Enter")
    try screen.wait(for: "is there already")
    try screen.press("Enter")
    #expect(try String(contentsOfFile: file, encoding: .utf8) == "mine")
    try quit(screen)
  }

  @Test func whatIsCopiedReachesTheTerminalAroundTmux() throws {
    let demo = try DemoCopy()
    let screen = try open(demo)
    try screen.takesClipboard()
    try screen.press("y")
    try screen.wait(for: "Copied one row")
    let row = try screen.clipboard()
    #expect(row.split(separator: "\t").count == 6)
    try quit(screen)
  }
}
