import Core

/// The Discover screen's part of the state: the last board, and what is selected in it, by id.
package struct DiscoveryState: Equatable, Sendable {
  package private(set) var board: DiscoverBoard?
  /// The pane with the keyboard.
  package private(set) var focus = Pane.sessions
  /// The pane with the keyboard takes the whole screen.
  package var isZoomed = false
  package var showsHeldBack = true

  package private(set) var selectedSessionID: ParkingSession.ID?
  package private(set) var selectedOfferID: Offer.ID?
  package private(set) var selectedHeldBackID: Offer.ID?
  package private(set) var selectedEventID: Interaction.ID?

  /// What the list of sessions is narrowed to; empty is no filter.
  package var filter = TextEntry(limit: 60)
  /// The keyboard types into the filter.
  package var isFiltering = false

  package var marks = ChangeMarks()
  package var reloads = Reloads()
  /// Why the last read failed.
  package var failure: String?

  /// The session whose offers are selected in the two lists.
  private var rankedSessionID: ParkingSession.ID?

  /// Where the selected session stood in the list, for the time when it is gone.
  private var lastSessionRow = 0

  package init() {}

  /// The sessions the list shows.
  package var sessions: [DiscoverBoard.SessionRow] {
    guard let board else { return [] }
    let words = filter.text.lowercased().split(separator: " ")
    guard !words.isEmpty else { return board.sessions }
    return board.sessions.filter { row in
      let text = "\(row.personName ?? "") \(row.session.placeName) \(row.session.id)".lowercased()
      return words.allSatisfy { text.contains($0) }
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
    return board?.sessions.first { $0.session.id == selectedSessionID }?.session
  }

  /// How the session's person is spoken of.
  package var personName: String {
    if let name = document?.personName { return name }
    if let row = board?.sessions.first(where: { $0.session.id == selectedSessionID }), let name = row.personName {
      return name
    }
    return selectedSessionID.map { "the driver of session \($0)" } ?? "nobody"
  }

  /// Takes in a board. Selections stay on what they were on, wherever it stands now.
  package mutating func show(_ new: DiscoverBoard, at now: Timestamp) {
    if let old = board { marks.mark(changesFrom: old, to: new, at: now) }
    board = new
    failure = nil
    if selectedSessionID == nil {
      selectedSessionID = new.selected?.context.session.id ?? new.sessions.first?.session.id
    }
    settleSelections()
  }

  /// Takes only the ranking of a board, for a view that is held still.
  package mutating func show(onlyRankingOf new: DiscoverBoard) {
    board?.selected = new.selected
    settleSelections()
  }

  /// The same with the session that was ranked last, for drawing until the selected one is.
  package var withLastRanking: DiscoveryState {
    var last = self
    if document == nil, let ranked = board?.selected?.context.session.id { last.selectedSessionID = ranked }
    return last
  }

  /// Selects a session. True if its ranking has yet to be read.
  package mutating func select(_ id: ParkingSession.ID) -> Bool {
    guard id != selectedSessionID else { return false }
    selectedSessionID = id
    settleSelections()
    return document == nil
  }

  /// Selects an offer of the ranked list.
  package mutating func select(ranked id: Offer.ID) { selectedOfferID = id }

  /// Selects an offer of the held-back list.
  package mutating func select(heldBack id: Offer.ID) { selectedHeldBackID = id }

  /// Selects an event of the stream.
  package mutating func select(event id: Interaction.ID) { selectedEventID = id }

  /// Gives the keyboard to a pane. The stream follows the newest event until the keyboard is in it.
  package mutating func focus(on pane: Pane) {
    focus = pane
    selectedEventID = pane == .stream ? selectedEventID ?? board?.stream.first?.id : nil
  }

  /// Where the selection stands in a pane's list and how long that is; the map has the ranked offers.
  package func selection(in pane: Pane) -> (row: Int?, count: Int) {
    switch pane {
    case .sessions:
      let rows = sessions
      return (rows.firstIndex { $0.session.id == selectedSessionID }, rows.count)
    case .ranked, .map:
      let ranked = document?.ranking.ranked ?? []
      return (ranked.firstIndex { $0.offer.id == selectedOfferID }, ranked.count)
    case .heldBack:
      let held = document?.ranking.heldBack ?? []
      return (held.firstIndex { $0.offer.id == selectedHeldBackID }, held.count)
    case .stream:
      let stream = board?.stream ?? []
      return (stream.firstIndex { $0.id == selectedEventID }, stream.count)
    }
  }

  /// Where moving starts from: the selected row, or where the session that is gone once stood.
  package func startingRow(in pane: Pane) -> Int? {
    let (row, count) = selection(in: pane)
    if let row { return row }
    return pane == .sessions && count > 0 ? min(lastSessionRow, count) - 1 : nil
  }

  /// Keeps a selected id that is still there, and gives each list without one its first row. The session stays as long
  /// as there is anything to show of it.
  private mutating func settleSelections() {
    if let row = selection(in: .sessions).row {
      lastSessionRow = row
    } else if session == nil, let board, !board.sessions.isEmpty {
      selectedSessionID = board.sessions[min(lastSessionRow, board.sessions.count - 1)].session.id
    }
    if let document {
      // Another session's ranking starts at its best offer.
      let isAnother = rankedSessionID != document.context.session.id
      rankedSessionID = document.context.session.id
      if isAnother || rankedOffer == nil { selectedOfferID = document.ranking.ranked.first?.offer.id }
      if isAnother || heldBackOffer == nil { selectedHeldBackID = document.ranking.heldBack.first?.offer.id }
    }
    if selection(in: .stream).row == nil { selectedEventID = nil }
  }
}
