/// A campaign told apart by kinds of people. Each dimension divides everything, so that its rows sum to the total.
package struct CampaignSegments: Equatable, Sendable {
  /// One value of one dimension. Totals come from the segment's own days.
  package struct Row: Hashable, Sendable {
    package let value: String
    package let totals: CampaignTotals

    package init(value: String, totals: CampaignTotals) {
      self.value = value
      self.totals = totals
    }

    package var isUnknown: Bool { value == "unknown" }
  }

  /// In an order of its own: by spend, then by name, with unknown last.
  package struct Dimension: Hashable, Sendable {
    /// standing, habit, tier; of imports their own.
    package let name: String
    package let rows: [Row]

    package init(name: String, rows: [Row]) {
      self.name = name
      self.rows = rows
    }

    package var counts: CampaignCounts { rows.reduce(.zero) { $0 + $1.totals.counts } }
  }

  package let dimensions: [Dimension]

  package init(dimensions: [Dimension]) {
    self.dimensions = dimensions
  }
}
