import Canvas
import Core

/// Draws counter mode over the whole screen: the field and the answer at the left, who is on the way and the day's slip
/// at the right; where there is room for one of them, the one that was chosen; where there is none, their numbers.
struct CounterView {
  private let state: State
  private let counter: Counter

  private static let sideWidth = 34

  init(_ state: State, _ counter: Counter) {
    self.state = state
    self.counter = counter
  }

  /// Whether both lists have a place beside the field.
  static func showsBoth(in area: Rect) -> Bool { showsSide(in: area) && area.height >= 30 }

  private static func showsSide(in area: Rect) -> Bool { area.width >= 78 }

  /// Draws the counter; returns where text is being typed.
  func draw(on canvas: inout Canvas, in area: Rect) -> Point? {
    canvas.fill(area)
    guard Self.showsSide(in: area) else {
      return counter.showsSlip ? drawNarrowSlip(on: &canvas, in: area) : drawField(on: &canvas, in: area)
    }
    let (side, main) = area.splitRight(max(Self.sideWidth, area.width * 2 / 5))
    if Self.showsBoth(in: area) {
      let (top, bottom) = side.splitTop(side.height / 2)
      drawComing(on: &canvas, in: top)
      drawSlip(on: &canvas, in: bottom)
    } else if counter.showsSlip {
      drawSlip(on: &canvas, in: side)
    } else {
      drawComing(on: &canvas, in: side)
    }
    return drawField(on: &canvas, in: main)
  }

  private func drawNarrowSlip(on canvas: inout Canvas, in area: Rect) -> Point? {
    let (field, slip) = area.splitTop(5)
    drawSlip(on: &canvas, in: slip)
    return drawField(on: &canvas, in: field)
  }

  private func drawField(on canvas: inout Canvas, in area: Rect) -> Point? {
    let name = counter.partnerID == nil ? "every partner" : counter.board?.slip.partnerName ?? ""
    let inside = Panel(
      StyledLine("Counter", .title) + StyledLine(name.isEmpty ? "" : "  \(name)", .text),
      detail: Self.showsSide(in: Frame.body(of: state.size)) ? .empty : summary, isFocused: true
    ).draw(on: &canvas, in: area).inset(horizontal: 1, vertical: 0)
    let isTall = inside.height >= 18
    let (box, rest) = inside.inset(top: isTall ? 1 : 0).splitTop(isTall ? 3 : min(3, inside.height))
    let field = Panel(prompt, isFocused: true).draw(on: &canvas, in: box).inset(horizontal: 1, vertical: 0)
    let cursor = FieldText(counter.entry.text, caret: counter.entry.caret, placeholder: placeholder)
      .draw(on: &canvas, in: field, style: Style.text.bold)
    var below = rest
    if let objection = counter.objection {
      canvas.put(objection, at: below.origin, style: .negative, width: below.width)
    } else if case .amount(let facts) = counter.step {
      let typical = AmountText.text(cents: facts.typicalSpendCents)
      canvas.put("enter fills in \(typical); esc redeems nothing", at: below.origin, style: .muted, width: below.width)
    }
    below = below.inset(top: isTall ? 2 : 1)
    let text = VerdictText(counter, zone: state.zone, formats: state.formats)
    if let word = text.word { below = below.inset(top: word.draw(on: &canvas, in: below) + (isTall ? 1 : 0)) }
    _ = Paragraph(text.lines).draw(on: &canvas, in: below, offset: 0)
    return cursor
  }

  private var prompt: String {
    switch counter.step {
    case .code: "Code"
    case .amount(let facts): "Amount paid, \(facts.currency.code)"
    }
  }

  private var placeholder: String {
    switch counter.step {
    case .code: "scan or type"
    case .amount: "what was paid"
    }
  }

  /// Both lists in a few words, where there is no room for either.
  private var summary: StyledLine {
    guard let board = counter.board else { return .empty }
    return StyledLine("\(board.coming(at: state.now).count) on the way", .muted)
  }

