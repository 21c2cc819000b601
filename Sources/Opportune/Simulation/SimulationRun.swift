import Core
import Store

/// Runs a simulation into a store, some hours of town time to a transaction.
struct SimulationRun {
  private let plan: SimulationPlan
  private let store: Store

  /// Town time written at once: enough that flushing costs little, little enough that the log file stays small.
  private static let stretch = TimeSpan.hours(3)

  init(_ plan: SimulationPlan, in store: Store) {
    self.plan = plan
    self.store = store
  }

  /// Lets the whole plan happen.
  /// - Parameter progress: called after each stretch with the part that is done, 0 to 1.
  func run(progress: (Double) -> Void) throws(StoreError) -> SimulationReport {
    var simulation = Simulation(plan, in: StoredWorld(store))
    let length = Double(max(1, (plan.end - plan.start).milliseconds))
    while !simulation.isFinished {
      // The run is a value: it goes into the transaction and comes out of it one stretch further.
      let before = simulation
      simulation = try store.write { () throws(StoreError) in
        var stretch = before
        try stretch.advance(to: before.now + Self.stretch)
        return stretch
      }
      progress(Double((simulation.now - plan.start).milliseconds) / length)
    }
    return simulation.report
  }
}
