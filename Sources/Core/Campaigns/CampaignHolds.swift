/// Why a campaign holds its offers back, several at once.
package struct CampaignHolds: OptionSet, Hashable, Sendable {
  package let rawValue: UInt8

  package init(rawValue: UInt8) {
    self.rawValue = rawValue
  }

  /// A budget is used up, or this list uses it up.
  package static let spent = CampaignHolds(rawValue: 1)
  package static let paused = CampaignHolds(rawValue: 2)
  package static let notStarted = CampaignHolds(rawValue: 4)
  package static let ended = CampaignHolds(rawValue: 8)
  /// It is for other drivers.
  package static let otherSegment = CampaignHolds(rawValue: 16)

  /// What holds the offers of a campaign back from a driver at an instant.
  package init(_ campaign: Campaign, for driver: DriverSegments, at now: Timestamp) {
    self = []
    if let until = campaign.spentUntil, now < until { insert(.spent) }
    if campaign.state == .paused { insert(.paused) }
    if let starts = campaign.startsAt, now < starts { insert(.notStarted) }
    if campaign.state == .ended || campaign.endsAt.map({ $0 <= now }) ?? false { insert(.ended) }
    if !driver.meet(campaign.targets) { insert(.otherSegment) }
  }
}

/// What the campaigns of an ``OfferIndex`` say at one moment, by their places in it.
package struct CampaignGates: Hashable, Sendable {
  package var holds: [CampaignHolds]
  /// How many new impressions a campaign can still pay for; what is not here can pay for all.
  package var payable: [Int: Int]

  package init(holds: [CampaignHolds] = [], payable: [Int: Int] = [:]) {
    self.holds = holds
    self.payable = payable
  }
}
