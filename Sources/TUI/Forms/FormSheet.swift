import Canvas

/// A form as it lies over the screen: who acts, the fields with what is wrong and what they are for, and below them how
/// to save and how to leave. What somebody else saved meanwhile takes the place of the fields until it is decided.
struct FormSheet {
  private let state: State
  private let form: Form

  /// What a click on the sheet is meant for.
  enum Target: Equatable {
    /// A field, and which of its options; nil for the field as a whole.
    case field(Int, option: Int?)
    /// A row of what two people changed.
    case row(Int)
    case save, leave
  }

  /// Where everything stands.
  struct Layout {
    /// Where text is being typed.
    fileprivate(set) var cursor: Point?
    /// The first row of the fields in sight.
    fileprivate(set) var offset = 0
    fileprivate var targets: [(area: Rect, target: Target)] = []

    /// What is at a point of the screen.
    func target(at point: Point) -> Target? { targets.last { $0.area.contains(point) }?.target }
  }

  /// Wide enough for a label, a text and its unit; three versions side by side take more.
  private static let widest = 68
  private static let widestConflict = 104
  /// Between the fields and what is told beside them.
  private static let gap = 3

  init(_ state: State, _ form: Form) {
    self.state = state
    self.form = form
  }

  /// Where everything stands on the screen of the state, without drawing it.
  var layout: Layout {
    var nowhere = Canvas(size: state.size)
    return draw(on: &nowhere, in: state.area(ofDialog: state.dialogs.count - 1))
  }

  /// Draws the sheet in the middle of the area.
  @discardableResult
  func draw(on canvas: inout Canvas, in area: Rect) -> Layout {
    let wanted = form.conflict == nil ? Self.widest : Self.widestConflict
    // A strip of a few columns beside the box would only be in the way of the eye.
    let width = wanted + 12 <= area.width ? wanted : max(1, min(Self.widest, area.width - 4))
    let aside = form.conflict == nil ? form.told(state) : nil
    let columns = aside?.columns ?? 0
    let isBeside = width + columns + Self.gap + 4 <= area.width
    let besides = aside != nil && isBeside ? columns + Self.gap : 0
    let below = aside == nil || isBeside ? 0 : area.height < 20 ? 1 : 2
    let body = bodyHeight(width: width, glyphs: canvas.glyphs) + below
    let lines = Paragraph(leadLines).wrapped(to: width, glyphs: canvas.glyphs)
    let room = area.height - 2
    // Where not everything fits, the fields need the rows more than what stands over them.
    let lead = lines.isEmpty || body + 2 + lines.count + 1 > room ? 0 : lines.count + 1
    let height = min(room, lead + body + 2)
    let box = Overlay(form.title, content: Size(width: width + besides, height: height)).draw(on: &canvas, in: area)
    let (beside, inside) = box.splitRight(besides)
    if besides > 0, let aside { Self.draw(aside, on: &canvas, in: beside) }
    let (above, rest) = inside.splitTop(lead)
    for (row, line) in lines.prefix(max(0, lead - 1)).enumerated() {
      canvas.put(line, at: Point(x: above.x, y: above.y + row), width: above.width)
    }
    let (answers, upper) = rest.splitBottom(1)
    let (reach, middle) = upper.inset(bottom: upper.height > 6 + below ? 1 : 0).splitBottom(below)
    if let aside, below > 0 { Paragraph([aside.line]).draw(on: &canvas, in: reach.inset(left: 1)) }
    var layout = drawBody(on: &canvas, in: middle)
    layout.targets += drawAnswers(on: &canvas, in: answers)
    return layout
  }

  /// A column of its own, with a line between.
  private static func draw(_ aside: FormAside, on canvas: inout Canvas, in area: Rect) {
    for y in area.y..<area.bottom {
      canvas.put(canvas.glyphs.vertical, at: Point(x: area.x + 1, y: y), style: .muted)
    }
    Paragraph(aside.column).draw(on: &canvas, in: area.inset(left: gap))
  }

  private var view: FormView {
    let canType = form.saving == nil
    let fields = form.fields.enumerated().map { index, field in
      field.drawn(isChanged: form.isChanged(index), hasCaret: canType && index == form.focus, note: note(on: field))
    }
    return FormView(fields, focus: form.focus, offset: form.offset, note: note)
  }

  /// What is said beside a field of what is typed in it.
  private func note(on field: Field) -> String {
    switch field.value {
    case .text where field.id == "offer":
      guard case .experiment(let draft) = form.purpose else { return "" }
      return ExperimentForm.offer(draft) { form.value($0) }.map { "\($0.offer.title), \($0.partnerName)" } ?? ""
    case .instant(let entry, let zone, _): return InstantText.note(entry.text.trimmingBlanks, in: zone)
    case .position:
      guard let town = state.discovery.board?.town, let position = field.value.position else { return "" }
      return TownMap(town).nearest(to: position).first.map { "near \($0.name)" } ?? ""
    default: return ""
    }
  }

