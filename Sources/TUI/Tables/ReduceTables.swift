import Canvas
import Core

extension State {
  /// Does what a command on a list means, to the list that has the keyboard.
  mutating func perform(_ intent: TableIntent) -> [Effect] {
    switch intent {
    case .filter: startFiltering()
    case .mark: return markSelected()
    case .markRange:
      changeList { $0.markRange() }
      return continueCampaigns()
    case .markAll:
      changeList { $0.toggleAllMarks() }
      return continueCampaigns()
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
    case .sort(let place, let sort):
      self[list: place].sort(by: sort)
      self[list: place].keepInSight(height: listHeight(of: place))
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
    guard let place = list?.ofRows else { return }
    let table = self[list: place]
    let columns = table.sortChoices.map { choice -> Choice.Option in
      let next = choice.next(after: table.sort)
      let isPresent = table.sort?.column == choice.column
      let direction = choice.words(isAscending: next.isAscending)
      return Choice.Option(
        title: choice.title, detail: isPresent ? "turn to \(direction)" : direction, outcome: .table(.sort(place, next))
      )
    }
    let old = Choice.Option(title: "as it comes", detail: place.orderWords, outcome: .table(.sort(place, nil)))
    var choice = Choice(
      "Sort \(place.title)", lines: ["By which column? Equal rows keep the order they come in."],
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
      guard let place = list else { return ("", "nothing") }
      let table = self[list: place]
      let count = max(1, table.markCount)
      return (table.copy(isAligned: isAligned, cellContext()), count == 1 ? "one row" : "\(count) rows")
    }
  }

  /// Asks for the kind of file. Nothing is written over without a question.
  private mutating func askForFile() {
    guard let place = list?.ofRows else { return }
    if screen == .campaigns, let rows = CampaignPagePane(self).rows {
      askForFile(rows, "Export \(campaigns.focus.title)")
      return
    }
    let table = self[list: place].export(world: discovery.board?.town.kind ?? .live, cellContext())
    let local = zone.localTime(at: now)
    let time = local.clock.filter { $0 != ":" }
    let kind = table.world == .demo ? "demo-" : ""
    let options = ExportTable.Format.allCases.map { format in
      let name = "opportune-\(kind)\(table.list)-\(local.date)-\(time).\(format.rawValue)"
      return Choice.Option(
        title: format.rawValue.uppercased(), detail: name,
        outcome: .table(.name(ExportRequest(table, as: format, name: name))))
    }
    let marked = self[list: place].markCount > 0 ? "marked " : ""
    dialogs.append(
      .choice(
        Choice(
          "Export \(place.title)",
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

  /// The keyboard types into the list's filter until Enter or Esc. On the map that is the ranking's, in one offer that of
  /// the offers.
  private mutating func startFiltering() {
    switch list {
    case .discover(.map): discovery.focus(on: .ranked)
    case .partners(.offer): partners.focus = .offers
    case .experiments: experiments.focus(on: .list)
    case .campaigns: campaigns.focus(on: .list)
    case .deals: deals.focus(on: deals.list)
    default: break
    }
    changeList {
      $0.isFiltering = true
      $0.editFilter { $0.moveCaret(by: $0.limit) }
    }
  }

  /// Keeps the filter; if the selected row is not among what it leaves, the first that is becomes selected.
  mutating func finishFiltering() -> [Effect] {
    guard isFiltering, let place = list else { return [] }
    self[list: place].isFiltering = false
    return self[list: place].selectedRow == nil ? selectRow(0) : []
  }

  /// Takes the list's filter away.
  mutating func clearFilter() {
    changeList {
      $0.isFiltering = false
      $0.editFilter { $0.clear() }
    }
  }

  /// Marks the row and goes to the next, so that several in a row are quickly marked.
  private mutating func markSelected() -> [Effect] {
    changeList { $0.toggleMark() }
    return moveRows(by: 1)
  }

  /// Changes the list with the keyboard.
  mutating func changeList(_ change: (inout any TableControl) -> Void) {
    guard let place = list?.ofRows else { return }
    change(&self[list: place])
  }
}
