import Core
import Foundation
import Testing

/// A partner acts by its key: from the environment or a file, never from an argument.
@Suite struct KeyJourneyTests {
  private let demo: DemoCopy

  init() throws { demo = try DemoCopy() }

  private func make(_ partner: String) throws -> (key: String, id: String) {
    let made = try demo.run("partner", "key", "create", partner).json
    return (made["key"].text, made["stored"]?["id"].word ?? "")
  }

  private func run(_ words: [String], key: String, at now: String = DemoCopy.now) throws -> OpportuneProgram.Run {
    try demo.program.run(
      words + ["--json", "--database", demo.path, "--now", now], environment: ["OPPORTUNE_PARTNER_KEY": key])
  }

  @Test func theKeyIsPrintedOnceAndStandsNowhereInTheFile() throws {
    let key = try make("3").key
    #expect(key.hasPrefix("opk_1_") && key.count == 46)
    let secret = Data(key.split(separator: "_")[2].utf8)
    #expect(try Data(contentsOf: URL(fileURLWithPath: demo.path)).range(of: secret) == nil)
    let listed = try demo.run("partner", "key", "list", "3")
    #expect(!listed.output.contains(key))
    #expect(listed.json["keys"].list.first?["prefix"].text == "opk_1_")
    #expect(listed.json["keys"].list.first?["last_used_at"] == .null)
  }

  @Test func whoeverHoldsTheKeySeesTheOwnOffersAlone() throws {
    let key = try make("3").key
    let file = try demo.program.home.file("till.key", "\(key)\n")
    let byEnvironment = try run(["find", "3", "--kind", "partner"], key: key)
    #expect(byEnvironment.json["results"].list.map { $0["id"].number } == [3])
    let byFile = try demo.run("find", "4", "--kind", "partner", "--key-file", file)
    #expect(byFile.status == 0 && byFile.json["results"].list.isEmpty)
  }

  @Test func noKeyButTheRightOneOpensAnything() throws {
    let (key, id) = try make("3")
    let last = key.last == "0" ? "1" : "0"
    for wrong in ["", "opk", "nonsense", String(key.dropLast()) + last, key.replacing("opk_1_", with: "opk_2_")] {
      let run = try run(["find", "a"], key: wrong)
      #expect(run.status == 4, "\(wrong): \(run.output)")
      #expect(!run.errors.contains(key))
    }
    #expect(try demo.run("partner", "key", "revoke", id).status == 0)
    let revoked = try run(["find", "a"], key: key)
    #expect(revoked.status == 4 && revoked.json["error"]?["code"].text == "key.revoked")
  }

  @Test func aRotatedKeyOpensForTheOverlapAndNoClockSetBackRevivesIt() throws {
    let (old, id) = try make("3")
    let rotated = try demo.run("partner", "key", "rotate", id, "--overlap-hours", "8").json
    let new = rotated["key"].text
    #expect(rotated["replaced"]?["standing"].text == "rotated")
    // The town's clock stands at 22:42; the overlap ends at 06:42.
    for key in [old, new] { #expect(try run(["find", "a"], key: key).status == 0) }
    let late = "2026-11-21T06:42:00Z"
    #expect(try run(["find", "a"], key: old, at: late).json["error"]?["code"].text == "key.expired")
    #expect(try run(["find", "a"], key: new, at: late).status == 0)
    // Closed at 20:00 of a town whose log ends at 22:42.
    let newID = rotated["stored"]?["id"].word ?? ""
    _ = try demo.run(
      "partner", "key", "rotate", newID, "--overlap-hours", "0", "--now", "2026-11-20T20:00:00Z")
    #expect(try run(["find", "a"], key: new, at: "2020-01-01T00:00:00Z").json["error"]?["code"].text == "key.expired")
  }

  @Test func theLastUseIsNotedOnceAMinute() throws {
    let key = try make("3").key
    func lastUse() throws -> String {
      try demo.run("partner", "key", "list", "3").json["keys"].list.first?["last_used_at"].text ?? ""
    }
    _ = try run(["find", "a"], key: key, at: "2026-11-20T22:42:10Z")
    _ = try run(["find", "a"], key: key, at: "2026-11-20T22:43:09Z")
    #expect(try lastUse() == "2026-11-20T22:42:10Z")
    _ = try run(["find", "a"], key: key, at: "2026-11-20T22:43:10Z")
    #expect(try lastUse() == "2026-11-20T22:43:10Z")
  }

  @Test func whoActsIsNeverGuessed() throws {
    let key = try make("3").key
    let file = try demo.program.home.file("till.key", key)
    let both = try demo.run("find", "a", "--as", "operator:ana", "--key-file", file)
    #expect(both.status == 2)
    let mixed = try demo.program.run(
      ["find", "a", "--json", "--database", demo.path],
      environment: ["OPPORTUNE_PARTNER_KEY": key, "OPPORTUNE_ACTOR": "operator:ana"])
    #expect(mixed.status == 2)
    #expect(try demo.run("find", "a", "--key-file", "/nowhere/till.key").json["error"]?["field"].text == "--key-file")
    // A flag stands above the environment.
    let named = try demo.program.run(
      ["session", "list", "--json", "--database", demo.path, "--as", "operator:ana"],
      environment: ["OPPORTUNE_PARTNER_KEY": key])
    #expect(named.status == 0)
  }
}
