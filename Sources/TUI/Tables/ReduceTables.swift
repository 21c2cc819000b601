import Canvas
import Core

extension State {
  /// Does what a command on a list means, to the list that has the keyboard.
  mutating func perform(_ intent: TableIntent) -> [Effect] {
    switch intent {
    case .filter: startFiltering()
    case .mark: markSelected()
    case .markRange: discovery[table: discovery.focus].markRange()
    case .markAll: discovery[table: discovery.focus].toggleAllMarks()
    case .sort: askForOrder()
    case .copy: return copy(isAligned: false)
    case .copyAligned: return copy(isAligned: true)
    case .export: askForFile()
    }
    return []
  }

  /// Does what an answer to a question about a list means.
  mutating func carryOut(_ outcome: TableOutcome) -> [Effect] {
    switch outcome {
    case .sort(let pane, let sort):
      discovery[table: pane].sort(by: sort)
      discovery[table: pane].keepInSight(height: DiscoverLayout(self).listHeight(of: pane, self))
      return []
    case .name(let request):
      let entry = TextEntry(request.name, limit: 250)
      dialogs.append(
        .note(
          NoteEntry(
            title: "Export \(request.format.rawValue.uppercased())",
            prompt: "Name of the file, in \(view.exportFolder), or a path:", purpose: .fileName(request), entry: entry))
      )
      return []
    case .export(let request):
      return hand(out: request)
    }
  }

  /// Asks for the column to sort by; the present one is marked, and choosing it turns the direction.
  private mutating func askForOrder() {
    let pane = discovery.focus == .map ? .ranked : discovery.focus
    let table = discovery[table: pane]
    let columns = table.sortChoices.map { choice -> Choice.Option in
      let next = choice.next(after: table.sort)
      let isPresent = table.sort?.column == choice.column
      let direction = choice.words(isAscending: next.isAscending)
      return Choice.Option(
        title: choice.title, detail: isPresent ? "turn to \(direction)" : direction, outcome: .table(.sort(pane, next)))
    }
    let old = Choice.Option(title: "as it comes", detail: pane.orderWords, outcome: .table(.sort(pane, nil)))
    var choice = Choice(
      "Sort \(pane.title)", lines: ["By which column? Equal rows keep the order they come in."],
      cancel: "Leave it", options: columns + (table.sort == nil ? [] : [old]), isQuestion: false)
    let present = table.sortChoices.firstIndex { $0.column == table.sort?.column }
    choice.selection = present.map { $0 + 1 } ?? 1
    dialogs.append(.choice(choice))
  }

  /// Puts on the clipboard what has the keyboard.
  private mutating func copy(isAligned: Bool) -> [Effect] {
    let (text, what) = copied(isAligned: isAligned)
    guard text.utf8.count <= DeviceEffect.longestCopy else {
      notify(
        .warning, "\(what) is too much for a clipboard (\(Number.grouped(text.utf8.count / 1000)) kB); x writes a file")
      return []
    }
    notify(.success, "Copied \(what), if your terminal allows it (OSC 52)")
    return [.device(.copy(text))]
  }

  private func copied(isAligned: Bool) -> (text: String, what: String) {
    switch dialogs.last {
    case .claim(let notice): return (notice.claim.code.description, "the code \(notice.claim.code)")
    case .offer(let target, _):
      let lines = [title(ofOffer: target)] + OfferDetails(self, target).lines.map(\.text)
      return (lines.map { Printable.sanitised($0) }.joined(separator: "\n"), "the offer")
    default:
      let table = discovery[table: discovery.focus]
      let count = max(1, table.markCount)
      return (table.copy(isAligned: isAligned, cellContext()), count == 1 ? "one row" : "\(count) rows")
    }
  }

  /// Asks for the kind of file. Nothing is written over without a question.
  private mutating func askForFile() {
    let table = discovery[table: discovery.focus].export(world: discovery.board?.town.kind ?? .live, cellContext())
    let local = zone.localTime(at: now)
    let time = local.clock.filter { $0 != ":" }
    let kind = table.world == .demo ? "demo-" : ""
    let options = ExportTable.Format.allCases.map { format in
      let name = "opportune-\(kind)\(table.list)-\(local.date)-\(time).\(format.rawValue)"
      return Choice.Option(
        title: format.rawValue.uppercased(), detail: name,
        outcome: .table(.name(ExportRequest(table, as: format, name: name))))
    }
    let marked = discovery[table: discovery.focus].markCount > 0 ? "marked " : ""
    dialogs.append(
      .choice(
        Choice(
          "Export \(discovery.focus.title)",
          lines: [
            "\(Quantity.count(table.rows.count, "\(marked)row")), as sorted and filtered, with every number in full.",
            "The file goes to \(view.exportFolder).",
          ], cancel: "Cancel", options: options, isQuestion: false)))
  }

  /// Has a file written.
  mutating func hand(out request: ExportRequest) -> [Effect] {
    let job = nextJob()
    begin(Progress(job, "Writing a file", detail: request.name))
    return [.export(job, request)]
  }

  /// Says where a file is now, or why it is not.
  mutating func finish(_ request: ExportRequest, _ result: ExportResult) -> [Effect] {
    switch result {
    case .written(let path): notify(.success, "\(Quantity.count(request.table.rows.count, "row")) written to \(path)")
    case .exists(let path): askToReplace(request, at: path)
    case .failed(let reason): notify(.failure, reason)
    }
    return []
  }

  /// Asks before a file is written over. The key that confirms is another than the one that asked.
  private mutating func askToReplace(_ request: ExportRequest, at path: String) {
    var again = request
    again.replaces = true
    let option = Choice.Option(title: "Replace", detail: "y", outcome: .table(.export(again)))
    dialogs.append(
      .choice(
        Choice(
          "Replace the file?", lines: ["\(path) is there already.", "What is in it now would be lost."],
          cancel: "Keep it", options: [option], isQuestion: true)))
  }

  /// The keyboard types into the list's filter until Enter or Esc. On the map that is the ranking's.
  private mutating func startFiltering() {
    if discovery.focus == .map { discovery.focus(on: .ranked) }
    discovery[table: discovery.focus].isFiltering = true
    discovery[table: discovery.focus].editFilter { $0.moveCaret(by: $0.limit) }
  }

  /// Keeps the filter; if the selected row is not among what it leaves, the first that is becomes selected.
  mutating func finishFiltering() -> [Effect] {
    guard discovery.isFiltering else { return [] }
    discovery[table: discovery.focus].isFiltering = false
    return discovery[table: discovery.focus].selectedRow == nil ? moveSelection(to: 0) : []
  }

  /// Takes the list's filter away.
  mutating func clearFilter() {
    discovery[table: discovery.focus].isFiltering = false
    discovery[table: discovery.focus].editFilter { $0.clear() }
  }

  /// Marks the row and goes to the next, so that several in a row are quickly marked.
  private mutating func markSelected() {
    discovery[table: discovery.focus].toggleMark()
    _ = moveSelection(by: 1)
  }
}
