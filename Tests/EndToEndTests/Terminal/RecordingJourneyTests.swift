import Core
import Foundation
import Testing

/// A visit that was recorded in a real terminal, played again without one.
@Suite(.serialized, .enabled(if: TmuxScreen.isThere, "tmux is absent")) struct RecordingJourneyTests {
  /// Whose ranking is shown.
  private static func session(in picture: String) -> String? {
    picture.firstMatch(of: /Session ([0-9]+)/).map { String($0.1) }
  }

  /// Records a visit that filters, accepts an offer and looks at help; answers the file.
  private func record(_ demo: DemoCopy) throws -> String {
    let file = demo.path + ".visit"
    let screen = try TmuxScreen(
      demo.program, running: "\"$opportune\" --database \(demo.path) --now \(DemoCopy.now) --record \(file)",
      width: 140, height: 42)
    let first = try screen.waitForARanking()
    try screen.press("Down")
    try screen.wait("the ranking of the next session") {
      $0.firstMatch(of: /Why [0-9]+/) != nil && Self.session(in: $0) != Self.session(in: first)
    }
    try screen.press("Enter", "a")
    try screen.wait(for: "Accept as")
    try screen.press("y")
    try screen.wait(for: "esc closes this")
    try screen.press("Escape", "/")
    try screen.type("a")
    try screen.press("Enter", "q")
    try screen.wait(for: "<2:0>")
    return file
  }

  @Test func aRecordedVisitEndsInTheIdenticalFrameTwiceAndLeavesTheDatabaseAlone() throws {
    let demo = try DemoCopy()
    let file = try record(demo)
    let claims = try demo.run("history").output
    let first = try demo.program.run("--replay", file)
    #expect(first.status == 0, "\(first.errors)")
    #expect(first.output.contains("OPPORTUNE"))
    #expect(try demo.program.run("--replay", file).output == first.output)
    #expect(try demo.run("history").output == claims)
    let picture = try demo.program.run("snapshot", "--replay", file)
    #expect(picture.output.trimmingCharacters(in: .newlines) == first.output.trimmingCharacters(in: .newlines))
    let svg = try demo.program.run("snapshot", "--replay", file, "--format", "svg", "--size", "80x24", "--json")
    #expect(svg.json["width"] == 80)
    #expect(svg.json["picture"].text.hasPrefix("<svg"))
  }

  @Test func whatIsCutOffOrAlteredIsRefusedWithItsLine() throws {
    let demo = try DemoCopy()
    let file = try record(demo)
    let lines = try String(contentsOfFile: file, encoding: .utf8).split(separator: "\n").map(String.init)
    try lines.dropLast().joined(separator: "\n").write(toFile: file, atomically: true, encoding: .utf8)
    let cut = try demo.program.run("--replay", file)
    #expect(cut.status == 2)
    #expect(cut.errors.contains("line \(lines.count - 1) of "))
    var altered = lines
    altered[3] = "{\"key\":\"no such key\"}"
    try altered.joined(separator: "\n").write(toFile: file, atomically: true, encoding: .utf8)
    let wrong = try demo.program.run("--replay", file)
    #expect(wrong.status == 2)
    #expect(wrong.errors.contains("line 4 of "))
    altered = lines
    altered[lines.count - 1] = "{\"end\":\"another frame\"}"
    try altered.joined(separator: "\n").write(toFile: file, atomically: true, encoding: .utf8)
    #expect(try demo.program.run("--replay", file).status == 5)
  }

  @Test func aRecordingIsNeverWrittenOverAFile() throws {
    let demo = try DemoCopy()
    let file = demo.path + ".visit"
    try "mine".write(toFile: file, atomically: true, encoding: .utf8)
    let screen = try TmuxScreen(
      demo.program, running: "\"$opportune\" --database \(demo.path) --now \(DemoCopy.now) --record \(file)")
    try screen.wait(for: "<2:5>")
    #expect(try String(contentsOfFile: file, encoding: .utf8) == "mine")
  }
}
