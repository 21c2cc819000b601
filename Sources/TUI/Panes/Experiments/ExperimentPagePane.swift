import Canvas
import Core

/// One of the pages about the selected experiment in its border, with the names of all pages where another could stand
/// there, scrolled where it does not fit.
struct ExperimentPagePane {
  private let state: State

  /// From this width on, the sections of a page stand in two columns; the result has wide tables.
  private static let twoColumns = 104
  private static let twoWideColumns = 160
  private static let gap = 3

  init(_ state: State) {
    self.state = state
  }

  /// Draws a page with its border.
  func draw(_ page: ExperimentsPane, on canvas: inout Canvas, in area: Rect) {
    let layout = ExperimentsLayout(state)
    let isFocused = state.experiments.focus == page
    let panel = Panel(title(page, layout, area, canvas.glyphs), detail: verdict, isFocused: isFocused)
    panel.draw(on: &canvas, in: area)
    if let tabs = layout.pageTabs, area.contains(tabs.origin) { Self.tabs(page, layout).draw(on: &canvas, in: tabs) }
    guard let content = layout.content(of: page) else { return }
    guard let sheet = state.experiments.currentSheet else {
      Paragraph(emptyText, .muted).draw(on: &canvas, in: content)
      return
    }
    let drawn = drawing(of: page, sheet, in: content.size, glyphs: canvas.glyphs)
    let scroll = isFocused ? state.experiments.scroll : 0
    let first = Scrolling.offset(scroll, keeping: nil, height: content.height, count: drawn.size.height)
    canvas.put(drawn, from: first, in: content)
    if drawn.size.height > content.height, content.height > 2 {
      let bar = Rect(x: area.right - 1, y: content.y, width: 1, height: content.height)
      Scrollbar(rows: first..<first + content.height, count: drawn.size.height).draw(on: &canvas, in: bar)
    }
  }

  /// The last scroll position at which the page with the keyboard is still full.
  var longestScroll: Int {
    let page = state.experiments.focus
    guard page != .list, let sheet = state.experiments.currentSheet,
      let content = ExperimentsLayout(state).content(of: page)
    else { return 0 }
    return max(0, drawing(of: page, sheet, in: content.size, glyphs: .unicode).size.height - content.height)
  }

  /// The names of the pages of a pane; beside the result it is the others.
  static func tabs(_ page: ExperimentsPane, _ layout: ExperimentsLayout) -> Tabs {
    let pages = pages(layout)
    return Tabs(pages.map { Tabs.Tab(key: "", title: $0.title) }, selection: pages.firstIndex(of: page) ?? 0)
  }

  /// The pages that the names stand for.
  static func pages(_ layout: ExperimentsLayout) -> [ExperimentsPane] {
    layout.panes[.list] != nil && layout.panes.count == 3
      ? ExperimentsPane.pages.filter { $0 != .result } : ExperimentsPane.pages
  }

  private func title(
    _ page: ExperimentsPane, _ layout: ExperimentsLayout, _ area: Rect, _ glyphs: Glyphs
  ) -> StyledLine {
    guard let row = state.experiments.selected else { return StyledLine(page.title, .title) }
    let hasTabs = layout.pageTabs.map { area.contains($0.origin) } ?? (layout.tabs != nil)
    let name = hasTabs ? row.summary.name : "\(page.title) of \(row.summary.name)"
    let room = area.width - verdict.columns(glyphs: glyphs) - 7
    return StyledLine(TextWidth.clip(Printable.sanitised(name), to: max(8, room), glyphs: glyphs), .title)
  }

  private var verdict: StyledLine { state.experiments.selected?.verdict ?? .empty }

  private var emptyText: String {
    if let failure = state.experiments.failure { return "\(failure); r tries again." }
    guard state.experiments.board != nil else { return "Reading …" }
    if state.experiments.selected != nil { return "Reading …" }
    return state.experiments.table.isFiltered
      ? "No experiment has these words; esc takes the filter away." : "Select an experiment to see all of it."
  }

  /// Everything on a page, drawn whole; at least as high as its place, so that charts fill it.
  private func drawing(of page: ExperimentsPane, _ sheet: ExperimentSheet, in size: Size, glyphs: Glyphs) -> Canvas {
    let columns = sections(of: page, sheet, in: size, glyphs: glyphs)
    let areas = Rect(x: 0, y: 0, width: size.width, height: 1).columns(max(1, columns.count), gap: Self.gap)
    let heights = zip(columns, areas).map { column, area in column.reduce(0) { $0 + $1.rows(area.width) + 1 } }
    var drawn = Canvas(size: Size(width: size.width, height: max(0, (heights.max() ?? 0) - 1)), glyphs: glyphs)
    for (column, area) in zip(columns, areas) {
      var y = 0
      for section in column {
        let rows = section.rows(area.width)
        section.draw(&drawn, Rect(x: area.x, y: y, width: area.width, height: rows))
        y += rows + 1
      }
    }
    return drawn
  }

  private func sections(
    of page: ExperimentsPane, _ sheet: ExperimentSheet, in size: Size, glyphs: Glyphs
  ) -> [[PageSection]] {
    let context = ExperimentPageContext(state, sheet, size: size, glyphs: glyphs)
    let isWide = size.width >= (page == .result ? Self.twoWideColumns : Self.twoColumns)
    let columns: [[PageSection]] =
      switch page {
      case .result: ResultPage(context).columns
      case .overTime: [OverTimePage(context).sections]
      case .health: HealthPage(context).columns
      case .segments: [SegmentsPage(context).sections]
      case .plan: PlanPage(context).columns
      case .history, .list: ExperimentHistoryPage(context).columns
      }
    return isWide ? columns : [columns.flatMap(\.self)]
  }
}

/// What every page is drawn from.
struct ExperimentPageContext {
  let state: State
  let sheet: ExperimentSheet
  /// Of the place that the page has.
  let size: Size
  let glyphs: Glyphs

  init(_ state: State, _ sheet: ExperimentSheet, size: Size, glyphs: Glyphs) {
    self.state = state
    self.sheet = sheet
    self.size = size
    self.glyphs = glyphs
  }

  var analysis: ExperimentAnalysis { sheet.analysis }
  var design: ExperimentDesign { sheet.experiment.design }
  var metric: ExperimentMetric { design.metric }
  var formats: Formats { state.formats }

  /// `B  Bigger discount`.
  func name(of arm: Int) -> String {
    guard analysis.arms.indices.contains(arm) else { return ExperimentWords.letter(arm) }
    return "\(ExperimentWords.letter(arm))  \(analysis.arms[arm].name)"
  }

  /// A table as a part of a page, with a heading.
  func table(
    _ heading: String, _ columns: [Column], rows: Int, cell: @escaping (_ row: Int, _ column: Int) -> StyledLine
  ) -> PageSection {
    PageSection(heading, height: rows + 1) { canvas, area in
      Table(columns: columns, rowCount: rows, isFocused: false, emptyText: "", content: cell).draw(
        on: &canvas, in: area)
    }
  }

  /// Text below a heading.
  func text(_ heading: String, _ lines: [StyledLine]) -> PageSection {
    PageSection(heading, lines, glyphs: glyphs)
  }
}
