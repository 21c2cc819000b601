import Core
import Foundation

/// A demo town with two partners who both have everything a command can be about, and a key for one of them.
struct RoleScene {
  /// Who calls.
  enum Role: CaseIterable {
    case `operator`, analyst, partner

    var name: String { "\(self)" }
  }

  /// What a call can be about.
  struct Things: Sendable {
    var partner, offer, key, code: String
    var session, person, decision: String
  }

  let own, others, never: Things
  /// Names of the other partner and of its offer.
  let secretNames: [String]
  private let demo: DemoCopy
  private let key: String
  private let folder: String

  init() throws {
    let demo = try DemoCopy()
    let (session, person, ranked) = try demo.parkedPerson()
    let accepted = try ranked.prefix(3).compactMap { offer -> (offer: JSON, code: String)? in
      let made = try demo.run("offer", "accept", offer["opportunity_id"].word, "--session", session)
      return made.status == 0 ? (offer, made.json["code"].text) : nil
    }
    let first = accepted.first
    let second = accepted.first { $0.offer["partner"]?["id"] != first?.offer["partner"]?["id"] }
    guard let first, let second else { throw CocoaError(.fileNoSuchFile) }
    // Experiment 1 runs, so that there is something to watch.
    let arms = ["--arm", "old=offer:11", "--arm", "new=offer:12", "--baseline", "0.1", "--effect", "0.02"]
    _ = try demo.run(["experiment", "create", "--name", "one"] + arms)
    _ = try demo.run("experiment", "start", "1")
    _ = try demo.run("campaign", "create", "spring", "13")
    let decision = try demo.run("discover", "--session", session).json["decision_id"].word
    func things(_ claim: (offer: JSON, code: String)) throws -> (Things, key: String) {
      let partner = claim.offer["partner"]?["id"].word ?? ""
      let made = try demo.run("partner", "key", "create", partner).json
      // One to act by, one to lose.
      let spare = try demo.run("partner", "key", "create", partner).json
      return (
        Things(
          partner: partner, offer: claim.offer["opportunity_id"].word, key: spare["stored"]?["id"].word ?? "",
          code: claim.code, session: session, person: person, decision: decision), made["key"].text
      )
    }
    (own, key) = try things(first)
    others = try things(second).0
    never = Things(
      partner: "999983", offer: "999983", key: "999983", code: "2222-2222-222", session: session, person: person,
      decision: decision)
    secretNames = [second.offer["partner"]?["name"].text ?? "", second.offer["title"].text]
    folder = demo.program.home.path
    _ = try demo.program.home.file("places.csv", "id,name,lat,lng\n99,Here,19.29,-81.38\n")
    _ = try demo.program.home.file("offers.csv", "id,partner_id,title,discount_percent\n9000,1,One more,20\n")
    _ = try demo.program.home.file("config.json", "{}")
    _ = try demo.program.home.file("market.csv", "id,title,price\n9001,Desk lamp,20\n")
    _ = try demo.program.home.file("figures.csv", "date,impressions\n2026-11-19,5\n")
    _ = try demo.program.home.file("exposures.csv", "unit,arm,converted\na,x,1\nb,x,0\nc,y,1\nd,y,0\n")
    self.demo = demo
  }

  /// The whole file, log and all: nobody has it open, so all is in it.
  var fileBytes: Data { get throws { try Data(contentsOf: URL(fileURLWithPath: demo.path)) } }

  /// Calls a command about some things.
  func run(_ call: RoleCalls.Call, about things: Things, as role: Role) throws -> OpportuneProgram.Run {
    let words = call.words(things).map { $0.replacing("HOME/", with: folder + "/") }
    let common = ["--json", "--database", demo.path, "--now", DemoCopy.now]
    switch role {
    case .operator: return try demo.program.run(words + common + ["--as", "operator:ana"], input: call.input)
    case .analyst: return try demo.program.run(words + common + ["--as", "analyst:bo"], input: call.input)
    case .partner:
      return try demo.program.run(words + common, input: call.input, environment: ["OPPORTUNE_PARTNER_KEY": key])
    }
  }

  /// An answer without the numbers and codes it was asked by.
  func anonymous(_ output: String, of things: Things) -> String {
    var text = output
    for name in [things.code, things.code.filter { $0 != "-" }, things.partner, things.offer, things.key] {
      guard let pattern = try? Regex("\\b\(name)\\b") else { continue }
      text = text.replacing(pattern, with: "#")
    }
    return text
  }
}
