import Core

extension DiscoverDocument {
  /// What was supposed, or null: members that were left as they are are null too.
  var whatIfJSON: JSON {
    guard let whatIf = comparison?.whatIf else { return .null }
    let weights = OfferFactor.allCases.map { JSON.Member($0.rawValue, .optional(profile.weight(of: $0))) }
    return [
      "weights": whatIf.weights.isEmpty ? .null : .object(weights),
      "weather": whatIf.weather.map { .string($0?.rawValue ?? "unknown") } ?? .null,
      "minutes_left": .optional(whatIf.minutesLeft), "walking_limit_metres": .optional(whatIf.walkingLimit?.value),
    ]
  }

  /// The shape of ``whatIfJSON``.
  static let whatIfSchema: Schema = .nullable(
    .fields([
      "weights": .nullable(.map(.number)),
      "weather": .nullable(.choice(Weather.allCases.map(\.rawValue) + ["unknown"])),
      "minutes_left": .nullable(.number), "walking_limit_metres": .nullable(.number),
    ]))
}

extension WhatIfComparison {
  /// The real rank and score of an offer, null where it is really held back.
  func members(of offer: Offer.ID) -> [JSON.Member] {
    let place = places[offer]
    return [.init("old_rank", place.map { .count($0.rank) } ?? .null), .init("old_score", .optional(place?.score))]
  }

  /// The shapes of ``members(of:)``; there only where something is supposed.
  static let properties: [Schema.Property] = [
    .init("old_rank", .nullable(.integer), optional: true), .init("old_score", .nullable(.number), optional: true),
  ]
}
