import Core
import Foundation
import Testing

/// The dashboard in a real terminal, as a person meets it.
@Suite(.serialized, .enabled(if: TmuxScreen.isThere, "tmux is absent")) struct JourneyTests {
  @Test func fromTheBinaryOnAnEmptyHomeToAnAcceptedOfferWithKeysAlone() throws {
    let program = try OpportuneProgram()
    let screen = try TmuxScreen(program, running: "\"$opportune\"")
    try screen.wait(for: "Make the demo town")
    try screen.press("d")
    try screen.wait(for: "Making George Town")
    // The standard town takes its time in a debug build.
    try screen.wait(for: "To begin with", seconds: 400)
    try screen.press("3")
    try screen.wait("Discover without the hint") { $0.contains("Why ") && !$0.contains("To begin with") }
    try screen.waitForARanking()
    try screen.press("a")
    try screen.wait(for: "Accept as")
    try screen.press("y")
    let picture = try screen.wait("a claim code") { $0.firstMatch(of: Self.code) != nil && $0.contains("esc back") }
    let code = try #require(picture.matches(of: Self.code).map { String($0.output) }.first)
    try screen.press("Escape", "q")
    try screen.wait(for: "<2:0>")
    let demo = program.home.path + "/.local/share/opportune/demo.db"
    let check = try program.run("database", "check", "--json", "--database", demo)
    #expect(check.json["ok"] == true)
    #expect(code.count == 13)
  }

  /// The form of a claim code.
  private static var code: Regex<Substring> { /[2-9A-HJKMNP-Z]{4}-[2-9A-HJKMNP-Z]{4}-[2-9A-HJKMNP-Z]{3}/ }

  @Test func anotherProcessesAcceptAppearsByItself() throws {
    let demo = try DemoCopy()
    let screen = try demo.dashboard()
    try screen.waitForARanking()
    let (session, _, offers) = try demo.parkedPerson()
    let code = try demo.run("offer", "accept", offers[0]["opportunity_id"].word, "--session", session).json["code"].text
    try screen.wait(for: code)
    try screen.press("q")
    try screen.wait(for: "<2:0>")
  }

  @Test func suspendingGivesTheShellBackAndResumingDrawsAgain() throws {
    let screen = try DemoCopy().dashboard()
    try screen.waitForARanking()
    try screen.press("C-z")
    // 148 is 128 and the number of SIGTSTP.
    try screen.wait(for: "<2:148>")
    try screen.type("fg")
    try screen.press("Enter")
    try screen.waitForARanking()
    try screen.press("q")
    try screen.wait(for: "<3:0>")
  }

  @Test func aSmallWindowSaysSoAndALargeOneDrawsAgain() throws {
    let demo = try DemoCopy()
    let screen = try demo.dashboard()
    try screen.waitForARanking()
    try screen.resize(width: 10, height: 3)
    try screen.wait(for: "needs")
    try screen.resize(width: 80, height: 24)
    try screen.wait("the sessions") { $0.contains("Sessions") && $0.contains("quit") }
    try screen.resize(width: 200, height: 60)
    try screen.waitForARanking()
    try screen.press("q")
    try screen.wait(for: "<2:0>")
  }

  @Test(arguments: ["TERM", "HUP", "INT"])
  func aSignalLeavesASaneTerminal(signal: String) throws {
    let demo = try DemoCopy()
    let screen = try demo.dashboard()
    try screen.waitForARanking()
    _ = try demo.program.shell("kill -\(signal) \(screen.processID())")
    let picture = try screen.wait(for: "<2:")
    #expect(!picture.contains("Why "))
    // The terminal echoes, and its lines begin at the left.
    try screen.type("echo one; echo two")
    try screen.press("Enter")
    try screen.wait("two lines") { $0.contains("\none\ntwo\n<3:0>") }
  }

  @Test func withoutUTF8EverythingIsASCII() throws {
    let screen = try DemoCopy().dashboard(environment: ["LANG": "C", "LC_ALL": "C"])
    let picture = try screen.waitForARanking()
    #expect(picture.filter { !$0.isASCII } == "")
  }

  @Test(arguments: ["dumb", "", "no-such-terminal"])
  func aTerminalThatCannotDrawIsNamed(name: String) throws {
    let screen = try DemoCopy().dashboard(environment: ["TERM": name])
    try screen.wait(for: "<2:1>")
    try screen.wait("a sentence about TERM") { $0.contains("TERM") }
  }

  @Test func withoutATerminalTheOverviewIsText() throws {
    let demo = try DemoCopy()
    let run = try demo.program.run("--database", demo.path, "--now", DemoCopy.now)
    #expect(run.status == 0)
    #expect(run.output.contains("George Town"))
    #expect(run.output.contains("DEMO"))
    #expect(!run.output.contains("\u{1B}"))
  }
}
