/// What happened in a run.
package struct SimulationReport: Hashable, Sendable {
  package internal(set) var events = 0
  package internal(set) var sessions = 0
  package internal(set) var impressions = 0
  package internal(set) var views = 0
  package internal(set) var acceptances = 0
  package internal(set) var dismissals = 0
  package internal(set) var redemptions = 0
  package internal(set) var expiries = 0
  /// Worth of what was redeemed, in minor units.
  package internal(set) var valueDeliveredCents: Int64 = 0
  /// Over all decisions, by first reason.
  package internal(set) var heldBackCounts: [HeldBackCode: Int] = [:]

  package init() {}
}
