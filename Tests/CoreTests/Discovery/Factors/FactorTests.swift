import Testing

@testable import Core

@Suite struct SpatialFactorTests {
  @Test(arguments: [(0, 25), (80, 22.5), (200, 18.75), (400, 12.5), (800, 0), (801, 0)] as [(Double, Double)])
  func fallsInAStraightLineToTheLimit(metres: Double, points: Double) {
    let factor = SpatialFactor(limit: Metres(800))
    #expect(factor.points(for: Walk(distance: Metres(metres)), weight: 25).points == points)
  }

  @Test func nearerIsAlwaysMore() {
    var random = SeededGenerator(seed: 21)
    for _ in 0..<10_000 {
      let limit = Double.random(in: 1...5000, using: &random)
      let far = Double.random(in: 0...limit, using: &random)
      let near = far * .random(in: 0..<0.999, using: &random)
      let factor = SpatialFactor(limit: Metres(limit))
      #expect(factor.share(for: Walk(distance: Metres(near))) > factor.share(for: Walk(distance: Metres(far))))
    }
  }

  @Test func whoDoesNotWalkGetsNone() {
    let points = SpatialFactor(limit: Metres(0)).points(for: Walk(distance: Metres(0)), weight: 25)
    #expect(points == FactorPoints(points: 0, maximum: 25, reason: "this person does not walk"))
  }

  @Test func saysHowFar() {
    let factor = SpatialFactor(limit: Metres(800))
    #expect(factor.points(for: Walk(distance: Metres(312.4)), weight: 25).reason == "312 m walk of at most 800 m")
  }
}

@Suite struct ValueFactorTests {
  /// 20 x v / (v + 1000), by hand.
  @Test(arguments: [(0, 0), (250, 4), (500, 20.0 / 3), (1000, 10), (3000, 15), (9000, 18)] as [(Double, Double)])
  func isHalfAtTenAndNeverAll(cents: Double, points: Double) {
    #expect(abs(ValueFactor(cents: cents).points(weight: 20, currency: .usd).points - points) < 1e-12)
  }

  @Test func moreIsNeverLess() {
    var random = SeededGenerator(seed: 22)
    for _ in 0..<10_000 {
      let less = Double.random(in: 0...1_000_000, using: &random)
      let more = less + .random(in: 0.01...1000, using: &random)
      #expect(ValueFactor(cents: more).share > ValueFactor(cents: less).share)
    }
  }

  /// Rates and amounts are checked where they come in; whatever comes, the factor stays a share and never traps.
  @Test(arguments: [-1, -1000, -.infinity, .nan, .infinity, 1e300, 2e18] as [Double])
  func isTotal(cents: Double) {
    let factor = ValueFactor(cents: cents)
    #expect((0...1).contains(factor.share))
    #expect(factor.roundedCents >= 0)
    #expect(!factor.points(weight: 20, currency: .usd).reason.isEmpty)
  }

  @Test func roundsHalfUp() {
    #expect(ValueFactor(cents: 124.5).roundedCents == 125)
    #expect(ValueFactor(cents: 124.499).roundedCents == 124)
    #expect(ValueFactor(cents: 0.49999999999999994).roundedCents == 0)
    #expect(ValueFactor(cents: 1400).points(weight: 20, currency: .usd).reason == "worth $14.00")
  }
}

@Suite struct CapacityFactorTests {
  /// 15 x (1 - left / total), by hand; the last of 50 places gives 14.7.
  @Test(arguments: [(50, 50, 0), (50, 25, 7.5), (50, 1, 14.7), (4, 1, 11.25), (1, 1, 0), (5, 0, 15), (5, 9, 0)])
  func growsWithEveryPlaceTaken(total: Int, left: Int, points: Double) {
    let factor = CapacityFactor(total: total, left: left)
    #expect(abs(factor.points(weight: 15).points - points) < 1e-12)
    #expect(factor.points(weight: 15).reason == "\(left) of \(total) places left")
  }

  @Test func unlimitedGivesNone() {
    let points = CapacityFactor(total: nil, left: nil).points(weight: 15)
    #expect(points == FactorPoints(points: 0, maximum: 15, reason: "unlimited places"))
  }

  @Test func fewerPlacesAreNeverLess() {
    for total in 1...60 {
      let shares = (0...total).map { CapacityFactor(total: total, left: $0).share }
      #expect(shares == shares.sorted(by: >))
      #expect(shares.allSatisfy { (0...1).contains($0) })
    }
  }
}

@Suite struct AffinityFactorTests {
  /// 10 x (a + 2) / (a + d + 4), by hand.
  @Test(
    arguments: [
      (0, 0, 5), (1, 0, 6), (2, 0, 20.0 / 3), (0, 1, 4), (0, 4, 2.5), (6, 0, 8), (3, 3, 5), (16, 0, 9),
    ] as [(Double, Double, Double)])
  func answersMoveThePrior(accepted: Double, dismissed: Double, points: Double) {
    let share = Affinity.share(accepted: accepted, dismissed: dismissed)
    let factor = AffinityFactor(categoryShare: share, partnerShare: share, isPreferred: false)
    #expect(abs(factor.points(weight: 10, category: "dining").points - points) < 1e-12)
  }

  /// The category's 8 and the partner's 2.5 make 5.25; preferred adds 2; nothing goes over 10.
  @Test func isTheMeanOfCategoryAndPartnerAndTwoForAPreference() {
    #expect(AffinityFactor(categoryShare: 0.8, partnerShare: 0.25, isPreferred: false).share == 0.525)
    #expect(AffinityFactor(categoryShare: 0.8, partnerShare: 0.25, isPreferred: true).share == 0.525 + 0.2)
    #expect(AffinityFactor(categoryShare: 0.95, partnerShare: 0.95, isPreferred: true).share == 1)
  }

  @Test func acceptancesRaiseAndDismissalsLower() {
    var random = SeededGenerator(seed: 23)
    for _ in 0..<10_000 {
      let accepted = Double.random(in: 0...100, using: &random)
      let dismissed = Double.random(in: 0...100, using: &random)
      let share = Affinity.share(accepted: accepted, dismissed: dismissed)
      #expect(Affinity.share(accepted: accepted + 1, dismissed: dismissed) > share)
      #expect(Affinity.share(accepted: accepted, dismissed: dismissed + 1) < share)
      #expect((0...1).contains(share))
    }
  }

  @Test(arguments: [-3, -1e9, .nan, .infinity] as [Double])
  func isTotal(count: Double) {
    let share = Affinity.share(accepted: count, dismissed: 0)
    let factor = AffinityFactor(categoryShare: share, partnerShare: share, isPreferred: true)
    #expect((0...1).contains(factor.share))
    #expect(!factor.points(weight: 10, category: "dining").reason.isEmpty)
  }

  @Test func saysWhatItLearned() {
    let new = AffinityFactor(categoryShare: 0.5, partnerShare: 0.5, isPreferred: false)
    #expect(new.points(weight: 10, category: "dining").reason == "no answers yet")
    let known = AffinityFactor(categoryShare: 0.8, partnerShare: 0.25, isPreferred: true)
    #expect(
      known.points(weight: 10, category: "dining").reason
        == "dining 80 %, this partner 25 % liked, dining preferred")
  }
}
