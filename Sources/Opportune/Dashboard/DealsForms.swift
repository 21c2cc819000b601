import Core
import Store
import TUI

/// What the forms and steps of the Rules screen ask of the database, as whoever acts.
struct DealsForms {
  private let store: Store
  private let actor: Actor
  private let now: Timestamp

  init(_ store: Store, by actor: Actor, now: Timestamp) {
    self.store = store
    self.actor = actor
    self.now = now
  }

  /// Carries out an order.
  func answer(_ job: Job, _ order: DealsOrder) throws -> Action {
    .failed(job, "rules cannot be kept yet")
  }
}
