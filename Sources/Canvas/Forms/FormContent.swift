/// Draws what is in one field. Text stands on an underlined strip, so that one sees where it can be typed; choices show
/// brackets that mean the same without colour: `(●)` one of several, `[✓]` any of several, `[ ]` not.
struct FormContent {
  private let field: FormField
  private let glyphs: Glyphs
  private let isFocused: Bool

  /// A number's strip; none is longer.
  private static let numberColumns = 14
  private static let gap = 2

  init(_ field: FormField, glyphs: Glyphs, isFocused: Bool = false) {
    self.field = field
    self.glyphs = glyphs
    self.isFocused = isFocused
  }

  private var isEnabled: Bool { field.disabledBecause == nil }

  /// The text with its caret only where the keyboard is.
  private func held(_ text: FieldText) -> FieldText {
    isFocused && isEnabled ? text : FieldText(text.text, placeholder: text.placeholder)
  }

  /// The rows it takes in a width.
  func height(width: Int) -> Int {
    switch field.content {
    case .longText(_, let rows): min(max(1, rows), 64)
    case .multiple(let options, _):
      (Self.places(of: options.map { tick($0.isChosen, $0.title) }, width: width, glyphs: glyphs).last?.y ?? 0) + 1
    default: 1
    }
  }

  /// Draws the content; returns where the caret is, and the cells of each option.
  func draw(on canvas: inout Canvas, in area: Rect) -> (cursor: Point?, options: [Rect]) {
    switch field.content {
    case .text(let text):
      return (drawText(held(text), on: &canvas, in: area), [])
    case .number(let text, let unit):
      let columns = min(Self.numberColumns, max(6, area.width - unit.utf8.count - 1))
      return (drawAnnotated(text, columns, unit, on: &canvas, in: area), [])
    case .annotated(let text, let columns, let note):
      return (drawAnnotated(text, min(columns, area.width), note, on: &canvas, in: area), [])
    case .longText(let text, _):
      return (LongText(held(text)).draw(on: &canvas, in: area, style: isEnabled ? strip : .muted), [])
    case .choice(let titles, let selection):
      return (nil, drawChoice(titles, selection, on: &canvas, in: area))
    case .toggle(let isOn, let meaning):
      let line = tick(isOn, meaning)
      put(line, isChosen: isOn, hasKeyboard: isFocused, on: &canvas, at: area.origin, width: area.width)
      drawReason(after: TextWidth.columns(line, glyphs: glyphs), on: &canvas, in: area)
      return (nil, [Rect(x: area.x, y: area.y, width: TextWidth.columns(line, glyphs: glyphs), height: 1)])
    case .multiple(let options, let cursor):
      return (nil, drawMultiple(options, cursor, on: &canvas, in: area))
    case .fact(let text):
      canvas.put(text, at: area.origin, style: isEnabled ? .text : .muted, width: area.width)
      return (nil, [])
    }
  }

  /// The look of a strip to type on: brighter with the keyboard, in the colour of errors with one.
  private var strip: Style {
    if field.error != nil { return Style.negative.underline }
    return isFocused ? Style.accent.underline : Style.text.underline
  }

  private func drawText(_ text: FieldText, on canvas: inout Canvas, in area: Rect) -> Point? {
    if isEnabled { return text.draw(on: &canvas, in: area, style: strip) }
    let shown = text.text.isEmpty ? text.placeholder : text.text
    let used = canvas.put(TextWidth.clip(shown, to: area.width, glyphs: glyphs), at: area.origin, style: .muted)
    drawReason(after: used, on: &canvas, in: area)
    return nil
  }

  /// A strip of some columns, and behind it what it counts or means.
  private func drawAnnotated(
    _ text: FieldText, _ columns: Int, _ note: String, on canvas: inout Canvas, in area: Rect
  ) -> Point? {
    guard isEnabled else {
      return drawText(FieldText(text.text.isEmpty ? "" : text.text + " " + note), on: &canvas, in: area)
    }
    let (typed, rest) = area.splitLeft(columns)
    let room = max(0, rest.width - 1)
    canvas.put(
      TextWidth.clip(note, to: room, glyphs: glyphs), at: Point(x: rest.x + 1, y: rest.y), style: .muted, width: room)
    return held(text).draw(on: &canvas, in: typed, style: strip)
  }

