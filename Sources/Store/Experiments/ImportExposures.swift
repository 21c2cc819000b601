import Core

/// One unit of a test that was run elsewhere.
package struct ImportedExposure: Hashable, Sendable {
  package let unit: String
  /// Index of the arm.
  package let arm: Int
  /// Nil is not known: the moment of the import, or what was stored before.
  package let exposedAt: Timestamp?
  package let converted: Bool
  /// What the unit paid, in minor units; nil is nothing.
  package let valueCents: Int64?

  package init(unit: String, arm: Int, exposedAt: Timestamp?, converted: Bool, valueCents: Int64?) {
    self.unit = unit
    self.arm = arm
    self.exposedAt = exposedAt
    self.converted = converted
    self.valueCents = valueCents
  }
}

/// What became of an imported line.
package enum ImportedLine: Sendable {
  case new, changed, unchanged
}

extension Store {
  /// Counts a unit of an imported experiment; a draft begins with its first. The same line again changes nothing, another
  /// outcome of the same unit counts it anew, and a unit seen in another arm is from then on counted in neither.
  /// - Throws: ``StoreError/conflict(code:sentence:)`` for an experiment that has ended, divides people itself, or holds
  ///   daily sums; ``StoreError/invalid(_:)`` for an exposure that lies in the future.
  package func importExposure(
    _ line: ImportedExposure, into id: Experiment.ID, now: Timestamp
  ) throws(StoreError) -> ImportedLine {
    try write { () throws(StoreError) in
      let experiment = try openImport(id)
      try refuseFuture(line.exposedAt, now: now, field: "exposed_at")
      let known = try assignment(of: line.unit, in: id, phase: 1)
      let exposedAt = line.exposedAt ?? known?.exposedAt ?? now
      let arm = PendingExposures.Arm(experiment: id, phase: 1, arm: line.arm)
      let new = Assignment(
        arm: arm, unit: line.unit, exposedAt: exposedAt, converted: line.converted, valueCents: line.valueCents)
      let zone = try zone(world.zone)
      guard let known else {
        try refuseMixing(id, isDaily: false)
        try begin(experiment, at: exposedAt)
        try insert(new)
        exposures.add(new.importedCounts(experiment.metric, in: zone), of: arm, nil)
        touch(.log)
        return .new
      }
      guard known.otherArm == nil else { return .unchanged }
      guard known.arm == arm else {
        exposures.exclude(known.importedCounts(experiment.metric, in: zone), of: known.arm, nil)
        try note(otherArm: line.arm, of: known)
        touch(.log)
        return .changed
      }
      guard known.exposedAt != exposedAt || known.converted != line.converted || known.valueCents != line.valueCents
      else { return .unchanged }
      try begin(experiment, at: exposedAt)
      try update(new)
      var change = new.importedCounts(experiment.metric, in: zone)
      for (day, counts) in known.importedCounts(experiment.metric, in: zone) {
        change[day] = (change[day] ?? ArmCounts()) - counts
      }
      exposures.add(change, of: arm, nil)
      touch(.log)
      return .changed
    }
  }

  /// What every line asks of the experiment, kept from one to the next.
  private func openImport(_ id: Experiment.ID) throws(StoreError) -> OpenImport {
    if let open = memory.openImport, open.id == id { return open }
    let experiment = try experiment(id)
    guard experiment.isImported else {
      throw .experiment(experiment, cannotBe: "imported into", "it counts its people itself")
    }
    guard experiment.state != .ended else {
      throw .experiment(experiment, cannotBe: "imported into", "its result stays as it is")
    }
    let open = OpenImport(
      id: id, metric: experiment.design.metric, weights: experiment.design.weights,
      usesMoney: ([experiment.design.metric] + experiment.design.guardrails.map(\.metric)).contains(.revenue),
      startedAt: experiment.startedAt)
    memory.openImport = open
    return open
  }

  /// A test that was counted elsewhere began with the first exposure that is known of.
  private func begin(_ open: OpenImport, at exposedAt: Timestamp) throws(StoreError) {
    if let started = open.startedAt {
      guard exposedAt < started else { return }
      try connection.run(
        """
        UPDATE experiment_phase
           SET started_at = :started
         WHERE experiment_id = :id
           AND phase = 1
        """,
        [":started": .instant(exposedAt), ":id": .id(open.id)])
    } else {
      try connection.run(
        """
        UPDATE experiment
           SET state = 'running',
               version = version + 1
         WHERE id = :id
        """,
        [":id": .id(open.id)])
      try beginPhase(1, of: open.id, weights: open.weights, coverage: 1, now: exposedAt)
    }
    touch(.experiments)
    memory.openImport?.startedAt = exposedAt
  }

  private func refuseFuture(_ instant: Timestamp?, now: Timestamp, field: String) throws(StoreError) {
    guard let instant, instant > now else { return }
    throw .invalid(InvalidInput(field: field, "lies in the future; check the clock and the zone"))
  }

