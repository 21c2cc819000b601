import Core
import Testing

@testable import Store

/// What exposed people do is counted once for each, on its day, and anew where something comes late.
@Suite struct ConversionTests {
  /// Friday noon in George Town, and the next two days.
  private let days = (0..<3).map { TestTown.noon + .hours(24 * Int64($0)) }

  private func day(_ index: Int) -> Int {
    CivilDate(year: 2026, month: 8, day: 21 + index).map(\.dayNumber) ?? 0
  }

  /// A person of the variant who was exposed on the first day, with a session that lasts.
  private func exposed(_ scene: ExperimentTown) throws -> (person: Person, session: ParkingSession) {
    let (person, _) = try scene.people(1, in: 1)[0]
    let session = try scene.town.session(person, minutes: 3 * 24 * 60)
    try scene.discover(session)
    return (person, session)
  }

  private func counts(_ scene: ExperimentTown) throws -> [Int: ArmCounts] {
    let record = try scene.store.experimentRecord(scene.experiment.id)
    return Dictionary(uniqueKeysWithValues: record.days.map { ($0.day, $0.arms[1]) })
  }

  @Test func everyKindOfAnswerCountsOnceAndMoneyWithItsRefunds() throws {
    let scene = try ExperimentTown()
    let (_, session) = try exposed(scene)
    let first = try scene.town.accept(scene.offer, session, now: days[0], seed: 1)
    try scene.store.redeem(claim: first.id, amountCents: 3000, by: TestTown.ana, now: days[0])
    let second = try scene.town.accept(scene.offer, session, now: days[1], seed: 2)
    try scene.store.redeem(claim: second.id, amountCents: 1000, by: TestTown.ana, now: days[1])
    try scene.store.refund(
      code: first.code.description, amountCents: 500, by: TestTown.ana, now: days[2])
    try scene.store.dismiss(offer: scene.offer.id, session: session.id, reason: .noTime, now: days[2])
    // Paid in all: 30, then 40, then 35; the squares of what the person paid follow.
    #expect(
      try counts(scene) == [
        day(0): ArmCounts(
          exposures: 1, acceptances: 1, redemptions: 1, revenueCents: 3000, revenueSquares: 9_000_000),
        day(1): ArmCounts(revenueCents: 1000, revenueSquares: 7_000_000),
        day(2): ArmCounts(dismissals: 1, revenueCents: -500, revenueSquares: -3_750_000),
      ])
    #expect(try scene.totals()[1].revenueSquares == 3500.0 * 3500)
    #expect(try scene.town.failedChecks() == [])
  }

  @Test func whatCameBeforeTheExposureIsNotCounted() throws {
    let scene = try ExperimentTown(start: false)
    let person = try scene.town.person()
    let session = try scene.town.session(person, minutes: 3 * 24 * 60)
    let early = try scene.town.accept(scene.offer, session)
    let started = try scene.store.startExperiment(scene.experiment.id, by: TestTown.ana, now: TestTown.noon)
    _ = try #require(started.phase?.arm(of: "\(person.id)"))
    try scene.store.redeem(claim: early.id, amountCents: 700, by: TestTown.ana, now: days[0])
    #expect(try scene.totals().allSatisfy { $0 == ArmCounts() })
    try scene.discover(session, now: days[1])
    #expect(try scene.totals().map(\.acceptances) == [0, 0])
    #expect(try scene.totals().map(\.exposures).reduce(0, +) == 1)
    #expect(try scene.town.failedChecks() == [])
  }

  /// A till tells of Friday's redemption only after Saturday's: the first one was on Friday then.
  @Test func aLateEventMovesTheCountToItsOwnDay() throws {
    let scene = try ExperimentTown()
    let (_, session) = try exposed(scene)
    let midnight = TestTown.noon + .hours(12)
    let first = try scene.town.accept(scene.offer, session, now: midnight - .hours(2), seed: 1)
    try scene.store.redeem(claim: first.id, amountCents: 1000, by: TestTown.ana, now: midnight + .minutes(30))
    #expect(try counts(scene)[day(1)]?.redemptions == 1)
    let second = try scene.town.accept(scene.offer, session, now: midnight + .minutes(40), seed: 2)
    try scene.store.redeem(claim: second.id, amountCents: 500, by: TestTown.ana, now: midnight - .minutes(10))
    #expect(
      try counts(scene) == [
        day(0): ArmCounts(
          exposures: 1, acceptances: 1, redemptions: 1, revenueCents: 500, revenueSquares: 250_000),
        day(1): ArmCounts(revenueCents: 1000, revenueSquares: 2_000_000),
      ])
    #expect(try scene.town.failedChecks() == [])
  }

  @Test func anEndedResultNeverChanges() throws {
    let scene = try ExperimentTown()
    let (_, session) = try exposed(scene)
    let claim = try scene.town.accept(scene.offer, session)
    let code = claim.code.description
    try scene.store.endExperiment(scene.experiment.id, winner: 1, by: TestTown.ana, now: days[1])
    let frozen = try scene.store.experimentRecord(scene.experiment.id)
    try scene.store.redeem(claim: claim.id, amountCents: 3000, by: TestTown.ana, now: days[0])
    try scene.store.refund(code: code, amountCents: 500, by: TestTown.ana, now: days[1])
    try scene.discover(try scene.people(1, in: 1)[0].session)
    #expect(try scene.store.experimentRecord(scene.experiment.id) == frozen)
    #expect(try scene.town.failedChecks() == [])
  }

  @Test func acceptingTheOtherArmsOfferByNumberIsNoConversion() throws {
    let town = try TestTown()
    let offers = try (0..<2).map { _ in try town.offer() }
    let arms = offers.map { ExperimentArm(name: "\($0.id)", content: .offer($0.id), weight: 0.5) }
    let draft = try town.store.createExperiment(
      ExperimentDesign(name: "which", arms: arms, baseline: 0.1, effect: 0.02, plannedPerArm: 3841), by: TestTown.ana,
      now: TestTown.noon)
    let experiment = try town.store.startExperiment(draft.id, by: TestTown.ana, now: TestTown.noon)
    let person = try town.person()
    let session = try town.session(person)
    let arm = try #require(experiment.phase?.arm(of: "\(person.id)"))
    _ = try town.store.discover(session: session.id, now: TestTown.noon)
    _ = try town.accept(offers[1 - arm], session)
    let record = try town.store.experimentRecord(experiment.id)
    #expect(record.days.flatMap(\.arms).reduce(ArmCounts(), +) == ArmCounts(exposures: 1))
    #expect(try town.failedChecks() == [])
  }

  @Test func segmentsAreWhatTheFirstExposureWasLikeAndSumToTheWhole() throws {
    let scene = try ExperimentTown()
    try scene.store.setWeather(.rain, from: TestTown.noon - .hours(1))
    let (_, session) = try exposed(scene)
    try scene.store.setWeather(.clear, from: days[1])
    let claim = try scene.town.accept(scene.offer, session, now: days[1])
    try scene.store.redeem(claim: claim.id, amountCents: 3000, by: TestTown.ana, now: days[1])
    let segments = try scene.store.experimentSegments(scene.experiment.id)
    // Noon on a Friday, in the rain, of somebody who was never shown anything.
    #expect(
      segments.map { "\($0.dimension): \($0.value)" } == [
        "new or known: new", "hour of the day: midday", "weather: rain", "weekday or weekend: weekday",
      ])
    #expect(segments.allSatisfy { $0.arms[1].exposures == 1 && $0.arms[1].revenueCents == 3000 })
    #expect(try scene.town.failedChecks() == [])
  }

  @Test(arguments: [
    "UPDATE rollup_experiment_day SET acceptances = acceptances + 1",
    "UPDATE rollup_experiment_segment SET exposures = 5 WHERE dimension = 'week'",
    "UPDATE experiment_phase SET in_two_arms = 1", "DELETE FROM rollup_experiment_day",
    "UPDATE assignment SET decision_id = 999", "UPDATE assignment SET other_arm = 0 WHERE arm = 1",
  ])
  func theCheckFindsWhatDoesNotFollowFromTheLog(damage: String) throws {
    let scene = try ExperimentTown()
    let (_, session) = try exposed(scene)
    _ = try scene.town.accept(scene.offer, session)
    #expect(try scene.town.failedChecks() == [])
    try scene.store.connection.execute(damage)
    #expect(try scene.town.failedChecks().contains { $0.hasPrefix("experiments: ") })
  }
}
