import Core
import Testing

/// What people ask for, and what is stored of them.
@Suite struct PreferencesCommandTests {
  @Test func everyControlHasAFlag() throws {
    let demo = try DemoCopy()
    let set = try demo.run(
      "preferences", "set", "5", "--enabled", "true", "--offer-frequency", "minimal", "--alert-frequency", "weekly",
      "--quiet-hours", "22:00-07:00", "--quiet-hours", "mon,Tuesday 12:00-13:30", "--blocked-days", "sun",
      "--prefer-category", "Dining", "--block-category", "spa", "--block-partner", "3", "--walking-limit", "450.5",
      "--channels", "terminal,email", "--alerts-per-day", "4")
    #expect(set.status == 0, "\(set.errors)")
    let stored = try demo.run("preferences", "show", "5").json
    #expect(stored == set.json)
    #expect(stored["offer_frequency"] == "minimal")
    #expect(
      stored["quiet_hours"].list == [
        ["days": ["mon", "tue", "wed", "thu", "fri", "sat", "sun"], "from": "22:00", "to": "07:00"],
        ["days": ["mon", "tue"], "from": "12:00", "to": "13:30"],
      ])
    #expect(stored["blocked_days"] == ["sun"])
    #expect(stored["preferred_categories"].list.contains("dining"))
    #expect(stored["blocked_categories"].list.contains("spa"))
    #expect(stored["blocked_partners"].list.contains(3))
    #expect(stored["walking_limit_metres"] == .number(450.5))
    #expect(stored["caps"] == ["alerts_per_day": 4])
    let undone = try demo.run(
      "preferences", "set", "5", "--unblock-category", "spa", "--unblock-partner", "3", "--unprefer-category", "dining",
      "--quiet-hours", "none", "--blocked-days", "none", "--alerts-per-day", "none")
    #expect(undone.json["blocked_categories"] == [])
    #expect(undone.json["quiet_hours"] == [])
    #expect(undone.json["caps"] == ["alerts_per_day": nil])
  }

  @Test(arguments: [
    (["--walking-limit", "100", "--block-category", "dinning"], "", "did you mean dining?"),
    (["--walking-limit", "100", "--quiet-hours", "25:00-07:00"], "", "--quiet-hours"),
    (["--walking-limit", "100", "--prefer-category", "spa", "--block-category", "spa"], "", "spa'"),
    (["--walking-limit", "100", "--block-partner", "9999"], "", "no partner 9999"),
    (["--walking-limit", "-1"], "", "--walking-limit"), (["--alerts-per-day", "0"], "", "alerts_per_day"),
    (["--input", "-"], #"{"walking_limit_metres":100,"colour":"red"}"#, "colour"),
    (["--input", "-"], #"{"walking_limit_metres":100,"caps":{"mails":1}}"#, "caps.mails"),
    (["--input", "-"], #"{"walking_limit_metres":"far"}"#, "walking_limit_metres"),
    (["--input", "-"], "nonsense", "not valid JSON"),
  ])
  func oneWrongWishLeavesAllAsItWas(flags: [String], input: String, part: String) throws {
    let demo = try DemoCopy()
    let before = try demo.run("preferences", "show", "5").json
    let run = try demo.run(["preferences", "set", "5"] + flags, input: input)
    #expect(run.status == 2 || run.status == 3)
    #expect(run.errors.contains(part), "\(run.errors)")
    #expect(try demo.run("preferences", "show", "5").json == before)
  }

  @Test func aDocumentOnStandardInputIsTaken() throws {
    let demo = try DemoCopy()
    let document = #"{"quiet_hours":["21:00","06:00"],"caps":{"alerts_per_day":2},"blocked_days":["Saturday"]}"#
    let stored = try demo.run("preferences", "set", "6", "--input", "-", input: document).json
    #expect(stored["quiet_hours"].list.first?["from"] == "21:00")
    #expect(stored["caps"]["alerts_per_day"] == 2)
    #expect(stored["blocked_days"] == ["sat"])
    // What was shown can be given back as it is.
    guard case .object(let members) = stored else { return }
    let again = JSON.object(members.filter { $0.name != "person_id" }).text()
    #expect(try demo.run("preferences", "set", "6", "--input", "-", input: again).json == stored)
  }

  @Test func switchedOffMeansAnEmptyListWithTheReason() throws {
    let demo = try DemoCopy()
    let (session, person, _) = try demo.parkedPerson()
    #expect(try demo.run("preferences", "set", person, "--enabled", "false").status == 0)
    let answer = try demo.run("discover", "--session", session).json
    #expect(answer["ranked"] == [])
    #expect(answer["reason"]["code"].text == "preferences.disabled")
  }

  @Test func aBlockedPartnerIsNeverShown() throws {
    let demo = try DemoCopy()
    let (session, person, offers) = try demo.parkedPerson()
    let partner = offers[0]["partner"]["id"]
    #expect(try demo.run("preferences", "set", person, "--block-partner", partner.word).status == 0)
    let ranked = try demo.run("discover", "--session", session, "--limit", "300").json["ranked"].list
    #expect(ranked.allSatisfy { $0["partner"]["id"] != partner })
  }

  @Test func anErasedPersonIsGoneAndTheLogStays() throws {
    let demo = try DemoCopy()
    let (session, person, offers) = try demo.parkedPerson()
    let offer = offers[0]["opportunity_id"].word
    #expect(try demo.run("offer", "accept", offer, "--session", session).status == 0)
    let export = try demo.run("privacy", "export", person).json
    #expect(export["claims"].list.count >= 1)
    #expect(export["interactions"].list.allSatisfy { $0["person_id"].word == person })
    let rows = try demo.run("database", "info").json["interactions"]
    #expect(try demo.run("person", "erase", person).status == 0)
    #expect(try demo.run("person", "show", person).status == 3)
    #expect(try demo.run("privacy", "export", person).status == 3)
    #expect(try demo.run("database", "info").json["interactions"] == rows)
    #expect(try demo.run("database", "check").json["ok"] == true)
  }
}
