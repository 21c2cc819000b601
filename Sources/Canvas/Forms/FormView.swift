/// Fields under each other, labels left, what is wrong with a field in words under it, and below them what the field
/// with the keyboard is for. It only draws: text, caret, focus and errors are told by whoever knows them.
///
/// ```swift
/// let form = FormView([
///   FormField("name", .text(FieldText("Sunset dinner", caret: 3))),
///   FormField("walk at most", .number(FieldText("8000"), unit: "metres"), error: "At most 3,000 metres."),
/// ], focus: 0)
/// cursor = form.draw(on: &canvas, in: inside).cursor
/// ```
///
/// A form that does not fit is scrolled so that the field with the keyboard, its heading and its error are in sight.
package struct FormView: Sendable {
  /// From top to bottom.
  package var fields: [FormField]

  /// The field with the keyboard.
  package var focus: Int?

  /// The first row in sight, if that keeps the focus in sight; else the nearest that does.
  package var offset: Int

  /// What concerns the form as a whole, below the fields: `weights add up to 95, not 100`.
  package var note: StyledLine

  /// A form of these fields.
  package init(_ fields: [FormField], focus: Int? = nil, offset: Int = 0, note: StyledLine = .empty) {
    self.fields = fields
    self.focus = focus
    self.offset = offset
    self.note = note
  }

  /// The rows it needs in `width` columns so that nothing is scrolled.
  package func height(width: Int, glyphs: Glyphs = .unicode) -> Int {
    let plan = FormPlan(self, width: width, glyphs: glyphs)
    return plan.rowCount + footerHeight(width: width, glyphs: glyphs)
  }

  /// Where everything is, without drawing it.
  package func layout(in area: Rect, glyphs: Glyphs = .unicode) -> FormLayout {
    var nowhere = Canvas(size: .zero, glyphs: glyphs)
    return draw(on: &nowhere, in: area)
  }

  /// Draws the form and returns where its fields and the caret are.
  @discardableResult
  package func draw(on canvas: inout Canvas, in area: Rect) -> FormLayout {
    canvas.clipped(to: area) { canvas in
      canvas.fill(area)
      let wanted = footerHeight(width: area.width, glyphs: canvas.glyphs)
      // The fields go first: where the form itself needs the rows, nothing is explained.
      let footer = min(wanted, max(0, area.height - 4))
      let (below, above) = area.splitBottom(footer)
      drawFooter(on: &canvas, in: below)
      var plan = FormPlan(self, width: above.width, glyphs: canvas.glyphs)
      let overflows = plan.rowCount > above.height && above.width > 4
      let (bar, body) = above.splitRight(overflows ? 2 : 0)
      if overflows { plan = FormPlan(self, width: body.width, glyphs: canvas.glyphs) }
      let first = plan.firstRow(offset, keeping: focus, height: body.height)
      let layout = canvas.clipped(to: body) { plan.draw(self, on: &$0, in: body, from: first) }
      if overflows {
        let rows = first..<min(plan.rowCount, first + body.height)
        Scrollbar(rows: rows, count: plan.rowCount).draw(on: &canvas, in: bar.splitRight(1).right)
      }
      return layout
    }
  }

  /// A blank row, the note, and as many rows as the longest help takes, so that the form does not jump when the focus
  /// moves.
  private func footerHeight(width: Int, glyphs: Glyphs) -> Int {
    let help = fields.reduce(0) {
      $1.help.isEmpty ? $0 : max($0, TextWidth.wrap($1.help, width: width - 1, glyphs: glyphs).count)
    }
    let rows = min(help, 3) + (note.isEmpty ? 0 : 1)
    return rows == 0 ? 0 : rows + 1
  }

  private func drawFooter(on canvas: inout Canvas, in area: Rect) {
    var rest = area.inset(left: 1, top: 1)
    if !note.isEmpty {
      canvas.put(note, at: rest.origin, width: rest.width)
      rest = rest.inset(top: 1)
    }
    guard let focus, fields.indices.contains(focus) else { return }
    Paragraph(fields[focus].help, .muted).draw(on: &canvas, in: rest)
  }
}
