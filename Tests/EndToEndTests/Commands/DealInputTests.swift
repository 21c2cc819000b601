import Core
import Foundation
import Testing

/// What people get wrong about rules, listings and watches: each is answered with what happened and what to do, and
/// nothing is lost.
@Suite struct DealInputTests {
  private static let now = "2026-11-21T12:00:00Z"
  private static let market = """
    id,title,price,category,condition,lat,lng
    a,Gaming PC,650,electronics,good,19.29,-81.38
    b,PC without a price,,electronics,good,19.29,-81.38
    c,"مصباح مكتب 🎮, two
    lines",120,electronics,,,

    """

  private let program: OpportuneProgram
  private let database: [String]

  init() throws {
    program = try OpportuneProgram()
    database = ["--json", "--now", Self.now, "--database", program.home.path + "/live.db"]
    let made = ["--name", "George Town", "--lat", "19.2866", "--lng", "-81.3744", "--zone", "America/Cayman"]
    try #require(try program.run(["database", "create", "--live"] + made + database).status == 0)
    try #require(try run("import", "listings", "-", input: Self.market).json["imported"] == 3)
  }

  private func run(_ words: String..., input: String = "") throws -> OpportuneProgram.Run {
    try program.run(words + database, input: input)
  }

  @Test(arguments: [
    ("pc price:800..200", "column 4: min_price is $800.00, more than max_price $200.00; swap them"),
    ("pc score>=1.5", "column 4: min_deal_score must be between 0 and 1, not 1.5"),
    ("pc within:10mi", "column 15: expected 'of' and a place"),
    ("pc within:0km of 1,1", "column 4: radius must be more"),
    ("pc in:elektronics", "did you mean 'electronics'?"), ("", "column 1: the line asks for nothing; give a keyword"),
    ("via:email", "column 10: the line asks for nothing"), ("-mac", "only leaves things out; say what is wanted too"),
    ("\"!?\"", "column 1: '!?' has no letter and no digit; nothing could match it"),
    ("🎮", "has no letter and no digit"),
    ("pc price:..1.299,00", "expected an amount such as 42.50, of at most a million, not '1.299,00'"),
    ("pc within:5km of \"Gorge Town\"", "no place is called \"Gorge Town\"; did you mean \"George Town\"?"),
  ])
  func aLineThatIsNoRuleIsAnsweredWithItsColumnAndTheWay(line: String, answer: String) throws {
    let refused = try run("rule", "create", "--rule=\(line)")
    #expect(refused.status == 2)
    let error = refused.json["error"]
    #expect("\(error["field"].text) \(error["message"].text)".contains(answer), "\(error["message"].text)")
    #expect(refused.errors.hasPrefix("opportune: "))
    #expect(try run("rule", "list").status == 3)
  }

