import Testing

@testable import Core

@Suite struct RatePowerTests {
  /// A.15 of the specification, by J. L. Fleiss's formula.
  @Test func tenToTwelvePercentNeedThreeThousandEightHundredAndFortyOnePerArm() throws {
    let size = try #require(RatePower.sampleSize(baseline: 0.10, target: 0.12, alpha: 0.05, power: 0.8))
    #expect(size.control == 3841)
    #expect(size.variant == 3841)
    #expect(abs(size.exactControl - 3840.847482436278) < 1e-9)
  }

  /// mpmath 1.4.1 at 60 digits, the formula with quantiles by erfinv: baseline, target, alpha, power, ratio, control's
  /// exact number and both rounded up.
  @Test(
    arguments: [
      (0.1, 0.12, 0.05, 0.8, 1, 3840.8474824362767, 3841, 3841),
      (0.1, 0.12, 0.01, 0.9, 1, 7280.9878814025104, 7281, 7281),
      (0.5, 0.45, 0.05, 0.9, 2, 1569.8007553223224, 1570, 3140),
      (0.02, 0.021, 0.05, 0.8, 1, 315205.90675222091, 315206, 315206),
      (0.001, 0.0012, 0.1, 0.95, 0.5, 891638.43583166392, 891639, 445820),
      (0.0, 0.1, 0.05, 0.8, 1, 73.374273046697975, 74, 74),
      (0.9, 1.0, 0.025, 0.8, 1, 88.987731508336602, 89, 89),
      (0.3, 0.3001, 0.05, 0.8, 10, 181332023.5786051, 181_332_024, 1_813_320_236),
    ] as [(Double, Double, Double, Double, Double, Double, Int64, Int64)])
  func agreesWithMpmath(
    baseline: Double, target: Double, alpha: Double, power: Double, ratio: Double, exact: Double, control: Int64,
    variant: Int64
  ) throws {
    let size = try #require(
      RatePower.sampleSize(baseline: baseline, target: target, alpha: alpha, power: power, ratio: ratio))
    #expect(abs(size.exactControl - exact) <= 1e-12 * exact)
    #expect(size.control == control)
    #expect(size.variant == variant)
  }

  /// mpmath 1.4.1 at 60 digits, the same formula solved by halving: baseline, n, alpha, power, up, down.
  @Test(
    arguments: [
      (0.1, 3841, 0.05, 0.8, 0.019999586570913722, -0.018366998252681195),
      (0.1, 100, 0.05, 0.8, 0.14958964451547971, -0.08985211019252309),
      (0.02, 50000, 0.01, 0.9, 0.0035609307372069835, -0.0032753031233549506),
      (0.5, 10, 0.05, 0.8, nil, nil),
      (0.0, 50, 0.05, 0.8, 0.14239668879962776, nil),
      (1.0, 50, 0.05, 0.8, nil, -0.14239668879962776),
      (0.37, 1e9, 0.1, 0.95, 7.1031663775162765e-5, -7.1028850009993344e-5),
      (0.9, 3, 0.05, 0.8, nil, nil),
    ] as [(Double, Double, Double, Double, Double?, Double?)])
  func findsTheSmallestEffectAsMpmathDoes(
    baseline: Double, n: Double, alpha: Double, power: Double, up: Double?, down: Double?
  ) {
    for (direction, known) in [(RatePower.Direction.up, up), (.down, down)] {
      let effect = RatePower.detectableEffect(
        baseline: baseline, controlCount: n, alpha: alpha, power: power, direction: direction)
      guard let known else {
        #expect(effect == nil)
        continue
      }
      #expect(effect.map { abs($0 - known) <= 1e-13 } == true)
    }
  }

  @Test(arguments: [0.5, 1, 3.7])
  func anEffectIsFoundWithThePeopleItNeeds(ratio: Double) throws {
    for target in [0.02, 0.08, 0.2, 0.9] {
      let size = try #require(
        RatePower.sampleSize(baseline: 0.1, target: target, alpha: 0.01, power: 0.9, ratio: ratio))
      let effect = RatePower.detectableEffect(
        baseline: 0.1, controlCount: size.exactControl, alpha: 0.01, power: 0.9, ratio: ratio,
        direction: target > 0.1 ? .up : .down)
      #expect(abs(try #require(effect) - (target - 0.1)) < 1e-12)
    }
  }

  @Test func plannedPowerIsReachedAtTheSampleSize() throws {
    let power = RatePower.power(control: 0.1, variant: 0.12, controlCount: 3841, variantCount: 3841, alpha: 0.05)
    #expect(abs(try #require(power) - 0.8) < 0.0005)
  }

  @Test func nothingToShowNeedsNobody() {
    #expect(RatePower.sampleSize(baseline: 0.1, target: 0.1, alpha: 0.05, power: 0.8) == nil)
    #expect(RatePower.power(control: 0, variant: 0, controlCount: 9, variantCount: 9, alpha: 0.05) == nil)
    #expect(RatePower.power(control: 0.1, variant: 0.2, controlCount: 0, variantCount: 9, alpha: 0.05) == nil)
  }
}
