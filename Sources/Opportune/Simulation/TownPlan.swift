import Core
import Store

/// Makes the plan of a run from what a store holds.
struct TownPlan {
  /// What an operator may choose.
  struct Options {
    var seed: UInt64 = 1
    var sessionsPerDay = 480.0
    var scenario: Scenario?
    /// The imported stays instead of invented cars.
    var isRecorded = false
  }

  private let store: Store
  private let options: Options

  init(_ store: Store, _ options: Options) {
    self.store = store
    self.options = options
  }

  /// A run of invented cars.
  /// - Parameters:
  ///   - now: the town's clock. The run begins then, or ahead of its scenario's opening.
  ///   - length: how long it lasts from there on; nil is the scenario's own length, or one day.
  /// - Returns: the plan, and the instant from which on it is worth watching.
  func invented(from now: Timestamp, length: TimeSpan?) throws -> (plan: SimulationPlan, opening: Timestamp) {
    guard try !store.places().isEmpty else {
      throw Failure(
        .conflict, code: "no_places", "there is no car park to arrive at; import places, or use the demo with --demo")
    }
    let now = max(now, try store.lastInteraction() ?? now)
    let zone = try zone()
    let opening = options.scenario?.opening(after: now, zone: zone) ?? now
    let start = max(now, opening - (options.scenario == nil ? .hours(0) : Scenario.leadTime))
    let end = opening + (length ?? options.scenario?.length ?? .days(1))
    let plan = try plan(
      from: start, until: end, .invented(perDay: options.sessionsPerDay, initialShare: 1),
      acts: options.scenario?.acts(from: opening) ?? [])
    return (plan, opening)
  }

  /// A replay of imported stays.
  /// - Parameters:
  ///   - start: nil is the beginning of the first stay.
  ///   - end: nil is the end of the last one.
  func replayed(from start: Timestamp?, until end: Timestamp?) throws -> SimulationPlan {
    guard let span = try store.recordedSpan() else {
      throw Failure(.conflict, code: "no_sessions", "there is no imported session to replay; see 'import sessions'")
    }
    let (start, end) = (start ?? span.start, end ?? span.end)
    guard start < end else {
      throw InvalidInput(field: "--until", "must be after \(start.rfc3339), not \(end.rfc3339)")
    }
    if let last = try store.lastInteraction(), last > start {
      throw Failure(
        .conflict, code: "log_ahead",
        "the log goes up to \(last.rfc3339) already, and nothing is written before its end; replay from there with "
          + "--from, or into a fresh database")
    }
    let stays = try store.recordedStays(from: start, until: end)
    return try plan(from: start, until: end, .recorded(stays), acts: [])
  }

  private func plan(
    from start: Timestamp, until end: Timestamp, _ arrivals: SimulationPlan.Arrivals, acts: [Scenario.Act]
  ) throws -> SimulationPlan {
    let seed = store.world.seed
    var parked: [ParkedCar] = []
    if case .invented = arrivals { parked = try store.carsInTown(at: start) }
    return SimulationPlan(
      start: start, end: end, arrivals: arrivals, seed: options.seed, townSeed: seed, zone: try zone(),
      places: try store.places(), people: try store.people().map { SimulatedPerson(id: $0.id, townSeed: seed) },
      climate: try climate(at: start), parked: parked, acts: acts)
  }

  private func zone() throws -> ZoneTable {
    guard let zone = SystemZones.zones.table(store.world.zone) else {
      throw InvalidInput(field: "zone", "knows no time zone '\(store.world.zone)'")
    }
    return zone
  }

  /// The only climate the program carries is the demo town's.
  private func climate(at start: Timestamp) throws -> Climate? {
    store.world.kind == .demo && store.world.zone == Town.zone ? try Town(midnight: start).climate : nil
  }
}
