import Canvas
import Core

/// The form in which the columns of the list are chosen.
enum CampaignColumnsForm {
  private static let metrics = Set(CampaignMetric.allCases.map(\.rawValue))

  /// The form, with the columns in sight chosen.
  static func form(_ campaigns: CampaignsState) -> Form {
    let chosen = campaigns.columns ?? CampaignListRow.usual
    let all = CampaignListRow.columns.filter { $0.isDrawn && !CampaignListRow.fixed.contains($0.id) }
    func field(_ id: String, _ label: String, _ columns: [ListColumn<CampaignListRow>], help: String) -> Field {
      .multiChoice(
        id, label, columns.map { FieldOption(title($0), id: $0.id) },
        chosen: chosen.intersection(columns.map(\.id)), help: help)
    }
    return Form(
      "Columns", purpose: .campaignColumns,
      lines: ["Those that have no room give way to the more important ones; files have all."], saveTitle: "Show",
      fields: [
        field("facts", "Facts", all.filter { !metrics.contains($0.id) }, help: "Space chooses, left and right move."),
        field("metrics", "Metrics", all.filter { metrics.contains($0.id) }, help: "The eleven, and two beside them."),
      ])
  }

  private static func title(_ column: ListColumn<CampaignListRow>) -> String {
    switch column.id {
    case "picture": "picture of ROAS"
    case "verdict": "earns or loses"
    case "rank": "rank"
    default: CampaignMetric(rawValue: column.id)?.title ?? column.name
    }
  }

  /// The columns that are chosen in a form.
  static func columns(_ form: Form) -> Set<String> { Set(form.choices("facts") + form.choices("metrics")) }
}

extension State {
  /// Shows the columns that are chosen in a form.
  mutating func showColumns(of form: Form) -> [Effect] {
    let chosen = CampaignColumnsForm.columns(form)
    campaigns.columns =
      chosen.isEmpty || chosen == CampaignListRow.usual.subtracting(CampaignListRow.fixed) ? nil : chosen
    return []
  }
}
