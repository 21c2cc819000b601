/// An opportunity: a genuine value that a partner offers at a place and a time, within rules.
package struct Offer: Hashable, Sendable {
  package typealias ID = Core.ID<Offer>

  package let id: ID
  package var version: Int
  package var partnerID: Partner.ID
  package var title: String
  package var description: String
  package var terms: String
  package var type: OfferType
  /// Free text in lower case.
  package var category: String
  package var value: ValueProposition
  /// What a typical purchase costs, in minor units; nil counts as ``ValueProposition/defaultTypicalSpendCents``.
  package var typicalSpendCents: Int64?
  package var currency: Currency
  /// Minutes it takes to use once there.
  package var useMinutes: Double
  package var position: Coordinate
  /// Nil is unlimited.
  package var capacityTotal: Int?
  package var capacityLeft: Int?
  /// Half-open: [from, until); nil until is open-ended, nil from is always.
  package var validFrom: Timestamp?
  package var validUntil: Timestamp?
  package var trigger: TriggerRule
  package var priority: Int
  /// Hours it stays hidden after a dismissal; nil is ``defaultCooldownHours``.
  package var cooldownHours: Double?
  package var impressionCap: ImpressionCap?
  /// Claims one person may ever make; nil is unlimited.
  package var claimLimit: Int?
  package var claimMinutes: Int
  package var state: OfferState
  /// Why its campaign holds it back.
  package var campaignHolds: CampaignHolds

  package static let defaultCooldownHours = 24.0
  package static let defaultClaimMinutes = 240

  package init(
    id: ID, version: Int = 1, partnerID: Partner.ID, title: String, description: String = "", terms: String = "",
    type: OfferType = .discount, category: String, value: ValueProposition, typicalSpendCents: Int64? = nil,
    currency: Currency = .usd, useMinutes: Double = 0, position: Coordinate, capacityTotal: Int? = nil,
    capacityLeft: Int? = nil, validFrom: Timestamp? = nil, validUntil: Timestamp? = nil,
    trigger: TriggerRule = .none, priority: Int = 0, cooldownHours: Double? = nil,
    impressionCap: ImpressionCap? = nil, claimLimit: Int? = nil, claimMinutes: Int = defaultClaimMinutes,
    state: OfferState = .active, budgetSpent: Bool = false
  ) {
    self.id = id
    self.version = version
    self.partnerID = partnerID
    self.title = title
    self.description = description
    self.terms = terms
    self.type = type
    self.category = category
    self.value = value
    self.typicalSpendCents = typicalSpendCents
    self.currency = currency
    self.useMinutes = useMinutes
    self.position = position
    self.capacityTotal = capacityTotal
    self.capacityLeft = capacityLeft ?? capacityTotal
    self.validFrom = validFrom
    self.validUntil = validUntil
    self.trigger = trigger
    self.priority = priority
    self.cooldownHours = cooldownHours
    self.impressionCap = impressionCap
    self.claimLimit = claimLimit
    self.claimMinutes = claimMinutes
    self.state = state
    campaignHolds = budgetSpent ? .spent : []
  }

  /// Its campaign's budget is used up.
  package var budgetSpent: Bool {
    get { campaignHolds.contains(.spent) }
    set {
      if newValue { campaignHolds.insert(.spent) } else { campaignHolds.remove(.spent) }
    }
  }
}

/// How often one person may be shown one offer: ever, or within each of their local days.
package struct ImpressionCap: Hashable, Sendable {
  package let count: Int
  package let perDay: Bool

  package init(count: Int, perDay: Bool = false) {
    self.count = count
    self.perDay = perDay
  }
}
