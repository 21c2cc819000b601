/// What was counted in each hour, day, week or month of a range. Gaps are zero and marked.
package struct CampaignTrend: Equatable, Sendable {
  /// How long a bucket is. Weeks are ISO weeks, from Monday.
  package enum Grain: String, Sendable, CaseIterable {
    case hour, day, week, month
  }

  package struct Bucket: Hashable, Sendable {
    /// First instant of an hour; nil of longer buckets.
    package let start: Timestamp?
    /// The hour's day, the day, the week's Monday or the first of the month.
    package let day: CivilDate
    /// As an axis and a table show it: 2026-11-21 17:00, 2026-11-21, 2026-W47, 2026-11.
    package let label: String
    package let counts: CampaignCounts
    /// Nothing was counted: all zero because there is no row.
    package let isMissing: Bool
    /// Whether the bucket is cut by the range or has not ended yet.
    package let isPartial: Bool

    package init(
      start: Timestamp?, day: CivilDate, label: String, counts: CampaignCounts, isMissing: Bool, isPartial: Bool
    ) {
      self.start = start
      self.day = day
      self.label = label
      self.counts = counts
      self.isMissing = isMissing
      self.isPartial = isPartial
    }
  }

  package let grain: Grain
  /// IANA name of the clock that days and hours are of.
  package let zone: String
  package let buckets: [Bucket]

  package init(grain: Grain, zone: String, buckets: [Bucket]) {
    self.grain = grain
    self.zone = zone
    self.buckets = buckets
  }

  /// All buckets together.
  package var counts: CampaignCounts { buckets.reduce(.zero) { $0 + $1.counts } }
}
