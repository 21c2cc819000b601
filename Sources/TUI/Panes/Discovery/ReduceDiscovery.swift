import Core

extension State {
  /// Moves the selection of the pane with the keyboard by rows, as far as there are any.
  mutating func moveSelection(by rows: Int) -> [Effect] {
    let count = discovery.selection(in: discovery.focus).count
    guard count > 0 else { return [] }
    let start = discovery[table: discovery.focus].startingRow ?? (rows > 0 ? -1 : count)
    return moveSelection(to: min(max(0, start + rows), count - 1))
  }

  /// Selects a row of the pane with the keyboard. Another session is ranked at once.
  mutating func moveSelection(to row: Int) -> [Effect] {
    let pane = discovery.focus
    guard row >= 0, row < discovery.selection(in: pane).count else { return [] }
    var effects: [Effect] = []
    if pane == .sessions {
      effects = select(discovery.sessions[row].session.id)
    } else {
      discovery[table: pane].select(row: row)
    }
    discovery[table: pane].keepInSight(height: DiscoverLayout(self).listHeight(of: pane, self))
    return effects
  }

  private mutating func select(_ id: ParkingSession.ID) -> [Effect] {
    discovery.select(id) ? reload([]) : []
  }

  /// Follows what is selected: a session to its ranking, an offer to its details, an event to its session.
  mutating func open() -> [Effect] {
    guard screen == .discover, let session = discovery.selectedSessionID else { return [] }
    switch discovery.focus {
    case .sessions:
      discovery.focus(on: .ranked)
      // While a simulated clock is there, whoever is opened is also decided for.
      if clock.run != nil, clock.run?.takenOver != session { return give(.takeOver(session)) }
    case .ranked, .map:
      guard let offer = discovery.rankedOffer else { return [] }
      let target = OfferTarget(sessionID: session, offerID: offer.offer.id)
      dialogs.append(.offer(target, scroll: 0))
      // A look at what is only supposed is no look at the offer.
      return discovery.whatIf == nil ? [.view(target)] : []
    case .heldBack:
      guard let offer = discovery.heldBackOffer else { return [] }
      dialogs.append(.offer(OfferTarget(sessionID: session, offerID: offer.offer.id), scroll: 0))
    case .stream:
      guard let id = discovery.streamTable.selected?.sessionID else { return [] }
      return follow(id, nil)
    }
    return []
  }

  /// Gives the keyboard to another pane; Tab goes through all that are shown, left and right by where they stand.
  mutating func movePane(_ intent: Intent) {
    let panes =
      isPresenting ? [.sessions, .ranked] : Pane.allCases.filter { $0 != .heldBack || discovery.showsHeldBack }
    let layout = DiscoverLayout(self)
    let here = panes.firstIndex(of: discovery.focus) ?? 0
    switch intent {
    case .nextPane: discovery.focus(on: panes[(here + 1) % panes.count])
    case .previousPane: discovery.focus(on: panes[(here + panes.count - 1) % panes.count])
    case .paneLeft: discovery.focus(on: layout.neighbour(of: discovery.focus, step: -1) ?? discovery.focus)
    default: discovery.focus(on: layout.neighbour(of: discovery.focus, step: 1) ?? discovery.focus)
    }
  }

  /// Shows or hides the held-back list; where one pane fills the screen, goes there and back.
  mutating func toggleHeldBack() {
    if DiscoverLayout(self).showsOnePane {
      discovery.showsHeldBack = true
      discovery.focus(on: discovery.focus == .heldBack ? .ranked : .heldBack)
    } else {
      discovery.showsHeldBack.toggle()
      if !discovery.showsHeldBack, discovery.focus == .heldBack { discovery.focus(on: .ranked) }
    }
  }
}
