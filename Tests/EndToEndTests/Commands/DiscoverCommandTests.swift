import Core
import Testing

/// `discover`, `decision show`, `history` and sessions from the command line.
@Suite struct DiscoverCommandTests {
  @Test func writesOneDecisionAndOneImpressionForEachOfferOnce() throws {
    let demo = try DemoCopy()
    let session = try demo.run("session", "start", "--place", "3", "--minutes", "90").json["session"]["id"].word
    let first = try demo.run("discover", "--session", session).json
    let again = try demo.run("discover", "--session", session).json
    let shown = first["ranked"].list.map { $0["opportunity_id"].word }
    #expect(!shown.isEmpty)
    #expect(again["decision_id"] != first["decision_id"])
    let history = try demo.run("history", "--session", session).json["interactions"].list
    #expect(history.map { $0["type"].text } == shown.map { _ in "impression" })
    #expect(Set(history.map { $0["offer"]["id"].word }) == Set(shown))
  }

  @Test(arguments: [
    ["--browse"], ["--weather", "rain"], ["--dry-run"], ["--weights", "temporal=40,spatial=15"],
    ["--minutes-left", "30"], ["--walking-limit", "300"],
  ])
  func supposingWritesNothing(flags: [String]) throws {
    let demo = try DemoCopy()
    let session = try demo.run("session", "start", "--place", "3", "--minutes", "90").json["session"]["id"].word
    #expect(try demo.run(["discover", "--session", session] + flags).json["decision_id"] == .null)
    #expect(try demo.run("history", "--session", session).json["interactions"].list.isEmpty)
  }

  @Test func aWhatIfTellsTheOldRankBesideTheNew() throws {
    let demo = try DemoCopy()
    let (session, _, _) = try demo.parkedPerson()
    let real = try demo.run("discover", "--session", session, "--dry-run").json
    #expect(real["what_if"] == .null)
    let supposed = try demo.run("discover", "--session", session, "--weights", "spatial=100", "--limit", "100").json
    #expect(supposed["what_if"]["weights"]["spatial"].number == 100)
    for (index, offer) in real["ranked"].list.enumerated() {
      let moved = supposed["ranked"].list.first { $0["opportunity_id"] == offer["opportunity_id"] }
      #expect(moved?["old_rank"].number == Double(index + 1))
      #expect(moved?["old_score"].number == offer["score"].number)
    }
    #expect(supposed["ranked"].list.map { $0["rank"].number } == (1...supposed["ranked"].list.count).map(Double.init))
    #expect(try demo.run("discover", "--session", session, "--weights", "spatial=101").status == 2)
    #expect(try demo.run("discover", "--session", session, "--walking-limit", "-1").status == 2)
  }

  @Test func aDecisionReplaysToTheLastBit() throws {
    let demo = try DemoCopy()
    let (session, _, _) = try demo.parkedPerson()
    let made = try demo.run("discover", "--session", session).json
    let told = try demo.run("decision", "show", made["decision_id"].word).json
    #expect(told["matches"] == true)
    #expect(told["ranked"] == made["ranked"])
    #expect(told["held_back"] == made["held_back"])
  }

  @Test func anEndedSessionHasAnEmptyListWithTheReason() throws {
    let demo = try DemoCopy()
    let (session, _, _) = try demo.parkedPerson()
    #expect(try demo.run("session", "end", session).status == 0)
    let answer = try demo.run("discover", "--session", session).json
    #expect(answer["ranked"] == [])
    #expect(answer["reason"]["code"].text == "session.ended")
    #expect(try demo.run("session", "end", session).status == 5)
    #expect(try demo.run("session", "extend", session, "--minutes", "5").status == 5)
    #expect(try demo.run("discover", "--session", "999999").status == 3)
  }

  @Test func extendingChangesTheNextDecision() throws {
    let demo = try DemoCopy()
    let session = try demo.run("session", "start", "--place", "3", "--minutes", "20").json["session"]["id"].word
    let before = try demo.run("discover", "--session", session, "--dry-run").json
    let extended = try demo.run("session", "extend", session, "--minutes", "60").json
    #expect(extended["session"]["minutes_left"].number == 80)
    let after = try demo.run("discover", "--session", session, "--dry-run").json
    #expect(after["ranked"] != before["ranked"])
  }

  @Test func theHistoryPagesWithoutGapsWhileNewEntriesArrive() throws {
    let demo = try DemoCopy()
    let (session, person, offers) = try demo.parkedPerson()
    func page(_ cursor: JSON?) throws -> JSON {
      var words = ["history", "--person", person, "--limit", "3"]
      if cursor.text != "" { words += ["--cursor", cursor.text] }
      return try demo.run(words).json
    }
    let all = try demo.run("history", "--person", person).json["interactions"].list.map { $0["id"].number }
    var told: [Double] = []
    var cursor: JSON?
    var last: JSON?
    repeat {
      let answer = try page(cursor)
      told += answer["interactions"].list.map { $0["id"].number }
      (cursor, last) = (answer["next_cursor"], answer["cursor"])
    } while cursor != .null
    #expect(told == all)
    #expect(try demo.run("offer", "view", offers[2]["opportunity_id"].word, "--session", session).status == 0)
    let news = try page(last)["interactions"].list
    #expect(news.map { $0["type"].text } == ["view"])
  }

  @Test func textForPeopleHoldsTheSameOffersAndNoEscapeSequences() throws {
    let demo = try DemoCopy()
    let (session, _, offers) = try demo.parkedPerson()
    let run = try demo.program.run(
      "discover", "--session", session, "--dry-run", "--database", demo.path, "--now", DemoCopy.now)
    // Titles may be cut to the width of the page; the numbers never are.
    for offer in offers { #expect(run.output.contains("  \(offer["opportunity_id"].word)  ")) }
    #expect(!run.output.contains("\u{1B}"))
  }

  @Test func aSnapshotFillsItsSizeInEveryForm() throws {
    let demo = try DemoCopy()
    let text = try demo.run("snapshot", "--size", "80x24").json["picture"].text
    let lines = text.split(separator: "\n", omittingEmptySubsequences: false)
    #expect(lines.count == 24)
    #expect(text.contains("3 Discover") && text.contains("DEMO"))
    #expect(try demo.run("snapshot", "--format", "svg").json["picture"].text.hasPrefix("<svg"))
    #expect(try demo.run("snapshot", "--format", "ansi").json["picture"].text.contains("\u{1B}["))
    let ascii = try demo.run("snapshot", "--ascii", "--screen", "overview").json["picture"].text
    #expect(ascii.utf8.allSatisfy { $0 < 0x80 })
    #expect(try demo.run("snapshot", "--size", "80").status == 2)
  }
}
