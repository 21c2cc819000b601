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

extension CampaignTrend {
  /// Days, weeks or months of a range.
  /// - Parameters:
  ///   - days: those with anything, of the range.
  ///   - today: the campaign's day that has not ended yet.
  package init(days: [CampaignDay], by grain: Grain, over span: DateSpan, zone: ZoneTable, today: CivilDate) {
    let known = Dictionary(days.map { ($0.day, $0.counts) }) { $0 + $1 }
    let starts = grain == .hour ? [] : Self.starts(grain, span)
    let buckets = starts.enumerated().map { index, start in
      let end = index + 1 < starts.count ? starts[index + 1].adding(days: -1) : Self.end(grain, start)
      let inside = max(start, span.first).dayNumber...min(end, span.last).dayNumber
      let rows = inside.compactMap { known[CivilDate(dayNumber: $0)] }
      return Bucket(
        start: nil, day: start, label: Self.label(grain, start), counts: rows.reduce(.zero, +),
        isMissing: rows.isEmpty, isPartial: start < span.first || span.last < end || today <= end)
    }
    self.init(grain: grain, zone: zone.name, buckets: buckets)
  }

  /// Every local hour of a range: a day on which the clock goes back has 25, and 23 where it goes forward.
  /// - Parameter hours: those with anything, of the range.
  package init(hours: [CampaignHour], over span: DateSpan, zone: ZoneTable, now: Timestamp) {
    let known = Dictionary(hours.map { ($0.start, $0.counts) }) { $0 + $1 }
    let start = zone.instant(on: span.first, millisecondOfDay: 0)
    let end = zone.instant(on: span.last.adding(days: 1), millisecondOfDay: 0)
    let starts = [start] + zone.turns(ofDay: (0..<24).map { $0 * 60 }, from: start, until: end).sorted()
    let buckets = starts.enumerated().map { index, start in
      let local = zone.localTime(at: start)
      let next = index + 1 < starts.count ? starts[index + 1] : end
      return Bucket(
        start: start, day: local.date, label: "\(local.date) \(local.clock)", counts: known[start] ?? .zero,
        isMissing: known[start] == nil, isPartial: now < next)
    }
    self.init(grain: .hour, zone: zone.name, buckets: buckets)
  }

  private static func starts(_ grain: Grain, _ span: DateSpan) -> [CivilDate] {
    var starts: [CivilDate] = []
    for day in span.days {
      let start = start(grain, day)
      if starts.last != start { starts.append(start) }
    }
    return starts
  }

  private static func start(_ grain: Grain, _ day: CivilDate) -> CivilDate {
    switch grain {
    case .hour, .day: day
    case .week: day.monday
    case .month: day.firstOfMonth
    }
  }

  private static func end(_ grain: Grain, _ start: CivilDate) -> CivilDate {
    switch grain {
    case .hour, .day: start
    case .week: start.adding(days: 6)
    // No month has more than 31 days, so 31 days on is the next one.
    case .month: start.adding(days: 31).firstOfMonth.adding(days: -1)
    }
  }

  private static func label(_ grain: Grain, _ start: CivilDate) -> String {
    switch grain {
    case .hour, .day: start.description
    case .week: start.isoWeek
    case .month: start.isoMonth
    }
  }
}
