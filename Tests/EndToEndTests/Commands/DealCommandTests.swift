import Core
import Foundation
import Testing

/// Deals from the command line: a market is imported, a rule waits, an alert comes.
@Suite struct DealCommandTests {
  private static let now = "2026-11-21T12:00:00Z"
  private static let header = "source,id,title,price,category,condition,lat,lng,description\n"
  private static let market =
    header + """
      craigs,a,"Gaming PC, RTX 3060",650,electronics,good,19.29,-81.38,
      craigs,b,Gaming Mac,700,electronics,good,19.29,-81.38,
      craigs,c,Gaming PC,900,electronics,new,19.29,-81.38,
      craigs,d,Gaming chair,250,furniture,fair,,,
      craigs,e,pcs-only supply,250,electronics,fair,19.29,-81.38,

      """

  private let program: OpportuneProgram
  private let database: [String]

  init() throws {
    program = try OpportuneProgram()
    database = ["--json", "--now", Self.now, "--database", program.home.path + "/live.db"]
    let made = ["--name", "George Town", "--lat", "19.2866", "--lng", "-81.3744", "--zone", "America/Cayman"]
    let run = try program.run(["database", "create", "--live"] + made + database)
    try #require(run.status == 0, "\(run.errors)")
  }

  private func run(_ words: String..., input: String = "") throws -> OpportuneProgram.Run {
    try program.run(words + database, input: input)
  }

