import Canvas
import Core

/// Draws the search: what is typed, and what was found, each with its kind.
struct SearchView {
  private let state: State
  private let search: Search

  init(_ state: State, _ search: Search) {
    self.state = state
    self.search = search
  }

  /// Draws the box; returns where text is being typed.
  func draw(on canvas: inout Canvas, in area: Rect) -> Point? {
    let (area, cursor) = box.draw(on: &canvas, in: area)
    list(in: area).draw(on: &canvas, in: area)
    return cursor
  }

  /// The result at a point of the screen, by its row.
  func row(at point: Point, in area: Rect) -> Int? {
    let area = box.list(in: area)
    return list(in: area).index(at: point, in: area)
  }

  private var box: FindingBox { FindingBox(title: "Go to anything", sign: ">", entry: search.entry, detail: detail) }

  private func list(in area: Rect) -> PaletteList {
    let results = search.answer.results
    return PaletteList(
      count: results.count, selection: search.selection, offset: search.selection - area.height / 2,
      emptyText: emptyText
    ) { item(results[$0]) }
  }

  private func item(_ result: SearchResult) -> PaletteList.Item {
    let title = state.shownTitle(of: result)
    return PaletteList.Item(
      title, matched: title == result.title ? result.positions : [], keys: result.target.kind.rawValue,
      explanation: state.shownDetail(of: result))
  }

  private var detail: String {
    if search.words.isEmpty || search.failure != nil { return "" }
    guard search.isCurrent else { return "looking" }
    if search.answer.code == .mistyped { return "code mistyped" }
    return search.answer.results.isEmpty ? "nothing" : "\(search.answer.results.count) found"
  }

  private var emptyText: String {
    if let failure = search.failure { return failure }
    if search.words.isEmpty {
      return
        "Type a claim code, or a few letters of an offer, a partner, a person, a place, a rule or something for sale, or "
        + "the number of a session."
    }
    guard search.isCurrent else { return "" }
    switch search.answer.code {
    case .mistyped:
      return "This code is mistyped: its check character does not fit the others. Compare it sign by sign."
    case .unknown: return "The code is well formed, but no claim has it."
    case .none, .known: return "Nothing has this name, number or place. Ended sessions are found by their number."
    }
  }
}

extension State {
  /// How a result is called on screen.
  func shownTitle(of result: SearchResult) -> String { result.title }

  /// What is said of it on screen.
  func shownDetail(of result: SearchResult) -> String { result.detail }
}
