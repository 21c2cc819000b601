import Canvas
import Core

/// The Campaigns screen: all campaigns together, each with its numbers, and all of one.
struct CampaignsScreen {
  private let state: State

  init(_ state: State) {
    self.state = state
  }

  /// Draws all panes in sight; returns where text is being typed.
  func draw(on canvas: inout Canvas) -> Point? {
    let layout = CampaignsLayout(state)
    if let area = layout.tabs { tabs(area.width - 1).0.draw(on: &canvas, in: area.inset(left: 1)) }
    var cursor: Point?
    for (pane, area) in layout.panes {
      if pane == .list {
        cursor = state.campaignsList.draw(on: &canvas, in: area)
      } else {
        CampaignPagePane(state).draw(pane, on: &canvas, in: area)
      }
    }
    return cursor
  }

  /// The pane whose tab is at a point: of all panes where only one is in sight, else of the pages.
  func pane(at point: Point, glyphs: Glyphs) -> CampaignsPane? {
    let layout = CampaignsLayout(state)
    var canvas = Canvas(size: state.size, glyphs: glyphs)
    if let area = layout.tabs, area.contains(point) {
      let (tabs, panes) = tabs(area.width - 1)
      let spans = tabs.draw(on: &canvas, in: area.inset(left: 1))
      return zip(panes, spans).first { $1.contains(point.x) }?.0
    }
    guard let area = layout.pageTabs, area.contains(point) else { return nil }
    let spans = CampaignPagePane.tabs(state.campaigns.page, layout).draw(on: &canvas, in: area)
    return zip(CampaignPagePane.pages(layout), spans).first { $1.contains(point.x) }?.0
  }

  /// The names of as many panes as have room, those around the one with the keyboard.
  private func tabs(_ width: Int) -> (Tabs, [CampaignsPane]) {
    let all = CampaignsPane.allCases
    let here = all.firstIndex(of: state.campaigns.focus) ?? 0
    let titles = all.map { pane in
      pane == .list && state.campaigns.isRead
        ? "Campaigns \(Number.grouped(state.campaigns.table.count))" : pane.shortTitle
    }
    var shown = here..<here + 1
    func columns(_ range: Range<Int>) -> Int {
      range.reduce(0) { $0 + TextWidth.columns(titles[$1]) } + (range.count - 1) * 2 + 4
    }
    while true {
      let after = shown.upperBound < all.count ? shown.lowerBound..<shown.upperBound + 1 : shown
      let before = shown.lowerBound > 0 ? shown.lowerBound - 1..<shown.upperBound : shown
      if after != shown, columns(after) <= width {
        shown = after
      } else if before != shown, columns(before) <= width {
        shown = before
      } else {
        break
      }
    }
    let first = shown.lowerBound > 0 ? "\(Glyphs.ascii.previous) " : ""
    let last = shown.upperBound < all.count ? " \(Glyphs.ascii.next)" : ""
    let names = shown.map { index in
      (index == shown.lowerBound ? first : "") + titles[index] + (index == shown.upperBound - 1 ? last : "")
    }
    return (Tabs(names.map { Tabs.Tab(key: "", title: $0) }, selection: here - shown.lowerBound), shown.map { all[$0] })
  }
}

extension State {
  /// The list of campaigns.
  var campaignsList: ListPane<CampaignListRow> {
    ListPane(
      state: self, isFocused: campaigns.focus == .list, isRead: campaigns.isRead, title: CampaignsPane.list.title,
      table: campaigns.table, columns: campaigns.shownColumns, noun: campaignsNoun, emptyText: campaignsEmptyText)
  }

  /// `campaigns by ROAS, 2 losing, last 30 days`.
  private var campaignsNoun: String {
    guard let board = campaigns.board, !board.rows.isEmpty else { return "campaigns" }
    let noun = board.rows.count == 1 ? "campaign" : "campaigns"
    let losing = campaigns.table.all.count { $0.row.earning == .losing }
    let words = losing > 0 ? "\(noun), \(losing) losing" : noun
    guard size.width >= 80 else { return words }
    return "\(words), by \(campaigns.metric.title), \(campaigns.period.words(board.span))"
  }

  private var campaignsEmptyText: String {
    guard campaigns.isRead else { return campaigns.failure == nil ? "Reading …" : "Could not be read; r tries again." }
    return "There is no campaign yet. n makes one; opportune import campaign-metrics reads some."
  }
}
