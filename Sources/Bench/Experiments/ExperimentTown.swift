import Core
import Glibc
import Store

/// A file with 1,000 experiments of a month, one of which counted 50,000 people one by one. Made once a run.
final class ExperimentTown: Sendable {
  static let experiments = 1000
  static let assignments = 50_000
  static let days = 30

  private let path: String
  /// The one whose people came one by one, and one of a million people counted by day.
  let small: Experiment.ID
  let large: Experiment.ID

  /// The one file of all benchmarks that need it.
  static let shared = Result { try ExperimentTown() }

  private init() throws {
    try Folder.make()
    path = "\(Folder.path)/work-\(getpid())-experiments.db"
    for suffix in ["", "-wal", "-shm"] { unlink(path + suffix) }
    Complaints.write("making \(Self.experiments) experiments of a month")
    let centre = try Coordinate(
      latitude: 19.29, longitude: -81.38, latitudeField: "latitude", longitudeField: "longitude")
    let store = try Store.create(
      at: path, kind: .demo, name: "City", zone: "America/Cayman", centre: centre, seed: 1,
      now: Moment.now - .days(40), zones: Moment.zones)
    var random = SeededGenerator(seed: 5)
    var made: [Experiment.ID] = []
    for number in 1...Self.experiments {
      // The second has a million people, the others a few thousand.
      let people: Int64 = number == 2 ? 1_000_000 : 7000
      made.append(try Self.make(number, people: number == 1 ? nil : people, in: store, &random))
    }
    (small, large) = (made[0], made[1])
  }

  /// Another connection, which knows nothing yet.
  func store() throws -> Store {
    try Store.open(at: path, now: Moment.now, zones: Moment.zones)
  }

  /// An experiment whose people are counted by day, or one by one without a number of them.
  private static func make(
    _ number: Int, people: Int64?, in store: Store, _ random: inout SeededGenerator
  ) throws -> Experiment.ID {
    let design = ExperimentDesign(
      name: "experiment \(number)", guardrails: [Guardrail(.dismissal, margin: 0.01)],
      arms: ["as it is", "another price"].map { ExperimentArm(name: $0, content: .imported, weight: 0.5) },
      baseline: 0.1, effect: 0.02, plannedPerArm: number % 3 == 0 ? 3000 : 3841)
    let id = try store.createExperiment(design, by: bench, now: Moment.now - .days(Int64(days) + 1)).id
    var draws = random
    try store.write { () throws(StoreError) in
      if let people {
        try count(people, number, of: id, in: store, &draws)
      } else {
        try expose(id, in: store, &draws)
      }
    }
    random = draws
    return id
  }

  private static func count(
    _ people: Int64, _ number: Int, of id: Experiment.ID, in store: Store, _ random: inout SeededGenerator
  ) throws(StoreError) {
    let today = Moment.zones.table("America/Cayman")?.localTime(at: Moment.now).date.dayNumber ?? 0
    let share = people / Int64(2 * days)
    for day in today - days..<today {
      for arm in 0...1 {
        let rate = 0.1 + Double(arm * (number % 5)) / 200
        let conversions = Int64(Double(share) * rate * Double.random(in: 0.8...1.2, using: &random))
        _ = try store.importTotals(
          day: day, arm: arm, exposures: share, conversions: conversions, revenueCents: 0, into: id, now: Moment.now)
      }
    }
  }

  private static func expose(
    _ id: Experiment.ID, in store: Store, _ random: inout SeededGenerator
  ) throws(StoreError) {
    for unit in 0..<assignments {
      let exposedAt = Moment.now - .days(Int64(days)) + .minutes(Int64(unit) * Int64(days) * 1440 / Int64(assignments))
      let line = ImportedExposure(
        unit: "\(unit)", arm: unit % 2, exposedAt: exposedAt,
        converted: Double.random(in: 0..<1, using: &random) < 0.1, valueCents: nil)
      _ = try store.importExposure(line, into: id, now: Moment.now)
    }
  }

  private static let bench = Actor(.operator, "bench")
}
