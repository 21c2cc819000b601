import Canvas
import Core

/// A campaign in the list.
package struct CampaignRow: Equatable, Sendable {
  package let campaign: Campaign
}

extension CampaignRow: ListRow {
  package var id: Campaign.ID { campaign.id }

  package static let listName = "campaigns"

  package static let columns: [ListColumn<Self>] = [
    ListColumn(
      "campaign", Column("campaign", minimum: 12, ideal: 20, isFlexible: true, priority: 12),
      key: { .text($0.campaign.name) }, words: { $0.campaign.name }, value: { row, _ in .string(row.campaign.name) },
      cell: { row, context in
        let mark = context.changes.contains(.campaign(row.id)) ? String(context.glyphs.changed) : ""
        return [Span(row.campaign.name), Span(mark, .accent)]
      })
  ]
}