  private func drawComing(on canvas: inout Canvas, in area: Rect) {
    let coming = counter.board?.coming(at: state.now) ?? []
    let inside = Panel("On the way", detail: counter.board == nil ? "" : "\(coming.count)").draw(on: &canvas, in: area)
    let columns = [
      Column("walk", align: .right, minimum: 6, priority: 2), Column("offer", minimum: 8, ideal: 18, isFlexible: true),
      Column("until", align: .right, minimum: max(state.formats.clockColumns + 4, 10), priority: 1),
    ]
    let rows = coming.map { claim in
      [walk(claim), StyledLine(claim.offerTitle), StyledLine(until(claim.expiresAt), .muted)]
    }
    let table = Table(columns: columns, rows: rows, isFocused: false, emptyText: emptyText("Nobody has a claim open."))
    table.draw(on: &canvas, in: table.area(in: inside))
  }

  private func walk(_ claim: ClaimOnTheWay) -> StyledLine {
    guard let minutes = claim.minutesLeft(at: state.now) else { return StyledLine("?", .muted) }
    return minutes < 0.5
      ? StyledLine("here", Style.positive.bold) : StyledLine(Quantity.minutes(Int(minutes.rounded(.up))))
  }

  private func drawSlip(on canvas: inout Canvas, in area: Rect) {
    let title = counter.board.map { "Slip of \($0.slip.day)" } ?? "Day's slip"
    let count = counter.board.map { "\($0.slip.redemptions) redeemed" } ?? ""
    let inside = Panel(title, detail: count).draw(on: &canvas, in: area)
    guard let board = counter.board else {
      _ = Paragraph([StyledLine(emptyText(""), .muted)]).draw(on: &canvas, in: inside, offset: 0)
      return
    }
    let slip = SlipText(board, formats: state.formats)
    let sums = slip.sums
    let (bottom, top) = inside.splitBottom(min(sums.count + 1, inside.height))
    canvas.fill(bottom.splitTop(1).top, with: canvas.glyphs.horizontal, style: .border)
    for (row, sum) in sums.enumerated() where row + 1 < bottom.height {
      let line = Rect(x: bottom.x + 1, y: bottom.y + row + 1, width: bottom.width - 2, height: 1)
      let (right, left) = line.splitRight(TextWidth.columns(sum.value, glyphs: canvas.glyphs))
      canvas.put(sum.name, at: left.origin, style: .muted, width: left.width)
      canvas.put(sum.value, at: right.origin, style: row == 0 ? Style.text.bold : .text, width: right.width)
    }
    let columns = [
      Column("time", align: .right, minimum: state.formats.clockColumns, priority: 1),
      Column("offer", minimum: 8, ideal: 16, isFlexible: true),
      Column("paid", align: .right, minimum: state.formats.moneyColumns(8), priority: 2),
    ]
    // The latest first: that is what somebody asks about.
    let rows = board.slip.lines.reversed().map { slip.row($0) }
    let table = Table(columns: columns, rows: rows, isFocused: false, emptyText: "Nothing was redeemed today yet.")
    table.draw(on: &canvas, in: table.area(in: top))
  }

  private func emptyText(_ text: String) -> String {
    if counter.boardPartner == nil { return "Check a code: its partner's list comes with it." }
    return counter.board == nil ? "Reading …" : text
  }

  /// A time of today by its clock, one of the next days with its weekday, a later one by its date.
  private func until(_ instant: Timestamp) -> String {
    let zone = counter.board?.zone ?? state.zone
    let (today, end) = (zone.localTime(at: state.now), zone.localTime(at: instant))
    switch end.date.dayNumber - today.date.dayNumber {
    case 0: return state.formats.clock(end)
    case 1..<7: return "\(end.weekday.title) \(state.formats.clock(end))"
    default: return end.date.description
    }
  }
}
