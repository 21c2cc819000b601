/// What happened in a run.
package struct SimulationReport: Hashable, Sendable {
  package internal(set) var events = 0
  /// Everything that happened, in order, as one number.
  package internal(set) var hash = EventHash()
  /// Cars that came, invented or recorded.
  package internal(set) var sessions = 0
  package internal(set) var impressions = 0
  package internal(set) var views = 0
  package internal(set) var acceptances = 0
  package internal(set) var dismissals = 0
  package internal(set) var redemptions = 0
  package internal(set) var expiries = 0
  /// Meters that were paid for longer, by a claim or by the driver.
  package internal(set) var extensions = 0
  /// Places that guests without the program took.
  package internal(set) var guests = 0
  /// Worth of what was redeemed, in minor units.
  package internal(set) var valueDeliveredCents: Int64 = 0
  /// Over all decisions, by first reason.
  package internal(set) var heldBackCounts: [HeldBackCode: Int] = [:]

  package init() {}
}
