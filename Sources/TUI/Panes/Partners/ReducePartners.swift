import Canvas
import Core

extension State {
  /// The topics the Partners screen shows something of.
  private static let partnersTopics: Set<Topic> = [.offers, .claims, .interactions, .clock]

  /// While the town's clock runs, so much changes that the lists are read no more often than this.
  private static let shortestPause = TimeSpan.seconds(1)

  /// Takes note of changes, and reads them if the screen is looked at.
  mutating func refreshPartners(_ topics: Set<Topic>) -> [Effect] {
    guard !topics.isDisjoint(with: Self.partnersTopics), partners.board != nil else { return [] }
    if topics == [.clock] {
      partners.listOffers(now: now)
      return []
    }
    partners.failure = nil
    partners.reloads.note(topics, at: wall)
    return continuePartners()
  }

  /// Reads everything on the screen anew.
  mutating func reloadPartners() -> [Effect] {
    guard screen == .partners || partners.board != nil else { return [] }
    partners.failure = nil
    partners.reloads.note([.offers], at: wall)
    return continuePartners()
  }

  /// Begins the reads that are due: of the lists, then of the selected offer. Not while the view is frozen, and not for
  /// a screen that nobody looks at.
  mutating func continuePartners() -> [Effect] {
    guard screen == .partners, welcome == nil, !isFrozen || partners.board == nil else { return [] }
    if partners.board == nil, partners.failure == nil, partners.reloads.inFlight == nil {
      partners.reloads.note([], at: wall)
    }
    return readLists() + readOffer()
  }

  private mutating func readLists() -> [Effect] {
    guard partners.reloads.canBegin, partners.failure == nil else { return [] }
    if clock.isMoving, let last = partners.readAt, wall >= last, wall - last < Self.shortestPause { return [] }
    let job = nextJob()
    let request = partners.request
    partners.readAt = wall
    return partners.reloads.begin(job) { _ in request }.map { [.loadPartners(job, $0)] } ?? []
  }

  private mutating func readOffer() -> [Effect] {
    guard let id = partners.selectedOffer?.id, partners.failure == nil else { return [] }
    if partners.currentSheet == nil, partners.sheetReloads.inFlight?.request != id {
      partners.sheetReloads.note([], at: wall)
    }
    guard partners.sheetReloads.canBegin else { return [] }
    let job = nextJob()
    return partners.sheetReloads.begin(job) { _ in id }.map { [.loadOffer(job, $0)] } ?? []
  }

  /// Shows lists that were waited for; old ones are dropped.
  mutating func show(_ board: PartnersBoard, from job: Job) -> [Effect] {
    guard partners.reloads.finish(job, at: wall) != nil else { return [] }
    if let old = partners.board { discovery.marks.mark(changesFrom: old, to: board, at: wall) }
    let before = partners.offerTable.selectedID
    partners.show(board, now: now)
    if partners.offerTable.selectedID != before {
      partners[table: .offers].keepInSight(height: PartnersLayout(self).listHeight(of: .offers, self))
    }
    // What the offer's sheet tells may be another too.
    if partners.currentSheet != nil { partners.sheetReloads.note([], at: wall) }
    if partners.isReadingOffers { partners.reloads.note([], at: wall) }
    return continuePartners()
  }

  /// Shows an offer that was waited for; if another is selected by now, that one is read next.
  mutating func show(_ sheet: OfferSheet?, from job: Job) -> [Effect] {
    guard let id = partners.sheetReloads.finish(job, at: wall) else { return [] }
    if sheet == nil, partners.offerTable.selectedID == id {
      // It is gone, and so is its row as soon as the lists are read.
      partners.reloads.note([.offers], at: wall)
      return readLists()
    }
    partners.show(sheet)
    return continuePartners()
  }

  /// A read that failed is tried again with the next change or `r`. False if nobody waits for the job.
  mutating func failPartners(_ job: Job, _ reason: String) -> Bool {
    guard partners.reloads.fail(job) || partners.sheetReloads.fail(job) else { return false }
    partners.failure = reason
    notify(.failure, reason)
    return true
  }

  /// Moves within the pane with the keyboard: rows of a list, lines of the offer.
  mutating func movePartners(by rows: Int) -> [Effect] {
    let pane = partners.focus
    guard pane != .offer else {
      partners.scroll = min(max(0, partners.scroll + rows), OfferPane(self).longestScroll)
      return []
    }
    let table = partners[table: pane]
    guard table.count > 0 else { return [] }
    let start = table.startingRow ?? (rows > 0 ? -1 : table.count)
    return selectPartnersRow(min(max(0, start + rows), table.count - 1))
  }

  /// Selects a row of the list with the keyboard: another partner has other offers, another offer is read.
  mutating func selectPartnersRow(_ row: Int) -> [Effect] {
    let pane = partners.focus == .offer ? .offers : partners.focus
    partners.failure = nil
    if pane == .partners {
      guard partners.partnerTable.rows.indices.contains(row) else { return [] }
      partners.select(partners.partnerTable.rows[row].id, now: now)
      if partners.isReadingOffers { partners.reloads.note([], at: wall) }
    } else {
      partners[table: pane].select(row: row)
    }
    partners[table: pane].keepInSight(height: PartnersLayout(self).listHeight(of: pane, self))
    return continuePartners()
  }

  /// Gives the keyboard to another pane: the next ones by Tab, the ones beside by the arrows.
  mutating func movePartnersPane(_ intent: Intent) -> [Effect] {
    let panes = PartnersPane.allCases
    let here = panes.firstIndex(of: partners.focus) ?? 0
    partners.wayBack = []
    switch intent {
    case .nextPane: partners.focus = panes[(here + 1) % panes.count]
    case .previousPane: partners.focus = panes[(here + panes.count - 1) % panes.count]
    default:
      partners.focus =
        PartnersLayout(self).neighbour(of: partners.focus, step: intent == .paneLeft ? -1 : 1) ?? partners.focus
    }
    return []
  }

  /// Goes on to what is selected: a partner's offers, all of an offer.
  mutating func openPartnersRow() -> [Effect] {
    guard dialogs.isEmpty else { return [] }
    switch partners.focus {
    case .partners: return goOn(to: .offers)
    case .offers: return goOn(to: .offer)
    case .offer: return perform(PartnersIntent.history)
    }
  }

  private mutating func goOn(to pane: PartnersPane) -> [Effect] {
    partners.wayBack.append(partners.focus)
    partners.focus = pane
    return []
  }

  /// Takes away what narrows the view, then goes back to where Enter came from.
  mutating func leavePartners() -> [Effect] {
    let table = partners[table: partners.focus]
    if table.isFiltering || (table.isFiltered && !partners.isZoomed) {
      clearFilter()
      return continuePartners()
    }
    if partners.isZoomed {
      partners.isZoomed = false
    } else if table.markCount > 0 {
      changeList { $0.clearMarks() }
    } else if let before = partners.wayBack.popLast() {
      partners.focus = before
    } else {
      return returnAlongTrail()
    }
    return []
  }
}
