import Core

extension Experiment {
  /// The experiment as in every document: its design's facts, and how far it is.
  var json: JSON {
    .object(
      [.init("id", .id(id)), .init("version", .count(version)), .init("state", .string(state.rawValue))] + design.facts
        + [
          .init("phases", .array(phases.map(\.json))), .init("created_at", .instant(createdAt)),
          .init("ended_at", .instant(endedAt)), .init("winner", arm(winner)),
          .init("deployed_at", .instant(deployedAt)),
        ])
  }

  /// `{"index","name"}` of an arm, or null.
  func arm(_ index: Int?) -> JSON {
    guard let index, design.arms.indices.contains(index) else { return .null }
    return ["index": .count(index), "name": .string(design.arms[index].name)]
  }

  /// The shape of ``json``.
  static let schema: Schema = .fields([
    "id": .integer, "version": .integer, "state": .choice(ExperimentState.allCases.map(\.rawValue)), "name": .string,
    "hypothesis": .string, "metric": metricSchema,
    "guardrails": .array(.fields(["metric": metricSchema, "margin": .number])), "arms": .array(armSchema),
    "coverage": .number,
    "namespace": .nullable(.fields(["name": .string, "from": .number, "to": .number])), "confidence": .number,
    "power": .number, "baseline": .number, "effect": .number, "planned_per_arm": .integer, "minimum_days": .integer,
    "always_valid": .boolean,
    "phases": .array(
      .fields([
        "number": .integer, "seed": .string, "weights": .array(.number), "coverage": .number, "started_at": .instant,
      ])),
    "created_at": .instant, "ended_at": .nullable(.instant), "winner": .nullable(armNameSchema),
    "deployed_at": .nullable(.instant),
  ])

  /// The shape of ``arm(_:)``.
  static let armNameSchema: Schema = .fields(["index": .integer, "name": .string])

  /// A metric's name.
  static let metricSchema = Schema.choice(ExperimentMetric.allCases.map(\.rawValue))

  private static let armSchema: Schema = .fields(
    required: ["name": .string, "weight": .number],
    optional: [
      "campaign_id": .integer, "offer_id": .integer, "title": .string, "description": .string,
      "value": .fields([
        "discount_percent": .number, "amount_cents": .integer, "parking_minutes": .integer,
        "perks": .array(.choice(Perk.allCases.map(\.rawValue))),
      ]),
    ])

  /// The shape of what `experiment create` and `experiment edit` read: any of the facts, null for none.
  static let inputSchema: Schema = {
    guard case .object(let properties) = schema else { return .any }
    let facts = ["phases", "created_at", "ended_at", "winner", "deployed_at"]
    return .object(
      properties.filter { !facts.contains($0.name) }.map { property in
        .init(property.name, property.name == "arms" ? .array(.any) : property.schema.orNull, optional: true)
      })
  }()

  /// For people.
  var text: String {
    var fields = FieldList([
      "experiment": "\(id), version \(version), \(state.rawValue)", "name": design.name,
    ])
    fields.add("hypothesis", design.hypothesis.isEmpty ? nil : design.hypothesis)
    fields.add("decides", design.metric.rawValue)
    for guardrail in design.guardrails {
      fields.add("guardrail", "\(guardrail.metric.rawValue), at most \(guardrail.margin) worse")
    }
    for (index, arm) in design.arms.enumerated() {
      fields.add(index == 0 ? "control" : "variant \(index)", arm.words)
    }
    let phase = phase.map { ", phase \($0.number) since \($0.startedAt.rfc3339)" } ?? ""
    fields.add("coverage", "\(Words.number((self.phase?.coverage ?? design.coverage) * 100)) % of people\(phase)")
    fields.add("namespace", design.namespace.map { "\($0.name), \($0.from) to \($0.to)" })
    fields.add(
      "plan",
      "\(design.plannedPerArm) people in each arm and \(Words.count(design.minimumDays, "day")) at least, to see "
        + "\(design.effect) beside \(design.baseline) with power \(design.power) at confidence \(design.confidence)")
    fields.add("looks", design.alwaysValid ? "every day may decide" : "only the planned sample decides")
    fields.add("ended", endedAt.map { "\($0.rfc3339) for \(winner.map { design.arms[$0].name } ?? "no arm")" })
    fields.add("deployed", deployedAt?.rfc3339)
    return fields.text
  }
}

extension ExperimentPhase {
  fileprivate var json: JSON {
    [
      "number": .count(number), "seed": .string(seed), "weights": .array(weights.map { .number($0) }),
      "coverage": .number(coverage), "started_at": .instant(startedAt),
    ]
  }
}

extension ExperimentArm {
  /// As in "B: offer 17 with another value, weight 0.5".
  fileprivate var words: String {
    let what =
      switch content {
      case .campaign(let id): "campaign \(id)"
      case .offer(let id): "offer \(id)"
      case .variant(let id, let wording): "offer \(id) with another \(Words.all(wording.facts.map(\.name)))"
      case .imported: "counted elsewhere"
      }
    return "\(name): \(what), weight \(weight)"
  }
}
