import Core
import Testing

/// `import campaign-metrics`: figures that were counted elsewhere, from the file to the totals.
@Suite struct CampaignImportTests {
  private static let kag = "kag_campaigns/KAG_conversion_data.csv"
  private static let now = "2026-11-21T17:00:00Z"

  private let program: OpportuneProgram
  private let database: [String]

  init() throws {
    program = try OpportuneProgram()
    database = ["--json", "--database", program.home.path + "/live.db", "--now", Self.now]
    _ = try program.run(["database", "create", "--zone", "America/New_York"] + database)
  }

  private func run(_ words: String...) throws -> OpportuneProgram.Run { try program.run(words + database) }

  private func load(_ text: String, name: String = "ads.csv", _ words: String...) throws -> OpportuneProgram.Run {
    let file = try program.home.file(name, text)
    return try program.run(["import", "campaign-metrics", file] + words + database)
  }

  private func totals() throws -> JSON? {
    try run("campaign", "portfolio", "--days", "30").json["totals"]
  }

  private func reasons(_ report: JSON) -> [String] { report["skipped_reasons"].list.map { $0["reason"].text } }

  private func flags(_ report: JSON) -> [String: Double] {
    Dictionary(report["flagged"].list.map { ($0["flag"].text, $0["count"].number) }) { first, _ in first }
  }

  private func isSound() throws -> Bool { try run("database", "check").json["ok"] == true }

  @Test func rowsThatLookAlikeAllCountAndASecondImportChangesNothing() throws {
    let text = "campaign,impressions,clicks,spend\nspring,100,4,1.25\nspring,100,4,1.25\nautumn,50,1,0.5\n"
    #expect(try load(text).json["imported"] == 3)
    let again = try load(text, name: "renamed.csv").json
    #expect((again["imported"], again["updated"], again["skipped"]) == (0, 0, 3))
    #expect(try run("campaign", "list").json["campaigns"].list.map { $0["name"].text } == ["spring", "autumn"])
    #expect(try totals()?["impressions"] == 250)
    #expect(try totals()?["views"] == 9)
    #expect(try totals()?["spend"].number == 3)
    #expect(try isSound())
  }

  @Test func aRowWithAnIdIsKnownByItAndItsDateAndTheLastLineIsWhatItIs() throws {
    let head = "campaign,id,date,impressions\n"
    #expect(try load(head + "spring,7,2026-11-19,10\nspring,7,2026-11-20,20\n").json["imported"] == 2)
    let changed = try load(head + "spring,7,2026-11-20,25\nspring,8,2026-11-20,1\n").json
    #expect((changed["imported"], changed["updated"]) == (1, 1))
    #expect(try totals()?["impressions"] == 36)
    #expect(try isSound())
  }

  @Test func aRowWithoutADateStaysInTheDayOfItsFirstImportAndIsMarked() throws {
    let text = "campaign,id,impressions\nspring,7,10\n"
    #expect(flags(try load(text).json) == ["undated": 1])
    let later = ["--json", "--database", program.home.path + "/live.db", "--now", "2026-11-24T17:00:00Z"]
    let file = try program.home.file("ads.csv", "campaign,id,impressions\nspring,7,12\n")
    #expect(try program.run(["import", "campaign-metrics", file] + later).json["updated"] == 1)
    let days = try program.run(
      ["campaign", "metrics", "1", "--from", "2026-11-21", "--to", "2026-11-21"] + later)
    #expect(days.json["totals"]?["impressions"] == 12)
  }

