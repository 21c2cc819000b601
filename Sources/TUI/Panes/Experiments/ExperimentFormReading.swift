import Core

extension ExperimentForm {
  /// The offer that is typed, among those that can be tested; nil while it is none of them.
  static func offer(_ draft: ExperimentDraft, value: (String) -> FieldValue?) -> TestableOffer? {
    let text = (value("offer")?.entry?.text ?? "").trimmingBlanks
    guard let number = Int64(text) else { return nil }
    return draft.offers.first { $0.offer.id.value == number }
  }

  /// The design that some values ask for.
  /// - Throws: ``InvalidInput`` with the id of a field.
  package static func design(
    _ draft: ExperimentDraft, value: (String) -> FieldValue?
  ) throws(InvalidInput) -> ExperimentDesign {
    func text(_ id: String) -> String { (value(id)?.entry?.text ?? "").trimmingBlanks }
    func number(_ id: String) -> Double? { value(id)?.number }
    let metric = (value("metric")?.chosen.first).flatMap(ExperimentMetric.init(rawValue:)) ?? .acceptance
    guard !text("name").isEmpty else {
      throw InvalidInput(.missingField, field: "name", "is empty; give the test a name")
    }
    let arms = try arms(draft, value)
    let worked = ExperimentFormPlan(value)
    guard let plan = worked.plan else {
      throw worked.objection ?? InvalidInput(field: "effect", "leads to no plan")
    }
    let design = ExperimentDesign(
      name: text("name"), hypothesis: text("hypothesis"), metric: metric,
      guardrails: guardrails(besides: metric, value), arms: arms, coverage: (number("coverage") ?? 100) / 100,
      namespace: try namespace(value), confidence: plan.question.confidence, power: plan.power,
      baseline: plan.question.baseline, effect: plan.effect, plannedPerArm: plan.perArm,
      minimumDays: number("minimum_days").flatMap { Int(exactly: $0) } ?? 7,
      alwaysValid: value("always_valid") == .toggle(true))
    try design.check()
    return design
  }

  /// The arms with their weights.
  private static func arms(
    _ draft: ExperimentDraft, _ value: (String) -> FieldValue?
  ) throws(InvalidInput) -> [ExperimentArm] {
    let isVariant = value("kind")?.chosen.first != Kind.campaigns.rawValue
    let contents = isVariant ? try variant(draft, value) : try campaigns(draft, value)
    let weights = try WeightsText.weights(value("weights")?.entry?.text ?? "")
    guard weights.count == contents.count else {
      throw InvalidInput(field: "weights", "must be \(contents.count) shares, one for each arm")
    }
    return zip(contents, weights).map { ExperimentArm(name: $0.name, content: $0.content, weight: $1) }
  }

  private static func variant(
    _ draft: ExperimentDraft, _ value: (String) -> FieldValue?
  ) throws(InvalidInput) -> [(name: String, content: ExperimentArm.Content)] {
    guard let tested = offer(draft, value: value) else {
      throw InvalidInput(field: "offer", "must be the number of an offer that people see now")
    }
    let offer = tested.offer
    let wording = wording(of: offer, value)
    guard wording != ArmWording() else {
      throw InvalidInput(field: "title", "changes nothing yet; give B another title, text or value")
    }
    if let value = wording.value, !value.isGenuine {
      throw InvalidInput(
        field: "value.discount_percent", "must leave worth: 10 % off, 5.00 off, 15 minutes of parking, or a perk")
    }
    let known = draft.design.arms.map(\.name)
    let names = known.count == 2 ? known : ExperimentDraft.armNames
    return [(names[0], .offer(offer.id)), (names[1], .variant(offer.id, wording))]
  }

  /// What differs from the offer.
  private static func wording(of offer: Offer, _ value: (String) -> FieldValue?) -> ArmWording {
    func text(_ id: String, _ own: String) -> String? {
      let typed = (value(id)?.entry?.text ?? "").trimmingBlanks
      return typed.isEmpty || typed == own ? nil : typed
    }
    let own = offer.value
    let changed = ValueProposition(
      discountPercent: value("value.discount_percent")?.number ?? own.discountPercent,
      amountCents: value("value.amount_cents")?.cents ?? own.amountCents,
      parkingMinutes: value("value.parking_minutes")?.count ?? own.parkingMinutes, perks: own.perks)
    return ArmWording(
      title: text("title", offer.title), description: text("description", offer.description),
      value: changed == own ? nil : changed)
  }

  private static func campaigns(
    _ draft: ExperimentDraft, _ value: (String) -> FieldValue?
  ) throws(InvalidInput) -> [(name: String, content: ExperimentArm.Content)] {
    let chosen = value("campaigns")?.chosen ?? []
    guard (2...8).contains(chosen.count) else {
      throw InvalidInput(field: "campaigns", "must be two to eight campaigns")
    }
    guard let control = value("control")?.chosen.first, chosen.contains(control) else {
      throw InvalidInput(field: "control", "must be one of the chosen campaigns")
    }
    let order = [control] + chosen.filter { $0 != control }
    return order.compactMap { id in
      draft.campaigns.first { $0.id.description == id }.map { ($0.name, .campaign($0.id)) }
    }
  }

  private static func namespace(_ value: (String) -> FieldValue?) throws(InvalidInput) -> ExperimentNamespace? {
    let name = (value("namespace")?.entry?.text ?? "").trimmingBlanks
    guard !name.isEmpty else { return nil }
    guard let from = value("namespace_from")?.number, let to = value("namespace_to")?.number, from < to else {
      throw InvalidInput(field: "namespace_to", "must be above where the slice begins, such as 0 to 50")
    }
    return ExperimentNamespace(name: name, from: from / 100, to: to / 100)
  }

  private static func guardrails(
    besides metric: ExperimentMetric, _ value: (String) -> FieldValue?
  ) -> [Guardrail] {
    [ExperimentMetric.dismissal, .acceptance, .redemption, .revenue].compactMap { guarded in
      guard guarded != metric else { return nil }
      let field = value("guard_\(guarded.rawValue)")
      let margin = guarded.isRate ? field?.number.map { $0 / 100 } : field?.cents.map(Double.init)
      return margin.map { Guardrail(guarded, margin: $0) }
    }
  }
}
