import Core
import Foundation
import Testing

/// `rule match` as the contract has it: matches a line each, bad lines answered, the index equal to brute force.
@Suite struct RuleMatchTests {
  private static let rules = [
    #"{"id":"r1","keywords":["gaming","pc"],"exclude_keywords":["mac"],"min_price":200,"max_price":800}"#,
    #"{"id":2,"categories":["Bikes"],"latitude":19.2866,"longitude":-81.3744,"radius_km":5,"min_condition":"good"}"#,
    #"{"id":3,"keywords":["go-pro"],"min_deal_score":0.5}"#,
  ]
  private static let listings = [
    #"{"id":10,"title":"Gaming PC","price":200,"category":"electronics"}"#,
    #"{"id":11,"title":"Gaming for Mac","price":300}"#,
    #"{"id":"b","title":"Road bike","category":"bikes","condition":"like_new","latitude":19.3,"longitude":-81.38}"#,
    #"{"id":13,"title":"GoPro 9","tags":["pc"],"price":250.5,"deal_score":0.5}"#,
    #"{"id":14,"title":"PCs-only pc","price":900}"#,
    #"{"id":15,"title":"pc","price":500,"currency":"EUR"}"#,
  ]

  private static func run(_ rules: [String], _ listings: [String], _ more: [String] = []) throws -> OpportuneProgram.Run
  {
    let program = try OpportuneProgram()
    let ruleFile = try program.home.file("rules.ndjson", rules.joined(separator: "\n"))
    let listingFile = try program.home.file("listings.ndjson", listings.joined(separator: "\n") + "\n")
    return try program.run(["rule", "match", "--rules", ruleFile, "--listings", listingFile] + more, input: "")
  }

  @Test(arguments: [[], ["--brute-force"]])
  func printsMatchesInTheOrderOfTheFiles(more: [String]) throws {
    let run = try Self.run(Self.rules, Self.listings, more)
    #expect(run.status == 0)
    #expect(
      run.output == """
        {"rule_id":"r1","listing_id":10}
        {"rule_id":2,"listing_id":"b"}
        {"rule_id":"r1","listing_id":13}
        {"rule_id":3,"listing_id":13}

        """)
    #expect(run.errors.hasPrefix("3 rules, 6 listings, 4 matches, 0 errors; "))
  }

  @Test func aBadLineAnswersAndTheOthersGoOn() throws {
    let bad = [
      #"{"id":1}"#, #"{"id":2,"keywords":["!!"]}"#, #"{"id":3,"min_price":5,"max_price":4}"#,
      #"{"id":4,"radius_km":5}"#, #"{"id":5,"colour":"red"}"#, #"{"keywords":["x"]}"#, "nonsense",
    ]
    let run = try Self.run(
      bad + Self.rules, [#"{"id":9,"title":5}"#, #"{"id":8,"title":"x","price":"1.299,00"}"#] + Self.listings)
    #expect(run.status == 2)
    let errors = run.lines.filter { $0["error"] != nil }
    #expect(
      errors.map { $0["error"]?["field"] ?? .null } == [
        "keywords", "keywords", "min_price", "latitude", "colour", "id", .null, "title", "price",
      ])
    #expect(run.lines.count == 9 + 4)
  }

  @Test func aDescriptionOfTwoMegabytesIsMatched() throws {
    let long = String(repeating: "straw hay ", count: 200_000) + "gaming"
    let run = try Self.run(Self.rules, [#"{"id":1,"title":"🚲 شاحن\nx","price":300,"description":"\#(long)"}"#])
    #expect(run.status == 0)
    #expect(run.output == "{\"rule_id\":\"r1\",\"listing_id\":1}\n")
  }
}
