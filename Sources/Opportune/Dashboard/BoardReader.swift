import Core
import Store
import TUI

/// Reads what the screens show.
struct BoardReader {
  private let store: Store
  private let actor: Actor

  /// Sessions that are looked through for one that has something to show.
  private static let tries = 40

  /// - Parameter actor: whoever looks; for a partner there is only what is its own.
  init(_ store: Store, for actor: Actor) {
    self.store = store
    self.actor = actor
  }

  /// What a request asks for.
  func board(_ request: BoardRequest, now: Timestamp) throws(StoreError) -> DiscoverBoard {
    try board(
      session: request.sessionID, now: now, whatIf: request.whatIf ?? WhatIf(), includesDay: request.includesDay)
  }

  /// The board around a session; without one, around the first that has anything ranked.
  func board(
    session: ParkingSession.ID?, now: Timestamp, whatIf: WhatIf = WhatIf(), includesDay: Bool = false
  ) throws(StoreError) -> DiscoverBoard {
    if actor.role == .partner { return try store.partnerTown(for: actor, now: now) }
    let options = DiscoverOptions(whatIf: whatIf)
    if let session {
      do {
        return try store.board(session: session, now: now, options: options, includesDay: includesDay)
      } catch {
        // The session was erased meanwhile: its place is taken by another.
        guard case .notFound = error else { throw error }
      }
    }
    return try store.board(
      session: try firstWithOffers(now), now: now, options: options, includesDay: includesDay)
  }

  /// A person known by name is worth more to look at than an anonymous driver.
  private func firstWithOffers(_ now: Timestamp) throws(StoreError) -> ParkingSession.ID? {
    let active = try store.sessions(activeAt: now, limit: Self.tries)
    let options = DiscoverOptions(limit: 3, dryRun: true)
    var best: (id: ParkingSession.ID, count: Int)?
    for session in active.filter({ $0.personID != nil }) + active.filter({ $0.personID == nil }) {
      let count = try store.discover(session: session.id, options: options, now: now).ranking.ranked.count
      if count > best?.count ?? 0 { best = (session.id, count) }
      if count == options.limit { break }
    }
    return best?.id
  }
}
