import Canvas
import Core

/// Moving about on the Campaigns screen.
extension State {
  /// Moves within the pane with the keyboard: rows of the list, lines of a page.
  mutating func moveCampaigns(by rows: Int) -> [Effect] {
    if campaigns.focus == .returns { return moveAmongReturns(by: rows) }
    guard campaigns.focus == .list else {
      moveCursor(lines: rows)
      return []
    }
    let table = campaigns.table
    guard table.count > 0 else { return [] }
    let start = table.startingRow ?? (rows > 0 ? -1 : table.count)
    return selectCampaignsRow(min(max(0, start + rows), table.count - 1))
  }

  private mutating func moveCursor(lines: Int) {
    guard let stack = CampaignPagePane(self).stack else { return }
    let pane = campaigns.focus
    var cursor = campaigns.cursors[pane] ?? PageCursor()
    if stack.lines > 0 {
      cursor.line = min(max(0, min(cursor.line, stack.lines - 1) + lines), stack.lines - 1)
    } else {
      let room = CampaignsLayout(self).content(of: pane)?.height ?? 0
      cursor.line = min(max(0, cursor.line + lines), max(0, stack.height - room))
    }
    campaigns.cursors[pane] = cursor
  }

  /// Moves along the line with the keyboard. False where it has one place only.
  private mutating func moveCursor(columns: Int) -> Bool {
    let pane = campaigns.focus
    let cursor = campaigns.cursors[pane] ?? PageCursor()
    guard let (part, within) = CampaignPagePane(self).stack?.part(at: cursor), part.columns > 1 else { return false }
    let column = part.column(of: within) + columns
    campaigns.cursors[pane] = PageCursor(line: cursor.line, column: min(max(0, column), part.columns - 1))
    return true
  }

  private mutating func moveAmongReturns(by step: Int) -> [Effect] {
    guard let id = ReturnsChart(self).neighbour(step),
      let row = campaigns.table.rows.firstIndex(where: { $0.id == id })
    else { return [] }
    return selectCampaignsRow(row)
  }

  /// Gives the keyboard to another pane: the next ones by Tab. The arrows move along a chart or a row of cells, and where
  /// there is none to the panes beside.
  mutating func moveCampaignsPane(_ intent: Intent) -> [Effect] {
    let panes = CampaignsPane.allCases
    let here = panes.firstIndex(of: campaigns.focus) ?? 0
    switch intent {
    case .nextPane: go(to: panes[(here + 1) % panes.count])
    case .previousPane: go(to: panes[(here + panes.count - 1) % panes.count])
    case .paneLeft:
      if campaigns.focus == .returns { return moveAmongReturns(by: -1) }
      if !moveCursor(columns: -1) { go(to: panes[max(0, here - 1)]) }
    default:
      if campaigns.focus == .returns { return moveAmongReturns(by: 1) }
      if campaigns.focus == .list {
        go(to: campaigns.page)
      } else if !moveCursor(columns: 1) {
        go(to: panes[min(panes.count - 1, here + 1)])
      }
    }
    return []
  }

  private mutating func go(to pane: CampaignsPane) {
    campaigns.wayBack = []
    campaigns.focus(on: pane)
  }

  /// List and chart: goes on to the pages of the selected campaign. A number: what it means, and the rows behind it.
  mutating func openCampaign() -> [Effect] {
    guard dialogs.isEmpty else { return [] }
    if campaigns.focus == .list || campaigns.focus == .returns {
      guard campaigns.selected != nil else { return [] }
      campaigns.wayBack.append(campaigns.focus)
      campaigns.focus(on: campaigns.page)
      return []
    }
    if let note = campaignNumber { dialogs.append(.number(note)) }
    return []
  }

  /// What stands behind the number with the keyboard.
  var campaignNumber: NumberNote? {
    guard
      let (part, cursor) = CampaignPagePane(self).stack?.part(at: campaigns.cursors[campaigns.focus] ?? PageCursor())
    else { return nil }
    return part.note(PageCursor(line: cursor.line, column: part.column(of: cursor)))
  }

  /// Takes away what narrows the view, then goes back to where Enter came from.
  mutating func leaveCampaigns() -> [Effect] {
    let table = campaigns.table
    if campaigns.focus == .list, table.isFiltering || (table.isFiltered && !campaigns.isZoomed) {
      clearFilter()
      return continueCampaigns()
    }
    if campaigns.isZoomed {
      campaigns.isZoomed = false
    } else if campaigns.focus == .list, table.markCount > 0 {
      changeList { $0.clearMarks() }
      return continueCampaigns()
    } else if let before = campaigns.wayBack.popLast() {
      campaigns.focus(on: before)
    } else {
      return returnAlongTrail()
    }
    return []
  }

  /// A click gives the keyboard to what is under it; the wheel moves what has it.
  mutating func pointAtCampaigns(_ mouse: MouseEvent) -> [Effect] {
    let isPress = mouse.kind == .press
    if isPress, let pane = CampaignsScreen(self).pane(at: mouse.point, glyphs: .unicode) {
      return give(keyboardTo: pane)
    }
    guard let pane = CampaignsLayout(self).pane(at: mouse.point) else { return [] }
    let hadKeyboard = campaigns.focus == pane
    let effects = give(keyboardTo: pane)
    switch mouse.kind {
    case .press where pane == .list: return effects + pressList(at: mouse.point)
    case .press: return effects + pressNumber(at: mouse.point, opens: hadKeyboard)
    case .wheelUp: return effects + moveCampaigns(by: -1)
    case .wheelDown: return effects + moveCampaigns(by: 1)
    }
  }

  /// What was typed into a filter stays when one goes on with the mouse.
  private mutating func give(keyboardTo pane: CampaignsPane) -> [Effect] {
    guard pane != campaigns.focus else { return [] }
    let effects = finishFiltering()
    go(to: pane)
    return effects
  }

  private mutating func pressList(at point: Point) -> [Effect] {
    guard let area = CampaignsLayout(self).panes[.list] else { return [] }
    if let column = campaignsList.column(at: point, in: area) {
      sort(.campaigns, byClickOn: column)
      return []
    }
    return campaignsList.clickable(in: area).row(at: point).map { selectCampaignsRow($0) } ?? []
  }

  /// Gives the keyboard to the number under a click; a second click on it opens it.
  private mutating func pressNumber(at point: Point, opens: Bool) -> [Effect] {
    let pane = campaigns.focus
    guard let stack = CampaignPagePane(self).stack, let content = CampaignsLayout(self).content(of: pane),
      content.contains(point)
    else { return [] }
    let cursor = campaigns.cursors[pane] ?? PageCursor()
    let top = stack.offset(cursor, height: content.height)
    guard let line = stack.line(at: Point(x: point.x - content.x, y: point.y - content.y + top)) else { return [] }
    if opens, line == cursor.line { return openCampaign() }
    campaigns.cursors[pane] = PageCursor(line: line)
    return []
  }
}
