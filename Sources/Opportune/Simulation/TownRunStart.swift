import Core
import Store

extension TownRun {
  /// How long a run may last.
  private static let length = TimeSpan.days(3650)

  /// Sets a town going at its clock, or at the opening of a scenario: what comes before that is run through at once.
  /// - Parameters:
  ///   - opened: the database; of a live one, of one that must not be written, and for a replay of its stays, only a copy in
  ///     memory is simulated.
  ///   - now: the town's clock.
  ///   - progress: called with the part of the way to a scenario's opening that is done, 0 to 1.
  /// - Throws: ``Failure`` where there is no car park to arrive at.
  convenience init(
    _ opened: Store, _ options: TownPlan.Options = TownPlan.Options(), now: Timestamp,
    progress: (Double) -> Void = { _ in }
  ) throws {
    let isCopy = opened.world.kind == .live || opened.isReadOnly || options.isRecorded
    let store = isCopy ? try opened.copyInMemory(zones: SystemZones.zones) : opened
    let plans = TownPlan(store, options)
    let (plan, opening) =
      options.isRecorded
      ? try plans.replayed(from: nil, until: nil).withOpening : try plans.invented(from: now, length: Self.length)
    try self.init(plan, in: store, from: opening, isCopy: isCopy, progress: progress)
  }
}

extension SimulationPlan {
  /// A plan that is worth watching from its beginning.
  fileprivate var withOpening: (plan: SimulationPlan, opening: Timestamp) { (self, start) }
}
