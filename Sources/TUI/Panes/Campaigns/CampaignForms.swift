import Canvas
import Core

/// The form that asks for the first and the last day to look at.
enum CampaignPeriodForm {
  /// The form, with the days looked at now in it.
  static func form(_ state: State) -> Form {
    let span = state.campaigns.board?.span
    return Form(
      "Days", purpose: .campaignPeriod, lines: ["Both days are part of it, each campaign's on its own clock."],
      saveTitle: "Show",
      fields: [
        .text(
          "from", "From", span?.first.description ?? "", limit: 10, help: "A day such as 2026-10-01.",
          placeholder: "2026-10-01"),
        .text("to", "To", span?.last.description ?? "", limit: 10, help: "The last day.", placeholder: "2026-10-31"),
      ])
  }

  /// The days that stand in the form.
  static func span(_ form: Form) throws(InvalidInput) -> DateSpan {
    func day(_ id: String) throws(InvalidInput) -> CivilDate {
      guard let day = CivilDate(parsing: form.text(id).trimmingBlanks) else {
        throw InvalidInput(field: id, "must be a day such as 2026-10-01")
      }
      return day
    }
    let (first, last) = (try day("from"), try day("to"))
    guard let span = DateSpan(first, last) else {
      throw InvalidInput(
        field: "to", last < first ? "is before the first day" : "is too far away: ten years at most")
    }
    return span
  }

  /// Says what is wrong with it.
  static func objections(to form: Form) -> [InvalidInput] {
    do {
      _ = try span(form)
      return []
    } catch {
      return [error]
    }
  }
}

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

/// The form that supposes some of the budget went to another campaign.
enum CampaignShiftForm {
  /// The form; nil where there are no two campaigns to move money between.
  static func form(_ state: State) -> Form? {
    guard let selected = state.campaigns.selected else { return nil }
    let rows = state.campaigns.table.all.filter {
      $0.currency == selected.currency && $0.counts.spendMicros > 0
    }
    guard rows.count >= 2 else { return nil }
    let options = rows.map { FieldOption($0.campaign.name, id: $0.id.description) }
    let from = rows.first { $0.id == selected.id } ?? rows[0]
    let to = rows.first { $0.id != from.id }
    let tenth = max(100, from.counts.spendCents / 10)
    return Form(
      "What if some budget moved", purpose: .campaignShift,
      lines: ["By what one more unit of spend brought on the days looked at. Nothing is written."],
      saveTitle: "Suppose",
      fields: [
        .choice("from", "From", options, selected: from.id.description, help: "Which campaign gives."),
        .choice("to", "To", options, selected: to?.id.description, help: "Which one gets it."),
        .money("amount", "Amount", cents: tenth, selected.currency, help: "How much."),
      ])
  }

  /// Says what is wrong with it.
  static func objections(to form: Form) -> [InvalidInput] {
    if form.choice("from") == form.choice("to") { return [InvalidInput(field: "to", "is the same campaign")] }
    if let cents = form.cents("amount"), cents <= 0 { return [InvalidInput(field: "amount", "must be above zero")] }
    return []
  }
}

extension State {
  /// Looks at the days that stand in a form.
  mutating func showPeriod(of form: Form) -> [Effect] {
    guard let span = try? CampaignPeriodForm.span(form) else { return [] }
    campaigns.period = .span(span)
    return continueCampaigns()
  }

  /// Shows the columns that are chosen in a form.
  mutating func showColumns(of form: Form) -> [Effect] {
    let chosen = CampaignColumnsForm.columns(form)
    campaigns.columns =
      chosen.isEmpty || chosen == CampaignListRow.usual.subtracting(CampaignListRow.fixed) ? nil : chosen
    return []
  }

  /// Asks for what stands in a form to be watched.
  mutating func watch(_ form: Form, _ selected: Campaign.ID?) -> [Effect] {
    CampaignMonitorForm.order(form, selected).map { order($0) } ?? []
  }

  /// Says what moving money would change.
  mutating func suppose(shift form: Form) -> [Effect] {
    func member(_ id: String) -> Portfolio.Member? {
      guard let row = campaigns.table.all.first(where: { $0.id.description == form.choice(id) }) else { return nil }
      return Portfolio.Member(
        id: row.id, name: row.campaign.name, currency: row.currency, totals: row.row.totals, before: row.row.before)
    }
    guard let from = member("from"), let to = member("to"), let cents = form.cents("amount") else { return [] }
    dialogs.append(.number(NumberNote(BudgetShift(cents, from: from, to: to), formats)))
    return []
  }
}

extension NumberNote {
  /// What moving money would change, with what it is worked out from and what must be said beside it.
  init(_ shift: BudgetShift, _ formats: Formats) {
    let amount = CampaignCells.money(cents: shift.amountCents, shift.currency, formats)
    var value =
      shift.change.map { ($0 > 0 ? "+" : "") + CampaignCells.money($0, shift.currency, formats) }
      ?? CampaignCells.nothing
    if let interval = shift.interval { value += "  " + CampaignCells.interval(interval, .money) }
    func cell(_ value: Double?) -> Cell {
      Cell(value.map { Number.fixed($0, decimals: 2) } ?? CampaignCells.nothing, .optional(value))
    }
    self.init(
      "\(amount) from \(shift.from.name) to \(shift.to.name)", value: "profit " + value,
      lines: [
        shift.reason ?? "What profit would change by: spend in all stays what it is.", BudgetShift.caution,
      ],
      rows: Rows(
        list: "campaign-shift",
        headings: [
          Heading("campaign", isText: true), Heading("marginal_return", "one more brings"), Heading("low", "from"),
          Heading("high", "to"), Heading("method", isText: true),
        ],
        rows: [shift.from, shift.to].map { margin in
          [
            Cell(margin.name, .string(margin.name)), cell(margin.value), cell(margin.interval?.low),
            cell(margin.interval?.high), Cell(margin.reason ?? margin.method, .string(margin.reason ?? margin.method)),
          ]
        }))
  }
}
