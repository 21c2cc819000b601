import Core

extension Store {
  /// Beyond this a demo's log is too old for the machine's clock: its parked people would all be gone.
  private static let freshness = TimeSpan.hours(6)

  /// What the town's own clock shows, where nobody has fixed one.
  ///
  /// A demo keeps its own time: if its log ends in the future of the machine's clock, because it was simulated ahead, or
  /// more than six hours in its past, because it was made a while ago, the town's clock stands at the end of the log.
  /// Otherwise, and in a live world always, it is the machine's clock. Plan: the log's primary key, from its end.
  package func townClock(machine: Timestamp) throws(StoreError) -> Timestamp {
    guard world.kind == .demo, let last = try lastInteraction() else { return machine }
    return last > machine || last < machine - Self.freshness ? last : machine
  }
}