  /// A test is counted by unit or by day, not by both: nobody could say who is counted twice.
  private func refuseMixing(_ id: Experiment.ID, isDaily: Bool) throws(StoreError) {
    let isMixed =
      isDaily
      ? try connection.exists("SELECT unit FROM assignment WHERE experiment_id = :id LIMIT 1", [":id": .id(id)])
      : try connection.exists("SELECT id FROM imported_totals WHERE experiment_id = :id LIMIT 1", [":id": .id(id)])
    guard isMixed else { return }
    throw .conflict(
      code: "import.mixed",
      sentence: isDaily
        ? "experiment \(id) holds single units already, and sums of days would count them twice"
        : "experiment \(id) holds sums of days already, and single units would be counted twice")
  }

  private func update(_ assignment: Assignment) throws(StoreError) {
    try connection.run(
      """
      UPDATE assignment
         SET exposed_at = :exposed_at, converted = :converted, value_cents = :value
       WHERE experiment_id = :experiment
         AND phase = :phase
         AND unit = :unit
      """,
      [
        ":exposed_at": .instant(assignment.exposedAt), ":converted": .flag(assignment.converted),
        ":value": .optional(assignment.valueCents), ":experiment": .id(assignment.arm.experiment),
        ":phase": .count(assignment.arm.phase), ":unit": .text(assignment.unit),
      ])
  }
}

extension Store {
  /// Counts a day of an arm of an imported experiment; a later line of the same day and arm replaces it. The rows are
  /// kept as they came.
  /// - Throws: as ``importExposure(_:into:now:)``; ``StoreError/invalid(_:)`` for more conversions than exposures, and
  ///   where money decides, whose spread among people no daily sum tells.
  package func importTotals(
    day: Int, arm: Int, exposures people: Int64, conversions: Int64, revenueCents: Int64, into id: Experiment.ID,
    now: Timestamp
  ) throws(StoreError) -> ImportedLine {
    try write { () throws(StoreError) in
      let experiment = try openImport(id)
      let zone = try zone(world.zone)
      try StoreError.checking { () throws(InvalidInput) in
        guard people >= 0 else { throw InvalidInput(field: "exposures", "must be at least 0, not \(people)") }
        guard (0...people).contains(conversions) else {
          throw InvalidInput(
            field: "conversions", "must be between 0 and the exposures (\(people)), not \(conversions)")
        }
        guard !experiment.usesMoney else {
          throw InvalidInput(
            field: "revenue", "of a day does not tell how it spreads among people; import single units instead")
        }
      }
      try refuseFuture(zone.start(ofDay: day), now: now, field: "date")
      try refuseMixing(id, isDaily: true)
      let counts = ArmCounts.imported(
        people, conversions: conversions, revenueCents: revenueCents, metric: experiment.metric)
      let known = try totals(of: day, arm: arm, in: experiment)
      guard known != counts else { return .unchanged }
      try begin(experiment, at: zone.start(ofDay: day))
      try connection.run(
        """
        INSERT INTO imported_totals (
          imported_at, experiment_id, phase, arm, day, exposures, conversions, revenue_cents)
        VALUES (:now, :id, 1, :arm, :day, :exposures, :conversions, :revenue)
        """,
        [
          ":now": .instant(now), ":id": .id(id), ":arm": .count(arm), ":day": .count(day),
          ":exposures": .integer(people), ":conversions": .integer(conversions), ":revenue": .integer(revenueCents),
        ])
      exposures.add(
        [day: counts - (known ?? ArmCounts())], of: PendingExposures.Arm(experiment: id, phase: 1, arm: arm), nil)
      touch(.log)
      return known == nil ? .new : .changed
    }
  }

  /// What was last imported of a day and arm. Plan: index `imported_totals_day`, from its end.
  private func totals(of day: Int, arm: Int, in experiment: OpenImport) throws(StoreError) -> ArmCounts? {
    try connection.row(
      """
      SELECT exposures, conversions, revenue_cents
        FROM imported_totals
       WHERE experiment_id = :id
         AND phase = 1
         AND arm = :arm
         AND day = :day
       ORDER BY id DESC
       LIMIT 1
      """,
      [":id": .id(experiment.id), ":arm": .count(arm), ":day": .count(day)]
    ) { row throws(StoreError) in
      .imported(
        row.integer(0), conversions: row.integer(1), revenueCents: row.integer(2), metric: experiment.metric)
    }
  }
}

/// The experiment that is imported into, as the lines of a file need it.
struct OpenImport {
  let id: Experiment.ID
  let metric: ExperimentMetric
  let weights: [Double]
  /// Whether money decides, or must not get worse.
  let usesMoney: Bool
  /// Nil for a draft.
  var startedAt: Timestamp?
}

extension Assignment {
  /// A unit's part in the counts of its day.
  func importedCounts(_ metric: ExperimentMetric, in zone: ZoneTable) -> [Int: ArmCounts] {
    let cents = valueCents ?? 0
    var counts = ArmCounts.imported(1, conversions: converted ? 1 : 0, revenueCents: cents, metric: metric)
    counts.revenueSquares = Double(cents) * Double(cents)
    return [zone.localDay(at: exposedAt): counts]
  }
}

extension ArmCounts {
  /// What an import calls a conversion is what decides; of an experiment about money it is a redemption.
  static func imported(
    _ people: Int64, conversions: Int64, revenueCents: Int64, metric: ExperimentMetric
  ) -> ArmCounts {
    ArmCounts(
      exposures: people, acceptances: metric == .acceptance ? conversions : 0,
      redemptions: metric == .acceptance ? 0 : conversions, revenueCents: revenueCents)
  }
}
