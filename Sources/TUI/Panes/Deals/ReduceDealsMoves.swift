import Canvas
import Core

extension State {
  /// Moves within the pane with the keyboard: rows of a list, lines of the page.
  mutating func moveDeals(by rows: Int) -> [Effect] {
    guard deals.focus != .page else {
      deals.scroll = min(max(0, deals.scroll + rows), DealsPagePane(self).longestScroll)
      return []
    }
    let table = deals[table: deals.focus]
    guard table.count > 0 else { return [] }
    let start = table.startingRow ?? (rows > 0 ? -1 : table.count)
    return selectDealsRow(min(max(0, start + rows), table.count - 1))
  }

  /// Selects a row of the list with the keyboard: another page is read.
  mutating func selectDealsRow(_ row: Int) -> [Effect] {
    deals.failure = nil
    let pane = deals.list
    deals[table: pane].select(row: row)
    deals[table: pane].keepInSight(height: DealsLayout(self).listHeight(of: pane, self))
    return continueDeals()
  }

  /// Gives the keyboard to a pane, and reads what it shows.
  mutating func focusDeals(on pane: DealsPane) -> [Effect] {
    deals.focus(on: pane)
    return continueDeals()
  }

  /// Gives the keyboard to another pane: the next ones by Tab, those beside by the arrows.
  mutating func moveDealsPane(_ intent: Intent) -> [Effect] {
    let panes = DealsPane.allCases
    let here = panes.firstIndex(of: deals.focus) ?? 0
    deals.wayBack = []
    let isBeside = !DealsLayout(self).showsOnePane
    switch intent {
    case .nextPane: return focusDeals(on: panes[(here + 1) % panes.count])
    case .previousPane: return focusDeals(on: panes[(here + panes.count - 1) % panes.count])
    case .paneLeft where isBeside: return focusDeals(on: deals.focus == .page ? deals.list : .rules)
    case .paneLeft: return focusDeals(on: panes[max(0, here - 1)])
    default: return focusDeals(on: isBeside ? .page : panes[min(panes.count - 1, here + 1)])
    }
  }

  /// Goes on to the page about what is selected; an alert counts as read then.
  mutating func openDeal() -> [Effect] {
    guard dialogs.isEmpty, deals.focus != .page, deals.subject != nil else { return [] }
    var effects: [Effect] = []
    if deals.focus == .inbox, let row = deals.inbox.selected, row.isUnread, hunting.isAvailable {
      effects = order(.read([row.id]))
    }
    deals.wayBack.append(deals.focus)
    return effects + focusDeals(on: .page)
  }

  /// Takes away what narrows the view, then goes back to where Enter came from.
  mutating func leaveDeals() -> [Effect] {
    let table = deals[table: deals.focus]
    if deals.focus != .page, table.isFiltering || (table.isFiltered && !deals.isZoomed) {
      clearFilter()
      return continueDeals()
    }
    if deals.isZoomed {
      deals.isZoomed = false
    } else if deals.focus != .page, table.markCount > 0 {
      changeList { $0.clearMarks() }
    } else if let before = deals.wayBack.popLast() {
      return focusDeals(on: before)
    } else {
      return returnAlongTrail()
    }
    return []
  }

  /// Selects a rule, a watch, an alert or a listing on its screen, as soon as it is in its list.
  mutating func goTo(_ subject: DealsSubject) -> [Effect] {
    deals.expect(subject)
    if deals.isAwaiting { deals.reloads.note([], at: wall) }
    return continueDeals()
  }

  /// Goes to one of them that was found elsewhere, and remembers the way.
  mutating func follow(_ subject: DealsSubject) -> [Effect] {
    rememberPlace()
    dialogs.removeAll()
    screen = .deals
    deals.isZoomed = false
    deals.wayBack = []
    deals.focus(on: subject.pane)
    return goTo(subject)
  }
}

extension DealsSubject {
  /// The list it stands in.
  fileprivate var pane: DealsPane {
    switch self {
    case .rule: .rules
    case .alert: .inbox
    case .watch: .watches
    case .listing: .listings
    }
  }
}
