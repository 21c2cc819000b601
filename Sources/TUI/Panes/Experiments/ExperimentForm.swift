import Core

/// The form of an experiment: the question, the arms, who takes part, and how many people the answer needs, which is
/// worked out beside it while it is written.
package enum ExperimentForm {
  /// What is compared.
  enum Kind: String {
    case variant, campaigns
  }

  /// What is worked out from the rest.
  enum Wanted: String {
    case people, effect
  }

  /// The form, with the design in it.
  static func form(_ draft: ExperimentDraft) -> Form {
    let title = draft.isNew ? "New test" : "Test \(draft.design.name)"
    var form = Form(
      title, purpose: .experiment(draft),
      lines: ["It begins as a draft; a on the list starts it. More than two wordings: opportune experiment create."],
      fields: fields(draft))
    form.settle(draft)
    form.takeAsBase()
    return form
  }

  /// Says what is wrong with a form beside what its fields say themselves.
  static func objections(to form: Form, _ draft: ExperimentDraft) -> [InvalidInput] {
    do {
      _ = try design(draft) { form.value($0) }
      return []
    } catch {
      return [InvalidInput(error.code, field: field(of: error.field), error.message)]
    }
  }

  /// The field in which a fault is mended.
  package static func field(of name: String) -> String {
    switch name {
    case "planned_per_arm", "per_arm": "effect"
    case "arms": "offer"
    case let name where name.hasPrefix("arms."): name.hasSuffix("title") ? "title" : "value.discount_percent"
    default: name
    }
  }

  /// What stands in each field for a design.
  package static func values(_ draft: ExperimentDraft) -> [String: FieldValue] { form(draft).values }

  private static func fields(_ draft: ExperimentDraft) -> [Field] {
    let design = draft.design
    return question(design) + arms(draft) + people(design) + plan(design) + guardrails(design)
  }

  private static func question(_ design: ExperimentDesign) -> [Field] {
    [
      .text(
        "name", "Name", design.name, limit: 60, help: "What the test is called in lists.", placeholder: "spring-offer",
        section: "The question"),
      .longText(
        "hypothesis", "Hypothesis", design.hypothesis, limit: 500, rows: 2,
        help: "What you believe and why; written down before anybody is counted."),
      .choice(
        "metric", "Decides",
        [ExperimentMetric.acceptance, .redemption, .revenue].map { FieldOption($0.title, id: $0.rawValue) },
        selected: design.metric.rawValue, help: "What is counted of each person, once."),
    ]
  }

  private static func arms(_ draft: ExperimentDraft) -> [Field] {
    let wording = draft.design.arms.compactMap { arm in
      if case .variant(_, let wording) = arm.content { wording } else { nil }
    }.first
    let value = wording?.value
    let offer = draft.offer?.offer
    let campaigns = draft.design.arms.compactMap { arm in
      if case .campaign(let id) = arm.content { id } else { nil }
    }
    let choices: [Field] =
      draft.campaigns.count < 2
      ? []
      : [
        .multiChoice(
          "campaigns", "Campaigns", draft.campaigns.map { FieldOption($0.name, id: $0.id.description) },
          chosen: Set(campaigns.map(\.description)), help: "Two to eight; the people of an arm see its offers only."),
        .choice(
          "control", "Control", draft.campaigns.map { FieldOption($0.name, id: $0.id.description) },
          selected: campaigns.first?.description, help: "The one the others are held against."),
      ]
    return [
      .choice(
        "kind", "Compare",
        [
          FieldOption("a change of an offer", id: Kind.variant.rawValue),
          FieldOption("campaigns", id: Kind.campaigns.rawValue),
        ],
        selected: (campaigns.isEmpty ? Kind.variant : .campaigns).rawValue,
        help: "Two wordings of one offer, or the offers of two or more campaigns.", section: "The arms"),
      .text(
        "offer", "Offer", offer.map { $0.id.description } ?? "", limit: 12,
        help: "Its number; A is the offer as it is. t on the Partners screen fills it in.", placeholder: "number"),
      .text(
        "title", "B: title", wording?.title ?? "", help: "What B's people read; empty is as it is."),
      .longText(
        "description", "B: description", wording?.description ?? "", rows: 2, help: "Empty is as it is."),
      number(
        "value.discount_percent", "B: discount", value?.discountPercent, unit: "%", 0...100, decimals: 2,
        help: "What B gives; empty is as it is."),
      .money(
        "value.amount_cents", "B: amount off", cents: value?.amountCents, offer?.currency ?? .usd, isOptional: true,
        help: "Empty is as it is."),
      number(
        "value.parking_minutes", "B: parking", value.map { Double($0.parkingMinutes) }, unit: "min", 0...10_080,
        help: "Empty is as it is."),
    ] + choices + [
      .text(
        "weights", "Split", WeightsText.text(draft.design.weights), limit: 80,
        help: "The share of each arm, the control first: 1/2, 1/2 or 0.9, 0.1.")
    ]
  }

  private static func people(_ design: ExperimentDesign) -> [Field] {
    [
      .percent(
        "coverage", "Take part", design.coverage * 100, range: 0...100,
        help: "The share of people; the others see the control. It can be raised later.", section: "Who takes part"),
      .text(
        "namespace", "Namespace", design.namespace?.name ?? "", limit: 60,
        help: "Tests of one name share no people where their slices do not overlap.", placeholder: "none"),
      number(
        "namespace_from", "Slice from", design.namespace.map { $0.from * 100 }, unit: "%", 0...100, decimals: 2,
        help: "Of the namespace."),
      number(
        "namespace_to", "Slice to", design.namespace.map { $0.to * 100 }, unit: "%", 0...100, decimals: 2,
        help: "Of the namespace."),
    ]
  }

  private static func plan(_ design: ExperimentDesign) -> [Field] {
    let isRate = design.metric.isRate
    return [
      .choice(
        "find", "Work out",
        [
          FieldOption("how many people", id: Wanted.people.rawValue),
          FieldOption("the smallest effect", id: Wanted.effect.rawValue),
        ],
        selected: Wanted.people.rawValue,
        help: "How many people an effect needs, or which effect so many days can show.", section: "How many people"),
      number(
        "baseline", "Rate of A", isRate ? shown(design.baseline * 100) : nil, unit: "%", 0...100, decimals: 4,
        help: "What you expect of the control."),
      number(
        "effect", "Effect", isRate ? shown(design.effect * 100) : nil, unit: "points", -100...100, decimals: 4,
        help: "The smallest difference worth knowing: 2 takes 10 % to 12 %."),
      .money(
        "baseline_cents", "A pays", cents: isRate ? nil : Int64(design.baseline.rounded()), isOptional: true,
        help: "What a person of the control pays on average."),
      .money(
        "effect_cents", "Effect, paid", cents: isRate ? nil : Int64(design.effect.rounded()), isOptional: true,
        help: "The smallest difference of the means worth knowing."),
      .money(
        "spread_cents", "Spread", cents: nil, isOptional: true,
        help: "The standard deviation of what one person pays; most pay nothing, so it is large."),
      .choice(
        "power", "Power", ["0.8", "0.9", "0.95"].map { FieldOption(percent($0), id: $0) },
        selected: "\(design.power)", help: "The chance to find the effect if it is there."),
      .choice(
        "confidence", "Confidence", ["0.9", "0.95", "0.99"].map { FieldOption(percent($0), id: $0) },
        selected: "\(design.confidence)", help: "The chance to find nothing if nothing is there."),
      number(
        "daily", "People a day", nil, unit: "in all arms", 0...1e9,
        help: "How many new people see it each day; the plan tells days from it."),
      number("days", "Days", nil, unit: "days", 1...1e9, help: "How long you can wait for the answer."),
      number(
        "minimum_days", "At least", Double(design.minimumDays), unit: "days", 0...3650, isOptional: false,
        help: "No winner is named before; whole weeks see every weekday."),
      .toggle(
        "always_valid", "Daily looks", design.alwaysValid,
        help: "Every look may decide, at no cost in false winners; else only the one at the planned people."),
    ]
  }

  private static func guardrails(_ design: ExperimentDesign) -> [Field] {
    func margin(_ metric: ExperimentMetric) -> Double? { design.guardrails.first { $0.metric == metric }?.margin }
    return [
      number(
        "guard_dismissal", "Dismissals", margin(.dismissal).map { shown($0 * 100) }, unit: "points more", 0...100,
        decimals: 4,
        help: "How many more people may put it aside and it is still no harm; empty is not watched.",
        section: "What must not get worse"),
      number(
        "guard_acceptance", "Acceptance", margin(.acceptance).map { shown($0 * 100) }, unit: "points less", 0...100,
        decimals: 4,
        help: "Empty is not watched."),
      number(
        "guard_redemption", "Redemption", margin(.redemption).map { shown($0 * 100) }, unit: "points less", 0...100,
        decimals: 4,
        help: "Empty is not watched."),
      .money(
        "guard_revenue", "Revenue", cents: margin(.revenue).map { Int64($0.rounded()) }, isOptional: true,
        help: "How much less a person may pay; empty is not watched."),
    ]
  }

  /// Without the rest that binary numbers leave: 2, not 2.0000000000000004.
  private static func shown(_ value: Double) -> Double { (value * 1e8).rounded() / 1e8 }

  private static func percent(_ share: String) -> String { "\(Words.number((Double(share) ?? 0) * 100)) %" }

  private static func number(
    _ id: String, _ label: String, _ number: Double?, unit: String, _ range: ClosedRange<Double>, decimals: Int = 0,
    isOptional: Bool = true, help: String, section: String = ""
  ) -> Field {
    let rule = NumberRule(range: range, decimals: decimals, isOptional: isOptional)
    return Field(
      id, label, .number(TextEntry(number.map { rule.text($0) } ?? "", limit: 14), unit: unit, rule), help: help,
      section: section)
  }
}
