import Canvas
import Core

/// The Campaigns screen's part of the state: the last board, the selected campaign, and what of it is looked at.
package struct CampaignsState: Equatable, Sendable {
  package private(set) var board: CampaignsBoard?
  /// All of the selected campaign, as far as it is read.
  package private(set) var sheet: CampaignSheet?
  /// The pane with the keyboard.
  package private(set) var focus = CampaignsPane.list
  /// The page that is in sight below the list.
  package private(set) var page = CampaignsPane.metrics
  /// The pane with the keyboard takes the whole screen.
  package var isZoomed = false
  /// Where the keyboard is within each page.
  package internal(set) var cursors: [CampaignsPane: PageCursor] = [:]
  /// The panes that Enter led away from, the latest last.
  package internal(set) var wayBack: [CampaignsPane] = []

  package internal(set) var table = TableState<CampaignListRow>()
  /// The columns of the list that were chosen, by their ids; nil are the usual ones.
  package internal(set) var columns: Set<String>?

  /// Which days are looked at, what the list is ranked by, in how large steps a trend goes, and what it draws.
  package internal(set) var period = CampaignPeriod.last(30)
  package internal(set) var metric = CampaignMetric.roas
  package internal(set) var grain = CampaignTrend.Grain.day
  package internal(set) var measure = TrendMeasure.money

  package var reloads = Reloads<CampaignsRequest>()
  package var sheetReloads = Reloads<SheetRequest>()
  /// What the board and the sheet on screen were read for.
  package internal(set) var shownRequest: CampaignsRequest?
  package internal(set) var shownSheetRequest: SheetRequest?
  /// When, by the machine's clock, the list was read last.
  package internal(set) var readAt: Timestamp?
  /// The town's time for which the list was read.
  package private(set) var listedAt: Timestamp?
  /// Why the last read failed.
  package var failure: String?
  /// Whoever looks has just come to the screen, which counts as a visit with the next read.
  package var isArriving = false

  /// A campaign to be selected as soon as it is in the list.
  private var awaited: Campaign.ID?

  /// What is read of one campaign.
  package struct SheetRequest: Hashable, Sendable {
    package let id: Campaign.ID
    package let request: CampaignsRequest
  }

  package init() {}

  /// Whether there is anything to show.
  package var isRead: Bool { board != nil }

  /// The selected campaign, if it is in the list.
  package var selected: CampaignListRow? { table.selected }

  /// What changed since the last visit; nil on the first one.
  package var since: SinceLastVisit? { board?.since }

  /// The sheet of the selected campaign; nil while it is being read.
  package var currentSheet: CampaignSheet? { sheet?.campaign.id == table.selectedID ? sheet : nil }

  /// A campaign of the list by its number.
  package func campaign(_ id: Campaign.ID) -> Campaign? { board?.rows.first { $0.campaign.id == id }?.campaign }

  /// Whether the way back has something to take away here before it leads elsewhere.
  package var canGoBack: Bool {
    isZoomed || !wayBack.isEmpty || focus == .list && (table.isFiltering || table.canBeCleared)
  }

  /// The columns in sight, in their order.
  var shownColumns: [ListColumn<CampaignListRow>] {
    let chosen = (columns ?? CampaignListRow.usual).union(CampaignListRow.fixed)
    return CampaignListRow.columns.filter { $0.isDrawn && chosen.contains($0.id) }
  }

  /// The marked campaigns beside the selected one, three at most; without marks the next in the list with its currency.
  var others: [Campaign.ID] {
    guard let selected else { return [] }
    let marked = table.rows.lazy.map(\.id).filter { table.marks.contains($0) && $0 != selected.id }
    guard marked.isEmpty else { return Array(marked.prefix(3)) }
    return table.rows.first { $0.id != selected.id && $0.currency == selected.currency }.map { [$0.id] } ?? []
  }

  /// Gives the keyboard to a pane.
  mutating func focus(on pane: CampaignsPane) {
    guard pane != focus else { return }
    focus = pane
    if CampaignsPane.pages.contains(pane) { page = pane }
  }

  /// Takes in a board. The selection stays on what it was on, wherever it stands now.
  /// - Parameter now: the town's time.
  mutating func show(_ new: CampaignsBoard, now: Timestamp) {
    board = new
    listedAt = now
    failure = nil
    table.show(CampaignListRow.rows(of: new.rows))
    if let awaited, table.all.contains(where: { $0.id == awaited }) {
      if table.isFiltered, !table.rows.contains(where: { $0.id == awaited }) { table.editFilter { $0.clear() } }
      table.select(awaited)
      self.awaited = nil
    }
    if table.selectedRow == nil, let row = table.startingRow { table.select(row: row) }
  }

  /// Selects a campaign, at once if it is in the list, else as soon as it is.
  mutating func expect(_ id: Campaign.ID) {
    guard table.rows.contains(where: { $0.id == id }) else {
      awaited = id
      return
    }
    table.select(id)
  }

  /// Takes in all of one campaign; nil if it is no more.
  mutating func show(_ new: CampaignSheet?) {
    if sheet?.campaign.id != new?.campaign.id {
      // Another campaign has other days and cohorts, but its pages are read from where one was.
      for pane in CampaignsPane.pages { cursors[pane]?.column = nil }
    }
    sheet = new
  }
}