  /// Why it cannot be changed, behind it.
  private func drawReason(after used: Int, on canvas: inout Canvas, in area: Rect) {
    guard let reason = field.disabledBecause, !reason.isEmpty, area.width - used > 8 else { return }
    let gap = used > 0 ? Self.gap : 0
    let text = TextWidth.clip(reason, to: area.width - used - gap, glyphs: glyphs)
    canvas.put(text, at: Point(x: area.x + used + gap, y: area.y), style: .muted)
  }

  private func tick(_ isChosen: Bool, _ title: String) -> String {
    title.isEmpty ? "[\(isChosen ? String(glyphs.tick) : " ")]" : "[\(isChosen ? String(glyphs.tick) : " ")] \(title)"
  }

  private func drawChoice(_ titles: [String], _ selection: Int, on canvas: inout Canvas, in area: Rect) -> [Rect] {
    let all = titles.enumerated().map { "(\($0 == selection ? String(glyphs.mark) : " ")) \($1)" }
    let widths = all.map { TextWidth.columns($0, glyphs: glyphs) }
    if widths.reduce(Self.gap * max(0, all.count - 1), +) <= area.width {
      var x = area.x
      let places = zip(all, widths).enumerated().map { index, option in
        let place = Rect(x: x, y: area.y, width: option.1, height: 1)
        let isChosen = index == selection
        put(
          option.0, isChosen: isChosen, hasKeyboard: isFocused && isChosen, on: &canvas, at: place.origin,
          width: place.width)
        x += option.1 + Self.gap
        return place
      }
      drawReason(after: x - area.x - Self.gap, on: &canvas, in: area)
      return places
    }
    let isKnown = titles.indices.contains(selection)
    let value = isKnown ? titles[selection] : "choose one"
    let count = " \(isKnown ? selection + 1 : 0) of \(titles.count)"
    let arrows = isEnabled ? (String(glyphs.previous) + " ", " " + String(glyphs.next)) : ("", "")
    let room = max(1, area.width - arrows.0.count - arrows.1.count)
    let shown = arrows.0 + TextWidth.clip(value, to: room, glyphs: glyphs) + arrows.1
    put(shown, isChosen: isKnown, hasKeyboard: isFocused, on: &canvas, at: area.origin, width: area.width)
    let used = TextWidth.columns(shown, glyphs: glyphs)
    if isEnabled, used + 1 + count.utf8.count <= area.width {
      canvas.put(count, at: Point(x: area.x + used + 1, y: area.y), style: .muted)
    }
    if !isEnabled { drawReason(after: used, on: &canvas, in: area) }
    return []
  }

  private func drawMultiple(
    _ options: [FormField.Option], _ cursor: Int, on canvas: inout Canvas, in area: Rect
  ) -> [Rect] {
    let titles = options.map { tick($0.isChosen, $0.title) }
    let places = Self.places(of: titles, width: area.width, glyphs: glyphs)
    return options.indices.map { index in
      let place = Rect(
        x: area.x + places[index].x, y: area.y + places[index].y, width: places[index].width, height: 1)
      put(
        titles[index], isChosen: options[index].isChosen, hasKeyboard: isFocused && index == cursor, on: &canvas,
        at: place.origin, width: place.width)
      return place
    }
  }

  private func put(
    _ text: String, isChosen: Bool, hasKeyboard: Bool, on canvas: inout Canvas, at point: Point, width: Int
  ) {
    let text = TextWidth.clip(text, to: width, glyphs: glyphs)
    var style: Style = !isEnabled ? .muted : field.error != nil ? .negative : isChosen ? .text : .muted
    if hasKeyboard, isEnabled { style = .selection }
    canvas.put(text, at: point, style: style)
  }

  /// Options side by side in columns of one width, so that ticks stand under each other; as many across as fit.
  private static func places(of titles: [String], width: Int, glyphs: Glyphs) -> [Rect] {
    let longest = titles.map { TextWidth.columns($0, glyphs: glyphs) }.max() ?? 0
    let across = max(1, (width + gap) / max(1, longest + gap))
    return titles.indices.map {
      Rect(x: $0 % across * (longest + gap), y: $0 / across, width: min(longest, max(1, width)), height: 1)
    }
  }
}
