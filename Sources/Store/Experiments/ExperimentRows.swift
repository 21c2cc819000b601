import Core

/// Experiments as they stand in their tables.
extension Store {
  /// The arms of one experiment, or of all, by the experiment's number. Plan: primary key.
  func experimentArms(of id: Experiment.ID?) throws(StoreError) -> [Int64: [ExperimentArm]] {
    var arms: [Int64: [ExperimentArm]] = [:]
    try connection.each(
      """
      SELECT experiment_id, arm, name, content, campaign_id, offer_id, title, description, value, weight
        FROM experiment_arm
       WHERE experiment_id BETWEEN :first AND :last
       ORDER BY experiment_id, arm
      """,
      Self.range(of: id)
    ) { row throws(StoreError) in arms[row.integer(0), default: []].append(try ExperimentArm(row)) }
    return arms
  }

  /// The phases of one experiment, or of all, and the people seen in two arms of the phase in use. Plan: primary key.
  func experimentPhases(
    of id: Experiment.ID?
  ) throws(StoreError) -> [Int64: (phases: [ExperimentPhase], inTwoArms: Int64)] {
    var phases: [Int64: (phases: [ExperimentPhase], inTwoArms: Int64)] = [:]
    // Most tests divide alike.
    var shares: [String: [Double]] = [:]
    try connection.each(
      """
      SELECT experiment_id, phase, seed, weights, coverage, started_at, in_two_arms
        FROM experiment_phase
       WHERE experiment_id BETWEEN :first AND :last
       ORDER BY experiment_id, phase
      """,
      Self.range(of: id)
    ) { row throws(StoreError) in
      let stored = row.text(3)
      if shares[stored] == nil { shares[stored] = try Self.weights(stored) }
      let phase = ExperimentPhase(
        number: row.count(1), seed: row.text(2), weights: shares[stored] ?? [], coverage: row.real(4),
        startedAt: row.instant(5))
      phases[row.integer(0), default: ([], 0)].phases.append(phase)
      phases[row.integer(0)]?.inTwoArms = row.integer(6)
    }
    return phases
  }

  /// What was counted of the phase in use of one experiment, or of all, by day. Plan: primary key.
  /// - Parameter phases: by the experiment's number, as ``experimentPhases(of:)`` reads them.
  func experimentDays(
    of id: Experiment.ID?, phases: [Int64: (phases: [ExperimentPhase], inTwoArms: Int64)]
  ) throws(StoreError) -> [Int64: [ExperimentDay]] {
    var days: [Int64: [ExperimentDay]] = [:]
    var current: Int64?
    var inUse: Int64 = 0
    var rows = ExperimentDayRows(arms: 0, days: 0)
    try connection.each(
      """
      SELECT experiment_id, day, arm, exposures, acceptances, redemptions, dismissals, revenue_cents, revenue_squares,
             phase
        FROM rollup_experiment_day
       WHERE experiment_id BETWEEN :first AND :last
       ORDER BY experiment_id, phase, day, arm
      """,
      Self.range(of: id)
    ) { row throws(StoreError) in
      let experiment = row.integer(0)
      if experiment != current {
        rows.finish()
        if let current { days[current] = rows.days }
        current = experiment
        let phase = phases[experiment]?.phases.last
        inUse = Int64(phase?.number ?? 0)
        // Most tests of a list are about as old as each other.
        rows = ExperimentDayRows(arms: phase?.weights.count ?? 0, days: rows.days.count)
      }
      // Phases are few, and told apart faster here than by a query of its own for every row.
      guard row.integer(9) == inUse else { return }
      rows.add(day: row.count(1), arm: row.count(2), ArmCounts(row, from: 3))
    }
    rows.finish()
    if let current { days[current] = rows.days }
    return days
  }

  private static func range(of id: Experiment.ID?) -> Value.Parameters {
    [":first": .integer(id?.value ?? 0), ":last": .integer(id?.value ?? .max)]
  }

