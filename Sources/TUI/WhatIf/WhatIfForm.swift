import Canvas
import Core

/// The form that asks what the ranking is to suppose. An empty field supposes nothing, and what is typed is shown at
/// once in the ranking beside it.
enum WhatIfForm {
  /// The form, with what is supposed already.
  static func form(_ state: State) -> Form {
    let whatIf = state.discovery.whatIf ?? WhatIf()
    let row = state.discovery.board?.sessions.first { $0.session.id == state.discovery.selectedSessionID }
    let left = row.map { "\($0.session.minutesLeft(at: state.now))" } ?? ""
    return Form(
      "What if?", purpose: .whatIf(before: state.discovery.whatIf),
      lines: ["Nothing is written. An empty field stays as it is."], saveTitle: "Keep looking",
      fields: [
        .choice("weather", "Weather", weathers, selected: whatIf.weather.map { $0?.rawValue ?? unknown } ?? asItIs),
        number(
          "minutes_left", "Time left", whatIf.minutesLeft, unit: "min", 0...WhatIf.longestStay, placeholder: left,
          help: "Minutes until the meter runs out, counted from now."),
        number(
          "walking_limit", "Walks at most", whatIf.walkingLimit.map { state.formats.entered($0) },
          unit: state.formats.entryUnit, 0...state.formats.entered(Metres(Preferences.walkingLimits.upperBound)),
          placeholder: limit(state), help: "How far this person walks, one way."),
      ] + weights(whatIf, state.discovery.document?.profile))
  }

  /// What is supposed by a form.
  static func whatIf(of form: Form, in state: State) -> WhatIf {
    var whatIf = WhatIf(
      minutesLeft: form.number("minutes_left"),
      walkingLimit: form.number("walking_limit").map { state.formats.metres(entered: $0) })
    let weather = form.choice("weather") ?? asItIs
    if weather != asItIs { whatIf.weather = .some(Weather(rawValue: weather)) }
    for factor in OfferFactor.allCases { whatIf.weights[factor] = form.number(factor.rawValue) }
    return whatIf
  }

  /// What the engine says against it; what concerns the weights together is said at one of them.
  static func objections(to form: Form, in state: State) -> [InvalidInput] {
    let whatIf = whatIf(of: form, in: state)
    do {
      try whatIf.check()
      _ = try (state.discovery.document?.profile ?? .standard).supposing(whatIf.weights)
      return []
    } catch {
      guard error.field == "weights" else { return [error] }
      let named = OfferFactor.allCases.filter { whatIf.weights[$0] != nil }.map(\.rawValue)
      let field = named.first { $0 == form.focused?.id } ?? named.last ?? error.field
      return [InvalidInput(field: field, error.message)]
    }
  }

  private static let asItIs = "as it is"
  private static let unknown = "unknown"

  private static let weathers =
    [FieldOption(asItIs)] + Weather.allCases.map { FieldOption($0.rawValue) } + [FieldOption(unknown)]

  private static func weights(_ whatIf: WhatIf, _ profile: OfferProfile?) -> [Field] {
    OfferFactor.allCases.enumerated().map { index, factor in
      number(
        factor.rawValue, factor.word, whatIf.weights[factor], unit: "of 100", 0...100,
        placeholder: profile.map { Words.number($0.weight(of: factor)) } ?? "",
        help: "Most points for \(factor.meaning). Weights left empty share what is left of 100.",
        section: index == 0 ? "Weights" : "")
    }
  }

  private static func limit(_ state: State) -> String {
    let limit = state.discovery.document?.context.person.preferences.walkingLimit
    return limit.map { Words.number(state.formats.entered($0)) } ?? ""
  }

  /// A number with at most two decimals that may be left out.
  private static func number(
    _ id: String, _ label: String, _ number: Double?, unit: String, _ range: ClosedRange<Double>, placeholder: String,
    help: String, section: String = ""
  ) -> Field {
    let rule = NumberRule(range: range, decimals: 2, isOptional: true)
    let text = number.map { rule.text(($0 * 100).rounded() / 100) } ?? ""
    return Field(
      id, label, .number(TextEntry(text, limit: 12), unit: unit, rule), help: help, placeholder: placeholder,
      section: section)
  }
}

extension Formats {
  /// The unit in which a distance is typed.
  fileprivate var entryUnit: String { distanceUnit == .miles ? "mi" : "m" }

  private var metresPerUnit: Double { distanceUnit == .miles ? Self.metresPerMile : 1 }

  /// A distance as the number that is typed for it.
  fileprivate func entered(_ distance: Metres) -> Double { distance.value / metresPerUnit }

  /// The distance that a typed number means.
  fileprivate func metres(entered number: Double) -> Metres { Metres(number * metresPerUnit) }
}

extension OfferFactor {
  /// What earns its points.
  fileprivate var meaning: String {
    switch self {
    case .temporal: "an offer that fits well into the time left"
    case .spatial: "an offer that is near"
    case .value: "an offer that is worth much"
    case .capacity: "an offer that is scarce"
    case .affinity: "an offer of a kind this person likes"
    }
  }
}
