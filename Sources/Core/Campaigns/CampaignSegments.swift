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

/// What came of one kind of people, as it comes in.
package struct SegmentTotals: Hashable, Sendable {
  package let dimension: String
  package let value: String
  package let totals: CampaignTotals

  package init(_ dimension: String, _ value: String, _ totals: CampaignTotals) {
    self.dimension = dimension
    self.value = value
    self.totals = totals
  }
}

extension CampaignSegments.Row {
  /// One figure with its interval over the segment's own days.
  package func reading(_ metric: CampaignMetric) -> MetricReading { totals.reading(metric) }

  /// Whether it earns.
  package var earning: Earning { reading(.roas).earning ?? .unknown }
}

extension CampaignSegments {
  /// The dimensions every campaign has, in order; imported ones follow by name.
  private static let own = ["standing", "habit", "tier"]

  /// From one row for each value of each dimension, in any order.
  package init(_ rows: [SegmentTotals]) {
    let names = Set(rows.map(\.dimension))
    let ordered = Self.own.filter(names.contains) + names.subtracting(Self.own).sorted()
    let byName = Dictionary(grouping: rows, by: \.dimension)
    self.init(
      dimensions: ordered.map { name in
        let rows = (byName[name] ?? []).map { Row(value: $0.value, totals: $0.totals) }
        return Dimension(name: name, rows: rows.sorted(by: Self.precedes))
      })
  }

  private static func precedes(_ one: Row, _ other: Row) -> Bool {
    if one.isUnknown != other.isUnknown { return other.isUnknown }
    let (first, second) = (one.totals.counts, other.totals.counts)
    return (first.spendMicros, first.revenueCents, first.impressions, other.value)
      > (second.spendMicros, second.revenueCents, second.impressions, one.value)
  }

  /// Those that cost more than they earn, with their dimension; the greatest loss first.
  package var losing: [(dimension: String, row: Row)] {
    dimensions.flatMap { dimension in dimension.rows.map { (dimension.name, $0) } }
      .filter { $0.1.totals.counts.profitMicros < 0 }
      .sorted { $0.1.totals.counts.profitMicros < $1.1.totals.counts.profitMicros }
      .map { (dimension: $0.0, row: $0.1) }
  }
}
