/// A question before something that cannot be taken back. The answer that changes nothing comes first and is the one
/// chosen; where much is at stake, the other is closed until a word is typed.
package struct ConfirmBox: Sendable {
  /// A word that must be typed first.
  package struct TypedWord: Equatable, Sendable {
    /// The word.
    package let word: String

    /// What has been typed so far.
    package let typed: FieldText

    /// Whether it is the word, letter by letter.
    package var isTyped: Bool { typed.text == word }

    /// A word, and what has been typed.
    package init(_ word: String, typed: FieldText) {
      self.word = word
      self.typed = typed
    }
  }

  /// The question, on the box's edge.
  package let title: String

  /// What will happen, in sentences.
  package let lines: [StyledLine]

  /// The answers: to leave things as they are first, then those that act.
  package let answers: [String]

  /// The answer the keyboard is on.
  package let selection: Int

  /// The word to type before an answer that acts; `nil` where a key is enough.
  package let typedWord: TypedWord?

  /// A question.
  package init(
    _ title: String, lines: [StyledLine], answers: [String], selection: Int = 0, typedWord: TypedWord? = nil
  ) {
    self.title = title
    self.lines = lines
    self.answers = answers
    self.selection = selection
    self.typedWord = typedWord
  }

  private static let widest = 64

  /// Draws the question in the middle of the dimmed area; returns where the word is typed.
  @discardableResult
  package func draw(on canvas: inout Canvas, in area: Rect) -> Point? {
    let glyphs = canvas.glyphs
    let width = max(1, min(Self.widest, area.width - 6))
    let text = Paragraph(lines).wrapped(to: width, glyphs: glyphs)
    let buttons = buttons(glyphs)
    let prompt = typedWord.map { StyledLine("Type ") + StyledLine($0.word, Style.accent.bold) + " to go on:" }
    let widths = (text + [buttons] + (prompt.map { [$0] } ?? [])).map { $0.columns(glyphs: glyphs) }
    let least = max(30, TextWidth.columns(title, glyphs: glyphs) + 2)
    let height = text.count + (prompt == nil ? 0 : 3) + 2
    let content = Size(width: min(width, max(widths.max() ?? 0, least)), height: height)
    let inside = Overlay(title, content: content).draw(on: &canvas, in: area)
    return canvas.clipped(to: inside) { canvas in
      var cursor: Point?
      let bottom = inside.splitBottom(1)
      canvas.put(buttons, at: bottom.bottom.origin, width: inside.width)
      var above = bottom.rest.inset(bottom: 1)
      if let prompt, let typedWord, above.height >= 2 {
        let (field, rest) = above.splitBottom(1)
        let strip = field.splitLeft(min(field.width, max(24, typedWord.word.count + 4))).left
        cursor = typedWord.typed.draw(
          on: &canvas, in: strip, style: (typedWord.isTyped ? Style.positive : .accent).underline)
        let line = rest.splitBottom(1)
        canvas.put(prompt, at: line.bottom.origin, width: line.bottom.width)
        above = line.rest.inset(bottom: 1)
      }
      for (row, line) in text.prefix(above.height).enumerated() {
        canvas.put(line, at: Point(x: above.x, y: above.y + row), width: above.width)
      }
      return cursor
    }
  }

  /// `▸ Cancel    End 12 offers`; grey what the word still keeps closed.
  private func buttons(_ glyphs: Glyphs) -> StyledLine {
    var spans: [Span] = []
    for (index, answer) in answers.enumerated() {
      let isChosen = index == selection
      let isOpen = index == 0 || typedWord?.isTyped ?? true
      spans.append(Span(isChosen ? String(glyphs.selection) : " ", Style.accent.bold))
      let style: Style = isChosen ? .selection : !isOpen ? .muted : index > 0 ? .negative : .text
      spans.append(Span(" \(answer) ", style))
      spans.append(Span("  "))
    }
    return StyledLine(spans)
  }
}
