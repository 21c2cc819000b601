/// Two to four campaigns side by side, with the difference of every pair.
///
/// Intervals and p-values of a metric are adjusted for all its pairs: intervals by Bonferroni, p by Holm.
package struct CampaignComparison: Equatable, Sendable {
  /// One campaign, as it comes in.
  package struct Member: Hashable, Sendable {
    package let id: Campaign.ID
    package let name: String
    package let currency: Currency
    package let totals: CampaignTotals

    package init(id: Campaign.ID, name: String, currency: Currency, totals: CampaignTotals) {
      self.id = id
      self.name = name
      self.currency = currency
      self.totals = totals
    }
  }

  /// One metric of two members: second less first.
  package struct Pair: Hashable, Sendable {
    /// Places in ``members``.
    package let first: Int
    package let second: Int
    package let difference: Double?
    /// Of the difference, adjusted for all pairs.
    package let interval: Interval?
    package let p: PValue?
    /// As Holm adjusts it for all pairs.
    package let pAdjusted: PValue?
    /// Why something is missing; nil where nothing is.
    package let reason: String?

    package init(
      first: Int, second: Int, difference: Double?, interval: Interval?, p: PValue?, pAdjusted: PValue?, reason: String?
    ) {
      self.first = first
      self.second = second
      self.difference = difference
      self.interval = interval
      self.p = p
      self.pAdjusted = pAdjusted
      self.reason = reason
    }

    /// Whether the adjusted interval leaves out no difference at all.
    package var isDifferent: Bool { interval?.excludesZero ?? false }
  }

  package struct Line: Hashable, Sendable {
    package let metric: CampaignMetric
    /// One of each member, in their order, at 95 %.
    package let readings: [MetricReading]
    package let pairs: [Pair]
    /// How differences are found, in words.
    package let method: String

    package init(metric: CampaignMetric, readings: [MetricReading], pairs: [Pair], method: String) {
      self.metric = metric
      self.readings = readings
      self.pairs = pairs
      self.method = method
    }
  }

  package let members: [Member]
  package let lines: [Line]
  /// Of each adjusted interval by itself, so that all pairs of a metric hold together at 95 %.
  package let pairConfidence: Double
  /// How intervals and p-values are adjusted, in words.
  package let adjustment: String

  package init(members: [Member], lines: [Line], pairConfidence: Double, adjustment: String) {
    self.members = members
    self.lines = lines
    self.pairConfidence = pairConfidence
    self.adjustment = adjustment
  }
}
