import Core

/// Counts of experiments, computed anew from the log, the ledger and what was imported.
extension Store {
  /// Phases whose counts are not those of their people, and people whose exposure is not what their decision says.
  func wrongExperiments() throws(StoreError) -> [String] {
    let records = try experiments()
    guard !records.isEmpty else { return [] }
    var findings: [String] = []
    for experiment in records.map(\.experiment) where !experiment.isImported {
      findings += try strayExposures(of: experiment)
    }
    let counted = try recountedExposures()
    return findings + (try wrongDays(counted)) + (try wrongSegments(counted)) + (try wrongTwoArms(counted))
  }

  /// What the rollups of experiments lack, which may be below zero, and how many rows of each table that is.
  func exposureCorrections() throws(StoreError) -> (missing: PendingExposures, rows: [(String, Int)]) {
    let counted = try recountedExposures()
    var missing = PendingExposures()
    let days = try storedDays()
    for key in Set(days.keys).union(counted.days.keys) where !Self.agree(days[key], counted.days[key]) {
      missing.days[key] = (counted.days[key] ?? ArmCounts()) - (days[key] ?? ArmCounts())
    }
    let segments = try storedSegments()
    for key in Set(segments.keys).union(counted.segments.keys)
    where !Self.agree(segments[key], counted.segments[key]) {
      missing.segments[key] = (counted.segments[key] ?? ArmCounts()) - (segments[key] ?? ArmCounts())
    }
    for (key, stored) in try storedTwoArms() where counted.inTwoArms[key] ?? 0 != stored {
      missing.inTwoArms[key] = (counted.inTwoArms[key] ?? 0) - stored
    }
    let rows = [
      ("rollup_experiment_day", missing.days.count), ("rollup_experiment_segment", missing.segments.count),
      ("experiment_phase", missing.inTwoArms.count),
    ]
    return (missing, rows.filter { $0.1 > 0 })
  }

  private func recountedExposures() throws(StoreError) -> PendingExposures {
    let zone = try zone(world.zone)
    var counted = PendingExposures()
    for experiment in try experiments().map(\.experiment) {
      for (phase, last) in try closings(of: experiment.id) {
        try recount(experiment, phase, last: last, zone, into: &counted)
        try addTotals(of: experiment, phase, into: &counted)
      }
    }
    return counted
  }

  /// The latest entries of log and ledger that count in each phase.
  private func closings(
    of id: Experiment.ID
  ) throws(StoreError) -> [(phase: Int, last: (interaction: Int64, entry: Int64))] {
    try connection.rows(
      """
      SELECT phase, ifnull(last_interaction_id, 9223372036854775807), ifnull(last_entry_id, 9223372036854775807)
        FROM experiment_phase
       WHERE experiment_id = :id
       ORDER BY phase
      """,
      [":id": .id(id)]
    ) { row throws(StoreError) in (phase: row.count(0), last: (interaction: row.integer(1), entry: row.integer(2))) }
  }

  private func recount(
    _ experiment: Experiment, _ phase: Int, last: (interaction: Int64, entry: Int64), _ zone: ZoneTable,
    into counted: inout PendingExposures
  ) throws(StoreError) {
    let assignments = try connection.rows(
      """
      SELECT experiment_id, phase, unit, arm, other_arm, exposed_at, decision_id, interaction_id, hour_band,
             week, weather, acquaintance, converted, value_cents
        FROM assignment
       WHERE experiment_id = :id
         AND phase = :phase
      """,
      [":id": .id(experiment.id), ":phase": .count(phase)], as: Assignment.init)
    for assignment in assignments {
      guard assignment.otherArm == nil else {
        counted.exclude([:], of: assignment.arm, nil)
        continue
      }
      if assignment.decision == nil {
        counted.add(assignment.importedCounts(experiment.design.metric, in: zone), of: assignment.arm, nil)
      } else {
        let events = try conversions(of: assignment, lastInteraction: last.interaction, lastEntry: last.entry)
        counted.add(events.counts(in: zone), of: assignment.arm, assignment.segment)
      }
    }
  }

  private func addTotals(
    of experiment: Experiment, _ phase: Int, into counted: inout PendingExposures
  ) throws(StoreError) {
    try connection.each(
      """
      SELECT arm, day, exposures, conversions, revenue_cents
        FROM imported_totals
       WHERE experiment_id = :id
         AND phase = :phase
         AND id = (
           SELECT max(id)
             FROM imported_totals AS later
            WHERE later.experiment_id = imported_totals.experiment_id
              AND later.phase = imported_totals.phase
              AND later.arm = imported_totals.arm
              AND later.day = imported_totals.day)
      """,
      [":id": .id(experiment.id), ":phase": .count(phase)]
    ) { row throws(StoreError) in
      let counts = ArmCounts.imported(
        row.integer(2), conversions: row.integer(3), revenueCents: row.integer(4), metric: experiment.design.metric)
      let arm = PendingExposures.Arm(experiment: experiment.id, phase: phase, arm: row.count(0))
      counted.add([row.count(1): counts], of: arm, nil)
    }
  }

