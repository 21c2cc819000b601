import Core
import Foundation
import Testing

/// `import exposures`: tests that were run elsewhere, from the file to the verdict.
@Suite struct ExposureImportTests {
  private static let hillstrom = "hillstrom_email/hillstrom.csv.gz"
  private static let udacity = "udacity_ab/control_data.csv"

  private let program: OpportuneProgram
  private let database: [String]

  init() throws {
    program = try OpportuneProgram()
    database = ["--json", "--database", program.home.path + "/live.db"]
    _ = try program.run(["database", "create"] + database)
  }

  private func run(_ words: String...) throws -> OpportuneProgram.Run { try program.run(words + database) }

  @Test func aFileWithoutUnitsIsCountedByItsLines() throws {
    let lines = (0..<200).map { "\($0 < 100 ? "old" : "new"),\($0 % 100 < ($0 < 100 ? 20 : 60) ? "yes" : "no")" }
    let file = try program.home.file("test.csv", "group,done\n" + lines.joined(separator: "\n") + "\n")
    let words = ["import", "exposures", file, "--experiment", "mail", "--map", "converted=done"] + database
    #expect(try program.run(words).json["imported"] == 200)
    let again = try program.run(words).json
    #expect(again["imported"] == 0)
    #expect(again["updated"] == 0)
    let analysis = try run("experiment", "analyze", "1").json["analysis"]
    #expect(analysis?["arms"].list.map { $0["exposures"] } == [100, 100])
    #expect(analysis?["arms"].list.map { $0["acceptances"] } == [20, 60])
    #expect(analysis?["verdict"]?["kind"].text == "ship")
    #expect(analysis?["verdict"]?["arm"]?["name"].text == "new")
    #expect(try run("database", "check").json["ok"] == true)
  }

  @Test func aFileOfWhichNoLineCanBeReadSaysWhatIsWrongAndWhere() throws {
    let file = try program.home.file(
      "days.csv", "arm,date,exposures,conversions\nA,2026-11-01,many,3\nB,2026-11-01,,2\n")
    let run = try run("import", "exposures", file, "--daily", "--experiment", "mail")
    #expect(run.status == 2)
    #expect(run.json["error"]["field"].text == "exposures")
    #expect(run.json["error"]["message"].text.contains("in line 2, and no other line can be read"))
  }

  @Test func linesThatAreLeftOutSayNothingOfThePlan() throws {
    let file = try program.home.file(
      "days.csv", "arm,date,exposures,conversions\nA,2026-11-01,100,10\nB,2026-11-01,100,20\nA,2026-11-02,900,\n")
    #expect(try run("import", "exposures", file, "--daily", "--experiment", "mail").json["skipped"] == 1)
    #expect(try run("experiment", "show", "1").json["experiment"]["baseline"].number == 0.1)
  }

  @Test func valuesAreMappedFaultsAreToldAndAUnitOfTwoArmsMakesItUnhealthy() throws {
    let file = try program.home.file(
      "test.csv",
      """
      unit,arm,exposed_at,converted,value
      u1,A,2026-11-01T10:00:00Z,1,12.50
      u2,B,2026-11-02,0,
      u1,B,2026-11-03T10:00:00Z,0,
      u3,A,2026-11-02T10:00:00Z,maybe,
      u4,C,2026-11-02T10:00:00Z,1,
      u5,A,2999-01-01T10:00:00Z,1,
      u6,B,2026-11-02T10:00:00Z,1,1.005

      """)
    _ = try run(
      "experiment", "create", "--name", "mail", "--arm", "a=imported", "--arm", "b=imported", "--baseline", "0.1",
      "--effect", "0.02")
    let report = try run(
      "import", "exposures", file, "--experiment", "1", "--map-value", "arm:A=a", "--map-value", "arm:B=b"
    ).json
    #expect((report["imported"], report["updated"], report["skipped"]) == (3, 1, 3))
    let faults = report["skipped_reasons"].list.map { ($0["reason"].text, $0["lines"].list) }
    #expect(faults.map(\.0) == ["invalid:converted", "invalid:arm", "invalid:exposed_at"])
    #expect(faults.map(\.1) == [[5], [6], [7]])
    let status = try run("experiment", "analyze", "1").json["analysis"]
    #expect(status?["verdict"]?["kind"].text == "unhealthy")
    #expect(status?["health"]?["in_two_arms"] == 1)
    #expect(status?["arms"].list.map { $0["exposures"] } == [0, 2])
    // 1.005 is a little less than that in binary, and rounds to 1.00.
    #expect(status?["arms"].list.map { $0["revenue_cents"] } == [0, 100])
  }