  /// Weights as they are stored.
  static func text(_ weights: [Double]) -> String {
    weights.map { "\($0)" }.joined(separator: ",")
  }

  /// Reads ``text(_:)``.
  static func weights(_ text: String) throws(StoreError) -> [Double] {
    let weights = text.split(separator: ",").compactMap { Double($0) }
    guard weights.count == text.split(separator: ",").count else {
      throw .unknownText(column: "experiment_phase.weights", text: text)
    }
    return weights
  }

  /// Writes the facts of a design over those of an experiment's version.
  func write(_ design: ExperimentDesign, of id: Experiment.ID, version: Int) throws(StoreError) {
    try connection.run(
      """
      UPDATE experiment
         SET version = :version, name = :name, hypothesis = :hypothesis, metric = :metric, guardrails = :guardrails,
             coverage = :coverage, namespace = :namespace, namespace_from = :from, namespace_to = :to,
             confidence = :confidence, power = :power, baseline = :baseline, effect = :effect,
             planned_per_arm = :planned_per_arm, minimum_days = :minimum_days, always_valid = :always_valid
       WHERE id = :id
      """,
      design.parameters(id: id.value, version: version))
    try connection.run("DELETE FROM experiment_arm WHERE experiment_id = :id", [":id": .id(id)])
    try writeArms(of: design, id)
  }

  /// Stores a new draft; a number asks for it again after it was taken back.
  func insert(
    _ design: ExperimentDesign, number: Experiment.ID?, version: Int, createdAt now: Timestamp
  ) throws(StoreError) -> Experiment.ID {
    try connection.run(
      """
      INSERT INTO experiment (
        id, version, name, hypothesis, metric, guardrails, coverage, namespace, namespace_from, namespace_to, confidence,
        power, baseline, effect, planned_per_arm, minimum_days, always_valid, state, created_at)
      VALUES (
        :id, 1, :name, '', 'acceptance', '[]', 1, NULL, NULL, NULL, 0.95, 0.8, 0, 0, 1, 0, 1, 'draft', :now)
      """,
      [":id": .id(number), ":name": .text(design.name), ":now": .instant(now)])
    let id = Experiment.ID(connection.lastInsertedID)
    try write(design, of: id, version: version)
    return id
  }

  private func writeArms(of design: ExperimentDesign, _ id: Experiment.ID) throws(StoreError) {
    for (index, arm) in design.arms.enumerated() {
      let content = arm.content
      try connection.run(
        """
        INSERT INTO experiment_arm (
          experiment_id, arm, name, content, campaign_id, offer_id, title, description, value, weight)
        VALUES (:id, :arm, :name, :content, :campaign, :offer, :title, :description, :value, :weight)
        """,
        [
          ":id": .id(id), ":arm": .count(index), ":name": .text(arm.name), ":content": .text(content.kind),
          ":campaign": .id(content.campaign), ":offer": .id(content.offer),
          ":title": .optional(content.wording?.title), ":description": .optional(content.wording?.description),
          ":value": .optional(content.wording?.value?.json.text()), ":weight": .real(arm.weight),
        ])
    }
  }
}

extension ExperimentDesign {
  fileprivate func parameters(id: Int64, version: Int) -> Value.Parameters {
    [
      ":version": .count(version), ":name": .text(name), ":hypothesis": .text(hypothesis), ":metric": .choice(metric),
      ":guardrails": .text(Self.json(guardrails).text()), ":coverage": .real(coverage),
      ":namespace": .optional(namespace?.name), ":from": .optional(namespace?.from), ":to": .optional(namespace?.to),
      ":confidence": .real(confidence), ":power": .real(power), ":baseline": .real(baseline), ":effect": .real(effect),
      ":planned_per_arm": .integer(plannedPerArm), ":minimum_days": .count(minimumDays),
      ":always_valid": .flag(alwaysValid), ":id": .integer(id),
    ]
  }

  /// Reads the guardrails that were stored; most experiments have few or none.
  static func guardrails(stored text: String) throws(StoreError) -> [Guardrail] {
    guard text != "[]" else { return [] }
    do {
      return try guardrails(JSON(parsing: text))
    } catch {
      throw .corrupt(detail: "the guardrails of an experiment \(error)")
    }
  }
}

