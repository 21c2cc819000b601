import Canvas
import Core

/// Draws one dialog over the screen. A dialog is lines of text in a box, scrolled where they do not fit.
struct DialogView {
  private let state: State
  private let dialog: Dialog?

  init(_ state: State) {
    self.init(state, at: state.dialogs.count - 1)
  }

  init(_ state: State, at index: Int) {
    self.state = state
    dialog = state.dialogs.indices.contains(index) ? state.dialogs[index] : nil
  }

  /// Draws the dialog; returns where text is being typed.
  func draw(on canvas: inout Canvas, in area: Rect) -> Point? {
    if case .palette(let palette) = dialog { return PaletteView(state, palette).draw(on: &canvas, in: area) }
    if case .counter(let counter) = dialog { return CounterView(state, counter).draw(on: &canvas, in: area) }
    if case .search(let search) = dialog { return SearchView(state, search).draw(on: &canvas, in: area) }
    if case .welcome(let welcome) = dialog {
      WelcomeView(state, welcome).draw(on: &canvas, in: area)
      return nil
    }
    if case .form(let form) = dialog { return FormSheet(state, form).draw(on: &canvas, in: area).cursor }
    if case .map(let picker) = dialog {
      MapSheet(state, picker)?.draw(on: &canvas)
      return nil
    }
    if case .statement(let sheet) = dialog {
      StatementView(state, sheet).draw(on: &canvas)
      return nil
    }
    if case .number(let note) = dialog {
      NumberNoteView(state, note).draw(on: &canvas)
      return nil
    }
    if case .card(let card) = dialog {
      CardView(state, card).draw(on: &canvas, in: area)
      return nil
    }
    let width = width(in: area)
    let lines = lines(glyphs: canvas.glyphs, width: width)
    let inside = drawBox(around: lines, width: width, on: &canvas, in: area)
    let total = Paragraph(lines).draw(on: &canvas, in: inside, offset: scroll)
    if total > inside.height, inside.height > 2 {
      let bar = Rect(x: inside.right + 1, y: inside.y, width: 1, height: inside.height)
      let first = Scrolling.offset(scroll, keeping: nil, height: inside.height, count: total)
      Scrollbar(rows: first..<first + inside.height, count: total).draw(on: &canvas, in: bar)
    }
    if case .help(let help) = dialog, help.isFiltering {
      return help.filter.field.draw(on: &canvas, in: inside.splitTop(1).top.inset(left: 2))
    }
    guard case .note(let note) = dialog, inside.height > 1 else { return nil }
    return note.entry.field.draw(on: &canvas, in: inside.splitBottom(1).bottom)
  }

  /// The answer of a question at a point of the screen; nil where there is none.
  func option(at point: Point) -> Int? {
    guard case .choice(let choice) = dialog else { return nil }
    var canvas = Canvas(size: state.size)
    let area = Frame.body(of: state.size)
    let width = width(in: area)
    let lines = lines(glyphs: canvas.glyphs, width: width)
    let inside = drawBox(around: lines, width: width, on: &canvas, in: area)
    guard inside.contains(point) else { return nil }
    // The answers are the last rows.
    let rows = Self.answers(of: choice, glyphs: canvas.glyphs, width: width).enumerated().flatMap { index, lines in
      lines.map { _ in index }
    }
    let row = point.y - (inside.bottom - rows.count)
    return rows.indices.contains(row) ? rows[row] : nil
  }

  private func drawBox(around lines: [StyledLine], width: Int, on canvas: inout Canvas, in area: Rect) -> Rect {
    let size = Overlay.size(of: lines, width: width, glyphs: canvas.glyphs)
    let least = min(width, max(TextWidth.columns(title, glyphs: canvas.glyphs) + 2, minimumWidth))
    let content = Size(width: max(size.width, least), height: min(size.height, area.height - 2))
    return Overlay(title, content: content).draw(on: &canvas, in: area)
  }

  /// The last scroll position at which the box is still full.
  var longestScroll: Int {
    let area = Frame.body(of: state.size)
    let width = width(in: area)
    let height = Paragraph(lines(glyphs: .unicode, width: width)).wrapped(to: width).count
    return max(0, height - max(1, area.height - 2))
  }

  /// Help takes all there is, so that a command fits into a row; other text is read best in short lines.
  private func width(in area: Rect) -> Int {
    if case .help = dialog { return max(1, min(140, area.width - 6)) }
    return max(1, min(72, area.width - 6))
  }

  private var title: String {
    switch dialog {
    case .help(let topic): "Help: \(topic.title)"
    case .choice(let choice): choice.title
    case .note(let note): note.title
    case .offer(let target, _): state.title(ofOffer: target)
    case .offerHistory(let offer, _): OfferHistoryText(state, offer).title
    case .claim: "Accepted"
    case .keys(let sheet): "Keys of \(sheet.partnerName)"
    case .newKey(let notice): "Key \(notice.id) of \(notice.partnerName)"
    case .palette, .search, .card, .form, .map, .statement, .number, .counter, .welcome, nil: ""
    }
  }

  private var scroll: Int {
    switch dialog {
    case .help(let topic): topic.scroll
    case .keys(let sheet): KeyText(sheet, state).scroll(height: Frame.body(of: state.size).height - 2)
    case .offer(_, let scroll), .offerHistory(_, let scroll): scroll
    default: 0
    }
  }

  private var minimumWidth: Int {
    if case .help = dialog { return 140 }
    if case .note = dialog { return 56 }
    return 30
  }

  private func lines(glyphs: Glyphs, width: Int) -> [StyledLine] {
    switch dialog {
    case .help(let topic): HelpText(state.beneathHelp, topic).lines(width: width)
    case .choice(let choice): Self.lines(of: choice, glyphs: glyphs, width: width)
    case .note(let note): [StyledLine(note.prompt), .empty, " "]
    case .offer(let target, _): OfferDetails(state, target).lines
    case .offerHistory(let offer, _): OfferHistoryText(state, offer).lines
    case .claim(let notice): ClaimText(notice, zone: state.zone, formats: state.formats).lines(width: width)
    case .keys(let sheet): KeyText(sheet, state).lines(glyphs: glyphs)
    case .newKey(let notice): notice.lines()
    case .palette, .search, .card, .form, .map, .statement, .number, .counter, .welcome, nil: []
    }
  }

  private static func lines(of choice: Choice, glyphs: Glyphs, width: Int) -> [StyledLine] {
    choice.lines.map { StyledLine($0) } + [.empty] + answers(of: choice, glyphs: glyphs, width: width).joined()
  }

  /// The rows of each answer; what is said of one hangs beside its title.
  private static func answers(of choice: Choice, glyphs: Glyphs, width: Int) -> [[StyledLine]] {
    let columns = choice.options.map { TextWidth.columns($0.title, glyphs: glyphs) }.max() ?? 0
    // The mark, a blank on either side of the title, and two before the detail.
    let indent = columns + 5
    return choice.options.enumerated().map { index, option in
      let isMarked = index == choice.selection
      let details = TextWidth.wrap(option.detail, width: max(16, width - indent), glyphs: glyphs)
      let mark = isMarked ? String(glyphs.selection) : " "
      let first: StyledLine = [
        Span(mark, Style.accent.bold),
        Span(" \(TextWidth.pad(option.title, to: columns, glyphs: glyphs)) ", isMarked ? .selection : .text),
        Span("  \(details.first ?? "")", .muted),
      ]
      return [first] + details.dropFirst().map { StyledLine(String(repeating: " ", count: indent) + $0, .muted) }
    }
  }
}
