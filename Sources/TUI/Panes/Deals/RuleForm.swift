import Core

/// The form of a rule: one line and, below it, a field for each of its parts. Both mean the same; whichever is typed in,
/// the other follows.
package enum RuleForm {
  static let line = "line"

  /// How a condition is asked for.
  enum ConditionKind: String, CaseIterable {
    case any, least, exact
  }

  /// The form, with the rule in it.
  static func form(_ draft: RuleFormDraft) -> Form {
    let title = draft.id == nil ? "New rule" : "Rule \(draft.draft.title)"
    var form = Form(
      title, purpose: .rule(draft),
      lines: [
        "Write the line, or fill in the fields: each follows the other. What it would find now stands beside it."
      ],
      fields: fields(draft.draft, draft))
    form.preview = PreviewWatch()
    return form
  }

  /// What stands in each field for a rule.
  package static func values(_ rule: RuleDraft, _ draft: RuleFormDraft) -> [String: FieldValue] {
    Dictionary(fields(rule, draft).map { ($0.id, $0.value) }, uniquingKeysWith: { first, _ in first })
  }

  /// The field in which a fault is mended.
  package static func field(of name: String) -> String {
    switch name {
    case "min_condition": "condition"
    case "latitude", "longitude", "area": "place"
    case "radius_km", "radius_mi": "radius"
    default: name
    }
  }

  private static func fields(_ rule: RuleDraft, _ draft: RuleFormDraft) -> [Field] {
    [
      .longText(
        line, "Line", rule.terms == RuleTerms() && rule.name == nil ? "" : RuleLine.print(rule), limit: 1000, rows: 3,
        help: "gaming pc -mac in:electronics price:200..800 within:10mi of \"George Town\" via:email",
        section: "As one line")
    ] + wordFields(rule) + factFields(rule, draft) + placeFields(rule) + toldFields(rule)
  }

  private static func wordFields(_ rule: RuleDraft) -> [Field] {
    [
      .text(
        "keywords", "Any of", RuleKeywordsText.text(rule.terms.keywords), limit: 400,
        help: "Words with blanks between: word, begin*, stem:word, \"two words\". Any one is enough.",
        placeholder: "gaming pc", section: "As a form"),
      .text(
        "exclude_keywords", "None of", RuleKeywordsText.text(rule.terms.excludes), limit: 400,
        help: "One of these leaves a listing out.", placeholder: "none"),
      .text(
        "categories", "In", rule.terms.categories.joined(separator: ", "), limit: 200,
        help: "Categories with commas between; any one is enough.", placeholder: "any"),
    ]
  }

  private static func factFields(_ rule: RuleDraft, _ draft: RuleFormDraft) -> [Field] {
    let terms = rule.terms
    let kind: ConditionKind = terms.condition != nil ? .exact : terms.minCondition != nil ? .least : .any
    let currency = terms.currency ?? draft.currency
    return [
      .choice(
        "condition_kind", "Condition",
        [
          FieldOption("any", id: ConditionKind.any.rawValue),
          FieldOption("at least", id: ConditionKind.least.rawValue),
          FieldOption("exactly", id: ConditionKind.exact.rawValue),
        ], selected: kind.rawValue, help: "A listing that gives none never meets a condition."),
      .choice(
        "condition", "", ListingCondition.allCases.map { FieldOption($0.words, id: $0.rawValue) },
        selected: (terms.condition ?? terms.minCondition ?? .good).rawValue, help: "From the best to the worst."),
      .money(
        "min_price", "Price from", cents: terms.minPriceCents, currency, isOptional: true,
        help: "Both ends count. A listing without a price never meets a price."),
      .money("max_price", "to", cents: terms.maxPriceCents, currency, isOptional: true, help: "Both ends count."),
      .text(
        "currency", "Currency", terms.currency?.code ?? "", limit: 3,
        help: "Of the prices; another currency never meets them.", placeholder: draft.currency.code),
      .number(
        "min_deal_score", "Deal score", terms.minDealScore, unit: "0 to 1", range: 0...1, decimals: 4, isOptional: true,
        help: "At least so good a deal; a score that is not known never meets it."),
    ]
  }

  private static func placeFields(_ rule: RuleDraft) -> [Field] {
    let area = rule.terms.area
    let place = area.map { $0.place ?? PositionText.text($0.center) } ?? ""
    return [
      .number(
        "radius", "Within", area?.radius, unit: "", range: 0...21_000, decimals: 6, isOptional: true,
        help: "So far from the place, as the crow flies; exactly so far counts."),
      .choice(
        "unit", "", [FieldOption("miles", id: "mi"), FieldOption("kilometres", id: "km")],
        selected: area?.unit.rawValue ?? "mi", help: "What the distance is given in."),
      .text(
        "place", "of", place, limit: 120, help: "The name of a place that is known, or latitude, longitude.",
        placeholder: "George Town"),
    ]
  }

  private static func toldFields(_ rule: RuleDraft) -> [Field] {
    [
      .text(
        "name", "Name", rule.name ?? "", limit: 80, help: "What it is called in lists; empty is its first words.",
        placeholder: "its words", section: "How you are told"),
      .multiChoice(
        "channels", "By", Preferences.Channel.allCases.map { FieldOption($0.rawValue) },
        chosen: Set(rule.channels.map(\.rawValue)), help: "Those of yours it uses; none is all of them."),
      .choice(
        "frequency", "How soon",
        [FieldOption("as for all", id: "")] + Preferences.AlertFrequency.allCases.map { FieldOption($0.rawValue) },
        selected: rule.frequency?.rawValue ?? "", help: "At once, or in the digest of a day or a week."),
      .toggle(
        "urgent", "Urgent", rule.isUrgent, help: "Passes digests and daily caps; quiet hours only where you allow it."),
      .toggle("enabled", "On", rule.isEnabled, help: "A paused rule finds nothing."),
    ]
  }
}
