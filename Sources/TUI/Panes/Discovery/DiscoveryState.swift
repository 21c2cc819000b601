import Core

/// The Discover screen's part of the state: the last board, and what is selected in it, by id.
package struct DiscoveryState: Equatable, Sendable {
  package private(set) var board: DiscoverBoard?
  /// The pane with the keyboard.
  package private(set) var focus = Pane.sessions
  /// The pane with the keyboard takes the whole screen.
  package var isZoomed = false
  package var showsHeldBack = true
  /// What the ranking supposes; nil shows it as it is.
  package internal(set) var whatIf: WhatIf?

  package private(set) var sessionTable = TableState<DiscoverBoard.SessionRow>()
  package private(set) var rankedTable = TableState<RankedRow>()
  package private(set) var heldBackTable = TableState<HeldBackRow>()
  package private(set) var streamTable = TableState<DiscoverBoard.StreamEvent>()

  package var marks = ChangeMarks()
  package var reloads = Reloads<BoardRequest>()
  /// Why the last read failed.
  package var failure: String?

  /// Numbers stand in place of people's names.
  private var hidesNames = false

  /// When, by the machine's clock, rows last took the places they really have.
  private var settledAt: Timestamp?

  /// The session whose offers are selected in the two lists.
  private var rankedSessionID: ParkingSession.ID?

  /// A session that was followed from elsewhere and, once it is read, the offer to select in its ranking.
  private var awaited: Awaited?

  private struct Awaited: Equatable, Sendable {
    let sessionID: ParkingSession.ID
    let offerID: Offer.ID?
  }

  package init() {}

  package var selectedSessionID: ParkingSession.ID? { sessionTable.selectedID }
  package var selectedOfferID: Offer.ID? { rankedTable.selectedID }
  package var selectedHeldBackID: Offer.ID? { heldBackTable.selectedID }
  package var selectedEventID: Interaction.ID? { streamTable.selectedID }

  /// The sessions the list shows.
  package var sessions: [DiscoverBoard.SessionRow] { sessionTable.rows }

  /// The keyboard types into the filter of the list that has it.
  package var isFiltering: Bool { self[table: focus].isFiltering }

  /// The list of a pane, whatever its rows are; the map has the ranked offers.
  package subscript(table pane: Pane) -> any TableControl {
    get {
      switch pane {
      case .sessions: sessionTable
      case .ranked, .map: rankedTable
      case .heldBack: heldBackTable
      case .stream: streamTable
      }
    }
    set {
      switch newValue {
      case let table as TableState<DiscoverBoard.SessionRow>: sessionTable = table
      case let table as TableState<RankedRow>: rankedTable = table
      case let table as TableState<HeldBackRow>: heldBackTable = table
      case let table as TableState<DiscoverBoard.StreamEvent>: streamTable = table
      default: break
      }
    }
  }

  /// The ranking of the selected session; nil while it is being read.
  package var document: DiscoverDocument? {
    guard let document = board?.selected, document.context.session.id == selectedSessionID else { return nil }
    return document
  }

  /// The offer the keyboard is on among the ranked ones.
  package var rankedOffer: RankedOffer? {
    document?.ranking.ranked.first { $0.offer.id == selectedOfferID }
  }

  /// The offer the keyboard is on among the held-back ones.
  package var heldBackOffer: HeldBackOffer? {
    document?.ranking.heldBack.first { $0.offer.id == selectedHeldBackID }
  }

  /// The selected session, also when it has left the list.
  package var session: ParkingSession? {
    if let document { return document.context.session }
    return selectedSessionRow?.session
  }

  /// How the session's person is spoken of.
  package var personName: String {
    if let name = document?.personName { return name }
    if let name = selectedSessionRow?.personName { return name }
    return selectedSessionID.map { "the driver of session \($0)" } ?? "nobody"
  }

  /// The name of a parked person; nil for an anonymous driver and for who is not parked.
  func name(of session: ParkingSession.ID) -> String? {
    sessionTable.all.first { $0.session.id == session }?.personName
  }

  /// What to read for the screen as it is now.
  func request(_ topics: Set<Topic>, includesDay: Bool) -> BoardRequest {
    BoardRequest(sessionID: selectedSessionID, topics: topics, whatIf: whatIf, includesDay: includesDay)
  }

  /// The selected session's row, also when a filter hides it.
  private var selectedSessionRow: DiscoverBoard.SessionRow? {
    sessionTable.selected ?? sessionTable.all.first { $0.session.id == selectedSessionID }
  }

  /// Takes in a board. Selections stay on what they were on, wherever it stands now.
  /// - Parameter isHasty: many such boards come in a second: rows keep their places for a moment, and nothing is marked,
  ///   because everything changes.
  package mutating func show(_ board: DiscoverBoard, at now: Timestamp, isHasty: Bool = false) {
    let new = hidesNames ? board.withoutNames : board
    if let old = self.board, !isHasty { marks.mark(changesFrom: old, to: new, at: now) }
    let day = self.board?.day
    self.board = new
    // Until the Overview is looked at again it has its last numbers.
    if new.day == nil { self.board?.day = day }
    failure = nil
    if isHasty, let settledAt, now >= settledAt, now - settledAt < CalmRows.pause {
      sessionTable.show(CalmRows.held(sessionTable.all, new.sessions))
    } else {
      settledAt = now
      sessionTable.show(new.sessions)
      streamTable.show(new.stream)
    }
    if selectedSessionID == nil {
      sessionTable.select(new.selected?.context.session.id ?? new.sessions.first?.session.id)
    }
    settleSelections()
  }

  /// Looks at no session: the next board that is read without one brings another.
  mutating func deselectSession() { sessionTable.select(nil) }

  /// From now on nobody's name is shown.
  mutating func hideNames() {
    hidesNames = true
    guard let hidden = board?.withoutNames else { return }
    board = hidden
    sessionTable.show(hidden.sessions)
  }

  /// Names are shown again as soon as they are read.
  mutating func showNames() { hidesNames = false }

  /// Takes only the ranking of a board, for a view that is held still.
  package mutating func show(onlyRankingOf new: DiscoverBoard) {
    board?.selected = (hidesNames ? new.withoutNames : new).selected
    settleSelections()
  }

  /// The same with the session that was ranked last, for drawing until the selected one is.
  package var withLastRanking: DiscoveryState {
    var last = self
    if document == nil, let ranked = board?.selected?.context.session.id { last.sessionTable.select(ranked) }
    return last
  }

  /// Selects a session. True if its ranking has yet to be read.
  package mutating func select(_ id: ParkingSession.ID) -> Bool {
    guard id != selectedSessionID else { return false }
    sessionTable.select(id)
    settleSelections()
    return document == nil
  }

  /// Selects a session that need not be in the list, as one that has ended. True if its ranking has yet to be read.
  /// - Parameter offer: what to select in its ranking; nil is the best.
  package mutating func follow(_ id: ParkingSession.ID, offer: Offer.ID? = nil) -> Bool {
    awaited = Awaited(sessionID: id, offerID: offer)
    if id == selectedSessionID, document != nil {
      awaited = nil
      if let offer { rankedTable.select(offer) }
      return false
    }
    return select(id) || document == nil
  }

  /// The session that was followed has been read; if it is not there, another takes its place.
  package mutating func stopAwaiting(_ id: ParkingSession.ID?) {
    guard let awaited, awaited.sessionID == id else { return }
    self.awaited = nil
    settleSelections()
  }

  /// Selects an offer of the ranked list.
  package mutating func select(ranked id: Offer.ID) { rankedTable.select(id) }

  /// Selects an offer of the held-back list.
  package mutating func select(heldBack id: Offer.ID) { heldBackTable.select(id) }

  /// Selects an event of the stream.
  package mutating func select(event id: Interaction.ID) { streamTable.select(id) }

  /// Gives the keyboard to a pane. The stream follows the newest event until the keyboard is in it.
  package mutating func focus(on pane: Pane) {
    focus = pane
    streamTable.select(pane == .stream ? selectedEventID ?? streamTable.rows.first?.id : nil)
  }

  /// Where the selection stands in a pane's list and how long that is; nothing is ranked while it is being read.
  package func selection(in pane: Pane) -> (row: Int?, count: Int) {
    let table = self[table: pane]
    let isRead = pane == .sessions || pane == .stream || document != nil
    return isRead ? (table.selectedRow, table.count) : (nil, 0)
  }

  /// Keeps a selected id that is still there, and gives each list without one its first row. The session stays as long
  /// as there is anything to show of it.
  private mutating func settleSelections() {
    let isAwaited = awaited != nil && awaited?.sessionID == selectedSessionID
    if sessionTable.selectedRow == nil, session == nil, !isAwaited, let row = sessionTable.startingRow {
      sessionTable.select(row: row)
    }
    if let document {
      // Another session's ranking starts at its best offer.
      let isAnother = rankedSessionID != document.context.session.id
      rankedSessionID = document.context.session.id
      let names = document.partnerNames
      func partner(_ offer: Offer) -> String { names[offer.partnerID] ?? "partner \(offer.partnerID)" }
      rankedTable.show(
        document.ranking.ranked.map { RankedRow(offer: $0, partnerName: partner($0.offer)) })
      heldBackTable.show(
        document.ranking.heldBack.map { HeldBackRow(offer: $0, partnerName: partner($0.offer)) })
      if let offer = awaited?.offerID, isAwaited { rankedTable.select(offer) }
      if (isAnother && !isAwaited) || rankedOffer == nil { rankedTable.select(rankedTable.rows.first?.id) }
      if isAnother || heldBackOffer == nil { heldBackTable.select(heldBackTable.rows.first?.id) }
    }
    if streamTable.selectedRow == nil { streamTable.select(nil) }
  }
}
