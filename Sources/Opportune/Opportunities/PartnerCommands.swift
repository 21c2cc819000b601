import Core
import Store

/// `partner add|list|show|edit|limit`.
enum PartnerCommands {
  /// All of them.
  static let all = [add, list, show, edit, limit]

  private static let position = [Positional("PARTNER", .id("PARTNER"), "The partner's id.")]
  private static let output: Schema = .fields(["partner": Partner.schema])

  private static let add = Command(
    ["partner", "add"], "Add a partner.", access: .operators,
    explanation: """
      It needs a name, a category and a position. Its clock and its currency stay for good, since all that is counted \
      for it is counted by them. No two partners have the same e-mail address.
      """,
    flags: Partner.factFlags.map(\.flag) + [.input],
    examples: [
      "opportune partner add --name 'Blue Cilantro' --category dining --lat 19.29 --lng -81.38 --commission-basis-points 1250"
    ],
    input: Partner.inputSchema, output: output
  ) { invocation in
    let facts = try invocation.facts(Partner.factFlags)
    let store = try invocation.store()
    let now = try invocation.now(in: store)
    let partner = try invocation.namingFlags(Partner.factFlags) {
      try store.addPartner(
        PartnerEdit(newPartnerIn: store.world.zone).applying(facts), by: invocation.actor(in: store), now: now)
    }
    return answer(partner)
  }

  private static let list = Command(
    ["partner", "list"], "List partners by name.", access: .everyone,
    flags: [Flag("category", .text("CATEGORY"), "Only of this category.")],
    output: .fields(["partners": .array(Partner.schema)])
  ) { invocation in
    let store = try invocation.store(readOnly: true)
    let category = try invocation.arguments.text("category").map { try store.knownCategory($0, field: "--category") }
    let partners = try store.partners(for: invocation.actor(in: store))
      .filter { category == nil || $0.category == category }
    return .document(["partners": .array(partners.map(\.json))]) {
      var table = TextTable([
        .numbers("partner"), .words("name"), .words("category"), .numbers("commission, bp"), .whole("approval"),
        .numbers("offer limit"), .words("e-mail"),
      ])
      for partner in partners {
        table.add([
          "\(partner.id)", partner.name, partner.category, "\(partner.commissionBasisPoints)",
          partner.autoApprove ? "automatic" : "by operator", partner.offerLimit.map(String.init) ?? "-",
          partner.email ?? "-",
        ])
      }
      return table.text(empty: "No partner.")
    }
  }

  private static let show = Command(
    ["partner", "show"], "Show a partner.", access: .everyone, positionals: position, output: output
  ) { invocation in
    let store = try invocation.store(readOnly: true)
    return answer(try store.partner(invocation.arguments.id(at: "PARTNER"), for: invocation.actor(in: store)))
  }

  private static let edit = Command(
    ["partner", "edit"], "Change a partner: what is given changes, the rest stays.", access: .owners,
    explanation: """
      Commission, approval and limit are the operators' to change. A document may carry the version that was read: \
      then it is refused if somebody else was faster.
      """,
    positionals: position, flags: Partner.factFlags.map(\.flag) + [.input],
    examples: ["opportune partner edit 3 --phone none --auto-approve true"],
    input: Partner.inputSchema, output: output
  ) { invocation in
    let facts = try invocation.facts(Partner.factFlags)
    let store = try invocation.store()
    let actor = try invocation.actor(in: store)
    let now = try invocation.now(in: store)
    let known = try store.partner(invocation.arguments.id(at: "PARTNER"), for: actor)
    try invocation.namingFlags(Partner.factFlags) {
      _ = try store.updatePartner(PartnerEdit(known).applying(facts), by: actor, now: now)
    }
    return answer(try store.partner(known.id))
  }

  private static let limit = Command(
    ["partner", "limit"], "Limit how many offers a partner may have at a time.", access: .operators,
    explanation: "Ended and archived offers do not count. Offers it has beyond a lower limit stay.",
    positionals: position + [Positional("LIMIT", .text("N|none"), "How many; 'none' for no limit.")],
    examples: ["opportune partner limit 3 10", "opportune partner limit 3 none"], output: output
  ) { invocation in
    let text = invocation.arguments.positional("LIMIT") ?? ""
    let store = try invocation.store()
    let actor = try invocation.actor(in: store)
    var partner = try store.partner(invocation.arguments.id(at: "PARTNER"), for: actor)
    guard text == "none" || Int(text) != nil else {
      throw InvalidInput(field: "LIMIT", "must be a number or 'none', not '\(text.prefix(40))'")
    }
    partner.offerLimit = Int(text)
    _ = try store.updatePartner(partner, by: actor, now: invocation.now(in: store))
    return answer(try store.partner(partner.id))
  }

  private static func answer(_ partner: Partner) -> Answer {
    .document(["partner": partner.json]) { partner.text }
  }
}
