import Core
import Store

/// `campaign create|list|show`.
enum CampaignCommands {
  /// All of them.
  static let all = [create, list, show]

  private static let create = Command(
    ["campaign", "create"], "Put offers together under a name, to be run and judged as one.", access: .analysts,
    explanation: "An offer belongs to one campaign at most.",
    positionals: [
      Positional("NAME", .text("NAME"), "What it is called."),
      Positional("OFFER", .id("OFFER"), "An offer of it.", isRepeatable: true),
    ],
    examples: ["opportune campaign create spring 17 18 21"], output: .fields(["campaign": Campaign.schema])
  ) { invocation in
    let store = try invocation.store()
    let campaign = try store.createCampaign(
      CampaignDraft(
        name: invocation.arguments.positional("NAME") ?? "",
        offers: invocation.arguments.positionals("OFFER").compactMap { Int64($0).map { Offer.ID($0) } }),
      by: invocation.actor(in: store), now: invocation.now(in: store))
    return answer(campaign)
  }

  private static let list = Command(
    ["campaign", "list"], "List campaigns.", access: .staff,
    output: .fields(["campaigns": .array(Campaign.schema)])
  ) { invocation in
    let campaigns = try invocation.store(readOnly: true).campaigns()
    return .document(["campaigns": .array(campaigns.map(\.json))]) {
      var table = TextTable([.numbers("campaign"), .words("name"), .numbers("offers"), .whole("created")])
      for campaign in campaigns {
        table.add(["\(campaign.id)", campaign.name, "\(campaign.offers.count)", campaign.createdAt.rfc3339])
      }
      return table.text(empty: "No campaign.")
    }
  }

  private static let show = Command(
    ["campaign", "show"], "Show a campaign.", access: .staff,
    positionals: [Positional("CAMPAIGN", .id("CAMPAIGN"), "The campaign's id.")],
    output: .fields(["campaign": Campaign.schema])
  ) { invocation in
    answer(try invocation.store(readOnly: true).campaign(invocation.arguments.id(at: "CAMPAIGN")))
  }

  private static func answer(_ campaign: Campaign) -> Answer {
    .document(["campaign": campaign.json]) {
      FieldList([
        "campaign": "\(campaign.id)", "name": campaign.name,
        "offers": campaign.offers.map { "\($0)" }.joined(separator: ", "), "created": campaign.createdAt.rfc3339,
      ]).text
    }
  }
}

extension Campaign {
  /// As in every document.
  fileprivate var json: JSON {
    [
      "id": .id(id), "name": .string(name), "offers": .array(offers.map { .id($0) }),
      "created_at": .instant(createdAt),
    ]
  }

  /// The shape of ``json``.
  fileprivate static let schema: Schema = .fields([
    "id": .integer, "name": .string, "offers": .array(.integer), "created_at": .instant,
  ])
}
