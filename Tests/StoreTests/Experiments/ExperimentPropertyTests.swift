import Core
import Testing

@testable import Store

/// Whatever people, tills, clocks and analysts do, the counts are those that follow from the log, and no phase that is
/// closed ever changes.
@Suite struct ExperimentPropertyTests {
  @Test(arguments: 1...4 as ClosedRange<UInt64>)
  func countsFollowFromTheLogWhateverHappens(seed: UInt64) throws {
    var random = SeededGenerator(seed: seed)
    let scene = try ExperimentTown { $0.coverage = 0.8 }
    let (store, id) = (scene.store, scene.experiment.id)
    let other = try scene.town.offer { $0.title = "Brunch" }
    var people = try (0..<12).map { try scene.town.person("Person \($0)") }
    var claims: [Claim] = []
    var now = TestTown.noon
    var closed: [Int: [String]] = [:]
    for step in 0..<160 {
      // Mostly forward, sometimes back: a machine's clock is set, a till is late.
      now = now + .minutes(Int64.random(in: -40...90, using: &random))
      guard now > TestTown.noon else {
        now = TestTown.noon
        continue
      }
      let person = people[Int.random(in: people.indices, using: &random)]
      let session = try scene.town.session(person, from: now - .minutes(5))
      _ = try? scene.discover(session, limit: Int.random(in: 0...2, using: &random), now: now)
      let offer = Int.random(in: 0..<4, using: &random) > 0 ? scene.offer : other
      switch Int.random(in: 0..<8, using: &random) {
      case 0...2:
        if let claim = try? scene.town.accept(offer, session, now: now, seed: UInt64(step)) { claims.append(claim) }
      case 3, 4:
        guard let claim = claims.suffix(4).randomElement(using: &random) else { break }
        _ = try? store.redeem(
          claim: claim.id, amountCents: .random(in: 0...9000, using: &random), by: TestTown.ana,
          now: now - .minutes(.random(in: 0...200, using: &random)))
      case 5:
        guard let claim = claims.randomElement(using: &random) else { break }
        _ = try? store.refund(
          code: claim.code.description, amountCents: .random(in: 1...900, using: &random), by: TestTown.ana, now: now)
      case 6: try? store.dismiss(offer: offer.id, session: session.id, reason: .noTime, now: now)
      default:
        guard step.isMultiple(of: 5) else { break }
        if Bool.random(using: &random) {
          let phase = try store.experiment(id).phases.count
          let share = Double.random(in: 0.2...0.8, using: &random)
          if (try? store.rampExperiment(id, weights: [share, 1 - share], by: TestTown.ana, now: now)) != nil {
            closed[phase] = try rows(of: phase, in: store)
          }
        } else {
          try store.erasePerson(person.id, now: now)
          people = people.filter { $0.id != person.id } + [try scene.town.person("Person \(step)")]
        }
      }
      if step.isMultiple(of: 20) { #expect(try scene.town.failedChecks() == [], "step \(step)") }
    }
    #expect(try scene.town.failedChecks() == [])
    #expect(try store.connection.integer("SELECT sum(acceptances) FROM rollup_experiment_day") > 4)
    #expect(try store.connection.integer("SELECT sum(redemptions) FROM rollup_experiment_day") > 0)
    for (phase, before) in closed { #expect(try rows(of: phase, in: store) == before, "phase \(phase)") }
  }

  private func rows(of phase: Int?, in store: Store) throws -> [String] {
    try store.connection.rows(
      """
      SELECT phase, day, arm, exposures, acceptances, redemptions, dismissals, revenue_cents, revenue_squares
        FROM rollup_experiment_day
       WHERE :phase IS NULL OR phase = :phase
       ORDER BY phase, day, arm
      """, [":phase": .count(phase)]
    ) { row throws(StoreError) in (0..<9).map { row.text($0) }.joined(separator: " ") }
  }
}
