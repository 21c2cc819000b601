extension ExperimentDesign {
  /// Arms an experiment may have, the control among them.
  package static let armCounts = 2...8

  /// The levels of confidence there are.
  package static let confidences = [0.90, 0.95, 0.99]

  /// The one validator of designs, for forms, commands and files alike. Whether there are such campaigns and offers is
  /// left to the store.
  /// - Throws: ``InvalidInput`` naming the first field that breaks a rule.
  package func check() throws(InvalidInput) {
    _ = try PlainText.checked(name, field: "name", limit: 80)
    _ = try PlainText.checked(hypothesis, field: "hypothesis", limit: 2000, allowEmpty: true)
    try checkMetrics()
    try checkArms()
    try Self.check(weights: weights, field: "arms")
    try Self.check(coverage: coverage)
    if let namespace { try namespace.check() }
    try checkPlan()
  }

  /// Weights sum to 1 within 1e-9; the control and somebody else have some.
  /// - Throws: ``InvalidInput`` naming `field`.
  package static func check(weights: [Double], field: String) throws(InvalidInput) {
    guard weights.allSatisfy({ $0.isFinite && (0...1).contains($0) }) else {
      throw InvalidInput(field: field, "has a weight outside 0 to 1")
    }
    let sum = weights.reduce(0, +)
    guard abs(sum - 1) <= 1e-9 else {
      throw InvalidInput(field: field, "has weights that sum to \(sum), not to 1")
    }
    guard let control = weights.first, control > 0, weights.dropFirst().contains(where: { $0 > 0 }) else {
      throw InvalidInput(field: field, "compares nothing: the control and another arm need a weight above 0")
    }
  }

  /// A share of people above 0, up to 1.
  package static func check(coverage: Double) throws(InvalidInput) {
    guard coverage > 0, coverage <= 1 else {
      throw InvalidInput(field: "coverage", "must be above 0 and at most 1 (everybody), not \(coverage)")
    }
  }

  private func checkMetrics() throws(InvalidInput) {
    guard metric != .dismissal else {
      throw InvalidInput(field: "metric", "cannot be dismissal, which is a guardrail; less of it is no aim")
    }
    for guardrail in guardrails {
      guard guardrail.metric != metric else {
        throw InvalidInput(field: "guardrails", "names \(metric.rawValue), which already decides")
      }
      let most = guardrail.metric.isRate ? 1 : Double.greatestFiniteMagnitude
      guard guardrail.margin.isFinite, (0...most).contains(guardrail.margin) else {
        throw InvalidInput(
          field: "guardrails",
          "has a margin of \(guardrail.metric.rawValue) that is no \(guardrail.metric.isRate ? "share" : "amount")")
      }
    }
    guard Set(guardrails.map(\.metric)).count == guardrails.count else {
      throw InvalidInput(field: "guardrails", "names the same metric twice")
    }
  }

  private func checkArms() throws(InvalidInput) {
    guard Self.armCounts.contains(arms.count) else {
      throw InvalidInput(field: "arms", "must be 2 to 8, not \(arms.count)")
    }
    for (index, arm) in arms.enumerated() {
      let field = "arms.\(index)"
      _ = try PlainText.checked(arm.name, field: "\(field).name", limit: 60)
      if case .variant(_, let wording) = arm.content { try wording.check(field: field) }
    }
    guard Set(arms.map { $0.name.lowercased() }).count == arms.count else {
      throw InvalidInput(field: "arms", "has two arms of the same name")
    }
    let imported = arms.filter { $0.content == .imported }.count
    guard imported == 0 || imported == arms.count else {
      throw InvalidInput(field: "arms", "mixes imported arms with others; people of one test are counted in one way")
    }
    if let twice = contentTwice { throw InvalidInput(field: "arms", "has \(twice) twice, which compares nothing") }
  }

  /// What two arms both show; nil if no two do.
  private var contentTwice: String? {
    for (index, arm) in arms.enumerated() where arms[..<index].contains(where: { $0.content == arm.content }) {
      switch arm.content {
      case .campaign(let id): return "campaign \(id)"
      case .offer(let id): return "offer \(id)"
      case .variant(let id, _): return "the same variant of offer \(id)"
      case .imported: continue
      }
    }
    return nil
  }

  private func checkPlan() throws(InvalidInput) {
    guard Self.confidences.contains(confidence) else {
      throw InvalidInput(field: "confidence", "must be 0.90, 0.95 or 0.99, not \(confidence)")
    }
    guard power > 0, power < 1 else { throw InvalidInput(field: "power", "must lie between 0 and 1, not \(power)") }
    guard baseline.isFinite, baseline > 0, !metric.isRate || baseline < 1 else {
      throw InvalidInput(
        field: "baseline", metric.isRate ? "must lie between 0 and 1" : "must be above 0, in minor units")
    }
    guard effect.isFinite, effect != 0 else {
      throw InvalidInput(field: "effect", "must be a difference, not \(effect)")
    }
    guard baseline + effect > 0, !metric.isRate || baseline + effect < 1 else {
      throw InvalidInput(field: "effect", "leads from \(baseline) to \(baseline + effect), which is no rate")
    }
    guard (1...1_000_000_000).contains(plannedPerArm) else {
      throw InvalidInput(field: "planned_per_arm", "must be between 1 and 1,000,000,000, not \(plannedPerArm)")
    }
    guard (0...3650).contains(minimumDays) else {
      throw InvalidInput(field: "minimum_days", "must be between 0 and 3,650, not \(minimumDays)")
    }
  }
}

extension ExperimentNamespace {
  fileprivate func check() throws(InvalidInput) {
    _ = try PlainText.checked(name, field: "namespace.name", limit: 60)
    guard from >= 0, from < to, to <= 1 else {
      throw InvalidInput(field: "namespace", "must be a slice within 0 to 1, from before to, not \(from) to \(to)")
    }
  }
}

extension ArmWording {
  fileprivate func check(field: String) throws(InvalidInput) {
    guard self != ArmWording() else {
      throw InvalidInput(field: field, "changes nothing of the offer; give a title, a description or a value")
    }
    if let title { _ = try PlainText.checked(title, field: "\(field).title") }
    if let description {
      _ = try PlainText.checked(description, field: "\(field).description", limit: 2000, allowEmpty: true)
    }
    guard let value else { return }
    try value.checkRanges(field: "\(field).value")
    guard value.isGenuine else {
      throw InvalidInput(
        field: "\(field).value", "is worth too little: 10 % off, 5.00 off, 15 minutes of parking or a perk at least")
    }
  }
}
