extension ExperimentDesign {
  /// Everything that was decided, by the names that documents, edits and histories use.
  package var facts: [JSON.Member] {
    [
      .init("name", .string(name)), .init("hypothesis", .string(hypothesis)), .init("metric", .string(metric.rawValue)),
      .init("guardrails", Self.json(guardrails)), .init("arms", .array(arms.map(\.json))),
      .init("coverage", .number(coverage)), .init("namespace", namespace?.json ?? .null),
      .init("confidence", .number(confidence)), .init("power", .number(power)), .init("baseline", .number(baseline)),
      .init("effect", .number(effect)), .init("planned_per_arm", .integer(plannedPerArm)),
      .init("minimum_days", .count(minimumDays)), .init("always_valid", .bool(alwaysValid)),
    ]
  }

  /// The names of the facts in which two differ, in the order of ``facts``.
  package func differences(from other: ExperimentDesign) -> [String] {
    zip(facts, other.facts).filter { $0 != $1 }.map(\.0.name)
  }

  /// Reads ``facts`` back; what may be left out has its usual value.
  /// - Throws: ``InvalidInput`` naming the first field that is missing, unknown or of the wrong kind.
  package init(facts: JSON) throws(InvalidInput) {
    var fields = try JSONFields(facts)
    let arms = try Self.arms(fields.require(fields.value("arms"), "arms"))
    let metric = try ExperimentMetric.parsing(
      fields.string("metric") ?? ExperimentMetric.acceptance.rawValue, field: "metric")
    let confidence = try fields.number("confidence") ?? 0.95
    let power = try fields.number("power") ?? 0.8
    let baseline = try fields.require(fields.number("baseline"), "baseline")
    let effect = try fields.require(fields.number("effect"), "effect")
    let planned =
      try fields.integer("planned_per_arm")
      ?? Self.peopleNeeded(
        metric, baseline: baseline, effect: effect, confidence: confidence, power: power, weights: arms.map(\.weight))
    self.init(
      name: try fields.require(fields.string("name"), "name"), hypothesis: try fields.string("hypothesis") ?? "",
      metric: metric,
      guardrails: try Self.guardrails(fields.value("guardrails")), arms: arms,
      coverage: try fields.number("coverage") ?? 1,
      namespace: try fields.object("namespace").map { nested throws(InvalidInput) in
        try ExperimentNamespace(nested)
      },
      confidence: confidence, power: power, baseline: baseline, effect: effect,
      plannedPerArm: planned ?? 1,
      minimumDays: Int(clamping: try fields.integer("minimum_days") ?? 7),
      alwaysValid: try fields.bool("always_valid") ?? true)
    try fields.finish()
    if planned == nil {
      // What kept the number from being worked out is named first.
      try check()
      _ = try fields.require(planned, "planned_per_arm")
    }
  }

  /// People the smallest arm needs for every variant to be told from the control, at a level divided among the variants;
  /// nil where that cannot be worked out from rates alone.
  package static func peopleNeeded(
    _ metric: ExperimentMetric, baseline: Double, effect: Double, confidence: Double, power: Double, weights: [Double]
  ) -> Int64? {
    let target = baseline + effect
    let variants = weights.dropFirst().filter { $0 > 0 }
    guard metric.isRate, let control = weights.first, control > 0, let least = ([control] + variants).min(),
      baseline > 0, baseline < 1, target > 0, target < 1, power > 0, power < 1, confidence > 0, confidence < 1
    else { return nil }
    let alpha = (1 - confidence) / Double(max(1, variants.count))
    let needed = variants.compactMap { weight in
      RatePower.sampleSize(
        baseline: baseline, target: target, alpha: alpha, power: power, ratio: weight / control)?.exactControl
    }
    return needed.max().flatMap { Int64(exactly: ($0 * least / control).rounded(.up)) }
  }

  /// Guardrails as a document.
  package static func json(_ guardrails: [Guardrail]) -> JSON {
    .array(guardrails.map { ["metric": .string($0.metric.rawValue), "margin": .number($0.margin)] })
  }

  /// Reads ``json(_:)``; nil is none.
  package static func guardrails(_ json: JSON?) throws(InvalidInput) -> [Guardrail] {
    guard let json else { return [] }
    guard case .array(let list) = json else { throw InvalidInput(field: "guardrails", "must be a list of objects") }
    var guardrails: [Guardrail] = []
    for (index, element) in list.enumerated() {
      var fields = try JSONFields(element, path: "guardrails.\(index)")
      let metric = try fields.require(fields.string("metric"), "metric")
      let margin = try fields.require(fields.number("margin"), "margin")
      try fields.finish()
      guardrails.append(Guardrail(try .parsing(metric, field: "guardrails.\(index).metric"), margin: margin))
    }
    return guardrails
  }

