import Core
import Testing

/// `experiment plan` from the command line; its numbers are those of scipy (see the tests of the plan).
@Suite struct ExperimentPlanCommandTests {
  private let program: OpportuneProgram

  init() throws { program = try OpportuneProgram() }

  private func plan(_ words: String...) throws -> OpportuneProgram.Run {
    try program.run(["experiment", "plan"] + words)
  }

  @Test func peopleAndDaysFollowFromEffectAndPower() throws {
    let document = try plan("--baseline", "0.10", "--effect", "0.02", "--daily", "500", "--json").json
    #expect(document["found"].text == "sample" && document["n_control"].number == 3841)
    #expect(document["total"].number == 7682 && document["days"].number == 16)
    #expect(document["curve"].list.count == 41)
    let page = try plan("--baseline", "0.10", "--effect", "0.02", "--daily", "500").output
    #expect(page.contains("3,841 people") && page.contains("takes 16 days"))
  }

  @Test func effectOrPowerFollowsFromPeople() throws {
    let effect = try plan("--baseline", "0.10", "--days", "14", "--daily", "1000", "--json").json
    #expect(effect["found"].text == "effect" && abs(effect["effect"].number - 0.014656704933413447) < 1e-9)
    let power = try plan("--baseline", "0.10", "--effect", "0.02", "--per-arm", "1000", "--json").json
    #expect(power["found"].text == "power" && abs(power["power"].number - 0.2980803253814598) < 1e-9)
  }

  @Test func amountsArePlannedInTheirOwnUnit() throws {
    let money = try plan("--baseline", "12", "--effect", "1", "--deviation", "30", "--json").json
    #expect(money["n_control"].number == 14_128 && money["effect"].number == 1 && money["target"].number == 13)
  }

  @Test(
    arguments: [
      (["--baseline", "0.1", "--effect", "0.95"], "--effect"), (["--baseline", "0.1"], "--effect"),
      (["--baseline", "0.1", "--effect", "0.02", "--confidence", "0.8"], "--confidence"),
      (["--baseline", "0.1", "--effect", "0.02", "--power", "0.8", "--per-arm", "100"], "--per-arm"),
      (["--baseline", "0.1", "--effect", "0.02", "--daily", "0"], "--daily"),
    ])
  func whatCannotBePlannedIsRefusedByItsFlag(words: [String], flag: String) throws {
    let run = try program.run(["experiment", "plan", "--json"] + words)
    #expect(run.status == 2 && run.json["error"]["field"].text == flag)
    #expect(run.errors.hasPrefix("opportune: \(flag) "))
  }
}
