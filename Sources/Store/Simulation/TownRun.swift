import Core

/// One running town: a store, its simulation, and moments to go back to. Belongs to one thread, as its store does.
///
/// A demo lives in its own file; of a live database only a copy in memory is ever simulated. Whatever shows the town must
/// read ``store``, and whatever a human does there is told to the run, so that the simulator carries it on.
///
/// A bookmark is a snapshot of the whole database in a temporary file beside the simulation's value. Going back restores
/// both; nothing is run again, so that the time it takes does not depend on how long the town has lived.
package final class TownRun {
  /// Each takes as much room on the disk as the database itself.
  package static let mostBookmarks = 9

  /// Where the town lives.
  package let store: Store
  /// The database is live or its stays are replayed, and this is a copy in memory of it.
  package let isCopy: Bool
  package private(set) var bookmarks: [TownBookmark] = []

  private var simulation: Simulation<StoredWorld>
  /// By bookmark number; 0 is the start.
  private var saved: [Int: Saved] = [:]

  /// A moment with all that is needed to go on from it.
  private struct Saved {
    let snapshot: Snapshot
    let simulation: Simulation<StoredWorld>
  }

  /// Sets a town going.
  /// - Parameters:
  ///   - plan: a plan of this very store.
  ///   - opening: where the run is worth watching; what comes before that is run through at once.
  ///   - isCopy: whether the store is a copy in memory of a live one.
  ///   - progress: called with the part of the way to the opening that is done, 0 to 1.
  package init(
    _ plan: SimulationPlan, in store: Store, from opening: Timestamp, isCopy: Bool = false,
    progress: (Double) -> Void = { _ in }
  ) throws(StoreError) {
    self.store = store
    self.isCopy = isCopy
    simulation = Simulation(plan, in: StoredWorld(store))
    try SimulationRun.advance(&simulation, to: opening, in: store, progress: progress)
    saved[0] = Saved(snapshot: try store.snapshot(), simulation: simulation)
  }

  /// The town's clock.
  package var now: Timestamp { simulation.now }

  /// When the next thing will happen.
  package var nextEvent: Timestamp? { simulation.nextEvent }

  /// Cars in town.
  package var parked: Int { simulation.parked }

  /// What has happened since the start.
  package var report: SimulationReport { simulation.report }

  /// Lets time pass, in one transaction.
  /// - Parameters:
  ///   - instant: where the clock should stand afterwards.
  ///   - limit: how long this may work; when it is over, the clock stands where the work got to. Nil is without limit.
  /// - Returns: whether the clock got there.
  @discardableResult
  package func advance(to instant: Timestamp, for limit: Duration? = nil) throws(StoreError) -> Bool {
    guard let next = nextEvent, next < instant else {
      // Nothing is due: the clock goes on without a transaction.
      return try simulation.advance(to: instant)
    }
    let deadline = limit.map { ContinuousClock.now + $0 }
    return try write { simulation throws(StoreError) in
      try simulation.advance(to: instant) { deadline.map { ContinuousClock.now < $0 } ?? true }
    }
  }

  /// Lets the next thing happen that somebody in town would notice; the clock stands there afterwards.
  /// - Returns: nil if nothing will ever happen again.
  @discardableResult
  package func step() throws(StoreError) -> TownEvent? {
    try write { simulation throws(StoreError) in
      while let event = try simulation.step() {
        if !event.kind.isQuiet { return event }
      }
      return nil
    }
  }

  /// Does what an operator asks, now.
  package func perform(_ intervention: Intervention) throws(StoreError) {
    try write { simulation throws(StoreError) in try simulation.perform(intervention) }
  }

  /// From now on a human decides for a session's driver.
  /// - Returns: false for a car that is not in town.
  @discardableResult
  package func takeOver(_ session: ParkingSession.ID) -> Bool { simulation.takeOver(session) }

  /// The driver decides again.
  package func handBack(_ session: ParkingSession.ID) { simulation.handBack(session) }

  /// Whether a human decides for a session's driver.
  package func isTakenOver(_ session: ParkingSession.ID) -> Bool { simulation.isTakenOver(session) }

  /// A human accepted an offer for a driver, who now walks there and uses it.
  package func accepted(_ claim: Claim, in session: ParkingSession.ID) throws(StoreError) {
    let offer = try store.offer(claim.offerID)
    let walk = Walk(from: try store.session(session).position, to: offer.position)
    simulation.accepted(Errand(claim.id, of: offer, walk: walk), in: session)
  }

  /// A human paid for more time: the car stays for it.
  package func extended(_ session: ParkingSession.ID, until end: Timestamp) { simulation.extended(session, until: end) }

  /// A human ended a session: its car has gone.
  package func left(_ session: ParkingSession.ID) { simulation.left(session) }

  /// Marks this moment, to come back to it.
  /// - Throws: ``StoreError/exhausted(code:sentence:)`` when there are ``mostBookmarks`` already.
  @discardableResult
  package func bookmark(_ title: String) throws(StoreError) -> TownBookmark {
    guard bookmarks.count < Self.mostBookmarks else {
      throw .exhausted(
        code: "bookmarks", sentence: "there are \(Self.mostBookmarks) bookmarks already; remove one first")
    }
    let number = (bookmarks.last?.number ?? 0) + 1
    saved[number] = Saved(snapshot: try store.snapshot(), simulation: simulation)
    let bookmark = TownBookmark(number: number, title: title, at: now, hash: report.hash)
    bookmarks.append(bookmark)
    return bookmark
  }

  /// Forgets a bookmark.
  package func remove(_ bookmark: TownBookmark) {
    bookmarks.removeAll { $0.number == bookmark.number }
    saved[bookmark.number] = nil
  }

  /// Goes back, or forward again, to a marked moment: the town is as it was then, and with the same seed goes on as it did.
  package func go(to bookmark: TownBookmark) throws(StoreError) { try restore(bookmark.number) }

  /// Everything since the start is undone.
  package func backToStart() throws(StoreError) { try restore(0) }

  private func restore(_ number: Int) throws(StoreError) {
    guard let moment = saved[number] else { throw .notFound(what: "bookmark", name: String(number)) }
    try store.restore(moment.snapshot)
    simulation = moment.simulation
  }

  /// The simulation goes into a transaction and comes out of it changed, or not at all.
  private func write<Result>(
    _ body: (inout Simulation<StoredWorld>) throws(StoreError) -> Result
  ) throws(StoreError) -> Result {
    var changed = simulation
    let result = try store.write { () throws(StoreError) in try body(&changed) }
    simulation = changed
    return result
  }
}
