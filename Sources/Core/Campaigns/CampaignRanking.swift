/// Campaigns in the order of one metric's prudent bound, so that one lucky sale does not win. Amounts of money are ranked
/// apart for each currency.
package struct CampaignRanking: Equatable, Sendable {
  package struct Entry: Hashable, Sendable {
    /// From 1 within its currency; nil without a bound: last, and the reading says why.
    package let rank: Int?
    package let id: Campaign.ID
    package let name: String
    package let currency: Currency
    package let reading: MetricReading
    package let totals: CampaignTotals

    package init(
      rank: Int?, id: Campaign.ID, name: String, currency: Currency, reading: MetricReading, totals: CampaignTotals
    ) {
      self.rank = rank
      self.id = id
      self.name = name
      self.currency = currency
      self.reading = reading
      self.totals = totals
    }
  }

  package let metric: CampaignMetric
  /// Whether currencies stand apart.
  package let isByCurrency: Bool
  /// Best first.
  package let entries: [Entry]

  package init(metric: CampaignMetric, isByCurrency: Bool, entries: [Entry]) {
    self.metric = metric
    self.isByCurrency = isByCurrency
    self.entries = entries
  }
}

extension CampaignRanking {
  /// Ranks campaigns by a metric: by the lower bound of its interval, or by the upper one where less is better. A
  /// campaign without an interval comes last. O(n log n).
  package init(_ members: [Portfolio.Member], by metric: CampaignMetric) {
    let isByCurrency = metric.unit == .money
    let candidates = members.map { ($0, $0.totals.reading(metric)) }
    let sorted = candidates.sorted { one, other in
      if isByCurrency, one.0.currency != other.0.currency { return one.0.currency.code < other.0.currency.code }
      return Self.precedes(one, other)
    }
    var ranks: [Currency: Int] = [:]
    let entries = sorted.map { member, reading in
      let key = isByCurrency ? member.currency : .usd
      if reading.prudent != nil { ranks[key, default: 0] += 1 }
      return Entry(
        rank: reading.prudent == nil ? nil : ranks[key], id: member.id, name: member.name, currency: member.currency,
        reading: reading, totals: member.totals)
    }
    self.init(metric: metric, isByCurrency: isByCurrency, entries: entries)
  }

  private static func precedes(
    _ one: (Portfolio.Member, MetricReading), _ other: (Portfolio.Member, MetricReading)
  ) -> Bool {
    /// Greater is better; none is worse than any.
    func merit(_ value: Double?, _ metric: CampaignMetric) -> Double {
      value.map { metric.isCost ? -$0 : $0 } ?? -.infinity
    }
    let (first, second) = (one.1, other.1)
    for pair in [(first.prudent, second.prudent), (first.value, second.value)] {
      let merits = (merit(pair.0, first.metric), merit(pair.1, first.metric))
      if merits.0 != merits.1 { return merits.0 > merits.1 }
    }
    return one.0.id < other.0.id
  }
}
