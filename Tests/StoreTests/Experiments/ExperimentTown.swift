import Core
import Testing

@testable import Store

/// A town with an experiment between an offer as it is and the same with another value.
struct ExperimentTown {
  let town: TestTown
  let offer: Offer
  let experiment: Experiment

  var store: Store { town.store }

  /// - Parameters:
  ///   - start: whether it runs.
  ///   - change: makes the design special.
  init(start: Bool = true, change: (inout ExperimentDesign) -> Void = { _ in }) throws {
    let town = try TestTown()
    let offer = try town.offer()
    var design = Self.design(of: offer)
    change(&design)
    let draft = try town.store.createExperiment(design, by: TestTown.ana, now: TestTown.noon)
    self.town = town
    self.offer = offer
    experiment = start ? try town.store.startExperiment(draft.id, by: TestTown.ana, now: TestTown.noon) : draft
  }

  /// 20 % as it is against 60 %, half and half.
  static func design(of offer: Offer) -> ExperimentDesign {
    let wording = ArmWording(title: "Sunset feast", value: ValueProposition(discountPercent: 60))
    return ExperimentDesign(
      name: "bigger",
      arms: [
        ExperimentArm(name: "as it is", content: .offer(offer.id), weight: 0.5),
        ExperimentArm(name: "bigger", content: .variant(offer.id, wording), weight: 0.5),
      ], baseline: 0.1, effect: 0.02, plannedPerArm: 3841)
  }

  /// People of an arm, as many as asked for, each with a session.
  func people(_ count: Int, in arm: Int?) throws -> [(person: Person, session: ParkingSession)] {
    var people: [(person: Person, session: ParkingSession)] = []
    while people.count < count {
      let person = try town.person()
      let now = try store.experiment(experiment.id)
      let own = now.phase.flatMap { $0.arm(of: "\(person.id)", in: now.design.namespace) }
      if own == arm { people.append((person, try town.session(person))) }
    }
    return people
  }

  /// Shows a session what there is.
  @discardableResult
  func discover(
    _ session: ParkingSession, limit: Int = 10, now: Timestamp = TestTown.noon
  ) throws -> DiscoverDocument {
    try store.discover(session: session.id, options: DiscoverOptions(limit: limit), now: now)
  }

  /// What was counted of each arm in all.
  func totals() throws -> [ArmCounts] {
    let record = try store.experimentRecord(experiment.id)
    return record.days.reduce(record.experiment.design.arms.map { _ in ArmCounts() }) { zip($0, $1.arms).map(+) }
  }
}
