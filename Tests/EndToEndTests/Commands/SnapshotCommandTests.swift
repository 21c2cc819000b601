import Core
import Foundation
import Testing

/// Pictures of any state the keys lead to, without a terminal.
@Suite struct SnapshotCommandTests {
  private func text(_ demo: DemoCopy, _ words: String...) throws -> String {
    let run = try demo.run(["snapshot"] + words)
    #expect(run.status == 0, "\(run.errors)")
    return run.json["picture"].text
  }

  @Test func keysLeadToDialogsAndWhatTheyAskForIsReallyDone() throws {
    let demo = try DemoCopy()
    #expect(try text(demo, "--keys", ": held").contains("Held back"))
    #expect(try text(demo, "--keys", "?").contains("Help: Sessions"))
    #expect(try text(demo, "--keys", "a").contains("Accept as"))
    #expect(try text(demo, "--keys", "a y").firstMatch(of: /[2-9A-HJKMNP-Z]{4}-[2-9A-HJKMNP-Z]{4}/) != nil)
    #expect(try text(demo, "--size", "140x42", "--keys", "w tab 30 ctrl-s").contains("WHAT IF 30 min left"))
  }

  @Test func theClockRunsThroughTheTimeThatPassesAndEndsTheSameTwice() throws {
    let demo = try DemoCopy()
    let first = try text(demo, "--size", "140x42", "--keys", "space +10")
    // Ten seconds at sixty times: ten minutes after 17:42.
    #expect(first.contains("Fri 17:52 x60"))
    #expect(try text(demo, "--size", "140x42", "--keys", "space +10") == first)
  }

  @Test func theDatabaseStaysAsItIsByteForByte() throws {
    let demo = try DemoCopy()
    let before = try Data(contentsOf: URL(fileURLWithPath: demo.path))
    for keys in ["a y", "d down enter", "t down enter", "tab enter", "w tab 30 ctrl-s", "space +5"] {
      _ = try text(demo, "--keys", keys)
    }
    #expect(try Data(contentsOf: URL(fileURLWithPath: demo.path)) == before)
  }

  @Test func whatIsNoKeyIsNamed() throws {
    let demo = try DemoCopy()
    let run = try demo.run("snapshot", "--keys", "w ctlr-s esc foo")
    #expect(run.status == 2)
    #expect(run.errors.contains("'ctlr-s'") || run.errors.contains("'foo'"))
    let both = try demo.run("snapshot", "--keys", "w", "--replay", "nowhere")
    #expect(both.status == 2)
    #expect(both.errors.contains("--replay") && both.errors.contains("--keys"))
  }
}
