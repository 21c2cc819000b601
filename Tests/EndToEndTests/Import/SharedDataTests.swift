import Core
import Testing

/// Real data beside the checkout; skipped where it is absent.
@Suite struct SharedDataTests {
  private static let sessions = "parking_charlottesville/parking_sessions.csv"
  private static let restaurants = "uci_restaurants/geoplaces2.csv"

  private func live() throws -> (program: OpportuneProgram, path: String) {
    let program = try OpportuneProgram()
    let path = program.home.path + "/live.db"
    _ = try program.run("database", "create", "--database", path, "--zone", "America/New_York")
    return (program, path)
  }

  @Test(.enabled(if: Checkout.hasSharedData(sessions), "../shared is absent"))
  func realSessionsAreImportedAndDiscovered() throws {
    let (program, path) = try live()
    let file = Checkout.sharedData(Self.sessions)
    let words = ["import", "sessions", file, "--zone", "America/New_York", "--database", path, "--json"]
    let report = try program.run(words).json
    // Counted by another program (Python, csv module) from the rules of the data's own description.
    #expect(report["read"] == 17_532)
    #expect(report["imported"] == 16_553)
    #expect(report["skipped"] == 979)
    #expect(try program.run(words).json["imported"] == 0)
    let info = try program.run("database", "info", "--json", "--database", path).json
    #expect(info["people"] == 7_301)
    #expect(info["sessions"] == 16_553)
    _ = try program.run("demo", "offers", "--around-sessions", "--partners", "60", "--database", path)
    // A Friday noon of the data: 13 October 2017, 12:00 in New York.
    let noon = ["--now", "2017-10-13T16:00:00Z", "--database", path, "--json"]
    let active = try program.run(["session", "list", "--active", "--limit", "500"] + noon).json["sessions"].list
    #expect(active.count > 50)
    let shown = try active.prefix(20).map { session in
      try program.run(["discover", "--session", session["id"].word] + noon).json["ranked"].list.count
    }
    #expect(shown.filter { $0 > 0 }.count > 10)
    #expect(try program.run("database", "check", "--json", "--database", path).json["ok"] == true)
  }

  @Test(.enabled(if: Checkout.hasSharedData(sessions), "../shared is absent"))
  func aRealWeekIsReplayed() throws {
    let (program, path) = try live()
    let file = Checkout.sharedData(Self.sessions)
    _ = try program.run("import", "sessions", file, "--zone", "America/New_York", "--database", path)
    _ = try program.run("demo", "offers", "--around-sessions", "--partners", "60", "--database", path)
    let words = ["simulate", "--replay", "--until", "2017-09-12T00:00:00Z", "--json", "--database", path]
    let run = try program.run(words).json
    // Counted by Python's csv and zoneinfo: imported stays that began before that instant.
    #expect(run["sessions"] == 2_042)
    #expect(run["started_at"].text == "2017-09-05T11:44:32Z")
    #expect(run["acceptances"].number > 200)
    #expect(run["redemptions"].number > 100)
    #expect(run["extensions"] == 0)
  }

  @Test(.enabled(if: Checkout.hasSharedData(restaurants), "../shared is absent"))
  func realRestaurantsBecomePartners() throws {
    let (program, path) = try live()
    let words = [
      "import", "places", Checkout.sharedData(Self.restaurants), "--map", "id=placeID", "--set", "kind=partner",
      "--zone", "America/Mexico_City", "--database", path, "--json",
    ]
    let report = try program.run(words).json
    #expect(report["read"] == 130)
    #expect(report["imported"] == 130)
    #expect(try program.run(words).json["imported"] == 0)
  }
}
