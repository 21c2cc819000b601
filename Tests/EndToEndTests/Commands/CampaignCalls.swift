import Core
import Testing

/// How every command that judges campaigns is called, over two that were counted elsewhere.
struct CampaignCalls {
  private static let days = 10...19

  private static let figures =
    "campaign,date,impressions,views,acceptances,redemptions,spend,revenue,segment.age\n"
    + days.map { day in
      "dinner,2026-11-\(day),400,200,50,\(day % 4 + 3),\(40 + day % 7),\(90 + day % 5),18-24\n"
        + "tours,2026-11-\(day),100,50,20,\(day % 3),\(20 + day % 3),\(10 + day % 3),25-34\n"
    }.joined()

  /// The imported file, and its campaigns.
  private let file: String
  private let dinner: String
  private let tours: String

  init(in demo: DemoCopy) throws {
    file = try demo.program.home.file("figures.csv", Self.figures)
    _ = try demo.run("import", "campaign-metrics", file)
    let campaigns = try demo.run("campaign", "list").json["campaigns"].list
    func id(_ name: String) throws -> String {
      try #require(campaigns.first { $0["name"].text == name })["id"].word
    }
    (dinner, tours) = (try id("dinner"), try id("tours"))
  }

  /// In this order: later ones build on earlier ones.
  var all: [(command: String, words: [String], input: String)] {
    let calls: [(command: String, rest: [String])] = [
      ("import campaign-metrics", [file]), ("campaign metrics", [dinner]),
      ("campaign metrics", [dinner, "--by", "hour", "--days", "2"]), ("campaign metrics", [dinner, "--by", "segment"]),
      ("campaign roi", [dinner]), ("campaign compare", [dinner, tours]), ("campaign cohorts", [dinner]),
      ("campaign portfolio", []), ("campaign top", ["--metric", "profit"]), ("campaign anomalies", []),
      ("campaign forecast", [dinner]), ("campaign pacing", [dinner]), ("campaign shift", [tours, dinner, "5"]),
      ("campaign export", []), ("campaign export", [dinner, "--by", "segment"]), ("campaign report", [dinner]),
      ("campaign report", ["--format", "html"]), ("campaign view save", ["mine", "--days", "7"]),
      ("campaign view list", []), ("campaign view remove", ["mine"]),
      ("campaign monitor add", ["roas", "below", "1"]), ("campaign monitor list", []),
      ("campaign monitor remove", ["1"]), ("campaign changes", []),
    ]
    return calls.map { ($0.command, $0.command.split(separator: " ").map(String.init) + $0.rest, "") }
  }
}