  @Test func aRuleIsTriedKeptAndToldOnce() throws {
    #expect(try run("import", "listings", "-", input: Self.market).json["imported"] == 5)
    let line = "gaming pc -mac in:electronics price:200..800 within:10mi of \"George Town\" condition>=good"
    let test = try run("rule", "test", "--rule", line).json
    #expect(test["matching_count"] == 1)
    let sample = try #require(test["sample_matches"].list.first)
    #expect(sample["title"].text == "Gaming PC, RTX 3060" && sample["price"].number == 650)
    #expect(sample["matched_words"] == ["gaming", "pc"])
    // b is left out for its word, c for its price, d has no place but fails the category first, e has other words.
    let removed = test["removed_by"].list.map { "\($0["criterion"].text) \(Int($0["count"].number))" }
    #expect(removed == ["keywords 1", "exclude_keywords 1", "category 1", "condition 0", "price 1", "place 0"])
    #expect(test["expected_per_day"] == .some(.null))
    #expect(try run("alert", "list").status == 3)
    let rule = try run("rule", "create", line).json["rule"]
    #expect(rule["line"].text == line + " name:\"gaming, pc\"")
    #expect(try run("alert", "list").json["alerts"].list.isEmpty)
    let more = Self.header + "craigs,f,Gaming PC mini,400,electronics,like_new,19.29,-81.38,\n"
    #expect(try run("import", "listings", "-", input: more).json["imported"] == 1)
    #expect(try run("import", "listings", "-", input: more).json["skipped"] == 1)
    let alerts = try run("alert", "list").json["alerts"].list
    #expect(alerts.map { $0["title"].text } == ["Gaming PC mini"])
    let explained = try run("rule", "explain", rule["id"].word, "2").json
    #expect(explained["matches"] == false)
    #expect(
      explained["criteria"].list.filter { $0["met"] == false }.map { $0["criterion"].text } == ["exclude_keywords"])
    #expect(try run("sweep").json["raised"] == 0)
    #expect(try run("database", "check").json["ok"] == true)
  }

  @Test func aMarketComesAsJSONTooWithALongDescription() throws {
    let long = String(repeating: "word ", count: 420_000)
    let lines = [
      #"{"id":1,"title":"Lamp \u05de\u05e0\u05d5\u05e8\u05d4 🪔","price":19.5,"#
        + #""tags":["brass","desk"],"description":"a\nb"}"#,
      #"{"id":2,"title":"Chair","price":null,"description":""# + long + #""}"#,
      #"{"id":3,"price":5}"#, "not json", #"{"id":4,"title":"Nest","price":{"of":1}}"#,
    ]
    let report = try run("import", "listings", "-", "--source", "web", input: lines.joined(separator: "\n")).json
    #expect(report["imported"] == 2 && report["skipped"] == 3)
    let reasons = report["skipped_reasons"].list.map {
      "\($0["reason"].text) \($0["lines"].list.map { Int(JSON?.some($0).number) })"
    }
    #expect(reasons == ["invalid:title [3]", "not_json [4, 5]"])
    let listing = try run("listing", "show", "1").json["listing"]
    #expect(listing["description"].text == "a\nb" && listing["tags"] == ["brass", "desk"])
    #expect(try run("listing", "show", "2").json["listing"]["description"].text.utf8.count == 2_099_999)
    #expect(try run("listing", "search", "word").json["matching_count"] == 1)
  }

  @Test func aPriceInAnotherNotationIsRefusedWithItsLineAndTheWay() throws {
    let file = Self.header + "m,1,Sofa,\"1.299,00\",,,,,\nm,2,Lamp,1.299,,,,,\nm,3,Desk,12,,,,,\n"
    let report = try run("import", "listings", "-", input: file).json
    #expect(report["imported"] == 1)
    let skips = report["skipped_reasons"].list
    #expect(skips.map { $0["lines"] } == [[2], [3]])
    #expect(skips[0]["sentence"].text.contains("--thousands '.' --decimal ','"))
    let again = try run("import", "listings", "-", "--thousands", ".", "--decimal", ",", input: file).json
    #expect(again["imported"] == 2)
    #expect(try run("listing", "list").json["listings"].list.map { $0["price"].number } == [1299, 1299, 12])
  }

  @Test func conditionsAreMappedAndCountedOnceARow() throws {
    let file = "id,name,state\n1,Lamp,Like new\n2,Desk,worn\n"
    let words = ["import", "listings", "-", "--map", "condition=state", "--map-value", "condition:Like new=like_new"]
    let report = try program.run(words + database, input: file).json
    #expect(report["imported"] == 1 && report["skipped"] == 1)
    #expect(try run("listing", "show", "1").json["listing"]["condition"].text == "like_new")
  }

  @Test func badRulesAreRefusedAtTheirColumn() throws {
    _ = try run("import", "listings", "-", input: Self.market)
    for (line, part) in [
      ("lamp price:800..200", "more than max_price"), ("lamp within:10mi", "column"),
      ("lamp in:elektronics", "electronics"),
      ("-mac", "only leaves things out"), ("lamp \"!!!\"", "column 6"), ("lamp price:x..", "column"),
      ("lamp within:5km of \"Gorge Town\"", "George Town"), ("", "asks for nothing"),
    ] {
      let refused = try run("rule", "test", "--rule=\(line)")
      #expect(refused.status == 2, "\(line)")
      let error = refused.json["error"]
      #expect("\(error["field"].text) \(error["message"].text)".contains(part), "\(line): \(error)")
    }
  }

  @Test func aWatchTellsOnceAndItsDoubleIsRefused() throws {
    func price(_ cents: String) throws {
      _ = try run("import", "listings", "-", input: Self.header + "m,1,Kayak,\(cents),,,,,\n")
    }
    try price("200")
    let watch = try run("watch", "add", "1", "--at-or-under", "150").json["watch"]
    #expect(watch["title"].text == "Kayak" && watch["price"].number == 200 && watch["armed"] == true)
    #expect(try run("watch", "add", "1", "--at-or-under", "140").status == 5)
    for dollars in ["150", "140", "152", "149", "153", "150"] { try price(dollars) }
    let alerts = try run("alert", "list").json["alerts"].list
    #expect(alerts.map { $0["price"].number } == [150, 150])
    #expect(alerts.allSatisfy { $0["kind"].text == "price" })
    #expect(try run("watch", "remove", watch["id"].word).status == 0)
    #expect(try run("undo").status == 0)
    #expect(try run("watch", "list").json["watches"].list.count == 1)
  }
}