  @Test(arguments: [
    (#"{"keywords":["pc"],"min_price":800,"max_price":200}"#, "min_price", "more than max_price"),
    (#"{"keywords":["pc"],"radius_km":20}"#, "latitude", "a radius needs a place"),
    (#"{"keywords":["pc"],"radius":20,"radius_km":20}"#, "radius_km", "give one of them"),
    (#"{"keywords":["pc"],"latitude":19,"longitude":-81}"#, "radius", "say how far from the place"),
    (#"{"keywords":["!!"]}"#, "keywords", "no letter and no digit"),
    (#"{"keywords":[]}"#, "keywords", "asks for nothing"),
    (#"{"categories":["electronix"]}"#, "categories", "did you mean 'electronics'?"),
    (#"{"keyword":["pc"]}"#, "keyword", "not a known field"),
  ])
  func aDocumentThatIsNoRuleNamesItsField(document: String, field: String, answer: String) throws {
    let refused = try run("rule", "create", "--input", "-", input: document)
    #expect(refused.status == 2)
    #expect(refused.json["error"]["field"].text == field)
    #expect(refused.json["error"]["message"].text.contains(answer), "\(refused.json["error"]["message"].text)")
  }

  @Test func aRadiusInKilometresIsReadAsEveryDocumentHasIt() throws {
    let rule = try run(
      "rule", "create", "--input", "-", input: #"{"keywords":["pc"],"latitude":19.3,"longitude":-81.4,"radius_km":20}"#)
    #expect(rule.json["rule"]["line"].text == "pc within:20km of 19.3,-81.4 name:\"pc\"")
  }

  @Test func aListingWithoutAPriceDoesNotMeetAPricedRuleAndSaysSo() throws {
    let rule = try run("rule", "create", "pc price:..800").json["rule"]["id"].word
    let explained = try run("rule", "explain", rule, "2").json
    #expect(explained["matches"] == false)
    #expect(
      explained["criteria"].list.first { $0["met"] == false }?["reason"].text
        == "has no price; at most $800.00 is asked for")
    #expect(try run("rule", "test", rule).json["matching_count"] == 1)
  }

  @Test func titlesOfAnyScriptWithEmojiAndNewLinesAreFoundAndKeptInOneLine() throws {
    #expect(try run("listing", "show", "3").json["listing"]["title"].text == "مصباح مكتب 🎮, two lines")
    #expect(try run("listing", "search", "\"مصباح مكتب\"").json["matching_count"] == 1)
    #expect(try run("listing", "search", "\"two lines\"").json["matching_count"] == 1)
  }

  @Test func positionsHaveAPointWhateverAPriceHas() throws {
    let file = "id;title;price;lat;lng\nd;Sofa;\"1.299,00\";19.3;-81.4\ne;Desk;\"99,50\";\"19,3\";\"-81,4\"\n"
    let report = try run(
      "import", "listings", "-", "--thousands", ".", "--decimal", ",", input: file.replacing(";", with: ",")
    ).json
    #expect(report["imported"] == 2, "\(report)")
    for (id, price) in [("4", 1299.0), ("5", 99.5)] {
      let listing = try run("listing", "show", id).json["listing"]
      #expect(listing["price"].number == price && listing["latitude"].number == 19.3)
    }
  }

  @Test func aLineThatIsNoObjectIsNamedByItsNumber() throws {
    let rules = try program.home.file("rules.ndjson", "{\"id\":1,\"keywords\":[\"pc\"]}\n\nnot json\n")
    let listings = try program.home.file("listings.ndjson", "{\"id\":7,\"title\":\"PC\"}\n")
    let run = try program.run(["rule", "match", "--rules", rules, "--listings", listings])
    #expect(run.status == 2 && run.lines.count == 2)
    #expect(run.lines.first?["error"]["message"].text.hasPrefix("line 3 of \(rules): ") == true)
    #expect(run.lines.last?["listing_id"] == 7)
  }

  @Test func anAlertIsReadAndMarkedAsNewAgain() throws {
    _ = try run("rule", "create", "pc", "--look-back")
    func unread() throws -> [String] {
      try run("alert", "list", "--unread").json["alerts"].list.map { $0["id"].word }
    }
    let all = try unread()
    #expect(all.count == 2)
    #expect(try run("alert", "read", all[0]).status == 0)
    #expect(try unread() == [all[1]])
    #expect(try run("alert", "read", all[0], "--unread").json["alerts"].list.first?["read_at"] == .some(.null))
    #expect(try unread() == all)
    #expect(try run("alert", "read", "--all", "--unread").status == 2)
    #expect(try run("alert", "read", "99", "--unread").status == 3)
  }

  @Test func rulesWatchesAndListingsAreFoundAsTheScreenFindsThem() throws {
    _ = try run("rule", "create", "pc price:..800", "--name", "Something to play")
    _ = try run("watch", "add", "1", "--at-or-under", "600")
    let found = try run("find", "gaming").json["results"].list
    #expect(
      found.map { "\($0["kind"].text) \($0["id"].word) \($0["found_by"].text)" } == ["watch 1 name", "listing 1 name"])
    #expect(try run("find", "price", "--kind", "rule").json["results"].list.map { $0["found_by"].text } == ["words"])
    #expect(try run("find", "sompl").json["results"].list.map { $0["kind"].text } == ["rule"])
    let other = try run("person", "add", "--name", "Bo").json["person"]
    #expect(try run("find", "sompl", "--person", other["id"].word).json["results"].list.isEmpty)
  }
}
