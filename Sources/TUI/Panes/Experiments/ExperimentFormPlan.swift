import Core

/// How many people an answer needs, from what stands in the form of an experiment: worked out with every key.
struct ExperimentFormPlan {
  let metric: ExperimentMetric
  /// Nil where it cannot be worked out.
  let plan: ExperimentPlan?
  /// Why not, with the id of a field.
  let objection: InvalidInput?

  init(_ form: Form) { self.init { form.value($0) } }

  init(_ value: (String) -> FieldValue?) {
    metric = (value("metric")?.chosen.first).flatMap(ExperimentMetric.init(rawValue:)) ?? .acceptance
    do {
      plan = try ExperimentPlan(try Self.question(metric, value))
      objection = nil
    } catch {
      plan = nil
      objection = InvalidInput(error.code, field: Self.field(of: error.field, metric), error.message)
    }
  }

  private static func question(
    _ metric: ExperimentMetric, _ value: (String) -> FieldValue?
  ) throws(InvalidInput) -> PlanQuestion {
    let weights = try WeightsText.weights(value("weights")?.entry?.text ?? "")
    let variants = weights.dropFirst().filter { $0 > 0 }
    guard let control = weights.first, control > 0, let least = variants.min() else {
      throw InvalidInput(field: "weights", "must give the control and another arm a share")
    }
    guard let baseline = metric.isRate ? value("baseline")?.number.map({ $0 / 100 }) : value("baseline_cents")?.amount
    else {
      throw InvalidInput(.missingField, field: "baseline", "is empty; what do you expect of the control?")
    }
    var question = PlanQuestion(
      baseline: baseline, confidence: value("confidence")?.share ?? 0.95, ratio: least / control,
      variants: variants.count, everybody: Set(variants).count > 1 ? weights.reduce(0, +) / control : nil,
      daily: value("daily")?.number, power: value("power")?.share ?? 0.8)
    if !metric.isRate {
      guard let spread = value("spread_cents")?.amount else {
        throw InvalidInput(.missingField, field: "deviation", "is empty; how much do payments vary?")
      }
      question.deviation = spread
    }
    if value("find")?.chosen.first == ExperimentForm.Wanted.effect.rawValue {
      guard question.daily != nil else {
        throw InvalidInput(.missingField, field: "daily", "is empty; days alone do not tell how many people come")
      }
      guard let days = value("days")?.count else {
        throw InvalidInput(.missingField, field: "days", "is empty; how long can you wait?")
      }
      question.days = days
    } else {
      question.effect = metric.isRate ? value("effect")?.number.map { $0 / 100 } : value("effect_cents")?.amount
    }
    return question
  }

  /// The field in which a fault of the plan is mended.
  private static func field(of name: String, _ metric: ExperimentMetric) -> String {
    switch name {
    case "baseline": metric.isRate ? "baseline" : "baseline_cents"
    case "effect": metric.isRate ? "effect" : "effect_cents"
    case "deviation": "spread_cents"
    case "per_arm": "days"
    case "ratio", "variants": "weights"
    default: name
    }
  }
}

extension FieldValue {
  /// The number that is chosen: 0.95.
  fileprivate var share: Double? { chosen.first.flatMap(Double.init) }

  /// The amount that is typed, in minor units.
  fileprivate var amount: Double? { cents.map(Double.init) }
}
