import Core
import Testing

/// Analysts run tests from their plan to their end; what partners offer stays the operators'.
@Suite struct ExperimentRoleTests {
  @Test func anAnalystPlansStartsRampsAndEndsATestButDeploysNothing() throws {
    let demo = try DemoCopy()
    func run(_ words: String...) throws -> (status: Int32, json: JSON) {
      let run = try demo.run(["experiment"] + words + ["--as", "analyst:ben"])
      return (run.status, run.json)
    }
    let created = try run(
      "create", "--name", "supper", "--arm", "as it is=offer:17", "--arm",
      #"more={"offer_id":17,"value":{"discount_percent":40}}"#, "--baseline", "0.10", "--effect", "0.02")
    #expect(created.status == 0)
    let id = created.json["experiment"]["id"].word
    #expect(try run("start", id).json["experiment"]["state"].text == "running")
    #expect(try run("ramp", id, "--coverage", "0.5").status == 0)
    #expect(try run("end", id, "--winner", "more").json["experiment"]["state"].text == "ended")
    let deployed = try run("deploy", id)
    #expect(deployed.status == 4)
    #expect(deployed.json["error"]["code"].text == "not_allowed")
    // Asked to write nothing, an analyst writes nothing.
    #expect(try run("end", id, "--read-only").status == 4)
    #expect(try demo.run("experiment", "deploy", id).status == 0)
    #expect(try demo.run("database", "check").json["ok"] == true)
  }

  @Test(arguments: [
    (["--arm", "A=offer:3", "--baseline", "0.1"], "arms"),
    (["--arm", "A=offer:3", "--arm", "B=offer:4", "--baseline", "0.99"], "--effect"),
  ])
  func whatKeepsThePlanFromBeingWorkedOutIsNamed(words: [String], field: String) throws {
    let run = try DemoCopy().run(["experiment", "create", "--name", "x", "--effect", "0.02"] + words)
    #expect(run.status == 2)
    #expect(run.json["error"]["field"].text == field, "\(run.output)")
  }
}
