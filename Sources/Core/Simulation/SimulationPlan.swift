/// Everything a run depends on; the same plan on the same world gives the same events.
package struct SimulationPlan: Sendable {
  /// Where cars come from.
  package enum Arrivals: Sendable {
    /// By hour and weekday. The run begins with `initialShare` of `perDay` and grows evenly to all of it by its end.
    case invented(perDay: Double, initialShare: Double)
    /// Stays that are stored already, in the order of their starts. Cars invented beside them, after
    /// ``Intervention/arrivals(perDay:)``, have drivers without a name.
    case recorded([RecordedStay])
  }

  package let start: Timestamp
  package let end: Timestamp
  package let arrivals: Arrivals
  /// What chance is drawn from.
  package let seed: UInt64
  /// What the people, and how popular partners are, follow from: the world's own seed.
  package let townSeed: UInt64
  package let zone: ZoneTable
  package let places: [Place]
  package let people: [SimulatedPerson]
  package let climate: Climate?
  /// Share of cars whose drivers are not known by name.
  package let anonymousShare: Double
  /// Cars that are in town already when the run begins: nobody is in two places.
  package let parked: [ParkedCar]
  /// What an operator will do, and when.
  package let acts: [Scenario.Act]

  package init(
    start: Timestamp, end: Timestamp, arrivals: Arrivals, seed: UInt64, townSeed: UInt64, zone: ZoneTable,
    places: [Place], people: [SimulatedPerson], climate: Climate? = nil, anonymousShare: Double = 0.3,
    parked: [ParkedCar] = [], acts: [Scenario.Act] = []
  ) {
    self.start = start
    self.end = end
    self.arrivals = arrivals
    self.seed = seed
    self.townSeed = townSeed
    self.zone = zone
    self.places = places
    self.people = people
    self.climate = climate
    self.anonymousShare = anonymousShare
    self.parked = parked
    self.acts = acts
  }

  /// Invented arrivals a day expected around an instant.
  func rate(at instant: Timestamp) -> Double {
    guard case .invented(let perDay, let initialShare) = arrivals else { return 0 }
    let length = (end - start).days
    let done = length > 0 ? min(1, max(0, (instant - start).days / length)) : 1
    return perDay * (initialShare + (1 - initialShare) * done)
  }

  /// The stays that are stored already; none where arrivals are invented.
  var recorded: [RecordedStay] {
    if case .recorded(let stays) = arrivals { stays } else { [] }
  }
}
