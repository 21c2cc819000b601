/// Everything a run depends on; the same plan on the same world gives the same events.
package struct SimulationPlan: Sendable {
  package let start: Timestamp
  package let end: Timestamp
  package let sessionsPerDay: Double
  /// Share of `sessionsPerDay` with which the run begins; it grows evenly to all of it by the end.
  package let initialShare: Double
  package let seed: UInt64
  package let zone: ZoneTable
  package let places: [Place]
  package let people: [SimulatedPerson]
  package let categories: [String]
  package let climate: Climate?
  /// Share of cars whose drivers are not known by name.
  package let anonymousShare: Double
  /// People who are parked already when the run begins, and until when: nobody is in two places.
  package let parked: [Person.ID: Timestamp]

  package init(
    start: Timestamp, end: Timestamp, sessionsPerDay: Double, initialShare: Double = 1, seed: UInt64,
    zone: ZoneTable, places: [Place], people: [SimulatedPerson], categories: [String], climate: Climate?,
    anonymousShare: Double = 0.3, parked: [Person.ID: Timestamp] = [:]
  ) {
    self.start = start
    self.end = end
    self.sessionsPerDay = sessionsPerDay
    self.initialShare = initialShare
    self.seed = seed
    self.zone = zone
    self.places = places
    self.people = people
    self.categories = categories
    self.climate = climate
    self.anonymousShare = anonymousShare
    self.parked = parked
  }

  /// Arrivals a day expected around an instant.
  func rate(at instant: Timestamp) -> Double {
    let length = (end - start).days
    let done = length > 0 ? min(1, max(0, (instant - start).days / length)) : 1
    return sessionsPerDay * (initialShare + (1 - initialShare) * done)
  }
}
