import Core
import Foundation
import Testing

/// Campaigns judged from the command line, over figures worked out by hand and by SciPy.
@Suite struct CampaignCommandTests {
  private static let now = "2026-11-21T12:00:00Z"

  /// Seven days each: `dinner` as in the tests of Core, `tours` loses, `lucky` sold once, `Wien` is paid in euros.
  private static let file: String = {
    let dinner = [
      (120, 50, 6, 400), (80, 45, 4, 380), (150, 60, 8, 500), (90, 40, 5, 350), (200, 80, 10, 700), (60, 30, 3, 300),
      (110, 55, 6, 420),
    ]
    var lines = ["campaign,date,impressions,views,acceptances,redemptions,spend,revenue,currency,segment.age"]
    for (index, day) in dinner.enumerated() {
      lines.append("dinner,2026-11-\(10 + index),\(day.3),200,50,\(day.2),\(day.1),\(day.0),USD,18-24")
      lines.append(
        "tours,2026-11-\(10 + index),100,50,20,\(1 + index % 2),\(20 + index % 3),\(10 + index % 3),USD,25-34")
      lines.append("Wien,2026-11-\(10 + index),100,50,20,2,\(10 + index % 2),\(30 + index),EUR,25-34")
    }
    lines.append("lucky,2026-11-12,10,5,2,1,1,100,USD,18-24")
    return lines.joined(separator: "\n") + "\n"
  }()

  private let program: OpportuneProgram
  private let database: [String]

  init() throws {
    program = try OpportuneProgram()
    database = ["--json", "--now", Self.now, "--database", program.home.path + "/live.db"]
    _ = try program.run(["database", "create"] + database)
    let file = try program.home.file("figures.csv", Self.file)
    let run = try program.run(["import", "campaign-metrics", file] + database)
    try #require(run.status == 0, "\(run.errors)")
  }

  private func run(_ words: String...) throws -> OpportuneProgram.Run { try program.run(words + database) }

  private func id(_ name: String) throws -> String {
    let campaigns = try run("campaign", "list").json["campaigns"].list
    return try #require(campaigns.first { $0["name"].text == name })["id"].word
  }

  @Test func returnsHaveTheContractsFieldsAndSciPysIntervals() throws {
    let roi = try run("campaign", "roi", try id("dinner")).json
    #expect(roi["total_cost"].number == 360.0)
    #expect(roi["total_revenue"].number == 810.0)
    #expect(roi["profit"].number == 450.0)
    #expect(roi["roas"].number == 2.25)
    #expect(roi["cost_per_redemption"].number == 8.57)
    #expect(roi["break_even_redemptions"] == 19)
    #expect(roi["break_even_spend"].number == 810.0)
    #expect(roi["payback_date"].text == "2026-11-10")
    #expect(abs(roi["margin"].number - 5.0 / 9) < 1e-12)
    let roas = roi["intervals"]?["roas"].list.map { JSON?.some($0).number } ?? []
    #expect(abs(roas[0] - 1.905052720535186) < 1e-9 && abs(roas[1] - 2.4847672476496094) < 1e-9)
    #expect(roi["intervals"]?["profit"].list.map { JSON?.some($0).number } == [243.22, 656.78])
  }

  @Test func figuresAreShownWithTheirPartsAndSumUp() throws {
    let dinner = try id("dinner")
    let all = try run("campaign", "metrics", dinner, "--by", "day", "--from", "2026-11-09", "--to", "2026-11-17").json
    #expect(all["totals"]?["impressions"] == 3050)
    #expect(all["metrics"]?["view_rate"]?["numerator"]?["value"] == 1400)
    let days = all["trend"]?["buckets"].list ?? []
    #expect(days.map { $0["missing"] } == [true] + [JSON](repeating: false, count: 7) + [true])
    #expect(days.reduce(0) { $0 + $1["redemptions"].number } == 42)
    let weeks = try run("campaign", "metrics", dinner, "--by", "week", "--from", "2026-11-09", "--to", "2026-11-22")
    #expect(weeks.json["trend"]?["buckets"].list.map { $0["label"].text } == ["2026-W46", "2026-W47"])
    #expect(weeks.json["trend"]?["buckets"].list.map { $0["redemptions"] } == [36, 6])
    let segments = try run("campaign", "metrics", dinner, "--by", "segment").json["segments"].list
    let ages = segments.filter { $0["dimension"].text == "age" }
    #expect(ages.map { $0["value"].text } == ["18-24"])
    #expect(ages.first?["totals"]?["spend"].number == 360.0)
  }

  @Test func aPortfolioOfTwoCurrenciesAddsNoMoney() throws {
    let portfolio = try run("campaign", "portfolio", "--days", "30").json
    #expect(portfolio["totals"]?["impressions"] == 4460)
    #expect(portfolio["totals"]?["revenue"] == .null)
    #expect(portfolio["pooled_roas"] == .null)
    #expect(portfolio["reason"].text.contains("several currencies"))
    let dollars = try #require(portfolio["groups"].list.first { $0["currency"].text == "USD" })
    // dinner 810 and 360, tours 10-12 x 7 = 76 and 146, lucky 100 and 1
    #expect(dollars["totals"]?["revenue"].number == 986.0)
    #expect(dollars["totals"]?["spend"].number == 507.0)
    #expect(abs(dollars["pooled_roas"].number - 986.0 / 507) < 1e-12)
    #expect(abs(dollars["mean_roas"].number - (2.25 + 76.0 / 146 + 100) / 3) < 1e-9)
    #expect(dollars["changes"]?["revenue"]?["relative"] == .null)
  }

