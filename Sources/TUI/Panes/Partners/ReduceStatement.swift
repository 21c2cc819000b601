import Canvas
import Core

extension State {
  /// The statement with the keyboard.
  var statementSheet: StatementSheet? {
    if case .statement(let sheet) = dialogs.last { sheet } else { nil }
  }

  /// Whether there is a month so many steps back in time.
  func canTurnStatement(by steps: Int) -> Availability {
    guard let sheet = statementSheet, sheet.page != nil else { return .soon("the statement is being read") }
    return sheet.month(steps) == nil
      ? .unavailable(steps > 0 ? "this is the first month" : "this is the latest month") : .available
  }

  /// Whether there are lines to write.
  var canExportStatement: Availability {
    guard let page = statementSheet?.page else { return .soon("the statement is being read") }
    return page.statement.lines.isEmpty ? .unavailable("it has no lines") : .available
  }

  /// Opens the statement of the latest month.
  mutating func openStatement() -> [Effect] {
    guard let partner = partnerInQuestion, dialogs.isEmpty else { return [] }
    dialogs.append(.statement(StatementSheet(partnerID: partner.id, partnerName: partner.name)))
    return order(.statement(partner.id, nil))
  }

  /// Turns to another month.
  mutating func turnStatement(by steps: Int) -> [Effect] {
    guard let sheet = statementSheet, let month = sheet.month(steps) else { return [] }
    return order(.statement(sheet.partnerID, month))
  }

  /// Shows a statement that was waited for, as long as its box is open.
  mutating func show(_ page: StatementPage, for order: PartnerOrder) {
    guard let index = dialogs.lastIndex(where: { if case .statement = $0 { true } else { false } }),
      case .statement(var sheet) = dialogs[index], case .statement(sheet.partnerID, _) = order
    else { return }
    sheet.page = page
    sheet.scroll = 0
    dialogs[index] = .statement(sheet)
  }

  /// Scrolls the lines.
  mutating func move(_ sheet: StatementSheet, by rows: Int) {
    var sheet = sheet
    sheet.scroll = min(max(0, sheet.scroll + rows), StatementView(self, sheet).longestScroll)
    dialogs[dialogs.count - 1] = .statement(sheet)
  }

  /// Asks for the kind of file the statement is written to.
  mutating func exportStatement() {
    guard let page = statementSheet?.page else { return }
    let table = page.table(world: discovery.board?.town.kind ?? .live, now: now)
    let kind = table.world == .demo ? "demo-" : ""
    let statement = page.statement
    let options = ExportTable.Format.allCases.map { format in
      let name = "opportune-\(kind)statement-\(statement.partnerID)-\(statement.period).\(format.rawValue)"
      return Choice.Option(
        title: format.rawValue.uppercased(), detail: name,
        outcome: .table(.name(ExportRequest(table, as: format, name: name))))
    }
    dialogs.append(
      .choice(
        Choice(
          "Export the statement",
          lines: [
            "\(statement.partnerName), \(statement.period): \(Quantity.count(table.rows.count, "line")).",
            "The file goes to \(view.exportFolder).",
          ], cancel: "Cancel", options: options, isQuestion: false)))
  }
}

extension StatementPage {
  /// The lines as they are written to a file, amounts in minor units.
  func table(world: WorldKind, now: Timestamp) -> ExportTable {
    ExportTable(
      list: "statement", world: world, now: now,
      columns: [
        "partner_id", "partner", "period", "entry", "kind", "at", "code", "offer", "base_cents",
        "commission_basis_points", "commission_cents", "currency", "note",
      ],
      rows: statement.lines.map { line in
        [
          .id(statement.partnerID), .string(statement.partnerName), .string(statement.period.description),
          .integer(line.entry), .string(line.kind.rawValue), .instant(line.at), .string(line.code.description),
          .string(line.offerTitle), .integer(line.baseCents), .count(line.basisPoints), .integer(line.commissionCents),
          .string(statement.currency.code), .optional(line.note),
        ]
      })
  }
}
