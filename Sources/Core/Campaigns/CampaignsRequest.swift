/// Which days somebody looks at.
package enum CampaignPeriod: Hashable, Sendable {
  /// So many local days up to and including today.
  case last(Int)
  case span(DateSpan)
  /// From the first day with anything.
  case lifetime

  /// The days it means on a day; of a lifetime from `first` on.
  package func span(today: CivilDate, first: CivilDate?) -> DateSpan {
    switch self {
    case .last(let days): DateSpan(days: days, upTo: today)
    case .span(let span): span
    case .lifetime: first.flatMap { DateSpan($0, max($0, today)) } ?? DateSpan(days: 1, upTo: today)
    }
  }
}

/// What the screen asks for.
package struct CampaignsRequest: Hashable, Sendable {
  package var period: CampaignPeriod = .last(30)
  /// What the list is ranked by.
  package var metric: CampaignMetric = .roas
  /// Whose visits and views are meant, as in `analyst:ana`; nil is nobody's.
  package var viewer: String? = nil
  /// Whether looking counts as a visit.
  package var isVisit: Bool = false
  /// Of a sheet: the length of its trend's buckets.
  package var grain: CampaignTrend.Grain = .day
  /// Of a sheet: those it is compared with, three at most.
  package var others: [Campaign.ID] = []

  package init(
    period: CampaignPeriod = .last(30), metric: CampaignMetric = .roas, viewer: String? = nil, isVisit: Bool = false,
    grain: CampaignTrend.Grain = .day, others: [Campaign.ID] = []
  ) {
    self.period = period
    self.metric = metric
    self.viewer = viewer
    self.isVisit = isVisit
    self.grain = grain
    self.others = others
  }
}

/// How somebody likes to look at campaigns, under a name.
package struct CampaignView: Hashable, Sendable {
  package typealias ID = Core.ID<CampaignView>

  package let id: ID
  package let name: String
  package let period: CampaignPeriod
  package let columns: [CampaignMetric]
  package let metric: CampaignMetric
  package let filter: String

  package init(
    id: ID, name: String, period: CampaignPeriod, columns: [CampaignMetric], metric: CampaignMetric, filter: String
  ) {
    self.id = id
    self.name = name
    self.period = period
    self.columns = columns
    self.metric = metric
    self.filter = filter
  }
}