  @Test func oneLuckySaleDoesNotWinAndALoserIsTold() throws {
    let top = try run("campaign", "top", "--metric", "roas").json["campaigns"].list
    #expect(top.map { $0["campaign"]?["name"].text } == ["Wien", "dinner", "tours", "lucky"])
    #expect(top.last?["rank"] == .null)
    #expect(top.last?["reason"].text.contains("two days") == true)
    let money = try run("campaign", "top", "--metric", "revenue", "--limit", "1").json["campaigns"].list
    #expect(money.map { $0["campaign"]?["name"].text } == ["Wien", "dinner"])
    let losing = try run("campaign", "export", "--losing").json["rows"].list
    #expect(losing.map { $0["campaign"].text } == ["tours"])
  }

  @Test func comparingSaysWhatIsNotCompared() throws {
    let (dinner, tours, wien) = (try id("dinner"), try id("tours"), try id("Wien"))
    let comparison = try run("campaign", "compare", dinner, tours, wien, "--days", "30").json
    let lines = comparison["metrics"].list
    let roas = try #require(lines.first { $0["metric"].text == "roas" })["pairs"].list
    #expect(roas.count == 3)
    #expect(roas[0]["different"] == true)
    let cost = try #require(lines.first { $0["metric"].text == "cost_per_redemption" })["pairs"].list
    #expect(cost[1]["difference"] == .null)
    #expect(cost[1]["reason"].text == "amounts in USD and EUR are not compared")
  }

  @Test func mistakesAreNamedAndGiveTheirStatus() throws {
    let dinner = try id("dinner")
    let calls: [(words: [String], status: Int32, says: String)] = [
      (["campaign", "metrics", dinner, "--from", "2026-11-20", "--to", "2026-11-10"], 2, "after the last day"),
      (["campaign", "metrics", dinner, "--from", "soon"], 2, "must be a day"),
      (["campaign", "metrics", dinner, "--from", "2026-11-01", "--days", "3"], 2, "contradict"),
      (["campaign", "metrics", dinner, "--days", "200", "--by", "hour"], 2, "at most 92 days"),
      (["campaign", "roi", "4711"], 3, "4711"), (["campaign", "compare", dinner], 2, "two to four"),
      (["campaign", "compare", dinner, dinner], 2, "twice"), (["campaign", "top", "--metric", "luck"], 2, "one of"),
      (["campaign", "shift", dinner, dinner, "10"], 2, "another"),
      (["campaign", "shift", dinner, try id("tours"), "100000"], 2, "spent from"),
      (["campaign", "shift", dinner, try id("Wien"), "10"], 2, "same currency"),
      (["campaign", "export", "--by", "day"], 2, "name it"),
    ]
    for (words, status, says) in calls {
      let run = try program.run(words + database)
      #expect(run.status == status, "\(words)")
      #expect(run.errors.contains(says), "\(words): \(run.errors)")
    }
  }

  /// Every answer fits the shape that help promises, also of a campaign that has nothing.
  @Test func everyAnswerFitsItsSchema() throws {
    let (dinner, tours) = (try id("dinner"), try id("tours"))
    let empty = try program.home.file("empty.csv", "campaign,date,impressions,spend\nempty,2026-11-20,0,0\n")
    _ = try run("import", "campaign-metrics", empty)
    let nothing = try id("empty")
    let calls: [(command: String, rest: [String])] =
      [dinner, nothing].flatMap { campaign in
        [
          ("campaign metrics", [campaign]), ("campaign metrics", [campaign, "--by", "hour", "--days", "3"]),
          ("campaign metrics", [campaign, "--by", "month"]), ("campaign metrics", [campaign, "--by", "segment"]),
          ("campaign roi", [campaign]), ("campaign cohorts", [campaign]), ("campaign forecast", [campaign]),
          ("campaign pacing", [campaign]), ("campaign anomalies", [campaign]), ("campaign report", [campaign]),
          ("campaign export", [campaign]), ("campaign export", [campaign, "--by", "segment"]),
          ("campaign export", [campaign, "--by", "offer"]),
        ]
      } + [
        ("campaign compare", [dinner, nothing]), ("campaign portfolio", []), ("campaign portfolio", ["--days", "365"]),
        ("campaign anomalies", []), ("campaign pacing", []), ("campaign report", []), ("campaign export", []),
        ("campaign shift", [dinner, tours, "10"]),
      ] + CampaignMetric.allCases.map { ("campaign top", ["--metric", $0.rawValue]) }
    for (command, rest) in calls {
      let run = try program.run(command.split(separator: " ").map(String.init) + rest + database)
      #expect(run.status == 0, "\(command) \(rest): \(run.errors)")
      let problems = JSONSchema.problems(run.json, Catalogue.output(of: command))
      #expect(problems.isEmpty, "\(command) \(rest): \(problems.prefix(5))")
      for word in ["NaN", "nan", "Infinity", "-0.0,"] { #expect(!run.output.contains(word), "\(command) \(rest)") }
    }
  }

  @Test func aReportIsThePageItSays() throws {
    let words = ["campaign", "report", try id("dinner"), "--days", "30", "--now", Self.now]
    let place = ["--database", program.home.path + "/live.db"]
    let markdown = try program.run(words + place).output
    #expect(markdown.hasPrefix("# dinner\n"))
    #expect(markdown.contains("| ROAS | 2.25 | \\[1.91, 2.48\\] |"))
    let html = try program.run(words + ["--format", "html"] + place).output
    #expect(html.hasPrefix("<!DOCTYPE html>"))
    #expect(html.contains("<td>ROAS</td><td class=\"number\">2.25</td>"))
  }
}
