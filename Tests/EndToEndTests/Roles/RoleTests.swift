import Core
import Foundation
import Testing

/// Every command of the table as every role, against another partner's things (O.48): for whoever may not see a thing it
/// does not exist, and whoever only reads changes no byte.
@Suite struct RoleTests {
  private let scene: RoleScene

  init() throws { scene = try RoleScene() }

  /// Who may run a command, as the program itself says.
  private func access(_ call: RoleCalls.Call) throws -> (roles: [String], edits: Bool) {
    let command = try #require(Catalogue.commands.first { $0.name == call.command }).command
    return (command["open_to"].list.map { Optional($0).text }, command["edits"] == .bool(true))
  }

  /// Whoever adds a command says in ``RoleCalls`` how it is called.
  @Test func everyCommandIsCalledHere() {
    #expect(Set(RoleCalls.all.map(\.command)) == Set(Catalogue.commands.map(\.name)))
  }

  @Test func aRoleThatMayNotIsToldSoAndNothingChanges() throws {
    let before = try scene.fileBytes
    for call in RoleCalls.all {
      let roles = try access(call).roles
      for role in [RoleScene.Role.analyst, .partner] where !roles.contains(role.name) {
        let run = try scene.run(call, about: scene.own, as: role)
        #expect(run.status == 4, "\(call.command) as \(role): \(run.output)")
        #expect(run.json["error"]?["code"].text == "not_allowed", "\(call.command) as \(role)")
      }
    }
    #expect(try scene.fileBytes == before)
  }

  @Test func anAnalystChangesNoByteButOfWhatAnalystsRun() throws {
    let before = try scene.fileBytes
    for call in RoleCalls.all {
      let (roles, edits) = try access(call)
      if edits, roles.contains("analyst") { continue }
      _ = try scene.run(call, about: scene.own, as: .analyst)
    }
    #expect(try scene.fileBytes == before)
  }

  @Test func anAnalystRunsExperimentsAndCampaignsAndNothingElse() throws {
    var editing: Set<String> = []
    for call in RoleCalls.all where try access(call).edits {
      if try access(call).roles.contains("analyst") { editing.insert(call.command) }
    }
    #expect(
      editing == [
        "campaign create", "campaign edit", "campaign pause", "campaign resume", "campaign end", "campaign view save",
        "campaign view remove", "campaign monitor add", "campaign monitor list", "campaign monitor remove",
        "campaign changes", "experiment create", "experiment edit", "experiment start", "experiment ramp",
        "experiment end", "import exposures", "import campaign-metrics",
      ])
  }

  @Test func anAnalystReadsEverythingThatIsReadOnly() throws {
    for call in RoleCalls.all where !call.isLong {
      guard try !access(call).edits else { continue }
      let run = try scene.run(call, about: scene.others, as: .analyst)
      #expect([0, 2].contains(run.status), "\(call.command): \(run.output) \(run.errors)")
    }
  }

  @Test func anothersThingIsForAPartnerWhatNeverWas() throws {
    for call in RoleCalls.all where call.isAboutAThing {
      guard try access(call).roles.contains("partner") else { continue }
      let others = try scene.run(call, about: scene.others, as: .partner)
      let never = try scene.run(call, about: scene.never, as: .partner)
      #expect(others.status == 3, "\(call.command): \(others.output)")
      #expect(never.status == 3, "\(call.command): \(never.output)")
      #expect(
        scene.anonymous(others.output, of: scene.others) == scene.anonymous(never.output, of: scene.never),
        "\(call.command)")
    }
  }

  @Test func aPartnersOwnThingWorksOrIsProperlyRefused() throws {
    for call in RoleCalls.all where !call.isLong {
      guard try access(call).roles.contains("partner") else { continue }
      let run = try scene.run(call, about: scene.own, as: .partner)
      #expect([0, 4, 5, 6].contains(run.status), "\(call.command): \(run.status) \(run.output) \(run.errors)")
    }
  }

  @Test func nothingAPartnerIsShownNamesAnotherPartner() throws {
    for call in RoleCalls.all where !call.isLong {
      for things in [scene.own, scene.others] {
        let run = try scene.run(call, about: things, as: .partner)
        for name in scene.secretNames where !call.words(things).contains(name) {
          #expect(!run.output.contains(name) && !run.errors.contains(name), "\(call.command) tells of \(name)")
        }
      }
    }
  }

  @Test func anOperatorIsRefusedNothingByRole() throws {
    for call in RoleCalls.all where !call.isLong {
      let run = try scene.run(call, about: scene.others, as: .operator)
      let code = run.json["error"]?["code"].text
      #expect(run.status != 1 && code != "not_allowed", "\(call.command): \(run.status) \(run.output) \(run.errors)")
    }
  }
}