  @Test func aGzipFileIsReadAsItIsAlsoInSeveralMembersAndACutOneIsTold() throws {
    let text = "arm,converted\nA,1\nA,0\nB,1\nB,0\n"
    let plain = try program.home.file("plain.csv", text)
    let shell = Process()
    shell.executableURL = URL(fileURLWithPath: "/bin/sh")
    let home = program.home.path
    shell.arguments = [
      "-c",
      """
      cd '\(home)' && head -3 plain.csv | gzip > two.csv.gz && tail -2 plain.csv | gzip >> two.csv.gz \
      && gzip -c plain.csv | head -c 30 > cut.csv.gz
      """,
    ]
    try shell.run()
    shell.waitUntilExit()
    #expect(shell.terminationStatus == 0)
    #expect(try run("import", "exposures", plain, "--experiment", "one").json["imported"] == 4)
    #expect(try run("import", "exposures", home + "/two.csv.gz", "--experiment", "one").json["imported"] == 0)
    let cut = try run("import", "exposures", home + "/cut.csv.gz", "--experiment", "one")
    #expect(cut.status == 2)
    #expect(cut.json["error"]?["code"].text == "malformed")
  }

  /// The numbers are those of the data's own description (../shared/data/README.md).
  @Test(.enabled(if: Checkout.hasSharedData(hillstrom), "../shared is absent"))
  func hillstromsThreeArmsComeOutAsPublished() throws {
    let words = [
      "import", "exposures", Checkout.sharedData(Self.hillstrom), "--map", "arm=segment", "--map", "value=spend",
      "--control", "No E-Mail",
    ]
    let visits = words + ["--experiment", "visits", "--map", "converted=visit"] + database
    #expect(try program.run(visits).json["imported"] == 64_000)
    #expect(try program.run(visits).json["imported"] == 0)
    let arms = try run("experiment", "analyze", "1").json["analysis"]?["arms"].list ?? []
    #expect(arms.map { $0["name"].text } == ["No E-Mail", "Womens E-Mail", "Mens E-Mail"])
    #expect(arms.map { $0["exposures"] } == [21_306, 21_387, 21_307])
    #expect(arms.map { ($0["estimate"].number * 10_000).rounded() } == [1062, 1514, 1828])
    _ = try program.run(
      words + ["--experiment", "bought", "--map", "converted=conversion", "--metric", "revenue"] + database)
    let money = try run("experiment", "analyze", "2").json["analysis"]
    // Conversion rates of 0.573, 0.884 and 1.253 %.
    let bought = money?["arms"].list.map { ($0["redemptions"].number / $0["exposures"].number * 100_000).rounded() }
    #expect(bought == [573, 884, 1253])
    #expect(money?["verdict"]?["kind"].text == "ship")
  }

  @Test(.enabled(if: Checkout.hasSharedData(udacity), "../shared is absent"))
  func udacitysDaysComeOutAsPublished() throws {
    _ = try run(
      "experiment", "create", "--name", "trial", "--arm", "control=imported", "--arm", "experiment=imported",
      "--baseline", "0.2", "--effect=-0.02", "--minimum-days", "0")
    for arm in ["control", "experiment"] {
      let words = [
        "import", "exposures", "--daily", Checkout.sharedData("udacity_ab/\(arm)_data.csv"), "--experiment", "trial",
        "--set", "arm=\(arm)", "--map", "date=Date", "--map", "exposures=Clicks", "--map", "conversions=Enrollments",
        "--year", "2014",
      ]
      let report = try program.run(words + database).json
      // The last 14 days have no enrolments.
      #expect((report["read"], report["imported"], report["skipped"]) == (37, 23, 14))
      #expect(try program.run(words + database).json["imported"] == 0)
    }
    let analysis = try run("experiment", "analyze", "1").json["analysis"]
    #expect(analysis?["arms"].list.map { $0["acceptances"] } == [3785, 3423])
    #expect(analysis?["looks"].list.count == 23)
    #expect(analysis?["verdict"]?["kind"].text == "roll_back")
  }
}
