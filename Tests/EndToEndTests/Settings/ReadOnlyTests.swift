import Core
import Foundation
import Testing

/// `--read-only`: nothing is written, whatever is asked for.
@Suite struct ReadOnlyTests {
  /// Commands that only read, or write elsewhere than into the database.
  private static let reading: Set<String> = [
    "", "alert list", "alert metrics", "listing list", "listing search", "listing show", "rule explain", "rule list",
    "rule show",
    "rule test", "watch list", "audit", "campaign anomalies", "campaign changes", "campaign cohorts",
    "campaign compare", "campaign export",
    "campaign forecast",
    "campaign list", "campaign metrics", "campaign pacing", "campaign portfolio", "campaign report", "campaign roi",
    "campaign shift", "campaign show", "campaign top", "campaign view list", "claim list", "claim slip",
    "claim validate", "completions",
    "config check", "config path", "config show", "database backup", "database check", "database info",
    "database tables", "decision show", "demo status", "digest preview", "experiment analyze", "experiment assign",
    "experiment export",
    "experiment history", "experiment list", "experiment plan", "experiment show", "experiment status", "find", "help",
    "history", "manual", "offer list", "offer reach", "offer show", "partner analytics", "partner key list",
    "partner list", "partner show", "person list", "person show", "preferences show", "preferences summary",
    "privacy export", "rule match", "score",
    "session list", "session show", "settlement show", "settlement statement", "snapshot", "statistics", "version",
  ]

  @Test func everyCommandThatWritesIsRefusedWithItsCodeAndTheFileStaysAsItIs() throws {
    let demo = try DemoCopy()
    let (session, person, offers) = try demo.parkedPerson()
    let offer = offers[0]["opportunity_id"].word
    let places = try demo.program.home.file("places.csv", "id,name,lat,lng\n99,Here,19.29,-81.38\n")
    let wishes = try demo.program.home.file("offers.csv", "id,partner_id,title,discount_percent\n9000,1,One more,20\n")
    let units = try demo.program.home.file("units.csv", "unit,arm,converted\na,x,1\nb,x,0\nc,y,1\nd,y,0\n")
    let figures = try demo.program.home.file("figures.csv", "campaign,impressions\nspring,100\n")
    let backup = demo.program.home.path + "/backup.db"
    #expect(try demo.run("database", "backup", backup, "--read-only").status == 0)
    let calls: [(command: String, words: [String])] = [
      ("discover", ["--session", session]), ("offer view", [offer, "--session", session]),
      ("offer accept", [offer, "--session", session]),
      ("offer dismiss", [offer, "--session", session, "--reason", "too_far"]),
      ("session start", ["--place", "1", "--minutes", "90"]), ("session extend", [session, "--minutes", "30"]),
      ("session end", [session]), ("person add", ["--name", "Ana R."]), ("person erase", [person]),
      ("partner add", ["--name", "New", "--category", "dining", "--lat", "19.29", "--lng", "-81.38"]),
      ("partner edit", ["3", "--phone", "none"]), ("partner limit", ["3", "10"]),
      ("offer create", ["--partner", "3", "--title", "Lunch", "--discount-percent", "10"]),
      ("offer edit", [offer, "--title", "Lunch"]), ("offer clone", [offer]), ("offer submit", [offer]),
      ("offer approve", [offer]), ("offer reject", [offer, "--reason", "no photo"]), ("offer pause", [offer]),
      ("offer resume", [offer]), ("offer end", [offer]), ("offer archive", [offer]), ("undo", []), ("redo", []),
      ("claim redeem", ["2222-2222-222", "--amount", "42.50"]), ("claim refund", ["2222-2222-222"]),
      ("campaign create", ["spring", "3"]), ("campaign edit", ["1", "--budget", "900"]), ("campaign pause", ["1"]),
      ("campaign resume", ["1"]), ("campaign end", ["1"]), ("database rebuild", []),
      ("campaign view save", ["mine", "--days", "7"]), ("campaign view remove", ["mine"]),
      ("campaign monitor add", ["roas", "below", "1"]), ("campaign monitor list", []),
      ("campaign monitor remove", ["1"]), ("import campaign-metrics", [figures]),
      (
        "experiment create",
        ["--name", "one", "--arm", "a=offer:1", "--arm", "b=offer:2", "--baseline", "0.1", "--effect", "0.02"]
      ),
      ("experiment edit", ["1", "--effect", "0.03"]), ("experiment start", ["1"]),
      ("experiment ramp", ["1", "--coverage", "0.5"]), ("experiment end", ["1"]), ("experiment deploy", ["1"]),
      ("claim expire", []), ("settlement close", ["--period", "2026-10"]),
      ("partner key create", ["3"]), ("partner key rotate", ["1"]), ("partner key revoke", ["1"]),
      ("preferences set", [person, "--walking-limit", "900"]), ("privacy erase", [person]),
      ("simulate", ["--days", "0.01"]), ("demo init", []), ("demo reset", ["--size", "small"]),
      ("demo offers", ["--around-sessions"]), ("import exposures", [units, "--experiment", "mail"]),
      ("import places", [places]), ("import offers", [wishes]), ("import listings", [places]),
      ("rule create", ["lamp"]), ("rule edit", ["1", "lamp"]), ("rule pause", ["1"]), ("rule resume", ["1"]),
      ("rule delete", ["1"]), ("watch add", ["1", "--at-or-under", "5"]), ("watch remove", ["1"]),
      ("alert read", ["--all"]), ("alert snooze", ["1"]), ("sweep", []),
      ("import sessions", [Checkout.path("data/sample_sessions.csv")]), ("database migrate", []),
      ("database create", ["--live"]), ("database restore", [backup, "--replace"]),
    ]
    let before = try Data(contentsOf: URL(fileURLWithPath: demo.path))
    for (command, words) in calls {
      let run = try demo.run(command.split(separator: " ").map(String.init) + words + ["--read-only"])
      #expect(run.status == 4, "\(command): \(run.output)")
      #expect(run.json["error"]?["code"].text == "read_only", "\(command)")
    }
    #expect(try Data(contentsOf: URL(fileURLWithPath: demo.path)) == before)
    // Whoever adds a command says here what it is.
    #expect(Self.reading.union(calls.map(\.command)) == Set(Catalogue.commands.map(\.name)))
  }

  @Test func whatOnlyReadsAnswersAsEver() throws {
    let demo = try DemoCopy()
    let session = try demo.parkedPerson().session
    for words in [["discover", "--session", session, "--dry-run"], ["session", "list"], ["database", "check"]] {
      let run = try demo.run(words + ["--read-only"])
      #expect(run.status == 0, "\(words): \(run.errors)")
    }
  }
}
