import Core
import Foundation
import Testing

/// Every command's real answer fits the shape that `help --json` promises.
@Suite struct SchemaTests {
  @Test func everyCommandAnswersInItsShape() throws {
    let demo = try DemoCopy()
    let (session, person, offers) = try demo.parkedPerson()
    let (first, second) = (offers[0]["opportunity_id"].word, offers[1]["opportunity_id"].word)
    let code = try demo.run("offer", "accept", offers[2]["opportunity_id"].word, "--session", session).json["code"].text
    let places = try demo.program.home.file("places.csv", "id,name,lat,lng\n99,Here,19.29,-81.38\n")
    let wishes = try demo.program.home.file("offers.csv", "id,partner_id,title,discount_percent\n9000,1,One more,20\n")
    let units = try demo.program.home.file("units.csv", "unit,arm,converted\na,x,1\nb,x,0\nc,y,1\nd,y,0\n")
    let rules = try demo.program.home.file("rules.ndjson", "{\"id\":1}\n{\"id\":2,\"keywords\":[\"bike\"]}\n")
    let listings = try demo.program.home.file("listings.ndjson", "{\"id\":\"a\",\"title\":\"A bike\"}\n")
    let backup = demo.program.home.path + "/backup.db"
    let fresh = ["--database", demo.program.home.path + "/fresh.db"]
    let live = ["--database", demo.program.home.path + "/live.db"]
    let campaigns = try CampaignCalls(in: demo).all + DealCalls(in: demo).all(in: demo)
    // In this order: later ones build on earlier ones.
    let others: [(command: String, words: [String], input: String)] = [
      ("", [], ""),
      ("discover", ["discover", "--session", session, "--all-reasons"], ""),
      ("score", ["score"], "{}\n" + ScoreTests.examples.map(\.line).joined(separator: "\n")),
      ("experiment plan", ["experiment", "plan", "--baseline", "0.1", "--effect", "0.02", "--daily", "500"], ""),
      ("statistics", ["statistics"], "{}\n" + StatisticsQuestions.all.joined(separator: "\n")),
      (
        "partner add",
        ["partner", "add", "--name", "One more", "--category", "dining", "--lat", "19.29", "--lng", "-81.38"], ""
      ),
      ("rule match", ["rule", "match", "--rules", rules, "--listings", listings], ""),
      ("partner list", ["partner", "list"], ""), ("partner show", ["partner", "show", "1"], ""),
      ("partner edit", ["partner", "edit", "1", "--phone", "345-555"], ""),
      ("partner limit", ["partner", "limit", "1", "90"], ""),
      ("offer create", ["offer", "create", "--partner", "45", "--title", "Lunch", "--discount-percent", "20"], ""),
      ("offer edit", ["offer", "edit", "241", "--weather", "rain"], ""),
      ("offer clone", ["offer", "clone", "241"], ""), ("undo", ["undo"], ""), ("redo", ["redo"], ""),
      ("offer submit", ["offer", "submit", "242"], ""),
      ("offer reject", ["offer", "reject", "242", "--reason", "No", "--as", "operator:ben"], ""),
      ("offer submit", ["offer", "submit", "242"], ""),
      ("offer approve", ["offer", "approve", "242", "--as", "operator:ben"], ""),
      ("offer pause", ["offer", "pause", "242"], ""), ("offer resume", ["offer", "resume", "242"], ""),
      ("offer end", ["offer", "end", "242"], ""), ("offer archive", ["offer", "archive", "242"], ""),
      ("audit", ["audit"], ""),
      ("offer list", ["offer", "list", "--limit", "300"], ""), ("offer show", ["offer", "show", first], ""),
      ("offer reach", ["offer", "reach", first, "--trigger", #"{"days_of_week":["fri"]}"#], ""),
      ("partner analytics", ["partner", "analytics", "1", "--by", "day"], ""),
      ("partner analytics", ["partner", "analytics", "1", "--days", "2", "--by", "hour"], ""),
      ("partner analytics", ["partner", "analytics", "1", "--by", "offer"], ""),
      ("campaign create", ["campaign", "create", "spring", "3", "4"], ""), ("campaign list", ["campaign", "list"], ""),
      ("campaign show", ["campaign", "show", "1"], ""),
      (
        "campaign create", ["campaign", "create", "--input", "-"],
        #"{"name":"lunch","type":"event","offers":[6],"budget":500,"costs":{"per_impression":0.0025},"#
          + #""targets":["commuter"],"starts_at":"2026-12-01T00:00:00Z"}"#
      ),
      ("campaign edit", ["campaign", "edit", "1", "--daily-budget", "40", "--ends", "2027-01-01T00:00:00Z"], ""),
      ("campaign pause", ["campaign", "pause", "1"], ""), ("campaign resume", ["campaign", "resume", "1"], ""),
      ("campaign end", ["campaign", "end", "1"], ""), ("database rebuild", ["database", "rebuild"], ""),
      (
        "experiment create",
        ["experiment", "create", "--input", "-"],
        #"{"name":"bigger","arms":[{"name":"as it is","offer_id":5},"#
          + #"{"name":"bigger","offer_id":5,"value":{"discount_percent":60}}],"#
          + #""guardrails":[{"metric":"dismissal","margin":0.01}],"namespace":{"name":"all","from":0,"to":1},"#
          + #""baseline":0.1,"effect":0.02}"#
      ),
      ("experiment edit", ["experiment", "edit", "1", "--minimum-days", "0"], ""),
      ("experiment start", ["experiment", "start", "1"], ""),
      ("experiment ramp", ["experiment", "ramp", "1", "--weights", "2/3,1/3"], ""),
      ("experiment assign", ["experiment", "assign", "1", person], ""),
      ("experiment list", ["experiment", "list"], ""), ("experiment show", ["experiment", "show", "1"], ""),
      ("experiment status", ["experiment", "status", "1"], ""),
      ("experiment analyze", ["experiment", "analyze", "1"], ""),
      ("experiment export", ["experiment", "export", "1"], ""),
      ("experiment export", ["experiment", "export", "1", "--by", "segment"], ""),
      ("experiment end", ["experiment", "end", "1", "--winner", "bigger"], ""),
      ("experiment deploy", ["experiment", "deploy", "1"], ""), ("experiment history", ["experiment", "history"], ""),
      ("offer view", ["offer", "view", first, "--session", session], ""),
      ("offer accept", ["offer", "accept", first, "--session", session], ""),
      ("offer dismiss", ["offer", "dismiss", second, "--session", session, "--reason", "too_far"], ""),
      ("claim validate", ["claim", "validate", code], ""), ("claim list", ["claim", "list"], ""),
      ("claim redeem", ["claim", "redeem", code, "--input", "-"], "{\"amount_cents\":4000}"),
      ("claim refund", ["claim", "refund", code, "--amount", "10"], ""), ("claim expire", ["claim", "expire"], ""),
      ("claim slip", ["claim", "slip", "--partner", "1"], ""),
      ("partner key create", ["partner", "key", "create", "1"], ""),
      ("partner key list", ["partner", "key", "list", "1"], ""),
      ("partner key rotate", ["partner", "key", "rotate", "1"], ""),
      ("partner key revoke", ["partner", "key", "revoke", "1"], ""),
      ("settlement show", ["settlement", "show"], ""),
      ("settlement close", ["settlement", "close", "--period", "2026-10"], ""),
      ("settlement statement", ["settlement", "statement", "--partner", "1", "--period", "2026-11"], ""),
      ("session start", ["session", "start", "--place", "1", "--minutes", "90"], ""),
      ("session list", ["session", "list"], ""), ("session show", ["session", "show", session], ""),
      ("session extend", ["session", "extend", session, "--minutes", "30"], ""),
      ("history", ["history", "--session", session], ""), ("history", ["history", "--person", person], ""),
      ("decision show", ["decision", "show", "1"], ""),
      ("session end", ["session", "end", session], ""), ("discover", ["discover", "--session", session], ""),
      ("person add", ["person", "add", "--name", "Ana R."], ""), ("person list", ["person", "list"], ""),
      ("person show", ["person", "show", person], ""), ("preferences show", ["preferences", "show", person], ""),
      ("preferences summary", ["preferences", "summary", person], ""),
      ("digest preview", ["digest", "preview", person], ""),
      ("preferences set", ["preferences", "set", person, "--quiet-hours", "mon 22:00-07:00"], ""),
      ("privacy export", ["privacy", "export", person], ""), ("privacy erase", ["privacy", "erase", person], ""),
      ("person erase", ["person", "erase", "1"], ""),
      ("simulate", ["simulate", "--days", "0.05", "--seed", "3"], ""), ("demo status", ["demo", "status"], ""),
      ("demo init", ["demo", "init", "--size", "small"] + fresh, ""),
      ("demo reset", ["demo", "reset", "--size", "small"] + fresh, ""),
      ("import exposures", ["import", "exposures", units, "--experiment", "mail"], ""),
      ("import places", ["import", "places", places], ""), ("import offers", ["import", "offers", wishes], ""),
      ("import sessions", ["import", "sessions", Checkout.path("data/sample_sessions.csv"), "--dry-run"], ""),
      ("snapshot", ["snapshot", "--size", "80x24"], ""), ("database info", ["database", "info"], ""),
      ("database tables", ["database", "tables"], ""), ("database check", ["database", "check"], ""),
      ("database migrate", ["database", "migrate"], ""), ("database backup", ["database", "backup", backup], ""),
      ("database restore", ["database", "restore", backup, "--replace"], ""),
      ("database create", ["database", "create"] + live, ""),
      ("demo offers", ["demo", "offers", "--around-sessions"], ""), ("help", ["help"], ""),
      ("help", ["help", "keys"], ""), ("find", ["find", "1"], ""), ("find", ["find", "2222-2222-223"], ""),
      ("version", ["version"], ""), ("config show", ["config", "show"], ""), ("config path", ["config", "path"], ""),
      ("config check", ["config", "check"], ""),
    ]
    // Batches, each with a bad line.
    let byLine = ["score", "statistics", "rule match"]
    let calls = campaigns + others
    for (command, words, input) in calls {
      let run =
        words.contains("--database")
        ? try demo.program.run(words + ["--json", "--now", DemoCopy.now], input: input)
        : try demo.run(words, input: input)
      #expect(run.status == (byLine.contains(command) ? 2 : 0), "\(words): \(run.errors)")
      let documents = byLine.contains(command) ? run.lines : [run.json]
      for document in documents {
        let problems = JSONSchema.problems(document, Catalogue.output(of: command))
        #expect(problems.isEmpty, "\(words): \(problems.prefix(5))")
      }
    }
    let textOnly = Catalogue.commands.filter { $0.command["output"] == .null }.map(\.name)
    #expect(textOnly == ["completions", "manual"])
    #expect(Set(calls.map(\.command)).union(textOnly) == Set(Catalogue.commands.map(\.name)))
  }

  @Test func theCheckerFindsWhatIsWrong() throws {
    let schema = try JSON(
      parsing: """
        {"type":"object","properties":{"a":{"type":"integer"},"b":{"anyOf":[{"type":"string"},{"type":"null"}]}},
        "required":["a","b"],"additionalProperties":false}
        """)
    #expect(JSONSchema.problems(["a": 1, "b": nil], schema) == [])
    #expect(JSONSchema.problems(["a": "1", "b": "x"], schema) == ["$.a: \"1\" is no integer"])
    #expect(JSONSchema.problems(["a": 1, "b": "x", "c": 2], schema) == ["$: unexpected c"])
    #expect(JSONSchema.problems(["b": "x"], schema) == ["$: no a"])
  }
}
