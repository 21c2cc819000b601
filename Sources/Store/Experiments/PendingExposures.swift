import Core

/// What a transaction adds to the counts of experiments, until it is written at its end.
struct PendingExposures {
  /// One arm of a phase.
  struct Arm: Hashable {
    let experiment: Experiment.ID
    let phase: Int
    let arm: Int
  }

  /// One arm on one local day.
  struct Day: Hashable {
    let arm: Arm
    let day: Int
  }

  /// The people of one kind in one arm.
  struct Segment: Hashable {
    let arm: Arm
    let kind: ExposureSegment.Kind
  }

  var days: [Day: ArmCounts] = [:]
  var segments: [Segment: ArmCounts] = [:]
  /// People found in two arms, by experiment and phase; the arm of the key is 0.
  var inTwoArms: [Arm: Int64] = [:]

  var isEmpty: Bool { days.isEmpty && inTwoArms.isEmpty }

  /// Adds what one person did, by day, to the arm and to the kinds of people the person is one of.
  /// - Parameter segment: nil for people of whom nothing is known.
  mutating func add(_ counts: [Int: ArmCounts], of arm: Arm, _ segment: ExposureSegment?) {
    for (day, counts) in counts where counts != ArmCounts() {
      days[Day(arm: arm, day: day), default: ArmCounts()] = days[Day(arm: arm, day: day), default: ArmCounts()] + counts
      for kind in segment?.kinds ?? [] {
        let key = Segment(arm: arm, kind: kind)
        segments[key] = (segments[key] ?? ArmCounts()) + counts
      }
    }
  }

  /// Takes a person off an arm, who was seen in another one too.
  mutating func exclude(_ counts: [Int: ArmCounts], of arm: Arm, _ segment: ExposureSegment?) {
    add(counts.mapValues { ArmCounts() - $0 }, of: arm, segment)
    inTwoArms[Arm(experiment: arm.experiment, phase: arm.phase, arm: 0), default: 0] += 1
  }
}

extension Store {
  /// Writes what the transaction counted of experiments: one row for each arm and day, and each arm and kind of people.
  func flushExposures() throws(StoreError) {
    guard !exposures.isEmpty else { return }
    for (key, counts) in exposures.days {
      try connection.run(
        """
        INSERT INTO rollup_experiment_day (
          experiment_id, phase, day, arm, exposures, acceptances, redemptions, dismissals, revenue_cents,
          revenue_squares)
        VALUES (
          :experiment, :phase, :day, :arm, :exposures, :acceptances, :redemptions, :dismissals, :revenue, :squares)
        ON CONFLICT (experiment_id, phase, day, arm) DO UPDATE SET
          exposures = exposures + excluded.exposures,
          acceptances = acceptances + excluded.acceptances,
          redemptions = redemptions + excluded.redemptions,
          dismissals = dismissals + excluded.dismissals,
          revenue_cents = revenue_cents + excluded.revenue_cents,
          revenue_squares = revenue_squares + excluded.revenue_squares
        """,
        [
          ":experiment": .id(key.arm.experiment), ":phase": .count(key.arm.phase), ":day": .count(key.day),
          ":arm": .count(key.arm.arm), ":exposures": .integer(counts.exposures),
          ":acceptances": .integer(counts.acceptances), ":redemptions": .integer(counts.redemptions),
          ":dismissals": .integer(counts.dismissals), ":revenue": .integer(counts.revenueCents),
          ":squares": .real(counts.revenueSquares),
        ])
    }
    for (key, counts) in exposures.segments { try add(counts, to: key) }
    for (key, count) in exposures.inTwoArms {
      try connection.run(
        """
        UPDATE experiment_phase
           SET in_two_arms = in_two_arms + :count
         WHERE experiment_id = :experiment
           AND phase = :phase
        """,
        [":count": .integer(count), ":experiment": .id(key.experiment), ":phase": .count(key.phase)])
    }
    exposures = PendingExposures()
  }

  private func add(_ counts: ArmCounts, to key: PendingExposures.Segment) throws(StoreError) {
    try connection.run(
      """
      INSERT INTO rollup_experiment_segment (
        experiment_id, phase, dimension, value, arm, exposures, acceptances, redemptions, dismissals, revenue_cents,
        revenue_squares)
      VALUES (
        :experiment, :phase, :dimension, :value, :arm, :exposures, :acceptances, :redemptions, :dismissals, :revenue,
        :squares)
      ON CONFLICT (experiment_id, phase, dimension, value, arm) DO UPDATE SET
        exposures = exposures + excluded.exposures,
        acceptances = acceptances + excluded.acceptances,
        redemptions = redemptions + excluded.redemptions,
        dismissals = dismissals + excluded.dismissals,
        revenue_cents = revenue_cents + excluded.revenue_cents,
        revenue_squares = revenue_squares + excluded.revenue_squares
      """,
      [
        ":experiment": .id(key.arm.experiment), ":phase": .count(key.arm.phase),
        ":dimension": .choice(key.kind.dimension), ":value": .text(key.kind.value), ":arm": .count(key.arm.arm),
        ":exposures": .integer(counts.exposures), ":acceptances": .integer(counts.acceptances),
        ":redemptions": .integer(counts.redemptions), ":dismissals": .integer(counts.dismissals),
        ":revenue": .integer(counts.revenueCents), ":squares": .real(counts.revenueSquares),
      ])
  }
}
