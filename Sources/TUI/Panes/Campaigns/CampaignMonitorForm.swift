import Canvas
import Core

/// The form of what is to be watched.
enum CampaignMonitorForm {
  /// The form: a return below 1 over a week, for certain, of the selected campaign.
  static func form(_ state: State) -> Form {
    let selected = state.campaigns.selected
    let whom =
      [FieldOption("every campaign", id: "")]
      + (selected.map { [FieldOption($0.campaign.name, id: $0.id.description)] } ?? [])
    return Form(
      "Tell me when", purpose: .campaignMonitor(selected?.id),
      lines: ["It is looked at with every look at this screen, and told once until it is no longer so."],
      saveTitle: "Watch",
      fields: [
        .choice(
          "metric", "When", CampaignMetric.allCases.map { FieldOption($0.title, id: $0.rawValue) },
          selected: CampaignMetric.roas.rawValue, help: "Which number."),
        .choice(
          "side", "Is", Monitor.Side.allCases.map { FieldOption($0.rawValue, id: $0.rawValue) },
          selected: Monitor.Side.below.rawValue),
        .number(
          "threshold", "Than", 1, unit: "", range: -1e9...1e9, decimals: 6,
          help: "A ratio or an amount as it is; a rate or a margin in percent."),
        .number("days", "Over", 7, unit: "days", range: 1...365, help: "Today and the days before."),
        .toggle(
          "certain", "For certain", true, help: "Only when the whole 95 % interval is beyond it, so that luck does not."
        ),
        .choice("campaign", "Of", whom, selected: ""),
      ])
  }

  /// What a form asks for.
  static func order(_ form: Form, _ selected: Campaign.ID?) -> CampaignOrder? {
    guard let metric = form.choice("metric").flatMap(CampaignMetric.init(rawValue:)),
      let side = form.choice("side").flatMap(Monitor.Side.init(rawValue:)), let typed = form.number("threshold"),
      let days = form.number("days")
    else { return nil }
    let threshold = metric.unit == .share ? typed / 100 : typed
    let isOfOne = !(form.choice("campaign") ?? "").isEmpty
    return .watch(
      metric, side, threshold: threshold, isOfOne ? selected : nil, days: Int(days), isCertain: form.isOn("certain"))
  }
}

extension State {
  /// Asks for what stands in a form to be watched.
  mutating func watch(_ form: Form, _ selected: Campaign.ID?) -> [Effect] {
    CampaignMonitorForm.order(form, selected).map { order($0) } ?? []
  }
}