extension Experiment {
  /// Reads the columns in the order of ``Store/experiments()``.
  init(
    _ row: Row, arms: [ExperimentArm], guardrails: [Guardrail], phases: [ExperimentPhase]
  ) throws(StoreError) {
    let namespace =
      row.isNull(7) ? nil : ExperimentNamespace(name: row.text(7), from: row.real(8), to: row.real(9))
    let design = ExperimentDesign(
      name: row.text(2), hypothesis: row.text(3), metric: try row.choice(4),
      guardrails: guardrails, arms: arms, coverage: row.real(6),
      namespace: namespace, confidence: row.real(10), power: row.real(11), baseline: row.real(12),
      effect: row.real(13), plannedPerArm: row.integer(14), minimumDays: row.count(15), alwaysValid: row.flag(16))
    self.init(
      id: row.id(0), version: row.count(1), design: design, state: try row.choice(17), phases: phases,
      createdAt: row.instant(18), endedAt: row.optional(19) { row.instant($0) },
      winner: row.optional(20) { row.count($0) }, deployedAt: row.optional(21) { row.instant($0) })
  }
}

extension ExperimentArm {
  /// Reads the columns in the order of ``Store/experimentArms(of:)``.
  fileprivate init(_ row: Row) throws(StoreError) {
    let content: Content
    switch row.text(3) {
    case "campaign": content = .campaign(row.id(4))
    case "offer": content = .offer(row.id(5))
    case "variant":
      content = .variant(
        row.id(5),
        ArmWording(
          title: row.optional(6) { row.text($0) }, description: row.optional(7) { row.text($0) },
          value: try ValueProposition.stored(row.optional(8) { row.text($0) })))
    case "imported": content = .imported
    case let text: throw .unknownText(column: row.name(of: 3), text: text)
    }
    self.init(name: row.text(2), content: content, weight: row.real(9))
  }
}

extension Row {
  /// What an experiment worded otherwise; nil where the column holds nothing.
  func wording(_ column: Int32) throws(StoreError) -> ArmWording? {
    guard !isNull(column) else { return nil }
    do {
      var fields = try JSONFields(JSON(parsing: text(column)))
      return try ArmWording(&fields)
    } catch {
      throw .corrupt(detail: "\(name(of: column)) \(error)")
    }
  }
}

extension ValueProposition {
  /// Reads what `json.text()` wrote.
  fileprivate static func stored(_ text: String?) throws(StoreError) -> ValueProposition? {
    guard let text else { return nil }
    do {
      var fields = try JSONFields(JSON(parsing: text))
      return try ValueProposition(&fields, field: "value")
    } catch {
      throw .corrupt(detail: "the value of an experiment's arm \(error)")
    }
  }
}

extension ExperimentArm.Content {
  /// The word the table has for it.
  fileprivate var kind: String {
    switch self {
    case .campaign: "campaign"
    case .offer: "offer"
    case .variant: "variant"
    case .imported: "imported"
    }
  }

  /// The campaign it shows, if it is one.
  var campaign: Campaign.ID? {
    if case .campaign(let id) = self { id } else { nil }
  }

  /// The offer it shows, if it is one.
  var offer: Offer.ID? {
    switch self {
    case .offer(let id), .variant(let id, _): id
    case .campaign, .imported: nil
    }
  }

  /// What it changes of its offer, if anything.
  var wording: ArmWording? {
    if case .variant(_, let wording) = self { wording } else { nil }
  }
}

extension ArmCounts {
  /// Reads the six numbers of a rollup's row from a column on.
  init(_ row: Row, from first: Int32) {
    self.init(
      exposures: row.integer(first), acceptances: row.integer(first + 1), redemptions: row.integer(first + 2),
      dismissals: row.integer(first + 3), revenueCents: row.integer(first + 4), revenueSquares: row.real(first + 5))
  }
}
