import Core

extension State {
  /// Shows Discover to a room, or as it was.
  mutating func togglePresentation() -> [Effect] {
    isPresenting ? leavePresentation() : beginPresentation()
  }

  private mutating func beginPresentation() -> [Effect] {
    isPresenting = true
    discovery.hideNames()
    discovery.isZoomed = false
    if discovery.focus != .ranked { discovery.focus(on: .sessions) }
    // What was said before may hold a name.
    notices = []
    notify(.information, "P or esc leaves the presentation")
    return []
  }

  /// Goes on with another driver once the one who is shown to a room has driven off: one with about an hour left, who has
  /// much to choose from.
  mutating func presentAnother() -> [Effect] {
    guard showsPresentation, let session = discovery.session, session.hasEnded(at: now) else { return [] }
    let parked = discovery.sessionTable.all.filter { !$0.session.hasEnded(at: now) }
    let next = parked.min { abs($0.session.minutesLeft(at: now) - 60) < abs($1.session.minutesLeft(at: now) - 60) }
    return next.map { discovery.select($0.session.id) ? reload([]) : [] } ?? []
  }

  /// Back to the usual screen; the names are read anew.
  mutating func leavePresentation() -> [Effect] {
    isPresenting = false
    // What was said to the room holds no longer.
    notices = []
    discovery.showNames()
    return reload([.sessions, .people])
  }
}

extension DiscoverBoard {
  /// The same with a number in place of every person's name.
  package var withoutNames: DiscoverBoard {
    var board = self
    board.sessions = sessions.map { row in
      SessionRow(
        session: row.session, personName: row.personName.map { _ in Self.pseudonym(of: row.session.id) })
    }
    board.selected = selected.map { document in
      let id = document.context.session.id
      return DiscoverDocument(
        context: document.context, decisionID: document.decisionID, profile: document.profile,
        ranking: document.ranking, partnerNames: document.partnerNames,
        personName: document.personName.map { _ in Self.pseudonym(of: id) }, comparison: document.comparison)
    }
    return board
  }

  /// What somebody is called whose name is hidden.
  private static func pseudonym(of session: ParkingSession.ID) -> String { "Driver \(session)" }
}
