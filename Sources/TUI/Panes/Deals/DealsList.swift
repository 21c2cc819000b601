import Canvas
import Core

/// One of the lists of the Rules screen in its border; below the rules, under the names of the lists that share its
/// place.
struct DealsList {
  private let state: State
  private let pane: DealsPane

  init(_ state: State, _ pane: DealsPane) {
    self.state = state
    self.pane = pane
  }

  /// Draws the list; returns where the filter is being typed.
  func draw(on canvas: inout Canvas, in area: Rect) -> Point? {
    let top = head
    switch pane {
    case .inbox: return list(state.deals.inbox).draw(on: &canvas, in: area, below: top)
    case .watches: return list(state.deals.watches).draw(on: &canvas, in: area, below: top)
    case .listings: return list(state.deals.listings).draw(on: &canvas, in: area, below: top)
    case .rules, .page: return list(state.deals.rules).draw(on: &canvas, in: area, below: top)
    }
  }

  /// The column whose header is at a point of the screen, by its id.
  func column(at point: Point, in area: Rect) -> String? {
    let top = head
    return switch pane {
    case .inbox: list(state.deals.inbox).column(at: point, in: area, below: top)
    case .watches: list(state.deals.watches).column(at: point, in: area, below: top)
    case .listings: list(state.deals.listings).column(at: point, in: area, below: top)
    case .rules, .page: list(state.deals.rules).column(at: point, in: area, below: top)
    }
  }

  /// The row at a point of the screen.
  func row(at point: Point, in area: Rect) -> Int? {
    let top = head
    return switch pane {
    case .inbox: list(state.deals.inbox).clickable(in: area, below: top).row(at: point)
    case .watches: list(state.deals.watches).clickable(in: area, below: top).row(at: point)
    case .listings: list(state.deals.listings).clickable(in: area, below: top).row(at: point)
    case .rules, .page: list(state.deals.rules).clickable(in: area, below: top).row(at: point)
    }
  }

  /// Rows that the names of the lists take.
  private var head: Int { DealsLayout(state).hasTabs(pane) ? 1 : 0 }

  private func list<Row: ListRow>(_ table: TableState<Row>) -> ListPane<Row> {
    ListPane(
      state: state, isFocused: state.deals.focus == pane, isRead: isRead, title: title, table: table,
      columns: Row.columns.filter(\.isDrawn), noun: noun, total: total, emptyText: emptyText)
  }

  private var isRead: Bool { pane == .listings ? state.deals.listingsPage != nil : state.deals.board != nil }

  /// Of more listings than are listed, how many there are.
  private var total: Int? {
    guard pane == .listings, let page = state.deals.listingsPage, page.total > page.rows.count else { return nil }
    return page.total
  }

  private var title: String {
    guard pane == .rules, let person = state.deals.board?.person else { return pane.title }
    return "Rules of \(person.name)"
  }

  private var noun: String {
    guard let board = state.deals.board else { return pane.title.lowercased() }
    switch pane {
    case .rules, .page:
      let today = board.inbox.today
      return "\(board.rules.count == 1 ? "rule" : "rules"), \(Quantity.count(today, "alert")) today"
    case .inbox:
      let held = board.inbox.held > 0 ? ", \(Number.grouped(board.inbox.held)) held" : ""
      let count = board.inbox.items.count
      let alerts = count == 1 ? "alert" : count < InboxPage.mostItems ? "alerts" : "latest alerts"
      return "\(alerts), \(Number.grouped(board.inbox.unread)) unread\(held)"
    case .watches: return board.watches.count == 1 ? "watch" : "watches"
    case .listings: return "listings"
    }
  }

  private var emptyText: String {
    if let failure = state.deals.failure { return "\(failure); r tries again." }
    guard let board = state.deals.board, isRead else { return "Reading …" }
    switch pane {
    case .rules, .page: return "Nothing is asked for yet. n writes the first rule."
    case .inbox:
      return board.rules.isEmpty ? "Nothing yet: a rule finds what comes here." : "Nothing was found yet."
    case .watches: return "No price is watched. w on a listing or an alert watches its price."
    case .listings: return "Nothing is for sale yet: opportune import listings FILE reads some."
    }
  }
}
