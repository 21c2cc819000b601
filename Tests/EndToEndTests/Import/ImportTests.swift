import Core
import Foundation
import Testing

/// Imports from CSV: what is read, what is passed over and why, and that nothing happens twice.
@Suite struct ImportTests {
  /// A live, empty database.
  private struct Fresh {
    let program: OpportuneProgram
    let path: String

    init(zone: String = "America/New_York") throws {
      program = try OpportuneProgram()
      path = program.home.path + "/live.db"
      _ = try program.run("database", "create", "--database", path, "--zone", zone, "--now", "2024-05-14T12:00:00Z")
    }

    func run(_ words: String..., input: String = "", now: String = "2024-05-14T16:00:00Z") throws
      -> OpportuneProgram.Run
    {
      try program.run(words + ["--json", "--database", path, "--now", now], input: input)
    }
  }

  private func reasons(_ report: JSON) -> [String: [Double]] {
    Dictionary(
      report["skipped_reasons"].list.map { ($0["reason"].text, $0["lines"].list.map { Optional($0).number }) },
      uniquingKeysWith: +)
  }

  @Test func theSampleGivesItsSessionsAndTheLinesOfTheRest() throws {
    let fresh = try Fresh()
    let sample = Checkout.path("data/sample_sessions.csv")
    let dry = try fresh.run("import", "sessions", sample, "--dry-run").json
    #expect(dry["imported"] == 49)
    #expect(try fresh.run("session", "list").json["sessions"] == [])
    let report = try fresh.run("import", "sessions", sample).json
    // data/README.md: rows 7002 and 7034 and so on; session 7001 stands on line 2.
    #expect(report["read"] == 60)
    #expect(report["imported"] == 49)
    #expect(report["skipped"] == 11)
    #expect(
      reasons(report) == [
        "status:Declined": [3, 35], "status:Transaction Cancelled": [9, 60], "status:No Time Purchased": [12, 48],
        "payment:Diagn. Card": [22], "payment:Maint. Credit": [42], "payment:Meter Swap": [23],
        "end_not_after_start": [34, 56],
      ])
    let again = try fresh.run("import", "sessions", sample).json
    #expect(again["imported"] == 0)
    let unchanged = again["skipped_reasons"].list.first { $0["reason"].text == "unchanged" }
    #expect(unchanged?["count"] == 49)
    let sessions = try fresh.run("session", "list", "--limit", "1000").json["sessions"].list
    #expect(sessions.count == 49)
    #expect(sessions.filter { $0["person_id"] == .null }.count == 21)
    // 7001: 0.75 for 30 minutes is 1.50 an hour; 08:55:30 in New York in May is 12:55:30Z.
    #expect(sessions.first?["hourly_rate_cents"] == 150)
    #expect(sessions.first?["started_at"] == "2024-05-14T12:55:30Z")
    #expect(sessions.filter { $0["hourly_rate_cents"] == .null }.count == 1)
  }

  @Test func demoPartnersAroundImportedSessionsMakeThemDiscoverable() throws {
    let fresh = try Fresh()
    _ = try fresh.run("import", "sessions", Checkout.path("data/sample_sessions.csv"))
    let made = try fresh.run("demo", "offers", "--around-sessions")
    #expect(made.json["sessions"] == 49)
    #expect(try fresh.run("demo", "offers", "--around-sessions").status == 5)
    let active = try fresh.run("session", "list", "--active").json["sessions"].list
    let id = try #require(active.last)["id"].word
    let ranked = try fresh.run("discover", "--session", id).json["ranked"].list
    #expect(!ranked.isEmpty)
    #expect(ranked.allSatisfy { $0["title"].text.hasPrefix("DEMO ") && $0["partner"]["name"].text.hasPrefix("DEMO ") })
  }

  @Test func formsOfCSVAreReadAsRFC4180HasThem() throws {
    let fresh = try Fresh()
    let text =
      "\u{FEFF}id,name,lat,lng,kind,category,description\r\n"
      + "1,\"Bar \"\"El Niño\"\", upstairs\",19.1,-81.2,partner,bar,\"a, b\"\r\n"
      + "\r\n"
      + "2,Café,19.1,-81.2,partner,cafe,\r\n"
      + "3,short,19.1\r\n"
      + "4,\"closed\"too early,19.1,-81.2,partner,cafe,\r\n"
      + "5,\"two\r\nlines\",19.1,-81.2,partner,cafe,\r\n"
      + "6,far north,91,-81.2,partner,cafe,\r\n"
      + "7,\u{1B}[31mred,19.1,-81.2,partner,cafe,\r\n"
      + "8,what,19.1,-81.2,castle,cafe,\r\n"
      + "9,last,19.1,-81.2,partner,?,\"open"
    let run = try fresh.run("import", "places", "-", input: text)
    #expect(run.status == 0)
    #expect(run.json["read"] == 9)
    #expect(run.json["imported"] == 2)
    #expect(
      reasons(run.json) == [
        "ragged": [5], "text_after_quote": [6], "invalid:name": [7, 10], "invalid:lat": [9], "invalid:kind": [11],
        "unclosed_quote": [12],
      ])
    let names = try fresh.run("privacy", "export", "1").status
    #expect(names == 3)
  }

  @Test func columnsAreMappedSetAndReplaced() throws {
    let fresh = try Fresh()
    let text = "key,title,y,x,sort\n1,North,19.1,-81.2,p\n2,South,19.2,-81.3,r\n"
    let run = try fresh.run(
      "import", "places", "-", "--map", "id=key", "--map", "name=title", "--map", "lat=y", "--map", "lng=x", "--map",
      "kind=sort", "--map-value", "kind:p=parking", "--map-value", "kind:r=partner", "--set", "category=bar",
      input: text)
    #expect(run.json["imported"] == 2, "\(run.errors)")
    let started = try fresh.run("session", "start", "--place", "1", "--minutes", "30")
    #expect(started.json["session"]["place"] == "North")
  }

  @Test(arguments: [
    (["--map", "latt=y"], "did you mean 'lat'?"), (["--map", "lat"], "FIELD=COLUMN"),
    (["--map", "lat=nowhere"], "not there"), (["--map-value", "kind=p"], "FIELD:FROM=TO"),
    (["--zone", "Mars/Olympus"], "America/Cayman"), ([], "--map lng=COLUMN"),
  ])
  func aWrongMappingStopsTheImport(flags: [String], part: String) throws {
    let fresh = try Fresh()
    let run = try fresh.program.run(
      ["import", "places", "-", "--database", fresh.path] + flags, input: "id,name,lat\n1,a,1\n")
    #expect(run.status == 2)
    #expect(run.errors.contains(part), "\(run.errors)")
  }

  @Test func filesThatAreNoneAreRefused() throws {
    let fresh = try Fresh()
    #expect(try fresh.run("import", "places", "/nowhere.csv").status == 3)
    #expect(try fresh.run("import", "places", "-").status == 2)
    #expect(try fresh.run("import", "places", "/").status == 1)
    #expect(try fresh.run("import", "places", "-", input: "\"id").status == 2)
  }

  @Test func anOfferThatChangedIsUpdatedAndKeepsItsClaims() throws {
    let demo = try DemoCopy()
    func csv(_ percent: Int) -> String {
      "id,partner_id,title,discount_percent,capacity_total\n9000,1,Mine,\(percent),10\n"
    }
    #expect(try demo.run("import", "offers", "-", input: csv(20)).json["imported"] == 1)
    let (session, _, _) = try demo.parkedPerson()
    #expect(try demo.run("offer", "accept", "9000", "--session", session).json["capacity_left"] == 9)
    #expect(try demo.run("import", "offers", "-", input: csv(30)).json["updated"] == 1)
    #expect(try demo.run("import", "offers", "-", input: csv(30)).json["updated"] == 0)
    let offer = try demo.run("offer", "show", "9000").json["offer"]
    #expect(offer["value"]["discount_percent"].number == 30)
    #expect(offer["capacity_left"] == 9)
    #expect(offer["version"] == 2)
    // 9.99 % is not a genuine value (row O.29).
    let poor = "id,partner_id,title,discount_percent\n9001,1,Poor,9.99\n"
    #expect(reasons(try demo.run("import", "offers", "-", input: poor).json) == ["invalid:value": [2]])
  }
}
