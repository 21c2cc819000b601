/// What changed since somebody last looked at campaigns.
package struct SinceLastVisit: Equatable, Sendable {
  /// What one campaign counted since then.
  package struct Change: Hashable, Sendable {
    package let id: Campaign.ID
    package let name: String
    package let currency: Currency
    package let counts: CampaignCounts

    package init(id: Campaign.ID, name: String, currency: Currency, counts: CampaignCounts) {
      self.id = id
      self.name = name
      self.currency = currency
      self.counts = counts
    }
  }

  /// When that was.
  package let since: Timestamp
  /// Campaigns that counted anything, by revenue and spend, the greatest first.
  package let changes: [Change]
  /// What was done to campaigns, the latest first.
  package let events: [CampaignEvent]
  /// Raised since then, the latest first.
  package let alerts: [MonitorAlert]

  package init(since: Timestamp, changes: [Change], events: [CampaignEvent], alerts: [MonitorAlert]) {
    self.since = since
    self.changes = changes
    self.events = events
    self.alerts = alerts
  }

  package var isEmpty: Bool { changes.isEmpty && events.isEmpty && alerts.isEmpty }
}

/// Something done to a campaign.
package struct CampaignEvent: Hashable, Sendable {
  package let campaign: Campaign.ID
  package let campaignName: String
  package let at: Timestamp
  /// As in `analyst:ana`.
  package let author: String
  /// In words: "raised the budget to $500.00".
  package let what: String

  package init(campaign: Campaign.ID, campaignName: String, at: Timestamp, author: String, what: String) {
    self.campaign = campaign
    self.campaignName = campaignName
    self.at = at
    self.author = author
    self.what = what
  }
}
