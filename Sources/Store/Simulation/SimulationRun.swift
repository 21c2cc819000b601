import Core

/// Runs a simulation into a store, some hours of town time to a transaction.
package enum SimulationRun {
  /// Town time written at once: enough that flushing costs little, little enough that the log file stays small.
  private static let stretch = TimeSpan.hours(6)

  /// Lets a whole plan happen.
  /// - Parameter progress: called after each stretch with the part that is done, 0 to 1.
  package static func run(
    _ plan: SimulationPlan, in store: Store, progress: (Double) -> Void
  ) throws(StoreError) -> Simulation<StoredWorld> {
    var simulation = Simulation(plan, in: StoredWorld(store))
    try advance(&simulation, to: plan.end, in: store, progress: progress)
    return simulation
  }

  /// Lets time pass up to an instant.
  package static func advance(
    _ simulation: inout Simulation<StoredWorld>, to end: Timestamp, in store: Store, progress: (Double) -> Void
  ) throws(StoreError) {
    let start = simulation.now
    let length = Double(max(1, (end - start).milliseconds))
    while simulation.now < end {
      // The run is a value: it goes into the transaction and comes out of it one stretch further.
      let before = simulation
      simulation = try store.write { () throws(StoreError) in
        var stretch = before
        try stretch.advance(to: min(end, before.now + Self.stretch))
        return stretch
      }
      progress(Double((simulation.now - start).milliseconds) / length)
    }
  }
}
