import Testing

@testable import Core

@Suite struct AffinityTests {
  private let start = at("2026-01-01T00:00:00Z")

  /// Python: 8 * 0.5 ** (days / 90).
  @Test(
    arguments: [
      (0, 8), (45, 5.656854249492381), (90, 4), (180, 2), (30, 6.349604207872798), (1, 7.938623570103548),
      (900, 0.0078125),
    ] as [(Int64, Double)])
  func halvesEveryNinetyDays(days: Int64, accepted: Double) {
    let aged = Affinity(accepted: 8, dismissed: 16, asOf: start).aged(to: start + .days(days))
    #expect(abs(aged.accepted - accepted) < 1e-14)
    #expect(abs(aged.dismissed - 2 * accepted) < 1e-14)
    #expect(aged.asOf == start + .days(days))
  }

  @Test func doesNotGrowYounger() {
    let affinity = Affinity(accepted: 8, dismissed: 1, asOf: start)
    #expect(affinity.aged(to: start - .days(90)) == affinity)
  }

  @Test func anAnswerIsAddedToWhatIsLeft() {
    let affinity = Affinity(accepted: 2, dismissed: 1, asOf: start)
    #expect(
      affinity.adding(accepted: 1, at: start + .days(90))
        == Affinity(accepted: 2, dismissed: 0.5, asOf: start + .days(90)))
    #expect(
      affinity.adding(dismissed: 1, at: start + .days(90))
        == Affinity(accepted: 1, dismissed: 1.5, asOf: start + .days(90)))
  }

  @Test func aNewPersonIsNeutral() {
    #expect(Affinity(asOf: start).share == 0.5)
    #expect(Affinity(accepted: 1, asOf: start).share == 0.6)
    #expect(Affinity(dismissed: 1, asOf: start).share == 0.4)
  }

  @Test func theWayOfAgeingDoesNotMatter() {
    let affinity = Affinity(accepted: 5, dismissed: 3, asOf: start)
    let once = affinity.aged(to: start + .days(100))
    let often = (1...100).reduce(affinity) { $0.aged(to: start + .days(Int64($1))) }
    #expect(abs(once.accepted - often.accepted) < 1e-12)
    #expect(abs(once.dismissed - often.dismissed) < 1e-12)
  }
}