  @Test func whatIsOddIsFlaggedAndNotMended() throws {
    let report = try load(
      """
      campaign,date,impressions,views,acceptances,redemptions,spend,revenue
      a,2026-11-20,10,0,2,3,0,5
      a,2026-11-20,10,11,2,1,1,-5

      """
    ).json
    #expect(report["imported"] == 2)
    #expect(
      flags(report) == [
        "no_views": 1, "acceptances_exceed_views": 1, "redemptions_exceed_acceptances": 1,
        "revenue_without_spend": 1, "views_exceed_impressions": 1, "negative_revenue": 1,
      ])
    #expect(try totals()?["redemptions"] == 4)
    #expect(try totals()?["revenue"].number == 0)
    #expect(try isSound())
  }

  @Test(arguments: [
    ("a,\"1,234\",5", "impressions is '1,234'; declare what its mark parts: --thousands ',' for thousands"),
    ("a,12,\"5,25\"", "spend is '5,25'; declare its mark with --decimal ','"),
    ("a,12,\"1.234,56\"", "spend is '1.234,56'; declare its marks with --thousands '.' --decimal ','"),
    ("a,1 234 567,5", "impressions is '1 234 567'; declare its marks with --thousands ' '"),
  ])
  func aNumberWithMarksNobodyDeclaredRefusesTheWholeFile(line: String, sentence: String) throws {
    let refused = try load("campaign,impressions,spend\nb,10,1\n\(line)\n")
    #expect(refused.status == 2)
    #expect(refused.json["error"]?["message"].text.hasPrefix("line 3: " + sentence) == true)
    #expect(try run("campaign", "list").json["campaigns"] == [])
  }

  @Test func declaredMarksAreReadAndWhatDoesNotFitThemIsRefused() throws {
    let text = "campaign;impressions;spend\na;1.234.567;1.234,56\na;12;0,5\n"
    let marks = ["--separator", ";", "--decimal", ",", "--thousands", "."]
    let file = try program.home.file("euro.csv", text)
    #expect(try program.run(["import", "campaign-metrics", file] + marks + database).json["imported"] == 2)
    #expect(try totals()?["impressions"] == 1_234_579)
    #expect(try totals()?["spend"].number == 1235.06)
    let unfit = try program.home.file("unfit.csv", "campaign;impressions;spend\na;12.34;1\n")
    #expect(try program.run(["import", "campaign-metrics", unfit] + marks + database).status == 2)
    let undeclared = try program.run(["import", "campaign-metrics", file] + database)
    #expect(undeclared.status == 2)
    #expect(undeclared.json["error"]?["message"].text.contains("--separator") == true)
  }

  @Test func linesAtFaultArePassedOverWithTheirNumbersAndTheRestCounts() throws {
    let report = try load(
      """
      campaign,date,impressions,spend,currency
      a,2026-11-20,10,1,EUR
      a,2026-11-31,10,1,EUR
      a,2026-11-20,-1,1,EUR
      a,2026-11-20,many,1,EUR
      a,2026-11-20,10,1,USD
      a,2999-01-01,10,1,EUR
      ,2026-11-20,10,1,EUR

      """
    ).json
    #expect((report["imported"], report["skipped"]) == (1, 6))
    #expect(
      reasons(report) == [
        "invalid:date", "invalid:impressions", "invalid:impressions", "invalid:currency", "invalid:date",
        "invalid:campaign",
      ])
    #expect(try isSound())
  }

  @Test func aDryRunReportsTheSameAndWritesNothing() throws {
    let dry = try load("campaign,impressions\na,10\n", "--dry-run").json
    #expect((dry["imported"], dry["dry_run"]) == (1, true))
    #expect(try run("campaign", "list").json["campaigns"] == [])
  }

  /// Totals as the data's own description has them (../shared/data/README.md); lines at odds counted by Python's csv.
  @Test(.enabled(if: Checkout.hasSharedData(kag), "../shared is absent"))
  func theAdsOfThreeCampaignsComeOutExactly() throws {
    let columns = [
      "campaign=xyz_campaign_id", "id=ad_id", "impressions=Impressions", "views=Clicks",
      "acceptances=Total_Conversion", "redemptions=Approved_Conversion", "spend=Spent", "segment.age=age",
      "segment.gender=gender", "segment.interest=interest",
    ]
    let words =
      ["import", "campaign-metrics", Checkout.sharedData(Self.kag)] + columns.flatMap { ["--map", $0] }
      + ["--worth", "redemptions=100", "--worth", "acceptances=5"] + database
    let report = try program.run(words).json
    #expect((report["read"], report["imported"], report["skipped"]) == (1143, 1143, 0))
    #expect(
      flags(report) == [
        "undated": 1143, "no_views": 207, "acceptances_exceed_views": 218, "revenue_without_spend": 204,
      ])
    #expect(try program.run(words).json["imported"] == 0)
    #expect(try program.run(words).json["updated"] == 0)
    let totals = try totals()
    #expect(totals?["impressions"] == 213_434_828)
    #expect(totals?["views"] == 38_165)
    #expect(totals?["acceptances"] == 3_264)
    #expect(totals?["redemptions"] == 1_079)
    #expect(totals?["spend"].number == 58_705.23)
    // 1,079 x 100 + 3,264 x 5.
    #expect(totals?["revenue"].number == 124_220)
    #expect(try run("campaign", "list").json["campaigns"].list.map { $0["name"].text } == ["916", "936", "1178"])
    #expect(try isSound())
  }
}
