import Testing

@testable import Core

@Suite struct TemporalFactorTests {
  /// 400 m is five minutes each way; with 20 minutes of use the need is 30.
  private static func factor(
    walk: Double = 400, use: Double = 20, least: Double? = nil, most: Double? = nil, session: Double = 120
  ) -> TemporalFactor {
    TemporalFactor(
      walk: Walk(distance: Metres(walk)), useMinutes: use, minimum: least, maximum: most, sessionMinutes: session)
  }

  /// By hand: up from 30 to 40 minutes, level, and down from 110 to 120.
  @Test(
    arguments: [
      (29, 0), (30, 0), (31, 3), (35, 15), (39, 27), (40, 30), (75, 30), (110, 30), (115, 15), (119, 3), (120, 0),
      (125, 0),
    ] as [(Double, Double)])
  func risesLevelsAndFalls(minutes: Double, points: Double) {
    #expect(Self.factor().points(minutesLeft: minutes, weight: 30).points == points)
  }

  @Test func needIsTheRoundTripOrTheRulesMinimum() {
    #expect(Self.factor().need == 30)
    #expect(Self.factor(least: 25).need == 30)
    #expect(Self.factor(least: 45).need == 45)
    #expect(Self.factor(walk: 0, use: 0).need == 0)
  }

  @Test func theUpperEndIsTheRulesMaximumOrTheSession() {
    #expect(Self.factor().most == 120)
    #expect(Self.factor(most: 60).most == 60)
    #expect(Self.factor(most: 240).most == 240)
    #expect(Self.factor(most: 20).most == 30)
    #expect(Self.factor(session: -4).most == 30)
  }

  /// A window of twelve minutes never reaches the full share: six of ten minutes in its middle.
  @Test func aNarrowWindowPeaksInItsMiddle() {
    let narrow = Self.factor(most: 42)
    #expect(narrow.share(minutesLeft: 36) == 0.6)
    #expect(narrow.share(minutesLeft: 33) == 0.3)
    #expect(narrow.share(minutesLeft: 39) == 0.3)
  }

  @Test func towardTheMiddleIsNeverLess() {
    var random = SeededGenerator(seed: 20)
    for _ in 0..<20_000 {
      let factor = Self.factor(
        walk: .random(in: 0...2000, using: &random), use: .random(in: 0...90, using: &random),
        most: Bool.random(using: &random) ? .random(in: 0...240, using: &random) : nil,
        session: .random(in: 0...480, using: &random))
      let middle = (factor.need + factor.most) / 2
      let one = Double.random(in: -10...500, using: &random)
      let nearer = middle + (one - middle) * .random(in: 0...1, using: &random)
      #expect(factor.share(minutesLeft: nearer) >= factor.share(minutesLeft: one))
      #expect((0...1).contains(factor.share(minutesLeft: one)))
    }
  }

  /// 50 minutes of use in a session of 60: the lines from both ends meet at 55, where 15 of 30 points are the most.
  @Test func saysTheOneBestMomentOfAShortWindow() {
    let factor = TemporalFactor(
      walk: Walk(distance: Metres(0)), useMinutes: 50, minimum: nil, maximum: nil, sessionMinutes: 60)
    let points = factor.points(minutesLeft: 55, weight: 30)
    #expect(points.points == 15)
    #expect(points.reason == "55 min left, best at 55 min")
  }

  @Test func saysWhenItIsBest() {
    #expect(
      Self.factor().points(minutesLeft: 47, weight: 30).reason == "47 min left, best between 40 and 110 min")
  }
}
