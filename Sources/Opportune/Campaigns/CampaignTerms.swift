import Core
import Store

extension CampaignTerms {
  /// As in every document: its facts, where it stands and what was booked.
  var json: JSON {
    .object(
      [
        .init("id", .id(campaign.id)), .init("version", .count(campaign.version)),
        .init("state", .string(campaign.state.rawValue)), .init("standing", .string(standing.rawValue)),
      ] + CampaignDraft(campaign).facts + [
        .init("spent", .number(Double(spentCents) / 100)), .init("left", left),
        .init("spent_until", spentUntil), .init("created_at", .instant(campaign.createdAt)),
        .init("ended_at", .instant(campaign.endedAt)),
      ])
  }

  private var left: JSON {
    .amount(cents: leftCents)
  }

  /// Null also for a budget that is used up for good.
  private var spentUntil: JSON {
    .instant(campaign.spentUntil == Campaign.never ? nil : campaign.spentUntil)
  }

  /// The shape of ``json``.
  static let schema: Schema = .fields([
    "id": .integer, "version": .integer, "state": .choice(CampaignState.allCases.map(\.rawValue)),
    "standing": .choice(CampaignStanding.allCases.map(\.rawValue)), "name": .string,
    "type": .choice(CampaignType.allCases.map(\.rawValue)), "currency": .string, "zone": .string,
    "budget": .nullable(.number), "daily_budget": .nullable(.number), "starts_at": .nullable(.instant),
    "ends_at": .nullable(.instant), "targets": .array(.choice(CampaignSegment.allCases.map(\.rawValue))),
    "costs": .fields([
      "per_impression": .number, "per_view": .number, "per_acceptance": .number, "per_redemption": .number,
      "fixed": .number,
    ]),
    "offers": .array(.integer), "spent": .number, "left": .nullable(.number), "spent_until": .nullable(.instant),
    "created_at": .instant, "ended_at": .nullable(.instant),
  ])

  /// The shape of what `campaign create` and `campaign edit` read: any of the facts, null for none.
  static let inputSchema: Schema = {
    guard case .object(let properties) = schema else { return .any }
    let others = ["id", "version", "state", "standing", "spent", "left", "spent_until", "created_at", "ended_at"]
    return .object(
      properties.filter { !others.contains($0.name) }.map { property in
        .init(property.name, property.name == "costs" ? .any : property.schema.orNull, optional: true)
      })
  }()

  /// For people.
  var text: String {
    let campaign = campaign
    let money = { (cents: Int64) in Money(cents: cents, campaign.currency).description }
    let costs = campaign.costs.terms.filter { $0.micros > 0 }.map { term in
      "\(term.name.replacing("_", with: " ")) \(Double(term.micros) / 1e6) \(campaign.currency)"
    }
    return FieldList([
      "campaign": "\(campaign.id)", "name": campaign.name, "type": campaign.type.title, "standing": standing.rawValue,
      "offers": campaign.offers.map { "\($0)" }.joined(separator: ", "),
      "for": campaign.targets.isEmpty ? "everybody" : campaign.targets.map(\.rawValue).joined(separator: ", "),
      "costs": costs.isEmpty ? "nothing" : costs.joined(separator: ", "),
      "budget": campaign.budgetCents.map(money) ?? "no limit",
      "daily budget": campaign.dailyBudgetCents.map(money) ?? "no limit", "spent": money(spentCents),
      "from": campaign.startsAt?.rfc3339 ?? "always", "until": campaign.endsAt?.rfc3339 ?? "ended by hand",
      "zone": campaign.zone, "created": campaign.createdAt.rfc3339,
    ]).text
  }
}

/// What was decided of a campaign, where it stands and what it has spent, as `campaign create|edit|list|show` answer.
struct CampaignTerms {
  let campaign: Campaign
  let standing: CampaignStanding
  /// What was booked, rounded half up.
  let spentCents: Int64
  /// Of the whole budget; nil without one.
  let leftCents: Int64?

  init(_ campaign: Campaign, spentMicros: Int64, now: Timestamp) {
    self.campaign = campaign
    standing = campaign.standing(at: now)
    spentCents = CampaignCounts.cents(ofMicros: spentMicros)
    leftCents = campaign.budgetCents.map {
      CampaignCounts.cents(ofMicros: max(0, $0 * CampaignCounts.microsPerCent - spentMicros))
    }
  }
}
