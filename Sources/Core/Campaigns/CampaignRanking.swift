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
    let readings = members.map { $0.totals.reading(metric) }
    // Places are sorted rather than members with their readings, which are large.
    let merits = zip(members, readings).map { Merit($0, $1, isByCurrency: isByCurrency) }
    var ranks: [Currency: Int] = [:]
    let entries = merits.indices.sorted { merits[$0] > merits[$1] }.map { place in
      let (member, reading) = (members[place], readings[place])
      let key = isByCurrency ? member.currency : .usd
      if reading.prudent != nil { ranks[key, default: 0] += 1 }
      return Entry(
        rank: reading.prudent == nil ? nil : ranks[key], id: member.id, name: member.name, currency: member.currency,
        reading: reading, totals: member.totals)
    }
    self.init(metric: metric, isByCurrency: isByCurrency, entries: entries)
  }
}

/// What decides who comes first: the prudent bound, then the value itself, then the lower number. Greater is better, and
/// none is worse than any.
private struct Merit: Comparable {
  /// Where currencies stand apart, the code.
  let currency: String
  let prudent: Double
  let value: Double
  let id: Campaign.ID

  init(_ member: Portfolio.Member, _ reading: MetricReading, isByCurrency: Bool) {
    func merit(_ value: Double?) -> Double { value.map { reading.metric.isCost ? -$0 : $0 } ?? -.infinity }
    currency = isByCurrency ? member.currency.code : ""
    prudent = merit(reading.prudent)
    value = merit(reading.value)
    id = member.id
  }

  static func < (one: Self, other: Self) -> Bool {
    if one.currency != other.currency { return one.currency > other.currency }
    return (one.prudent, one.value, other.id) < (other.prudent, other.value, one.id)
  }
}