  /// Arms without weights share alike.
  private static func arms(_ json: JSON) throws(InvalidInput) -> [ExperimentArm] {
    guard case .array(let list) = json else { throw InvalidInput(field: "arms", "must be a list of objects") }
    var arms: [ExperimentArm] = []
    for (index, element) in list.enumerated() {
      arms.append(try ExperimentArm(element, field: "arms.\(index)", alike: 1 / Double(list.count)))
    }
    return arms
  }
}

extension ExperimentMetric {
  /// Reads a metric's name.
  /// - Throws: ``InvalidInput`` naming `field`, with the names there are.
  package static func parsing(_ text: String, field: String) throws(InvalidInput) -> Self {
    guard let metric = Self(rawValue: text) else {
      let names = allCases.map(\.rawValue).joined(separator: ", ")
      throw InvalidInput(field: field, "must be one of \(names), not '\(text.prefix(40))'")
    }
    return metric
  }
}

extension ExperimentArm {
  /// As in documents: `{"name","weight"}` and what it shows: `campaign_id`, or `offer_id` with what a variant changes, or
  /// neither for an imported one.
  package var json: JSON {
    var members: [JSON.Member] = [.init("name", .string(name)), .init("weight", .number(weight))]
    switch content {
    case .campaign(let id): members.append(.init("campaign_id", .id(id)))
    case .offer(let id): members.append(.init("offer_id", .id(id)))
    case .variant(let id, let wording): members += [.init("offer_id", .id(id))] + wording.facts
    case .imported: break
    }
    return .object(members)
  }

  /// Reads ``json``.
  /// - Parameter alike: the weight of an arm that gives none.
  package init(_ json: JSON, field: String, alike: Double) throws(InvalidInput) {
    var fields = try JSONFields(json, path: field)
    let name = try fields.require(fields.string("name"), "name")
    let weight = try fields.number("weight") ?? alike
    let campaign = try fields.integer("campaign_id").map { Campaign.ID($0) }
    let offer = try fields.integer("offer_id").map { Offer.ID($0) }
    let wording = try ArmWording(&fields)
    try fields.finish()
    self.init(name: name, content: try Self.content(campaign, offer, wording, field: field), weight: weight)
  }

  private static func content(
    _ campaign: Campaign.ID?, _ offer: Offer.ID?, _ wording: ArmWording, field: String
  ) throws(InvalidInput) -> Content {
    switch (campaign, offer) {
    case (.some, .some): throw InvalidInput(field: field, "shows a campaign or an offer, not both")
    case (nil, let offer?): return wording == ArmWording() ? .offer(offer) : .variant(offer, wording)
    case (let campaign, nil):
      guard wording == ArmWording() else {
        throw InvalidInput(.missingField, field: "\(field).offer_id", "is missing: a variant is one of an offer")
      }
      return campaign.map { .campaign($0) } ?? .imported
    }
  }
}

extension ArmWording {
  /// What it changes, by the names offers have for it.
  package var facts: [JSON.Member] {
    var facts: [JSON.Member] = []
    if let title { facts.append(.init("title", .string(title))) }
    if let description { facts.append(.init("description", .string(description))) }
    if let value { facts.append(.init("value", value.json)) }
    return facts
  }

  /// Reads ``facts``; what is missing stays as the offer has it.
  package init(_ fields: inout JSONFields) throws(InvalidInput) {
    let title = try fields.string("title")
    let description = try fields.string("description")
    let name = fields.name("value")
    let value = try fields.object("value").map { nested throws(InvalidInput) in
      var nested = nested
      return try ValueProposition(&nested, field: name)
    }
    self.init(title: title, description: description, value: value)
  }
}

extension ExperimentNamespace {
  /// As in documents.
  package var json: JSON { ["name": .string(name), "from": .number(from), "to": .number(to)] }

  fileprivate init(_ fields: JSONFields) throws(InvalidInput) {
    var fields = fields
    self.init(
      name: try fields.require(fields.string("name"), "name"), from: try fields.require(fields.number("from"), "from"),
      to: try fields.require(fields.number("to"), "to"))
    try fields.finish()
  }
}
