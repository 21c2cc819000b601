import Core

/// The Experiments screen's part of the state: the last board, the last experiment, and what is selected, by id.
package struct ExperimentsState: Equatable, Sendable {
  package private(set) var board: ExperimentsBoard?
  /// All of the selected experiment, as far as it is read.
  package private(set) var sheet: ExperimentSheet?
  /// The pane with the keyboard.
  package private(set) var focus = ExperimentsPane.list
  /// The page that is in sight beside the list.
  package private(set) var page = ExperimentsPane.result
  /// The pane with the keyboard takes the whole screen.
  package var isZoomed = false
  /// Lines of the page above the first in sight.
  package internal(set) var scroll = 0
  /// The panes that Enter led away from, the latest last.
  package internal(set) var wayBack: [ExperimentsPane] = []

  package internal(set) var table = TableState<ExperimentRow>()

  package var reloads = Reloads<Bool>()
  package var sheetReloads = Reloads<Experiment.ID>()
  /// When, by the machine's clock, the list was read last.
  package internal(set) var readAt: Timestamp?
  /// The town's time for which the list was read.
  package private(set) var listedAt: Timestamp?
  /// Why the last read failed.
  package var failure: String?

  /// An experiment to be selected as soon as it is in the list.
  private var awaited: Experiment.ID?

  package init() {}

  /// The selected experiment, if it is in the list.
  package var selected: ExperimentRow? { table.selected }

  /// The sheet of the selected experiment; nil while it is being read.
  package var currentSheet: ExperimentSheet? { sheet?.experiment.id == table.selectedID ? sheet : nil }

  /// Whether the way back has something to take away here before it leads elsewhere.
  package var canGoBack: Bool {
    isZoomed || !wayBack.isEmpty || focus == .list && (table.isFiltering || table.canBeCleared)
  }

  /// Gives the keyboard to a pane.
  mutating func focus(on pane: ExperimentsPane) {
    guard pane != focus else { return }
    focus = pane
    if pane != .list, pane != page {
      page = pane
      scroll = 0
    }
  }

  /// Takes in a board. The selection stays on what it was on, wherever it stands now.
  /// - Parameter now: the town's time.
  mutating func show(_ new: ExperimentsBoard, now: Timestamp) {
    board = new
    listedAt = now
    failure = nil
    table.show(ExperimentRow.rows(of: new.experiments))
    if let awaited, table.all.contains(where: { $0.id == awaited }) {
      if table.isFiltered, !table.rows.contains(where: { $0.id == awaited }) { table.editFilter { $0.clear() } }
      table.select(awaited)
      self.awaited = nil
    }
    if table.selectedRow == nil, let row = table.startingRow { table.select(row: row) }
  }

  /// Selects an experiment, at once if it is in the list, else as soon as it is.
  mutating func expect(_ id: Experiment.ID) {
    guard table.rows.contains(where: { $0.id == id }) else {
      awaited = id
      return
    }
    table.select(id)
  }

  /// Takes in all of one experiment; nil if it is no more.
  mutating func show(_ new: ExperimentSheet?) {
    if sheet?.experiment.id != new?.experiment.id { scroll = 0 }
    sheet = new
  }
}
