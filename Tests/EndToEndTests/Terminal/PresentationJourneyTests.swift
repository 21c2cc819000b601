import Foundation
import Testing

/// Discover shown to a room, and the record of real stays played again, by keys alone in a real terminal.
@Suite(.serialized, .enabled(if: TmuxScreen.isThere, "tmux is absent")) struct PresentationJourneyTests {
  /// People as the lists call them: `Ana R.`
  private func people(_ picture: String) -> Set<String> {
    Set(picture.matches(of: /\p{Lu}[\p{L}'-]+ \p{Lu}\./).map { String($0.output) })
  }

  @Test(arguments: ["Escape", "P"]) func aRoomSeesLargeTimesAndNoNamesUntilAKeyEndsIt(key: String) throws {
    let screen = try DemoCopy().dashboard()
    let usual = try screen.waitForARanking()
    let names = people(usual)
    #expect(names.count > 5)
    #expect(usual.contains("1 Overview"))
    try screen.press("P")
    let shown = try screen.wait(for: "P or esc leaves the presentation")
    #expect(people(shown).isDisjoint(with: names), "\(people(shown))")
    #expect(!shown.contains("1 Overview"))
    // 17:42 in digits three rows high.
    let rows = shown.split(separator: "\n").map(String.init)
    let middle = rows.firstIndex { $0.contains("  |   | . |_|  _|") }
    #expect(middle.map { rows[$0 + 1].contains("  |   | .   | |_") } == true, "\(shown)")
    // From one driver to the next.
    try screen.press("Down")
    let another = try screen.wait("another driver") { $0 != shown && $0.contains("min left") }
    #expect(people(another).isDisjoint(with: names))
    try screen.press(key)
    try screen.wait("the names again") { $0.contains("1 Overview") && !people($0).isDisjoint(with: names) }
    try screen.quit()
  }

  @Test func importedStaysArePlayedAgainOnACopyAndTheTopLineSaysSo() throws {
    let program = try OpportuneProgram()
    let path = program.home.path + "/live.db"
    // A morning at three places, one car every five minutes, each for an hour.
    let stays = (0..<36).map { number in
      let minute = String(format: "%02d", number * 5 % 60)
      let (start, end) = ("T\(String(format: "%02d", 8 + number / 12)):\(minute):00", 9 + number / 12)
      return "\(number),\(number % 20),A\(number % 3),38.03\(number % 3),-78.48,2017-09-05\(start),"
        + "2017-09-05T\(String(format: "%02d", end)):\(minute):00,60,1.5,Coins,"
    }
    let header =
      "session_id,user_id,spot_id,lat,lng,start_local,end_local,minutes_bought,amount_usd,payment,status"
    let file = try program.home.file("stays.csv", ([header] + stays).joined(separator: "\n") + "\n")
    _ = try program.run("database", "create", "--database", path, "--zone", "America/New_York")
    _ = try program.run("import", "sessions", file, "--zone", "America/New_York", "--database", path)
    _ = try program.run("demo", "offers", "--around-sessions", "--partners", "12", "--database", path)
    let before = try program.run("database", "info", "--json", "--database", path).json
    let line = "\"$opportune\" --database \(path) --now 2017-09-05T14:30:00Z"
    let screen = try TmuxScreen(program, running: line)
    try screen.wait(for: "parked")
    try screen.press("3", "S")
    try screen.wait(for: "The imported stays at their own times")
    try screen.press("End", "Enter")
    try screen.wait("the replay") {
      $0.contains("COPY") && $0.contains("REPLAY") && $0.contains("nothing of it is kept")
    }
    // The first car of the record comes at eight.
    try screen.wait(for: "Tue 08:00 paused")
    try screen.press(">", "Space")
    try screen.wait("the second hour") { $0.contains("Tue 09:") && $0.contains("REPLAY") }
    try screen.press("Space")
    let picture = try screen.wait("the cars of an hour") { $0.contains("paused") && $0.contains("parked") }
    #expect(picture.contains("REPLAY"))
    try screen.quit()
    #expect(try program.run("database", "info", "--json", "--database", path).json == before)
  }
}
