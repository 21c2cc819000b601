import Core
import Store

/// `campaign create|edit|list|show|pause|resume|end`.
enum CampaignCommands {
  /// All of them.
  static let all = [create, edit, list, show, pause, resume, end]

  private static let output: Schema = .fields(["campaign": CampaignTerms.schema])
  private static let position = [Positional("CAMPAIGN", .id("CAMPAIGN"), "The campaign's id.")]

  private static let create = Command(
    ["campaign", "create"], "Put offers together, with what they may cost and whom they are for.", access: .analysts,
    explanation: """
      An offer belongs to one campaign at most, and all offers of a campaign have its currency. Costs add up; the last \
      interaction a budget pays for is charged what is left, and then the offers are held back with budget.spent.
      """,
    positionals: [
      Positional("NAME", .text("NAME"), "What it is called.", isRequired: false),
      Positional("OFFER", .id("OFFER"), "An offer of it.", isRequired: false, isRepeatable: true),
    ],
    flags: CampaignInput.flags.map(\.flag) + [.input],
    examples: [
      "opportune campaign create spring 17 18 21",
      "opportune campaign create lunch 17 --type time_limited --budget 500 --daily-budget 40 --per-impression 0.0025 "
        + "--per-redemption 0.80 --target commuter",
    ],
    input: CampaignTerms.inputSchema, output: output
  ) { invocation in
    let facts = try CampaignInput.facts(invocation)
    let store = try invocation.store()
    let campaign = try invocation.namingFlags(CampaignInput.flags) {
      try store.createCampaign(
        CampaignDraft(facts: facts), by: invocation.actor(in: store), now: invocation.now(in: store))
    }
    return try answer(campaign, in: store, invocation)
  }

  private static let edit = Command(
    ["campaign", "edit"], "Change a campaign: what is given changes, the rest stays.", access: .analysts,
    explanation: """
      What was booked stays booked: a new price counts from now on, and a difference of the fixed cost is booked today. \
      Once something was counted, currency and zone stay.
      """,
    positionals: position,
    flags: CampaignInput.editFlags.map(\.flag) + [
      .input, Flag("version", .integer("N", 1...Int64.max), "Only if this is still its version."),
    ],
    examples: ["opportune campaign edit 3 --budget 800", "opportune campaign edit 3 --offers 17,18 --ends none"],
    input: CampaignTerms.inputSchema, output: output
  ) { invocation in
    let facts = try invocation.facts(CampaignInput.editFlags)
    let store = try invocation.store()
    let current = try store.campaign(invocation.arguments.id(at: "CAMPAIGN"))
    let campaign = try invocation.namingFlags(CampaignInput.editFlags) {
      try store.editCampaign(
        current.id, CampaignDraft(facts: JSON.object(CampaignDraft(current).facts).merging(facts)),
        version: invocation.arguments.integer("version").map { Int(clamping: $0) }, by: invocation.actor(in: store),
        now: invocation.now(in: store))
    }
    return try answer(campaign, in: store, invocation)
  }

  private static let list = Command(
    ["campaign", "list"], "List campaigns.", access: .staff,
    output: .fields(["campaigns": .array(CampaignTerms.schema)])
  ) { invocation in
    let store = try invocation.store(readOnly: true)
    let now = try invocation.now(in: store)
    let spent = try store.campaignSpends()
    let campaigns = try store.campaigns().map { CampaignTerms($0, spentMicros: spent[$0.id] ?? 0, now: now) }
    return .document(["campaigns": .array(campaigns.map(\.json))]) {
      var table = TextTable([
        .numbers("campaign"), .words("name"), .whole("type"), .whole("standing"), .numbers("offers"),
        .numbers("budget"), .numbers("spent"),
      ])
      for document in campaigns {
        let campaign = document.campaign
        table.add([
          "\(campaign.id)", campaign.name, campaign.type.title, document.standing.rawValue,
          "\(campaign.offers.count)",
          campaign.budgetCents.map { Money(cents: $0, campaign.currency).description } ?? "",
          Money(cents: document.spentCents, campaign.currency).description,
        ])
      }
      return table.text(empty: "No campaign.")
    }
  }

  private static let show = Command(
    ["campaign", "show"], "Show a campaign.", access: .staff, positionals: position, output: output
  ) { invocation in
    let store = try invocation.store(readOnly: true)
    return try answer(store.campaign(invocation.arguments.id(at: "CAMPAIGN")), in: store, invocation)
  }

  private static let pause = move(
    "pause", "Hold a campaign's offers back until it is resumed; claims stay redeemable."
  ) { store, id, actor, now throws(StoreError) in try store.pauseCampaign(id, by: actor, now: now) }

  private static let resume = move(
    "resume", "Show the offers of a paused campaign again."
  ) { store, id, actor, now throws(StoreError) in try store.resumeCampaign(id, by: actor, now: now) }

  private static let end = move(
    "end", "End a campaign for good; its offers are held back until another takes them up, claims stay redeemable."
  ) { store, id, actor, now throws(StoreError) in try store.endCampaign(id, by: actor, now: now) }

  private static func move(
    _ verb: String, _ summary: String,
    _ body: @escaping @Sendable (Store, Campaign.ID, Actor, Timestamp) throws(StoreError) -> Campaign
  ) -> Command {
    Command(["campaign", verb], summary, access: .analysts, positionals: position, output: output) { invocation in
      let store = try invocation.store()
      let campaign = try body(
        store, invocation.arguments.id(at: "CAMPAIGN"), invocation.actor(in: store), invocation.now(in: store))
      return try answer(campaign, in: store, invocation)
    }
  }

  private static func answer(_ campaign: Campaign, in store: Store, _ invocation: Invocation) throws -> Answer {
    let document = CampaignTerms(
      campaign, spentMicros: try store.campaignSpends()[campaign.id] ?? 0, now: try invocation.now(in: store))
    return .document(["campaign": document.json]) { document.text }
  }
}
