import Testing

@testable import Core

/// Campaigns worked out by hand and by SciPy.
enum CampaignSamples {
  /// Seven days: revenue and spend in currency units, redemptions, impressions.
  static let week: [CampaignCounts] = days(
    revenue: [120, 80, 150, 90, 200, 60, 110], spend: [50, 45, 60, 40, 80, 30, 55],
    redemptions: [6, 4, 8, 5, 10, 3, 6], impressions: [400, 380, 500, 350, 700, 300, 420])

  /// Six other days.
  static let other: [CampaignCounts] = days(revenue: [50, 70, 40, 90, 60, 30], spend: [60, 65, 50, 80, 55, 45])

  /// 2026-11-02, a Monday.
  static let monday = CivilDate(dayNumber: 20_759)

  static func days(
    revenue: [Int64] = [], spend: [Int64] = [], redemptions: [Int64] = [], impressions: [Int64] = []
  ) -> [CampaignCounts] {
    let count = [revenue.count, spend.count, redemptions.count, impressions.count].max() ?? 0
    func value(_ values: [Int64], _ index: Int) -> Int64 { index < values.count ? values[index] : 0 }
    return (0..<count).map {
      CampaignCounts(
        impressions: value(impressions, $0), redemptions: value(redemptions, $0),
        spendMicros: value(spend, $0) * 1_000_000, revenueCents: value(revenue, $0) * 100)
    }
  }

  static func dated(_ counts: [CampaignCounts], from first: CivilDate = monday) -> [CampaignDay] {
    counts.enumerated().map { CampaignDay(first.adding(days: $0.offset), $0.element) }
  }

  static func member(
    _ id: Int64, _ name: String, _ days: [CampaignCounts], _ currency: Currency = .usd, before: CampaignCounts = .zero
  ) -> Portfolio.Member {
    Portfolio.Member(
      id: Campaign.ID(id), name: name, currency: currency, totals: CampaignTotals(days: days), before: before)
  }
}

/// Whether two numbers are the same but for rounding.
func isClose(_ one: Double?, _ other: Double, within tolerance: Double = 1e-9) -> Bool {
  guard let one else { return false }
  return abs(one - other) <= tolerance * max(1, abs(other))
}

extension Interval? {
  /// Whether it is this one but for rounding.
  func isClose(_ low: Double, _ high: Double, within tolerance: Double = 1e-9) -> Bool {
    CoreTests.isClose(self?.low, low, within: tolerance) && CoreTests.isClose(self?.high, high, within: tolerance)
  }
}
