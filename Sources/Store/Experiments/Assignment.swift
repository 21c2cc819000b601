import Core

/// One unit that was exposed in one phase of an experiment: written once, whatever the hash would say later.
struct Assignment {
  let arm: PendingExposures.Arm
  /// The person's number, below zero once erased; of an import any name.
  let unit: String
  let exposedAt: Timestamp
  /// The decision that exposed the person; nil for an import.
  var decision: DecisionRecord.ID?
  /// The latest entry of the log before it: what came later may convert.
  var after: Interaction.ID?
  var segment: ExposureSegment?
  /// Another arm the unit was seen in: then it is counted in neither.
  var otherArm: Int?
  /// What an import says the unit did.
  var converted = false
  var valueCents: Int64?
}

extension Store {
  /// The assignment of a unit; nil before its first exposure. Plan: primary key.
  func assignment(
    of unit: String, in experiment: Experiment.ID, phase: Int
  ) throws(StoreError) -> Assignment? {
    try connection.row(
      """
      SELECT experiment_id, phase, unit, arm, other_arm, exposed_at, decision_id, interaction_id, hour_band,
             week, weather, acquaintance, converted, value_cents
        FROM assignment
       WHERE experiment_id = :experiment
         AND phase = :phase
         AND unit = :unit
      """,
      [":experiment": .id(experiment), ":phase": .count(phase), ":unit": .text(unit)], as: Assignment.init)
  }

  /// Writes an assignment for the first time.
  func insert(_ assignment: Assignment) throws(StoreError) {
    try connection.run(
      """
      INSERT INTO assignment (
        experiment_id, phase, unit, arm, other_arm, exposed_at, decision_id, interaction_id, hour_band, week, weather,
        acquaintance, converted, value_cents)
      VALUES (
        :experiment, :phase, :unit, :arm, :other_arm, :exposed_at, :decision, :after, :hour_band, :week, :weather,
        :acquaintance, :converted, :value)
      """,
      [
        ":experiment": .id(assignment.arm.experiment), ":phase": .count(assignment.arm.phase),
        ":unit": .text(assignment.unit), ":arm": .count(assignment.arm.arm), ":other_arm": .count(assignment.otherArm),
        ":exposed_at": .instant(assignment.exposedAt), ":decision": .id(assignment.decision),
        ":after": .id(assignment.after),
        ":hour_band": .optional(assignment.segment?.hourBand), ":week": .optional(assignment.segment?.week),
        ":weather": .optional(assignment.segment?.weather),
        ":acquaintance": .optional(assignment.segment?.acquaintance),
        ":converted": assignment.decision == nil ? .flag(assignment.converted) : .null,
        ":value": .optional(assignment.valueCents),
      ])
  }

  /// Notes that a unit was seen in another arm too.
  func note(otherArm arm: Int, of assignment: Assignment) throws(StoreError) {
    try connection.run(
      """
      UPDATE assignment
         SET other_arm = :arm
       WHERE experiment_id = :experiment
         AND phase = :phase
         AND unit = :unit
      """,
      [
        ":arm": .count(arm), ":experiment": .id(assignment.arm.experiment), ":phase": .count(assignment.arm.phase),
        ":unit": .text(assignment.unit),
      ])
  }

  /// An erased person's assignments pass to the pseudonym; what was counted stays. Plan: index `assignment_person`.
  func forgetAssignments(of id: Person.ID, as pseudonym: Person.ID) throws(StoreError) {
    try connection.run(
      """
      UPDATE assignment
         SET unit = :pseudonym
       WHERE unit = :person
         AND decision_id IS NOT NULL
      """,
      [":pseudonym": .text("\(pseudonym)"), ":person": .text("\(id)")])
  }
}

extension Assignment {
  /// Reads the columns in the order of ``Store/assignment(of:in:phase:)``.
  init(_ row: Row) throws(StoreError) {
    let segment =
      row.isNull(8)
      ? nil
      : ExposureSegment(
        hourBand: row.text(8), week: row.text(9), weather: row.text(10), acquaintance: row.text(11))
    self.init(
      arm: PendingExposures.Arm(experiment: row.id(0), phase: row.count(1), arm: row.count(3)), unit: row.text(2),
      exposedAt: row.instant(5), decision: row.optional(6) { row.id($0) }, after: row.optional(7) { row.id($0) },
      segment: segment, otherArm: row.optional(4) { row.count($0) }, converted: row.flag(12),
      valueCents: row.optional(13) { row.integer($0) })
  }
}
