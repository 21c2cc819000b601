import Core

/// The campaigns of the demo town: of every type one, some that pay and some that do not.
enum DemoCampaigns {
  /// - Parameter midnight: the start of the local day on which the town is made; campaigns' days count from it.
  /// - Throws: as ``Town/init(midnight:)``.
  static func all(midnight: Timestamp) throws -> [CampaignDraft] {
    try TownFile("campaigns.csv").rows.map { row in try CampaignDraft(row, midnight: midnight) }
  }
}

extension CampaignDraft {
  fileprivate init(_ row: ImportRow, midnight: Timestamp) throws(InvalidInput) {
    func day(_ field: String) throws(InvalidInput) -> Timestamp? {
      try row.integer(field).map { midnight + .days($0) }
    }
    func amount(_ field: String, parts: Double) throws(InvalidInput) -> Int64? {
      try row.number(field).map { Int64(($0 * parts).rounded()) }
    }
    func micros(_ field: String) throws(InvalidInput) -> Int64 { try amount(field, parts: 1e6) ?? 0 }
    var targets: [CampaignSegment] = []
    for name in row.list("targets") ?? [] { targets.append(try .parsing(name, field: "targets")) }
    self.init(
      name: try row.require("name"), type: try .parsing(row.require("type"), field: "type"),
      budgetCents: try amount("budget", parts: 100), dailyBudgetCents: try amount("daily_budget", parts: 100),
      startsAt: try day("starts_day"), endsAt: try day("ends_day"), targets: targets,
      costs: CampaignCosts(
        perImpressionMicros: try micros("per_impression"), perViewMicros: try micros("per_view"),
        perAcceptanceMicros: try micros("per_acceptance"), perRedemptionMicros: try micros("per_redemption"),
        fixedMicros: try micros("fixed")),
      offers: (row.list("offers") ?? []).compactMap { Int64($0) }.map { Offer.ID($0) })
  }
}
