import Core

/// The Rules screen's part of the state: the last board, the page beside the lists, and what is selected, by id.
package struct DealsState: Equatable, Sendable {
  package private(set) var board: DealsBoard?
  /// The page that was read last, and what it is about.
  package private(set) var page: DealsPage?
  package private(set) var pageSubject: DealsSubject?
  /// The listings that were read last.
  package private(set) var listingsPage: ListingsPage?
  /// What they were read for.
  package private(set) var shownListings: ListingsRequest?
  /// The pane with the keyboard.
  package private(set) var focus = DealsPane.rules
  /// The list whose selection the page is about.
  package private(set) var list = DealsPane.rules
  /// The list that is in sight below the rules.
  package private(set) var shelf = DealsPane.inbox
  /// The pane with the keyboard takes the whole screen.
  package var isZoomed = false
  /// Lines of the page above the first in sight.
  package internal(set) var scroll = 0
  /// The panes that Enter led away from, the latest last.
  package internal(set) var wayBack: [DealsPane] = []
  /// Who was chosen to be looked at; nil is whoever comes first.
  package internal(set) var person: Person.ID?

  package internal(set) var rules = TableState<RuleRow>()
  package internal(set) var inbox = TableState<InboxRow>()
  package internal(set) var watches = TableState<WatchRow>()
  package internal(set) var listings = TableState<ListingRow>()

  package var reloads = Reloads<DealsRequest>()
  package var pageReloads = Reloads<DealsSubject>()
  package var listingReloads = Reloads<ListingsRequest>()
  /// When, by the machine's clock, the lists were read last.
  package internal(set) var readAt: Timestamp?
  /// Why the last read failed.
  package var failure: String?

  /// Something to be selected as soon as it is in its list.
  private var awaited: DealsSubject?
  /// A listing that was gone to and stays in the list, however many others there are.
  private(set) var sought: Listing.ID?

  package init() {}

  /// What the page is about: the selected row of the list that had the keyboard last.
  package var subject: DealsSubject? {
    switch list {
    case .inbox: inbox.selectedID.map(DealsSubject.alert)
    case .watches: watches.selectedID.map(DealsSubject.watch)
    case .listings: listings.selectedID.map { .listing($0, rules.selectedID) }
    case .rules, .page: rules.selectedID.map(DealsSubject.rule)
    }
  }

  /// The page of what is selected; nil while it is being read.
  package var currentPage: DealsPage? { pageSubject != nil && pageSubject == subject ? page : nil }

  /// Whether the way back has something to take away here before it leads elsewhere.
  package var canGoBack: Bool {
    isZoomed || !wayBack.isEmpty
      || focus != .page && (self[table: focus].isFiltering || self[table: focus].canBeCleared)
  }

  /// A list, whatever its rows are; the page has that of what it is about.
  package subscript(table pane: DealsPane) -> any TableControl {
    get {
      switch pane {
      case .rules: rules
      case .inbox: inbox
      case .watches: watches
      case .listings: listings
      case .page: self[table: list]
      }
    }
    set {
      switch pane {
      case .rules: if let table = newValue as? TableState<RuleRow> { rules = table }
      case .inbox: if let table = newValue as? TableState<InboxRow> { inbox = table }
      case .watches: if let table = newValue as? TableState<WatchRow> { watches = table }
      case .listings: if let table = newValue as? TableState<ListingRow> { listings = table }
      case .page: if list != .page { self[table: list] = newValue }
      }
    }
  }

  /// Gives the keyboard to a pane.
  mutating func focus(on pane: DealsPane) {
    guard pane != focus else { return }
    focus = pane
    guard pane != .page else { return }
    if list != pane { scroll = 0 }
    list = pane
    if DealsPane.shelves.contains(pane) { shelf = pane }
  }

  /// Takes in a board. Selections stay on what they were on, wherever that stands now.
  mutating func show(_ new: DealsBoard) {
    board = new
    failure = nil
    rules.show(new.rules.map { RuleRow(summary: $0) })
    inbox.show(new.inbox.items.map { InboxRow(item: $0) })
    watches.show(new.watches.map { WatchRow(summary: $0) })
    if let awaited, select(awaited) { self.awaited = nil }
    if rules.selectedRow == nil, let row = rules.startingRow { rules.select(row: row) }
    if inbox.selectedRow == nil, let row = inbox.startingRow { inbox.select(row: row) }
    if watches.selectedRow == nil, let row = watches.startingRow { watches.select(row: row) }
  }

  /// Takes in the listings.
  mutating func show(_ new: ListingsPage, of request: ListingsRequest) {
    listingsPage = new
    shownListings = request
    listings.show(new.rows.map { ListingRow(row: $0) })
    if let awaited, case .listing = awaited, select(awaited) { self.awaited = nil }
    if listings.selectedRow == nil, let row = listings.startingRow { listings.select(row: row) }
  }

  /// Takes in a page; nil if what it was about is no more.
  mutating func show(_ new: DealsPage?, of subject: DealsSubject) {
    if pageSubject != subject { scroll = 0 }
    page = new
    pageSubject = subject
  }

  /// Selects something, at once if it is in its list, else as soon as it is.
  mutating func expect(_ subject: DealsSubject) {
    awaited = nil
    guard !select(subject) else { return }
    awaited = subject
    if case .listing(let id, _) = subject { sought = id }
  }

  /// Whether something is still to be read before it can be selected.
  var isAwaiting: Bool { awaited != nil }

  private mutating func select(_ subject: DealsSubject) -> Bool {
    switch subject {
    case .rule(let id): return rules.uncover(id)
    case .alert(let id): return inbox.uncover(id)
    case .watch(let id): return watches.uncover(id)
    case .listing(let id, _): return listings.uncover(id)
    }
  }
}

extension TableState {
  /// Selects a row that is there, and takes a filter away that hides it.
  fileprivate mutating func uncover(_ id: Row.ID) -> Bool {
    guard all.contains(where: { $0.id == id }) else { return false }
    if isFiltered, !rows.contains(where: { $0.id == id }) { editFilter { $0.clear() } }
    select(id)
    return true
  }
}