  /// Assignments that name no decision, or one of another person or another moment.
  private func strayExposures(of experiment: Experiment) throws(StoreError) -> [String] {
    try connection.rows(
      """
      SELECT assignment.unit
        FROM assignment
        LEFT JOIN decision ON decision.id = assignment.decision_id
        LEFT JOIN session ON session.id = decision.session_id
       WHERE assignment.experiment_id = :id
         AND (session.person_id IS NULL
           OR CAST(session.person_id AS TEXT) <> assignment.unit
           OR decision.decided_at <> assignment.exposed_at)
       LIMIT 1000
      """,
      [":id": .id(experiment.id)]
    ) { row throws(StoreError) in
      "experiment \(experiment.id) exposes person \(row.text(0)) by a decision that is not theirs"
    }
  }

  private func storedDays() throws(StoreError) -> [PendingExposures.Day: ArmCounts] {
    var stored: [PendingExposures.Day: ArmCounts] = [:]
    try connection.each(
      """
      SELECT experiment_id, phase, day, arm, exposures, acceptances, redemptions, dismissals, revenue_cents,
             revenue_squares
        FROM rollup_experiment_day
      """
    ) { row throws(StoreError) in
      let arm = PendingExposures.Arm(experiment: row.id(0), phase: row.count(1), arm: row.count(3))
      stored[PendingExposures.Day(arm: arm, day: row.count(2))] = ArmCounts(row, from: 4)
    }
    return stored
  }

  private func wrongDays(_ counted: PendingExposures) throws(StoreError) -> [String] {
    let stored = try storedDays()
    return Set(stored.keys).union(counted.days.keys)
      .filter { !Self.agree(stored[$0], counted.days[$0]) }
      .sorted { ($0.arm.experiment, $0.arm.phase, $0.day) < ($1.arm.experiment, $1.arm.phase, $1.day) }
      .map {
        "experiment \($0.arm.experiment), phase \($0.arm.phase), arm \($0.arm.arm), day "
          + "\(CivilDate(dayNumber: $0.day)): the counts are not those of its people"
      }
  }

  private func storedSegments() throws(StoreError) -> [PendingExposures.Segment: ArmCounts] {
    var stored: [PendingExposures.Segment: ArmCounts] = [:]
    try connection.each(
      """
      SELECT experiment_id, phase, dimension, value, arm, exposures, acceptances, redemptions, dismissals,
             revenue_cents, revenue_squares
        FROM rollup_experiment_segment
      """
    ) { row throws(StoreError) in
      let arm = PendingExposures.Arm(experiment: row.id(0), phase: row.count(1), arm: row.count(4))
      let kind = ExposureSegment.Kind(dimension: try row.choice(2), value: row.text(3))
      stored[PendingExposures.Segment(arm: arm, kind: kind)] = ArmCounts(row, from: 5)
    }
    return stored
  }

  private func wrongSegments(_ counted: PendingExposures) throws(StoreError) -> [String] {
    let stored = try storedSegments()
    return Set(stored.keys).union(counted.segments.keys)
      .filter { !Self.agree(stored[$0], counted.segments[$0]) }
      .map {
        "experiment \($0.arm.experiment), phase \($0.arm.phase), arm \($0.arm.arm), \($0.kind.dimension.words) "
          + "\($0.kind.value): the counts are not those of its people"
      }
      .sorted()
  }

  /// People in two arms, by phase; the arm of the key is 0.
  private func storedTwoArms() throws(StoreError) -> [(key: PendingExposures.Arm, people: Int64)] {
    try connection.rows(
      """
      SELECT experiment_id, phase, in_two_arms
        FROM experiment_phase
      """
    ) { row throws(StoreError) in
      (key: PendingExposures.Arm(experiment: row.id(0), phase: row.count(1), arm: 0), people: row.integer(2))
    }
  }

  private func wrongTwoArms(_ counted: PendingExposures) throws(StoreError) -> [String] {
    try storedTwoArms().filter { counted.inTwoArms[$0.key] ?? 0 != $0.people }.map {
      "experiment \($0.key.experiment), phase \($0.key.phase) says that \($0.people) people were in two arms"
    }
  }

  /// The same counts; sums of squares up to the last digits beyond 2^53.
  private static func agree(_ stored: ArmCounts?, _ counted: ArmCounts?) -> Bool {
    var (one, other) = (stored ?? ArmCounts(), counted ?? ArmCounts())
    let (squares, counted) = (one.revenueSquares, other.revenueSquares)
    (one.revenueSquares, other.revenueSquares) = (0, 0)
    return one == other && abs(squares - counted) <= 1e-9 * max(1, counted)
  }
}