  private var note: StyledLine {
    if form.saving != nil { return StyledLine("being saved", .muted) }
    return form.problem.map { [Span("! ", Style.negative.bold), Span($0, .negative)] } ?? .empty
  }

  private var leadLines: [StyledLine] {
    guard let conflict = form.conflict else { return form.lines.map { StyledLine($0, .muted) } }
    return [
      StyledLine("\(conflict.author) saved this while you were writing.", .warning),
      StyledLine("Left keeps yours, right takes theirs; decide those with !", .muted),
    ]
  }

  private func bodyHeight(width: Int, glyphs: Glyphs) -> Int {
    guard let conflict = form.conflict else { return view.height(width: width, glyphs: glyphs) }
    return conflict.rows.count + 1 + (note.isEmpty ? 0 : 1)
  }

  private func drawBody(on canvas: inout Canvas, in area: Rect) -> Layout {
    var layout = Layout()
    guard let conflict = form.conflict else {
      let drawn = view.draw(on: &canvas, in: area)
      layout.cursor = form.saving == nil ? drawn.cursor : nil
      layout.offset = drawn.offset
      layout.targets = drawn.targets.map { ($0.area, .field($0.field, option: $0.option)) }
      return layout
    }
    let (below, above) = area.splitBottom(note.isEmpty ? 0 : 1)
    canvas.put(note, at: below.origin, width: below.width)
    let table = conflict.drawn.draw(on: &canvas, in: above)
    layout.targets = table.rows.map { row in
      let place = Rect(
        x: table.body.x, y: table.body.y + row - table.rows.lowerBound, width: table.body.width, height: 1)
      return (place, .row(row))
    }
    return layout
  }

  /// `ctrl-s Jump   esc Leave`, each of which can be clicked.
  private func drawAnswers(on canvas: inout Canvas, in row: Rect) -> [(area: Rect, target: Target)] {
    let save = form.conflict == nil ? form.saveTitle : "\(form.saveTitle) with these"
    let answers: [(id: String, title: String, target: Target)] = [
      ("form.save", save, .save), ("app.back", "Leave", .leave),
    ]
    var x = row.x
    return answers.compactMap { answer in
      guard let command = CommandTable.command(answer.id), let key = state.keymap.keys(of: command).first else {
        return nil
      }
      let isOpen = form.saving == nil || answer.target == .leave
      let line: StyledLine = [
        Span(" \(key) ", isOpen ? .key : .muted), Span("\(answer.title) ", isOpen ? .text : .muted),
      ]
      let width = line.columns(glyphs: canvas.glyphs)
      guard x + width <= row.right else { return nil }
      canvas.put(line, at: Point(x: x, y: row.y))
      defer { x += width + 2 }
      return (Rect(x: x, y: row.y, width: width, height: 1), answer.target)
    }
  }
}

extension Field {
  /// The field as the canvas draws it.
  fileprivate func drawn(isChanged: Bool, hasCaret: Bool, note: String) -> FormField {
    FormField(
      label, content(hasCaret: hasCaret, note: note), error: error, help: help, disabledBecause: disabledBecause,
      isChanged: isChanged, section: section)
  }

  private func content(hasCaret: Bool, note: String) -> FormField.Content {
    func shown(_ entry: TextEntry) -> FieldText {
      FieldText(entry.text, caret: hasCaret ? entry.caret : nil, placeholder: placeholder)
    }
    switch value {
    case .text(let entry):
      return note.isEmpty ? .text(shown(entry)) : .annotated(shown(entry), columns: 8, note: note)
    case .clockTime(let entry, _): return .text(shown(entry))
    case .instant(let entry, _, _): return .annotated(shown(entry), columns: 20, note: note)
    case .position(let entry): return .annotated(shown(entry), columns: 24, note: note)
    case .number(let entry, let unit, _): return .number(shown(entry), unit: unit)
    case .money(let entry, let currency, _): return .number(shown(entry), unit: currency.code)
    case .longText(let entry, let rows): return .longText(shown(entry), rows: rows)
    case .choice(let options, let selection): return .choice(options.map(\.title), selection: selection)
    case .toggle(let isOn): return .toggle(isOn, isOn ? "yes" : "no")
    case .multiChoice(let options, let chosen, let cursor):
      return .multiple(
        options.map { FormField.Option($0.title, isChosen: chosen.contains($0.id)) }, cursor: cursor)
    }
  }
}

extension FormConflict {
  /// The versions as the canvas draws them.
  fileprivate var drawn: ThreeWay {
    let rows = rows.map { row in
      ThreeWay.Row(
        row.label, base: row.base, yours: row.yours, theirs: row.theirs,
        kept: row.keepsYours.map { $0 ? .yours : .theirs })
    }
    return ThreeWay(rows, theirName: "", selection: selection)
  }
}
