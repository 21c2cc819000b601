import Core
import Foundation
import Testing

/// What each kind of person comes for, done by keys alone in a real terminal.
@Suite(.serialized, .enabled(if: TmuxScreen.isThere, "tmux is absent")) struct PeopleJourneyTests {
  @Test func aRestaurantOwnerChecksACodeAtTheCounter() throws {
    let demo = try DemoCopy()
    let (session, _, offers) = try demo.parkedPerson()
    let accepted = try demo.run("offer", "accept", offers[0]["opportunity_id"].word, "--session", session)
    let code = accepted.json["code"].text
    let screen = try demo.dashboard(width: 80, height: 24)
    try screen.wait(for: "parked")
    // One sign is misheard at first.
    try screen.press("g")
    try screen.wait(for: "Go to anything")
    try screen.type(code.dropLast() + (code.hasSuffix("2") ? "3" : "2"))
    try screen.wait(for: "This code is mistyped")
    try screen.press("BSpace")
    try screen.type(String(code.suffix(1)))
    try screen.wait(for: "1 found")
    try screen.press("Enter")
    let card = try screen.wait(for: "VALID at the counter")
    #expect(card.contains("Claim \(code)"))
    #expect(card.contains("Session \(session)"))
    // From the claim to the offer and the house, and back by the same way.
    try screen.press("Enter")
    try screen.wait(for: "gives")
    try screen.press("Enter")
    try screen.wait(for: "address")
    try screen.press("Escape")
    try screen.wait("the offer again") { $0.contains("gives") && !$0.contains("address") }
    try screen.press("Escape")
    try screen.wait(for: "VALID at the counter")
    try screen.press("Escape")
    try screen.wait("the search again") { !$0.contains("VALID at the counter") && $0.contains("1 found") }
    try screen.press("Escape")
    try screen.wait(for: "q quit")
    try screen.quit()
  }

  @Test func aDealHunterFindsSomethingFollowsItAndComesBack() throws {
    let demo = try DemoCopy()
    let (session, person, offers) = try demo.parkedPerson()
    let screen = try demo.dashboard(width: 80, height: 24)
    try screen.wait(for: "parked")
    try screen.press("1")
    try screen.wait(for: "Today")
    try screen.press("g")
    try screen.wait(for: "Go to anything")
    try screen.type(session)
    try screen.wait(for: "Session \(session) ")
    try screen.press("Enter")
    try screen.wait(for: "esc < Search")
    let title = offers[0]["title"].text.prefix(12)
    try screen.wait(for: String(title))
    // The best offer at full length, and whose it is.
    try screen.press("Enter")
    try screen.wait(for: "gives")
    try screen.press("Enter")
    try screen.wait(for: "address")
    try screen.press("Escape")
    try screen.wait("the offer again") { $0.contains("gives") && !$0.contains("address") }
    try screen.press("a")
    try screen.wait(for: "Accept as")
    try screen.press("y")
    try screen.wait(for: "esc closes this")
    try screen.press("Escape")
    try screen.wait(for: "esc < Search")
    try screen.press("Escape")
    try screen.wait(for: "Go to anything")
    try screen.press("Escape")
    try screen.wait(for: "Today")
    try screen.quit()
    let claims = try demo.run("history", "--person", person).json["interactions"].list
    #expect(claims.contains { $0["type"] == "acceptance" })
  }

  @Test func aDemoOperatorLetsTheTownLiveAndSupposesARainlessEvening() throws {
    let demo = try DemoCopy()
    let screen = try demo.dashboard()
    try screen.waitForARanking()
    try screen.press("Space")
    try screen.wait(for: "x60 ▶")
    try screen.press(">")
    try screen.wait(for: "x600 ▶")
    try screen.wait(for: "Fri 18:")
    try screen.press("Space")
    try screen.wait(for: "paused")
    // Whoever stays longest is taken over, and given back.
    try screen.press("End", "Enter")
    try screen.wait(for: "you are ")
    try screen.press("Escape")
    try screen.wait(for: "decides again")
    try screen.press("J")
    try screen.wait(for: "Jump to a time")
    try screen.press("Tab")
    try screen.fill("23:30")
    try screen.press("C-s")
    try screen.wait(for: "Fri 23:30 paused", seconds: 60)
    try screen.press("0")
    try screen.wait(for: "Fri 17:42 paused", seconds: 60)
    try screen.press("w")
    try screen.wait(for: "Nothing is written")
    try screen.press("Space")
    try screen.wait(for: "WHAT IF clear")
    try screen.press("Tab")
    try screen.type("45")
    try screen.wait(for: "WHAT IF clear, 45 min left")
    try screen.press("C-s")
    try screen.wait("old ranks beside new ones") { $0.contains(" new ") && !$0.contains("Weights") }
    try screen.press("a")
    try screen.wait(for: "only supposed; esc leaves the what-if")
    try screen.press("Escape")
    try screen.wait("the real ranking") { !$0.contains("WHAT IF") }
    try screen.quit()
    #expect(try demo.run("database", "check").json["ok"] == true)
  }

  @Test func aSuppositionLeavesTheDatabaseAsItIsByteForByte() throws {
    let demo = try DemoCopy()
    let file = URL(fileURLWithPath: demo.path)
    let before = try Data(contentsOf: file)
    let screen = try demo.dashboard()
    try screen.waitForARanking()
    try screen.press("w")
    try screen.wait(for: "Nothing is written")
    try screen.press("Tab")
    try screen.type("30")
    try screen.wait(for: "WHAT IF 30 min left")
    try screen.press("C-s", "Tab", "Enter")
    try screen.wait(for: "gives")
    try screen.press("Escape")
    try screen.wait("old ranks beside new ones") { $0.contains("score why") && !$0.contains("gives") }
    try screen.press("Escape")
    try screen.wait("the real ranking") { !$0.contains("WHAT IF") }
    try screen.quit()
    #expect(try Data(contentsOf: file) == before)
  }

  @Test func anAnalystSortsFiltersAndTakesTheNumbersAlong() throws {
    let demo = try DemoCopy()
    let (session, _, _) = try demo.parkedPerson()
    let screen = try demo.dashboard()
    try screen.waitForARanking()
    try screen.press("1")
    try screen.wait(for: "Leaving next")
    // Past the day, the campaigns, the partners, the tests and the rules to who leaves next.
    try screen.press("Tab", "Tab", "Tab", "Tab", "Tab", "Tab", "Enter")
    try screen.waitForARanking()
    try screen.press("z")
    try screen.wait(for: "rate/h")
    try screen.press("s")
    try screen.wait(for: "Sort Sessions")
    try screen.press("Down", "Enter")
    try screen.wait(for: "person▲")
    try screen.press("/")
    try screen.type(session)
    try screen.press("Enter")
    try screen.wait(for: "1 of ")
    try screen.press("y")
    try screen.wait(for: "Copied one row")
    try screen.press("x")
    try screen.wait(for: "1 row")
    try screen.press("Down", "Enter")
    try screen.wait(for: "Name of the file")
    let file = demo.program.home.path + "/parked.csv"
    try screen.fill(file)
    try screen.press("Enter")
    try screen.wait(for: "written to")
    let lines = try String(contentsOfFile: file, encoding: .utf8).split(whereSeparator: \.isNewline)
    #expect(lines.count == 2)
    #expect(lines.last?.contains(session) == true)
    try screen.press("T")
    try screen.wait(for: "Theme: light")
    try screen.press(":")
    try screen.wait(for: "commands")
    try screen.type("layout lists")
    try screen.press("Enter")
    try screen.wait(for: "Layout: ")
    try screen.quit()
    // How it is seen is remembered for the next time.
    let again = try demo.dashboard()
    try again.wait(for: "person▲")
    try again.quit()
  }
}
