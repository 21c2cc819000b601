/// Everything that is known of some local days together: what was counted, and how it varied from day to day.
package struct CampaignTotals: Hashable, Sendable {
  package var counts: CampaignCounts
  package var moments: DayMoments

  package init(counts: CampaignCounts, moments: DayMoments) {
    self.counts = counts
    self.moments = moments
  }

  /// Of no day.
  package static let zero = CampaignTotals(counts: .zero, moments: .zero)

  /// Of days, each given once.
  package init(days: some Sequence<CampaignCounts>) {
    self = days.reduce(.zero) { $0 + CampaignTotals(counts: $1, moments: DayMoments(day: $1)) }
  }

  package static func + (one: Self, other: Self) -> Self {
    CampaignTotals(counts: one.counts + other.counts, moments: one.moments + other.moments)
  }

  /// Running totals up to a day less those up to an earlier one: the totals of the days between.
  package static func - (one: Self, other: Self) -> Self {
    CampaignTotals(counts: one.counts - other.counts, moments: one.moments - other.moments)
  }
}

/// One local day of a campaign.
package struct CampaignDay: Hashable, Sendable {
  package let day: CivilDate
  package let counts: CampaignCounts

  package init(_ day: CivilDate, _ counts: CampaignCounts) {
    self.day = day
    self.counts = counts
  }
}

/// One local hour of a campaign, by its first instant; an hour in which the clock changes is two.
package struct CampaignHour: Hashable, Sendable {
  package let start: Timestamp
  package let counts: CampaignCounts

  package init(_ start: Timestamp, _ counts: CampaignCounts) {
    self.start = start
    self.counts = counts
  }
}
