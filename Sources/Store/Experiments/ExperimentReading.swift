import Core

extension Store {
  /// Every experiment with what was counted of its phase in use, by number. One pass over each table, whatever their
  /// number. Plan: primary keys.
  package func experiments() throws(StoreError) -> [ExperimentRecord] {
    try read { () throws(StoreError) in
      var arms = try experimentArms(of: nil)
      var phases = try experimentPhases(of: nil)
      // Most tests of a list have the same few guardrails.
      var guardrails: [String: [Guardrail]] = [:]
      let experiments = try connection.rows(
        """
        SELECT id, version, name, hypothesis, metric, guardrails, coverage, namespace, namespace_from, namespace_to,
               confidence, power, baseline, effect, planned_per_arm, minimum_days, always_valid, state, created_at,
               ended_at, winner, deployed_at
          FROM experiment
         ORDER BY id
        """
      ) { row throws(StoreError) in
        let (id, stored) = (row.integer(0), row.text(5))
        if guardrails[stored] == nil { guardrails[stored] = try ExperimentDesign.guardrails(stored: stored) }
        return try Experiment(
          row, arms: arms.removeValue(forKey: id) ?? [], guardrails: guardrails[stored] ?? [],
          phases: phases[id]?.phases ?? [])
      }
      var days = try experimentDays(of: nil, phases: phases)
      return experiments.map { experiment in
        ExperimentRecord(
          experiment: experiment,
          days: days.removeValue(forKey: experiment.id.value) ?? [],
          inTwoArms: phases.removeValue(forKey: experiment.id.value)?.inTwoArms ?? 0)
      }
    }
  }

  /// One experiment with what was counted of its phase in use.
  package func experimentRecord(_ id: Experiment.ID) throws(StoreError) -> ExperimentRecord {
    try read { () throws(StoreError) in
      let experiment = try experiment(id)
      let phases = try experimentPhases(of: id)
      let days = try experimentDays(of: id, phases: phases)[id.value] ?? []
      return ExperimentRecord(experiment: experiment, days: days, inTwoArms: phases[id.value]?.inTwoArms ?? 0)
    }
  }

  /// One experiment.
  package func experiment(_ id: Experiment.ID) throws(StoreError) -> Experiment {
    try read { () throws(StoreError) in
      let arms = try experimentArms(of: id)[id.value] ?? []
      let phases = try experimentPhases(of: id)[id.value]?.phases ?? []
      let experiment = try connection.row(
        """
        SELECT id, version, name, hypothesis, metric, guardrails, coverage, namespace, namespace_from, namespace_to,
               confidence, power, baseline, effect, planned_per_arm, minimum_days, always_valid, state, created_at,
               ended_at, winner, deployed_at
          FROM experiment
         WHERE id = :id
        """,
        [":id": .id(id)]
      ) { row throws(StoreError) in
        try Experiment(
          row, arms: arms, guardrails: ExperimentDesign.guardrails(stored: row.text(5)), phases: phases)
      }
      guard let experiment else { throw .notFound("experiment", id) }
      return experiment
    }
  }

  /// The number of the experiment of a name; nil if there is none.
  package func experiment(named name: String) throws(StoreError) -> Experiment.ID? {
    try connection.row(
      """
      SELECT id
        FROM experiment
       WHERE name = :name
      """,
      [":name": .text(name)]
    ) { row throws(StoreError) in row.id(0) }
  }

  /// The kinds of people of the phase in use, by dimension. Plan: primary key.
  package func experimentSegments(_ id: Experiment.ID) throws(StoreError) -> [ExperimentSegment] {
    try read { () throws(StoreError) in
      let experiment = try experiment(id)
      var order: [ExposureSegment.Kind] = []
      var counts: [ExposureSegment.Kind: [ArmCounts]] = [:]
      try connection.each(
        """
        SELECT dimension, value, arm, exposures, acceptances, redemptions, dismissals, revenue_cents, revenue_squares
          FROM rollup_experiment_segment
         WHERE experiment_id = :id
           AND phase = :phase
         ORDER BY dimension, value, arm
        """,
        [":id": .id(id), ":phase": .count(experiment.phase?.number ?? 0)]
      ) { row throws(StoreError) in
        let kind = ExposureSegment.Kind(dimension: try row.choice(0), value: row.text(1))
        if counts[kind] == nil {
          order.append(kind)
          counts[kind] = Array(repeating: ArmCounts(), count: experiment.design.arms.count)
        }
        let arm = row.count(2)
        if experiment.design.arms.indices.contains(arm) { counts[kind]?[arm] = ArmCounts(row, from: 3) }
      }
      return order.map {
        ExperimentSegment(dimension: $0.dimension.words, value: $0.value, arms: counts[$0] ?? [])
      }
    }
  }
}

/// The days of one experiment, put together from rows as they are read.
struct ExperimentDayRows {
  private(set) var days: [ExperimentDay] = []
  private var day: Int?
  private var arms: [ArmCounts] = []
  private let count: Int

  /// - Parameters:
  ///   - arms: how many the experiment has.
  ///   - days: how many there may be, to make room for.
  init(arms count: Int, days: Int) {
    self.count = count
    self.days.reserveCapacity(days)
  }

  /// Takes over a row; they come by day.
  mutating func add(day: Int, arm: Int, _ counts: ArmCounts) {
    if day != self.day {
      finish()
      self.day = day
      arms = Array(repeating: ArmCounts(), count: count)
    }
    if arms.indices.contains(arm) { arms[arm] = counts }
  }

  /// Closes the last day.
  mutating func finish() {
    guard let day else { return }
    days.append(ExperimentDay(day: day, arms: arms))
    self.day = nil
  }
}
