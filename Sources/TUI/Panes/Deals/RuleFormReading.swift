import Core

extension RuleForm {
  /// The rule that the fields below the line ask for.
  /// - Throws: ``InvalidInput`` with the id of a field.
  static func rule(_ draft: RuleFormDraft, value: (String) -> FieldValue?) throws(InvalidInput) -> RuleDraft {
    func text(_ id: String) -> String { (value(id)?.entry?.text ?? "").trimmingBlanks }
    var terms = RuleTerms()
    terms.keywords = try RuleKeywordsText.keywords(text("keywords"), field: "keywords")
    terms.excludes = try RuleKeywordsText.keywords(text("exclude_keywords"), field: "exclude_keywords")
    terms.categories = categories(text("categories"))
    let grade = value("condition")?.chosen.first.flatMap(ListingCondition.init(rawValue:))
    switch value("condition_kind")?.chosen.first.flatMap(ConditionKind.init(rawValue:)) {
    case .least: terms.minCondition = grade
    case .exact: terms.condition = grade
    default: break
    }
    terms.minPriceCents = value("min_price")?.cents
    terms.maxPriceCents = value("max_price")?.cents
    terms.currency = try currency(text("currency"))
    terms.minDealScore = value("min_deal_score")?.number
    terms.area = try area(draft, text("place"), value)
    let channels = (value("channels")?.chosen ?? []).compactMap(Preferences.Channel.init(rawValue:))
    return RuleDraft(
      name: text("name").isEmpty ? nil : text("name"), terms: terms, channels: channels,
      frequency: value("frequency")?.chosen.first.flatMap(Preferences.AlertFrequency.init(rawValue:)),
      isUrgent: value("urgent") == .toggle(true), isEnabled: value("enabled") == .toggle(true))
  }

  /// Says what is wrong with a form beside what its fields say themselves.
  static func objections(to form: Form, _ draft: RuleFormDraft) -> [InvalidInput] {
    let line = form.text(line).trimmingBlanks
    if !line.isEmpty {
      do {
        _ = try RuleLine.parse(line, places: draft.places)
      } catch {
        return [InvalidInput(field: Self.line, error.description)]
      }
    }
    do {
      let rule = try rule(draft) { form.value($0) }
      try rule.check()
      try check(categories: rule.terms.categories, draft)
      return []
    } catch {
      return [InvalidInput(error.code, field: field(of: error.field), error.message)]
    }
  }

  private static func categories(_ text: String) -> [String] {
    text.split(separator: ",").map { String($0).trimmingBlanks.lowercased() }.filter { !$0.isEmpty }
  }

  /// A category that nothing has would never be found.
  private static func check(categories: [String], _ draft: RuleFormDraft) throws(InvalidInput) {
    guard !draft.categories.isEmpty, let unknown = categories.first(where: { !draft.categories.contains($0) }) else {
      return
    }
    let nearest = NearestName.among(draft.categories, to: unknown).map { "; did you mean '\($0)'?" } ?? ""
    throw InvalidInput(field: "categories", "no listing is in '\(unknown)'\(nearest)")
  }

  private static func currency(_ text: String) throws(InvalidInput) -> Currency? {
    guard !text.isEmpty else { return nil }
    guard let currency = Currency(text.uppercased()) else {
      throw InvalidInput(field: "currency", "must be three letters such as USD")
    }
    return currency
  }

  private static func area(
    _ draft: RuleFormDraft, _ place: String, _ value: (String) -> FieldValue?
  ) throws(InvalidInput) -> RuleArea? {
    let radius = value("radius")?.number
    if place.isEmpty, radius == nil { return nil }
    guard !place.isEmpty else {
      throw InvalidInput(.missingField, field: "place", "is empty; within \(Words.number(radius ?? 0)) of what?")
    }
    guard let radius else { throw InvalidInput(.missingField, field: "radius", "is empty; how far from \(place)?") }
    let unit = value("unit")?.chosen.first.flatMap(RuleArea.Unit.init(rawValue:)) ?? .miles
    if let known = draft.places.place(named: place) {
      return RuleArea(center: known.position, radius: radius, unit: unit, place: known.name)
    }
    if let position = try? PositionText.position(place) {
      return RuleArea(center: position, radius: radius, unit: unit)
    }
    let nearest = draft.places.nearest(to: place).map { "; did you mean \($0.name)?" } ?? ""
    throw InvalidInput(field: "place", "no place is called '\(place)'\(nearest)")
  }
}
