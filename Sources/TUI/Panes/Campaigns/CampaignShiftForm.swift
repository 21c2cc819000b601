import Canvas
import Core

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
