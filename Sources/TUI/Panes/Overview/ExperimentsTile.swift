import Canvas
import Core

/// Tests with their verdicts, those that need somebody first.
struct ExperimentsTile {
  private let state: State

  private static let columns: Set<String> = ["experiment", "verdict", "reason"]
  private static let rates: Set<String> = ["control", "variant"]
  /// From this width on, there is room for rates beside the reason.
  private static let wide = 76

  init(_ state: State) {
    self.state = state
  }

  /// Draws the tile with its border.
  func draw(on canvas: inout Canvas, in area: Rect, isFocused: Bool) {
    let board = state.experiments.board
    let title = StyledLine(OverviewTile.experiments.title, .title)
    let inside = Panel(title, detail: detail(board), isFocused: isFocused).draw(on: &canvas, in: area)
    let rows = Array(ExperimentRow.rows(of: board?.experiments ?? []).prefix(max(0, inside.height - 1)))
    let ids = inside.width >= Self.wide ? Self.columns.union(Self.rates) : Self.columns
    let shown = ExperimentRow.columns.filter { $0.isDrawn && ids.contains($0.id) }
    let context = state.cellContext(canvas.glyphs)
    let table = Table(
      columns: shown.map { $0.column(state.formats) }, rowCount: rows.count, isFocused: false,
      emptyText: board != nil
        ? "Nothing is tested yet; 4 and n plan a test."
        : state.experiments.failure == nil ? "Reading …" : "Could not be read; r tries again."
    ) { row, column in
      shown[column].cell(rows[row], context)
    }
    table.draw(on: &canvas, in: table.area(in: inside))
  }

  private func detail(_ board: ExperimentsBoard?) -> StyledLine {
    guard let board, !board.experiments.isEmpty else { return .empty }
    return board.needingYou > 0
      ? StyledLine(board.attention, .warning) : StyledLine("\(board.count(.running)) running", .muted)
  }
}
