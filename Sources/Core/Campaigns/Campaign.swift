/// Offers that are run and judged together: what they may cost, whom they are for, and what is counted of them. An offer
/// belongs to one campaign at most, and every interaction to the campaign its offer is in at that moment.
package struct Campaign: Hashable, Sendable {
  package typealias ID = Core.ID<Campaign>

  package let id: ID
  /// Raised with every edit.
  package let version: Int
  package let name: String
  package let type: CampaignType
  /// What was decided; where it stands also depends on its dates: ``standing(at:)``.
  package let state: CampaignState
  /// Of its budget, its costs and every one of its offers.
  package let currency: Currency
  /// IANA name of the clock its days and hours are counted on.
  package let zone: String
  /// The most it may ever spend, in minor units; nil is no limit.
  package let budgetCents: Int64?
  /// The most its interactions may cost in one of its local days, in minor units; nil is no limit.
  package let dailyBudgetCents: Int64?
  /// Half-open: [from, until); nil is always.
  package let startsAt: Timestamp?
  package let endsAt: Timestamp?
  /// When it was ended by hand.
  package let endedAt: Timestamp?
  /// Whom it is shown to; none is everybody.
  package let targets: [CampaignSegment]
  package let costs: CampaignCosts
  /// By number.
  package let offers: [Offer.ID]
  package let createdAt: Timestamp
  /// Its offers are held back before this instant because a budget is used up: the next local midnight for a daily one,
  /// ``never`` for the whole. Nil while there is money.
  package private(set) var spentUntil: Timestamp?

  /// An instant that does not come.
  package static let never = Timestamp(milliseconds: .max)

  package init(
    id: ID, version: Int = 1, name: String, type: CampaignType = .seasonal, state: CampaignState = .active,
    currency: Currency = .usd, zone: String = "UTC", budgetCents: Int64? = nil, dailyBudgetCents: Int64? = nil,
    startsAt: Timestamp? = nil, endsAt: Timestamp? = nil, endedAt: Timestamp? = nil, targets: [CampaignSegment] = [],
    costs: CampaignCosts = CampaignCosts(), offers: [Offer.ID], createdAt: Timestamp, spentUntil: Timestamp? = nil
  ) {
    self.id = id
    self.version = version
    self.name = name
    self.type = type
    self.state = state
    self.currency = currency
    self.zone = zone
    self.budgetCents = budgetCents
    self.dailyBudgetCents = dailyBudgetCents
    self.startsAt = startsAt
    self.endsAt = endsAt
    self.endedAt = endedAt
    self.targets = targets
    self.costs = costs
    self.offers = offers
    self.createdAt = createdAt
    self.spentUntil = spentUntil
  }

  /// The same with another answer to whether there is money.
  package func spent(until instant: Timestamp?) -> Campaign {
    var campaign = self
    campaign.spentUntil = instant
    return campaign
  }

  /// Where it stands at an instant.
  package func standing(at now: Timestamp) -> CampaignStanding {
    if state == .ended { return .ended }
    if let endsAt, endsAt <= now { return .ended }
    if state == .paused { return .paused }
    if let startsAt, now < startsAt { return .scheduled }
    if let spentUntil, now < spentUntil { return .spent }
    return .running
  }
}

/// What a campaign is for.
package enum CampaignType: String, Sendable, CaseIterable {
  case locationDeal = "location_deal"
  case timeLimited = "time_limited"
  case loyalty
  case winBack = "win_back"
  case event
  case parkingBundle = "parking_bundle"
  case seasonal

  /// As on screen.
  package var title: String {
    switch self {
    case .locationDeal: "location deal"
    case .timeLimited: "time-limited"
    case .winBack: "win-back"
    case .parkingBundle: "parking bundle"
    case .loyalty, .event, .seasonal: rawValue
    }
  }
}

/// What was decided of a campaign.
package enum CampaignState: String, Sendable, CaseIterable {
  case active, paused, ended
}

/// Where a campaign stands at some instant.
package enum CampaignStanding: String, Sendable, CaseIterable {
  /// It begins later.
  case scheduled
  case running
  case paused
  /// A budget is used up.
  case spent
  case ended
}
