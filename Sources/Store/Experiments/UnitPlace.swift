import Core

/// Where a unit stands in an experiment's phase in use.
package struct UnitPlace: Hashable, Sendable {
  package let phase: Int
  /// The hash, 0 ..< 1.
  package let bucket: Double
  /// Index of the arm; nil for a unit that takes no part.
  package let arm: Int?
  /// When the first exposure was written; nil before it.
  package let exposedAt: Timestamp?
  /// Seen in two arms, and counted in neither.
  package let isInTwoArms: Bool
}

extension Store {
  /// The arm of a unit: what was written at its first exposure, else what the hash proposes. Plan: primary key.
  /// - Throws: ``StoreError/conflict(code:sentence:)`` for a draft, which divides nobody.
  package func arm(of unit: String, in experiment: Experiment) throws(StoreError) -> UnitPlace {
    guard let phase = experiment.phase else {
      throw .experiment(experiment, cannotBe: "asked for an arm", "start it first")
    }
    let written = try assignment(of: unit, in: experiment.id, phase: phase.number)
    let proposed = experiment.isImported ? nil : phase.arm(of: unit, in: experiment.design.namespace)
    return UnitPlace(
      phase: phase.number, bucket: Bucketing.bucket(seed: phase.seed, unit: unit), arm: written?.arm.arm ?? proposed,
      exposedAt: written?.exposedAt, isInTwoArms: written?.otherArm != nil)
  }
}
