import Core
import Foundation
import Testing

/// `simulate` from the command line: the hidden truth, replays, and runs that can be repeated.
@Suite struct SimulateCommandTests {
  @Test func theSameSeedHasTheSameEventLog() throws {
    let hashes = try [3, 3, 4].map { seed in
      try DemoCopy().run("simulate", "--days", "0.2", "--seed", String(seed)).json["event_log_hash"].text
    }
    #expect(hashes[0] == hashes[1])
    #expect(hashes[0] != hashes[2])
    #expect(hashes[0].count == 16)
  }

  @Test func theTruthTellsHowADriverReallyDecides() throws {
    let demo = try DemoCopy()
    let (session, person, shown) = try demo.parkedPerson()
    let before = try demo.run("database", "info").json
    let truth = try demo.run("simulate", "--truth", "--session", session).json
    let driver = truth["session"]
    #expect(driver["person_id"].word == person)
    #expect(driver["ranked"].list.map { $0["opportunity_id"].word } == shown.map { $0["opportunity_id"].word })
    for offer in driver["ranked"].list {
      // The formulas of the answer itself, worked out anew from the tastes and constants that stand beside them, rounded.
      let category = try demo.run("offer", "show", offer["opportunity_id"].word).json["offer"]["category"].text
      func constant(_ name: String) -> Double { truth["constants"][name].number }
      func logistic(_ utility: Double) -> Double { 1 / (1 + exp(-utility)) }
      let (liking, curiosity) = (driver["liking"][category].number, driver["curiosity"].number)
      let position = offer["position"].number
      let view = logistic(constant("view_base") + curiosity + constant("view_position_step") * (position - 1))
      let isSeen = position <= constant("offers_shown")
      #expect(abs(offer["view_chance"].number - (isSeen ? view : 0)) < 1e-5)
      let minutes = offer["walk_minutes"].number
      let isWet = ["rain", "storm"].contains(driver["weather"].text) && minutes > constant("wet_walk_minutes")
      let worth = log(1 + offer["worth_cents"].number / constant("worth_scale_cents"))
      let accept = logistic(
        constant("accept_base") + liking + driver["value_sense"].number * worth
          - driver["walk_aversion"].number * minutes + curiosity + (isWet ? constant("wet_penalty") : 0))
      #expect(abs(offer["accept_chance"].number - accept) < 2e-5)
      #expect(abs(offer["dismiss_chance"].number - logistic(constant("dismiss_base") - liking)) < 1e-5)
      #expect(
        abs(offer["taken_chance"].number - offer["view_chance"].number * offer["accept_chance"].number) < 1e-9)
    }
    #expect(try demo.run("database", "info").json == before)
  }

  @Test func theTruthIsOneForATownAndRunsNothing() throws {
    let demo = try DemoCopy()
    let truth = try demo.run("simulate", "--truth").json
    #expect(truth["session"] == .null)
    #expect(truth["town_seed"].number == 7)
    #expect(truth["people"].list.count == Int(try demo.run("database", "info").json["people"].number))
    #expect(truth == (try DemoCopy().run("simulate", "--truth").json))
    for words in [["--truth", "--days", "2"], ["--truth", "--replay"], ["--session", "3"]] {
      #expect(try demo.run(["simulate"] + words).status == 2)
    }
    let text = try demo.program.run("simulate", "--truth", "--database", demo.path, "--now", DemoCopy.now).output
    #expect(text.contains("The engine sees none of this."))
    #expect(text.contains("accept_base") && text.contains("-2.2"))
    let manual = try demo.program.run("help", "simulate").output
    #expect(manual.contains("--truth") && manual.contains("what the engine never sees"))
  }

  @Test func aReplayFollowsTheRecordHoweverOddItsLines() throws {
    let program = try OpportuneProgram()
    let path = program.home.path + "/live.db"
    let file = program.home.path + "/odd.csv"
    // One driver with two cars at once, a stay of a second, one of three days at a place with a comma in its name, a line
    // that ends before it begins, and a place whose name would clear the screen; the last two are passed over.
    try """
    session_id,user_id,spot_id,lat,lng,start_local,end_local,minutes_bought,amount_usd,payment,status
    1,7,A1,38.03,-78.48,2017-09-05T08:00:00,2017-09-05T10:00:00,120,3.0,Coins,
    2,7,A2,38.031,-78.481,2017-09-05T09:00:00,2017-09-05T11:00:00,120,3.0,Coins,
    3,,A1,38.03,-78.48,2017-09-05T09:30:00,2017-09-05T09:30:01,0.1,0.1,Coins,
    4,8,"A3, far",38.032,-78.482,2017-09-05T09:40:00,2017-09-08T09:40:00,4320,9.0,Coins,
    5,9,A1,38.03,-78.48,2017-09-05T09:50:00,2017-09-05T09:40:00,10,1.0,Coins,
    6,9,A\u{1B}[2J,38.03,-78.48,2017-09-05T09:50:00,2017-09-05T10:40:00,50,1.0,Coins,
    """.write(toFile: file, atomically: true, encoding: .utf8)
    _ = try program.run("database", "create", "--database", path, "--zone", "America/New_York")
    _ = try program.run("import", "sessions", file, "--zone", "America/New_York", "--database", path)
    _ = try program.run("demo", "offers", "--around-sessions", "--partners", "12", "--database", path)
    let before = try program.run("database", "info", "--json", "--database", path).json
    let words = ["simulate", "--replay", "--seed", "5", "--json", "--database", path]
    let run = try program.run(words).json
    #expect(run["replay"] == true)
    #expect(run["in_memory_copy"] == true)
    #expect(run["sessions"] == 4)
    #expect(run["extensions"] == 0)
    // The end is that of the last stay, whose car leaves then and not before.
    #expect(run["parked"] == 1)
    #expect(run["started_at"].text == "2017-09-05T12:00:00Z")
    #expect(run["ended_at"].text == "2017-09-08T13:40:00Z")
    #expect(try program.run(words).json["event_log_hash"] == run["event_log_hash"])
    // A live database is simulated in memory only.
    #expect(try program.run("database", "info", "--json", "--database", path).json == before)
    #expect(try program.run("database", "check", "--json", "--database", path).json["ok"] == true)
    let late = try program.run(words + ["--from", "2017-09-08T00:00:00Z"]).json
    #expect(late["sessions"] == 0)
    #expect(try program.run(words + ["--from", "2017-09-09T00:00:00Z"]).status == 2)
    #expect(try program.run(words + ["--days", "2"]).status == 2)
  }

  @Test func aReplayNeedsARecord() throws {
    let run = try DemoCopy().run("simulate", "--replay")
    #expect(run.status == 5)
    #expect(run.json["error"]["code"].text == "no_sessions")
  }
}
