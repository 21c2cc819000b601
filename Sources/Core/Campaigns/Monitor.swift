/// A standing question about campaigns: "tell me when ROAS < 1". It looks at the last days of each campaign with every
/// look at the screen and raises an alert once, until the answer is no again.
package struct Monitor: Hashable, Sendable {
  package typealias ID = Core.ID<Monitor>

  package enum Side: String, Sendable, CaseIterable {
    case below, above
  }

  package let id: ID
  /// Nil is every campaign.
  package let campaign: Campaign.ID?
  package let metric: CampaignMetric
  package let side: Side
  /// In the unit of the metric.
  package let threshold: Double
  /// How many whole local days back it looks, today included.
  package let days: Int
  /// Only where the whole interval lies beyond the threshold.
  package let isCertain: Bool
  /// As in `analyst:ana`.
  package let author: String
  package let createdAt: Timestamp

  package init(
    id: ID, campaign: Campaign.ID?, metric: CampaignMetric, side: Side, threshold: Double, days: Int, isCertain: Bool,
    author: String, createdAt: Timestamp
  ) {
    self.id = id
    self.campaign = campaign
    self.metric = metric
    self.side = side
    self.threshold = threshold
    self.days = days
    self.isCertain = isCertain
    self.author = author
    self.createdAt = createdAt
  }
}

/// What a monitor has raised.
package struct MonitorAlert: Hashable, Sendable {
  package typealias ID = Core.ID<MonitorAlert>

  package let id: ID
  package let monitor: Monitor
  package let campaign: Campaign.ID
  package let campaignName: String
  package let at: Timestamp
  /// As it was then, in the unit of the metric.
  package let value: Double
  /// When the answer was no again; nil while it holds.
  package let clearedAt: Timestamp?
  /// When somebody has seen it.
  package let seenAt: Timestamp?

  package init(
    id: ID, monitor: Monitor, campaign: Campaign.ID, campaignName: String, at: Timestamp, value: Double,
    clearedAt: Timestamp?, seenAt: Timestamp?
  ) {
    self.id = id
    self.monitor = monitor
    self.campaign = campaign
    self.campaignName = campaignName
    self.at = at
    self.value = value
    self.clearedAt = clearedAt
    self.seenAt = seenAt
  }
}

extension Monitor {
  /// What it finds in a campaign's last days.
  package struct Finding: Hashable, Sendable {
    package let reading: MetricReading
    /// Whether it is to be told.
    package let holds: Bool

    package init(reading: MetricReading, holds: Bool) {
      self.reading = reading
      self.holds = holds
    }
  }

  /// Looks at the totals of the last ``days``. A figure that is undefined is beyond nothing.
  package func finding(in totals: CampaignTotals) -> Finding {
    let reading = totals.reading(metric)
    guard let value = reading.value else { return Finding(reading: reading, holds: false) }
    func isBeyond(_ value: Double) -> Bool { side == .below ? value < threshold : value > threshold }
    guard isCertain else { return Finding(reading: reading, holds: isBeyond(value)) }
    let nearest = side == .below ? reading.interval?.high : reading.interval?.low
    return Finding(reading: reading, holds: isBeyond(value) && nearest.map(isBeyond) ?? false)
  }
}
