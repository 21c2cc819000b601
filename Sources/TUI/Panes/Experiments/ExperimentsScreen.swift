import Canvas
import Core

/// The Experiments screen: every test with its verdict, and all of one.
struct ExperimentsScreen {
  private let state: State

  init(_ state: State) {
    self.state = state
  }

  /// Draws all panes in sight; returns where text is being typed.
  func draw(on canvas: inout Canvas) -> Point? {
    let layout = ExperimentsLayout(state)
    if let area = layout.tabs { tabs.draw(on: &canvas, in: area.inset(left: 1)) }
    var cursor: Point?
    for (pane, area) in layout.panes {
      if pane == .list {
        cursor = state.experimentsList.draw(on: &canvas, in: area)
      } else {
        ExperimentPagePane(state).draw(pane, on: &canvas, in: area)
      }
    }
    return cursor
  }

  /// The pane whose tab is at a point: of all panes where only one is in sight, else of the pages.
  func pane(at point: Point, glyphs: Glyphs) -> ExperimentsPane? {
    let layout = ExperimentsLayout(state)
    var canvas = Canvas(size: state.size, glyphs: glyphs)
    if let area = layout.tabs, area.contains(point) {
      let spans = tabs.draw(on: &canvas, in: area.inset(left: 1))
      return zip(ExperimentsPane.allCases, spans).first { $1.contains(point.x) }?.0
    }
    guard let area = layout.pageTabs, area.contains(point) else { return nil }
    let spans = ExperimentPagePane.tabs(state.experiments.page, layout).draw(on: &canvas, in: area)
    return zip(ExperimentPagePane.pages(layout), spans).first { $1.contains(point.x) }?.0
  }

  private var tabs: Tabs {
    let tabs = ExperimentsPane.allCases.map { pane in
      let isCounted = pane == .list && state.experiments.board != nil
      return Tabs.Tab(
        key: "", title: isCounted ? "Tests \(Number.grouped(state.experiments.table.count))" : pane.shortTitle)
    }
    return Tabs(tabs, selection: ExperimentsPane.allCases.firstIndex(of: state.experiments.focus) ?? 0)
  }
}

extension State {
  /// The list of experiments.
  var experimentsList: ListPane<ExperimentRow> {
    ListPane(
      state: self, isFocused: experiments.focus == .list, isRead: experiments.board != nil,
      title: ExperimentsPane.list.title, table: experiments.table, columns: ExperimentRow.columns.filter(\.isDrawn),
      noun: experimentsNoun, emptyText: experimentsEmptyText)
  }

  /// `tests: 3 running, 1 needs you, 12 ended (5 won, 2 lost, 5 undecided)`; on a narrow screen the first of it.
  private var experimentsNoun: String {
    guard let board = experiments.board, !board.experiments.isEmpty else { return "tests" }
    let noun = board.experiments.count == 1 ? "test" : "tests"
    guard size.width >= 100 else { return board.needingYou > 0 ? "\(noun), \(board.attention)" : noun }
    return "\(noun): \(board.sentence)"
  }

  private var experimentsEmptyText: String {
    guard experiments.board != nil else {
      return experiments.failure == nil ? "Reading …" : "Could not be read; r tries again."
    }
    return "Nothing is tested yet. n plans a test; t on the Partners screen tests a change of an offer."
  }
}
