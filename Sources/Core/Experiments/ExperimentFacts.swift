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
    self.init(
      name: try fields.require(fields.string("name"), "name"), hypothesis: try fields.string("hypothesis") ?? "",
      metric: try .parsing(fields.string("metric") ?? ExperimentMetric.acceptance.rawValue, field: "metric"),
      guardrails: try Self.guardrails(fields.value("guardrails")), arms: arms,
      coverage: try fields.number("coverage") ?? 1,
      namespace: try fields.object("namespace").map { nested throws(InvalidInput) in
        try ExperimentNamespace(nested)
      },
      confidence: try fields.number("confidence") ?? 0.95, power: try fields.number("power") ?? 0.8,
      baseline: try fields.require(fields.number("baseline"), "baseline"),
      effect: try fields.require(fields.number("effect"), "effect"),
      plannedPerArm: try fields.require(fields.integer("planned_per_arm"), "planned_per_arm"),
      minimumDays: Int(clamping: try fields.integer("minimum_days") ?? 7),
      alwaysValid: try fields.bool("always_valid") ?? true)
    try fields.finish()
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
    case .variant(let id, let wording):
      members.append(.init("offer_id", .id(id)))
      if let title = wording.title { members.append(.init("title", .string(title))) }
      if let description = wording.description { members.append(.init("description", .string(description))) }
      if let value = wording.value { members.append(.init("value", value.json)) }
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
    let wording = ArmWording(
      title: try fields.string("title"), description: try fields.string("description"),
      value: try fields.object("value").map { nested throws(InvalidInput) in
        var nested = nested
        return try ValueProposition(&nested, field: "\(field).value")
      })
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
