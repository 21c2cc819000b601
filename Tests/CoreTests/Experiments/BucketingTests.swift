import Testing

@testable import Core

@Suite struct BucketingTests {
  /// The cases of the GrowthBook SDKs (cases.json, "hash"), version 2.
  @Test(arguments: [
    ("seed", "a", 0.0505), ("seed", "b", 0.2696), ("foo", "ab", 0.2575), ("foo", "def", 0.2019),
    ("89123klj", "8952klfjas09ujkasdf", 0.124), ("90850943850283058242805", "123", 0.7516),
  ])
  func agreesWithThePublishedVectors(seed: String, unit: String, bucket: Double) {
    #expect(Bucketing.bucket(seed: seed, unit: unit) == bucket)
  }

  /// The same source, version 1.
  @Test(arguments: [("", "a", 0.22), ("", "b", 0.077), ("b", "a", 0.946), ("ef", "d", 0.652)])
  func agreesWithThePublishedVectorsOfTheFirstVersion(seed: String, unit: String, bucket: Double) {
    #expect(Bucketing.bucket(seed: seed, unit: unit, version: .one) == bucket)
  }

  /// From GrowthBook's own JavaScript (`hashFnv32a`, charCodeAt) carried over to Python over UTF-16 code units, where
  /// bytes of UTF-8 or Unicode scalars would give others.
  @Test(arguments: [("ключ", "Zoë", 0.9094), ("🎟️", "👩‍🚀", 0.8299), ("seed", "日本", 0.9652)])
  func hashesCodeUnitsOfUTF16(seed: String, unit: String, bucket: Double) {
    #expect(Bucketing.bucket(seed: seed, unit: unit) == bucket)
  }

  @Test func armsTakeTheirShareFromAFixedStart() {
    let weights = [0.5, 0.3, 0.2]
    #expect(Bucketing.arm(bucket: 0, weights: weights, coverage: 1) == 0)
    #expect(Bucketing.arm(bucket: 0.4999, weights: weights, coverage: 1) == 0)
    #expect(Bucketing.arm(bucket: 0.5, weights: weights, coverage: 1) == 1)
    #expect(Bucketing.arm(bucket: 0.9, weights: weights, coverage: 1) == 2)
    // A tenth of the people: 0 to 0.05, 0.5 to 0.53, 0.8 to 0.82.
    #expect(Bucketing.arm(bucket: 0.049, weights: weights, coverage: 0.1) == 0)
    #expect(Bucketing.arm(bucket: 0.05, weights: weights, coverage: 0.1) == nil)
    #expect(Bucketing.arm(bucket: 0.52, weights: weights, coverage: 0.1) == 1)
    #expect(Bucketing.arm(bucket: 0.83, weights: weights, coverage: 0.1) == nil)
  }

  @Test func raisingTheCoverageMovesNobodyFromOneArmToAnother() {
    let moved = (1...20_000).filter { unit in
      let bucket = Bucketing.bucket(seed: "ramp", unit: "\(unit)")
      let arms = stride(from: 0.0, through: 1, by: 0.05).map { coverage in
        Bucketing.arm(bucket: bucket, weights: [0.2, 0.5, 0.3], coverage: coverage)
      }
      // Nobody leaves an arm, and in the end everybody has one.
      return zip(arms, arms.dropFirst()).contains { $0 != nil && $0 != $1 } || arms.last == .some(nil)
    }
    #expect(moved.isEmpty)
  }

  @Test func aHundredThousandPeopleAreDividedWithinHalfAPercent() {
    var arms = [0, 0]
    for unit in 1...100_000 {
      let bucket = Bucketing.bucket(seed: "spring-offer", unit: "\(unit)")
      arms[Bucketing.arm(bucket: bucket, weights: [0.5, 0.5], coverage: 1) ?? 0] += 1
    }
    #expect(abs(Double(arms[0]) / 100_000 - 0.5) < 0.005)
  }

  @Test func changingTheSplitMovesTheMinimum() {
    // From 50:50 to 60:40 only buckets 0.5 to 0.6 change their arm: a tenth of all.
    let moved = (1...100_000).count { unit in
      let bucket = Bucketing.bucket(seed: "split", unit: "\(unit)")
      return Bucketing.arm(bucket: bucket, weights: [0.5, 0.5], coverage: 1)
        != Bucketing.arm(bucket: bucket, weights: [0.6, 0.4], coverage: 1)
    }
    #expect(abs(Double(moved) / 100_000 - 0.1) < 0.005)
  }

  @Test func slicesOfANamespaceShareNobody() {
    let slices = [(0.0, 0.4), (0.4, 1.0)].map { ExperimentNamespace(name: "checkout", from: $0.0, to: $0.1) }
    #expect((1...5000).allSatisfy { unit in slices.count { Bucketing.contains($0, unit: "\(unit)") } == 1 })
    // GrowthBook cases.json, "inNamespace": unit 1 of "namespace1" lies in 0.4 to 1, not in 0 to 0.4.
    #expect(Bucketing.contains(ExperimentNamespace(name: "namespace1", from: 0.4, to: 1), unit: "1"))
    #expect(!Bucketing.contains(ExperimentNamespace(name: "namespace1", from: 0, to: 0.4), unit: "1"))
  }

  @Test func aPhaseProposesNoArmOutsideItsNamespaceOrCoverage() {
    let phase = ExperimentPhase(
      number: 1, seed: "seed", weights: [0.5, 0.5], coverage: 0.5, startedAt: Timestamp(milliseconds: 0))
    // "a" is at 0.0505, "b" at 0.2696: of the control's half the first quarter of all takes part.
    #expect(phase.arm(of: "a") == 0)
    #expect(phase.arm(of: "b") == nil)
    let nobody = ExperimentNamespace(name: "n", from: 0, to: 0)
    #expect(phase.arm(of: "a", in: nobody) == nil)
  }
}
