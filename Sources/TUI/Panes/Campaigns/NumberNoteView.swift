import Canvas
import Core

/// A number in a box: its value, what it means, and the rows behind it.
struct NumberNoteView {
  private let state: State
  private let note: NumberNote
  private let area: Rect
  private let content: Size

  private static let widest = 96

  init(_ state: State, _ note: NumberNote) {
    self.state = state
    self.note = note
    area = Frame.body(of: state.size)
    let width = max(1, min(Self.widest, area.width - 4))
    let rows = note.rows.map { $0.rows.count + 2 } ?? 0
    content = Size(
      width: width, height: max(1, min(area.height - 2, Self.words(note, width: width).count + rows)))
  }

  /// The last scroll position at which the box is still full.
  var longestScroll: Int {
    let words = Self.words(note, width: content.width).count
    guard let rows = note.rows else { return max(0, words - content.height) }
    return max(0, rows.rows.count - max(1, content.height - words - 2))
  }

  /// Draws the box.
  func draw(on canvas: inout Canvas) {
    let inside = Overlay(note.title, content: content).draw(on: &canvas, in: area)
    let words = Self.words(note, width: inside.width)
    guard let rows = note.rows else {
      Paragraph(words).draw(on: &canvas, in: inside, offset: note.scroll)
      return
    }
    let (top, rest) = inside.splitTop(min(words.count, max(1, inside.height - 4)))
    Paragraph(words).draw(on: &canvas, in: top)
    table(rows).draw(on: &canvas, in: rest.inset(top: 1))
  }

  private func table(_ rows: NumberNote.Rows) -> Table {
    let columns = rows.headings.enumerated().map { index, heading in
      let widest = rows.rows.prefix(400).map { TextWidth.columns($0[index].text) }.max() ?? 0
      let width = min(40, max(heading.title.count, widest))
      return Column(
        heading.title, align: heading.isText ? .left : .right, minimum: width, isFlexible: index == 0,
        priority: rows.headings.count - index)
    }
    return Table(
      columns: columns, rowCount: rows.rows.count, offset: note.scroll, isFocused: false,
      emptyText: "No day has anything."
    ) { row, column in
      StyledLine(rows.rows[row][column].text)
    }
  }

  private static func words(_ note: NumberNote, width: Int) -> [StyledLine] {
    Paragraph([StyledLine(note.value, Style.text.bold)] + note.lines.map { StyledLine($0, .muted) })
      .wrapped(to: width)
  }
}

extension State {
  /// The number with the keyboard.
  var numberNote: NumberNote? {
    if case .number(let note) = dialogs.last { note } else { nil }
  }

  /// Scrolls the rows behind a number.
  mutating func move(_ note: NumberNote, by rows: Int) {
    var note = note
    note.scroll = min(max(0, note.scroll + rows), NumberNoteView(self, note).longestScroll)
    dialogs[dialogs.count - 1] = .number(note)
  }

  /// Whether there are rows to write.
  var canExportNumber: Availability {
    guard let rows = numberNote?.rows else { return .unavailable("there are no rows behind it") }
    return rows.rows.isEmpty ? .unavailable("no day has anything") : .available
  }

  /// Asks for the kind of file the rows behind the number with the keyboard are written to.
  mutating func exportNumber() {
    guard let note = numberNote, let rows = note.rows else { return }
    askForFile(rows, "Export the rows of \(note.title)")
  }

  /// Asks for the kind of file some rows are written to.
  mutating func askForFile(_ rows: NumberNote.Rows, _ title: String) {
    let table = rows.table(world: discovery.board?.town.kind ?? .live, now: now)
    let local = zone.localTime(at: now)
    let kind = table.world == .demo ? "demo-" : ""
    let time = local.clock.filter { $0 != ":" }
    let options = ExportTable.Format.allCases.map { format in
      let name = "opportune-\(kind)\(rows.list)-\(local.date)-\(time).\(format.rawValue)"
      return Choice.Option(
        title: format.rawValue.uppercased(), detail: name,
        outcome: .table(.name(ExportRequest(table, as: format, name: name))))
    }
    dialogs.append(
      .choice(
        Choice(
          title,
          lines: [
            "\(Quantity.count(table.rows.count, "row")), with every number in full.",
            "The file goes to \(view.exportFolder).",
          ], cancel: "Cancel", options: options, isQuestion: false)))
  }
}
