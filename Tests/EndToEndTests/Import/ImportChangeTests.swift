import Core
import Testing

/// What an import does with lines that have changed, and how it tells faults apart.
@Suite struct ImportChangeTests {
  private let program: OpportuneProgram
  private let path: String

  init() throws {
    program = try OpportuneProgram()
    path = program.home.path + "/live.db"
    _ = try program.run("database", "create", "--database", path, "--zone", "America/New_York")
  }

  private func run(_ words: String..., input: String = "") throws -> OpportuneProgram.Run {
    try program.run(words + ["--json", "--database", path], input: input)
  }

  private static let header = "session_id,lat,lng,start_local,end_local\n"

  private func line(_ id: Int, until end: String) -> String {
    "\(id),38,-78,2024-05-14T08:00:00,2024-05-14T\(end)\n"
  }

  @Test func theLastLineOfASessionIsWhatItIs() throws {
    let file = Self.header + line(1, until: "09:00:00") + line(1, until: "10:00:00")
    let first = try run("import", "sessions", "-", input: file).json
    #expect(first["imported"] == 1)
    #expect(first["updated"] == 1)
    // 10:00 in New York in May is 14:00Z.
    #expect(try run("session", "show", "1").json["session"]["expires_at"] == "2024-05-14T14:00:00Z")
    let again = try run("import", "sessions", "-", input: Self.header + line(1, until: "10:00:00")).json
    #expect(again["updated"] == 0)
    #expect(again["skipped_reasons"].list.map { $0["reason"] } == ["unchanged"])
  }

  @Test(arguments: ["parking", "partner"])
  func aPlaceThatHasAnotherNameIsUpdated(kind: String) throws {
    let header = "id,name,lat,lng,kind\n"
    #expect(try run("import", "places", "-", input: header + "1,Old,1,1,\(kind)\n").json["imported"] == 1)
    #expect(try run("import", "places", "-", input: header + "1,New,1,1,\(kind)\n").json["updated"] == 1)
    #expect(try run("import", "places", "-", input: header + "1,New,1,1,\(kind)\n").json["updated"] == 0)
  }

  @Test func eachFaultHasItsOwnLines() throws {
    let text = "id,name,lat,lng\n1,a,x,1\n2,b,91,1\n3,c,x,1\n"
    let run = try run("import", "places", "-", input: text)
    #expect(run.status == 2)
    #expect(run.json["skipped_reasons"].list.map { $0["lines"] } == [[2, 4], [3]])
    #expect(run.json["skipped_reasons"].list.first?["sentence"] == "lat must be a number, not 'x'")
  }

  @Test func aRecordThatIsTooLongEndsAtItsOwnQuote() throws {
    let long = String(repeating: String(repeating: "x", count: 1000) + "\n", count: 1500)
    let run = try run("import", "places", "-", input: "id,name,lat,lng\n1,\"\(long)\",1,1\n7,Good,1,1\n")
    #expect(run.json["imported"] == 1)
    #expect(run.json["skipped_reasons"].list.map { $0["reason"] } == ["too_long"])
  }

  @Test func datesWithoutAYearTakeTheGivenOne() throws {
    let text = Self.header + "1,38,-78,05-14T08:00:00,05-14T09:00:00\n"
    #expect(try run("import", "sessions", "-", "--year", "2024", input: text).json["imported"] == 1)
    #expect(try run("session", "show", "1").json["session"]["expires_at"] == "2024-05-14T13:00:00Z")
    let refused = try run("import", "sessions", "-", "--worth", "amount_usd=3", input: text)
    #expect(refused.status == 2)
    #expect(refused.json["error"]["message"].text.contains("amount_usd"))
  }
}
