/// Figures of a campaign that were counted elsewhere, as one line of a file has them.
package struct ImportedCampaignRow: Hashable, Sendable {
  /// Where the row's name comes from: a given id, or the content of the file.
  package var source: String
  /// The row's name there.
  package var externalID: String
  /// The campaign's local day; nil is not known.
  package var day: Int?
  /// What it is a part of: 30-34 of age, M of gender. Every dimension once.
  package var segments: [Segment]
  /// Nil is not counted.
  package var impressions: Int64?
  package var views: Int64?
  package var acceptances: Int64?
  package var redemptions: Int64?
  /// In millionths of a currency unit.
  package var spendMicros: Int64?
  /// In minor units; below zero is given back.
  package var revenueCents: Int64?

  package init(
    source: String, externalID: String, day: Int? = nil, segments: [Segment] = [], impressions: Int64? = nil,
    views: Int64? = nil, acceptances: Int64? = nil, redemptions: Int64? = nil, spendMicros: Int64? = nil,
    revenueCents: Int64? = nil
  ) {
    self.source = source
    self.externalID = externalID
    self.day = day
    self.segments = segments
    self.impressions = impressions
    self.views = views
    self.acceptances = acceptances
    self.redemptions = redemptions
    self.spendMicros = spendMicros
    self.revenueCents = revenueCents
  }

  /// One dimension with its value.
  package struct Segment: Hashable, Sendable {
    package let dimension: String
    package let value: String

    package init(_ dimension: String, _ value: String) {
      self.dimension = dimension
      self.value = value
    }
  }

  /// What is odd about it; a figure that was not counted is compared with nothing.
  package var flags: [CampaignRowFlag] {
    func exceeds(_ count: Int64?, _ base: Int64?) -> Bool {
      guard let count, let base else { return false }
      return count > base
    }
    let odd: [(CampaignRowFlag, Bool)] = [
      (.undated, day == nil), (.noViews, views == 0), (.viewsExceedImpressions, exceeds(views, impressions)),
      (.acceptancesExceedViews, exceeds(acceptances, views)),
      (.redemptionsExceedAcceptances, exceeds(redemptions, acceptances)),
      (.revenueWithoutSpend, spendMicros == 0 && (revenueCents ?? 0) != 0),
      (.negativeRevenue, (revenueCents ?? 0) < 0),
    ]
    return odd.filter(\.1).map(\.0)
  }
}
