import Canvas
import Core

/// A statement in a box: the month and whether it is closed, its lines, and what they add up to.
struct StatementView {
  private let state: State
  private let sheet: StatementSheet
  private let area: Rect
  private let content: Size

  /// The month with a blank row below it, and the sums with one over them.
  private static let frameRows = 5
  private static let widest = 100

  init(_ state: State, _ sheet: StatementSheet) {
    self.state = state
    self.sheet = sheet
    area = Frame.body(of: state.size)
    let lines = max(3, sheet.page?.statement.lines.count ?? 3) + 1
    content = Size(
      width: max(1, min(Self.widest, area.width - 4)), height: max(1, min(area.height - 2, lines + Self.frameRows)))
  }

  /// The last scroll position at which the list is still full.
  var longestScroll: Int {
    max(0, (sheet.page?.statement.lines.count ?? 0) - max(1, content.height - Self.frameRows - 1))
  }

  /// Draws the box.
  func draw(on canvas: inout Canvas) {
    let inside = Overlay("Statement of \(sheet.partnerName)", content: content).draw(on: &canvas, in: area)
    guard let page = sheet.page else {
      canvas.put("Reading …", at: inside.origin, style: .muted, width: inside.width)
      return
    }
    let (head, rest) = inside.splitTop(2)
    canvas.put(heading(page, canvas.glyphs), at: head.origin, width: head.width)
    let (foot, middle) = rest.splitBottom(3)
    table(page).draw(on: &canvas, in: middle)
    let sums = sums(page.statement)
    for (row, line) in sums.enumerated() {
      canvas.put(line, at: Point(x: foot.x, y: foot.y + 1 + row), width: foot.width)
    }
  }

  private func heading(_ page: StatementPage, _ glyphs: Glyphs) -> StyledLine {
    let statement = page.statement
    let (before, after) = (sheet.month(1) != nil, sheet.month(-1) != nil)
    let closing: Span =
      statement.closing.map { closing in
        Span("closed \(state.formats.moment(closing.at, in: page.zone)) by \(closing.actor)", .positive)
      } ?? Span("open: lines may still be added", .warning)
    return [
      Span("\(before ? String(glyphs.previous) : " ") ", .accent), Span(statement.period.description, .title),
      Span(" \(after ? String(glyphs.next) : " ")  ", .accent), closing,
    ]
  }

  private func table(_ page: StatementPage) -> Table {
    let statement = page.statement
    let columns = [
      Column("when", minimum: 11, priority: 5),
      Column("offer", minimum: 12, ideal: 24, isFlexible: true, priority: 6),
      Column("code", minimum: 13, priority: 2),
      Column("redeemed", align: .right, minimum: 11, priority: 7),
      Column("rate", align: .right, minimum: 7, priority: 1),
      Column("commission", align: .right, minimum: 10, priority: 8),
      Column("note", minimum: 8, ideal: 16, isFlexible: true, priority: 0),
    ]
    return Table(
      columns: columns, rowCount: statement.lines.count, offset: sheet.scroll, isFocused: false,
      emptyText: "Nothing was redeemed in this month."
    ) { row, column in
      let line = statement.lines[row]
      let style: Style = line.kind == .refund ? .warning : .text
      switch column {
      case 0: return StyledLine(shortMoment(line.at, page.zone), .muted)
      case 1: return StyledLine((line.kind == .refund ? "refund: " : "") + line.offerTitle, style)
      case 2: return StyledLine(line.code.description, .muted)
      case 3: return StyledLine(money(line.baseCents, statement), style)
      case 4: return StyledLine(percent(line.basisPoints), .muted)
      case 5: return StyledLine(money(line.commissionCents, statement), style)
      default: return StyledLine(line.note ?? "", .muted)
      }
    }
  }

  private func sums(_ statement: PartnerStatement) -> [StyledLine] {
    [
      [
        Span("\(Quantity.count(statement.redemptions, "redemption")), \(Quantity.count(statement.refunds, "refund"))"),
        Span("   times on the clock of \(statement.zone)", .muted),
      ],
      [
        Span("redeemed ", .muted), Span(money(statement.baseCents, statement), Style.text.bold),
        Span("   commission \(statement.closing == nil ? "due" : "settled") ", .muted),
        Span(money(statement.commissionCents, statement), Style.text.bold),
      ],
    ]
  }

  private func money(_ cents: Int64, _ statement: PartnerStatement) -> String {
    state.formats.money(Money(cents: cents, statement.currency))
  }

  /// `12.5 %` from 1250.
  private func percent(_ basisPoints: Int) -> String {
    NumberRule(range: 0...100).text(Double(basisPoints) / 100) + " %"
  }

  /// `11-20 17:42`: month, day and time.
  private func shortMoment(_ instant: Timestamp, _ zone: ZoneTable) -> String {
    let local = zone.localTime(at: instant)
    return "\(local.date.description.suffix(5)) \(state.formats.clock(local))"
  }
}
