import Core
import Foundation
import Testing

/// `config.json`: what it settles, what is said of it, and what happens where it is wrong.
@Suite struct ConfigTests {
  /// One fault of every kind; the first line is 1.
  private static let faulty = """
    {
      "theme": "lihgt",
      "mouse": 1,
      "units": {
        "distance": "miles",
        "clock": 13
      },
      "start_scren": "overview",
      "keys": {
        "list.sort": "q",
        "list.export": ["X", "ctrl-e"],
        "no.such": "x",
        "list.copy": "hyper-q",
        "app.quit": []
      }
    }
    """

  private func program(_ config: String?) throws -> OpportuneProgram {
    let program = try OpportuneProgram()
    guard let config else { return program }
    let folder = program.home.path + "/.config/opportune"
    try FileManager.default.createDirectory(atPath: folder, withIntermediateDirectories: true)
    try config.write(toFile: folder + "/config.json", atomically: true, encoding: .utf8)
    return program
  }

  /// A setting's value and where it comes from.
  private func setting(_ key: String, in document: JSON) -> [JSON?] {
    let row = document["settings"].list.first { $0["key"].text == key }
    return [row?["value"], row?["origin"]]
  }

  @Test func withoutAFileTheDefaultsHold() throws {
    let program = try program(nil)
    #expect(try program.run("config", "path").output == program.home.path + "/.config/opportune/config.json\n")
    let check = try program.run("config", "check")
    #expect(check.status == 0 && check.output.contains("the defaults hold"))
    let show = try program.run("config", "show", "--json").json
    #expect(setting("theme", in: show) == ["dark", "default"])
    #expect(show["faults"].list.isEmpty)
  }

  @Test func flagsStandAboveTheEnvironmentAndThatAboveTheFile() throws {
    let program = try program("{\"theme\":\"light\",\"units\":{\"clock\":12,\"currency\":\"code\"}}")
    #expect(try program.run("config", "check").output.hasSuffix("is in order\n"))
    let file = try program.run("config", "show", "--json").json
    #expect(setting("theme", in: file) == ["light", "config.json"])
    #expect(setting("units.clock", in: file) == ["12", "config.json"])
    let flag = try program.run("config", "show", "--json", "--theme", "mono", "--clock", "24").json
    #expect(setting("theme", in: flag) == ["mono", "--theme"])
    #expect(setting("units.clock", in: flag) == ["24", "--clock"])
    let variable = try program.run("config", "show", "--json", environment: ["NO_COLOR": "1"]).json
    #expect(setting("theme", in: variable) == ["mono", "NO_COLOR"])
  }

  @Test func everyFaultIsNamedWithItsLineAndWhatIsAllowed() throws {
    let check = try program(Self.faulty).run("config", "check", "--json")
    #expect(check.status == 2)
    let faults = check.json["faults"].list
    #expect(
      faults.map { "\(Int($0["line"].number)) \($0["field"].text)" } == [
        "2 theme", "3 mouse", "6 units.clock", "8 start_scren", "10 keys.list.sort", "12 keys.no.such",
        "13 keys.list.copy", "14 keys.app.quit",
      ])
    let words = faults.map { $0["message"].text }
    #expect(words[0] == "must be one of dark, light, mono, not \"lihgt\"; did you mean light?")
    #expect(words[3].contains("did you mean start_screen?"))
    #expect(words[4].contains("q would mean both list.sort and app.quit"))
    #expect(words[7].contains("no way out"))
  }

  @Test func whatIsInOrderCountsAndTheRestIsTold() throws {
    let program = try program(Self.faulty)
    let show = try program.run("config", "show", "--json").json
    #expect(setting("units.distance", in: show) == ["miles", "config.json"])
    #expect(setting("keys", in: show) == [["list.export": ["X", "ctrl-e"]], "config.json"])
    #expect(setting("theme", in: show) == ["dark", "default"])
    #expect(show["faults"].list.count == 8)
    let demo = try DemoCopy()
    let overview = try program.run("--database", demo.path, "--now", DemoCopy.now)
    #expect(overview.status == 0 && overview.output.contains("George Town"))
    #expect(overview.errors.contains("config.json, line 2: theme must be one of dark, light, mono"))
    #expect(overview.errors.contains("7 faults more"))
  }

  @Test(arguments: [
    ("{\n  \"theme\": ,\n}", "line 2, column"), ("{\"theme\":\"dark\",\"theme\":\"light\"}", "duplicate object key"),
    ("[]", "must be a JSON object"), ("", "is not valid JSON at line 1"), ("{\"keys\":7}", "keys must be an object"),
    ("{\"keys\":{\"list.sort\":7}}", "must be a key or a list of keys, not 7"),
    ("{\"units\":\"miles\"}", "units must be an object"), ("{\"\\u001b[2J\":1}", "is no setting"),
  ])
  func whatIsNoConfigurationIsToldByItsPlace(text: String, words: String) throws {
    let program = try program(text)
    let check = try program.run("config", "check")
    #expect(check.status == 2 && check.output.contains(words), "\(check.output)")
    #expect(!check.output.unicodeScalars.contains("\u{1B}"))
    #expect(try program.run("config", "show").status == 0)
  }

  @Test func aFileThatIsNotThereOrIsAFolderIsSaid() throws {
    let program = try program(nil)
    #expect(try program.run("config", "check", "nowhere.json").status == 3)
    #expect(try program.run("config", "check", program.home.path).errors.contains("Is a directory"))
  }
}
