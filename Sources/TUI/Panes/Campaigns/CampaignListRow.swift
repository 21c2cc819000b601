import Canvas
import Core

/// A campaign in the list, with the scale on which all returns of the list are drawn.
package struct CampaignListRow: Equatable, Sendable {
  package let row: CampaignSummary
  let strip: IntervalStrip

  /// A return beyond this leaves the picture: one wild interval would press all others flat.
  private static let widestReturn = 6.0

  /// The rows of a list, whose returns share a scale from nothing on, with break-even marked.
  package static func rows(of rows: [CampaignSummary]) -> [CampaignListRow] {
    let highest = rows.lazy.compactMap { $0.reading(.roas).interval?.high ?? $0.reading(.roas).value }.max() ?? 2
    let strip = IntervalStrip(scale: 0...min(widestReturn, max(2, highest)), reference: 1)
    return rows.map { CampaignListRow(row: $0, strip: strip) }
  }

  package var campaign: Campaign { row.campaign }
  var currency: Currency { row.campaign.currency }
  var counts: CampaignCounts { row.totals.counts }

  /// The share of the budget that is spent; nil without a budget.
  var budgetShare: Double? {
    guard let budget = campaign.budgetCents, budget > 0 else { return nil }
    return Double(row.spentMicros) / Double(CampaignCounts.microsPerCent) / Double(budget)
  }
}
