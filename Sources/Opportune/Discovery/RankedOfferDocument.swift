import Core

extension RankedOffer {
  /// The five factors as in every document: `[{"id","points","maximum","reason"}]`.
  var factorsJSON: JSON {
    .array(
      parts.map { part in
        [
          "id": .string(part.factor.rawValue), "points": .optional(part.points.points),
          "maximum": .optional(part.points.maximum), "reason": .string(part.points.reason),
        ]
      })
  }

  /// The shape of ``factorsJSON``.
  static let factorsSchema: Schema = .array(
    .fields([
      "id": .choice(OfferFactor.allCases.map(\.rawValue)), "points": .number, "maximum": .number, "reason": .string,
    ]))
}

extension HeldBackReason {
  /// The reason's members as they stand beside an offer: `code`, `reason`, `actual`, `required`.
  var members: [JSON.Member] {
    [
      .init("code", .string(code.name)), .init("reason", .string(sentence)), .init("actual", actual.json),
      .init("required", required.json),
    ]
  }

  /// The same as a document of its own.
  var json: JSON { .object(members) }

  /// The shapes of ``members``.
  static let properties: [Schema.Property] = [
    .init("code", .choice(HeldBackCode.allCases.map(\.name))), .init("reason", .string),
    .init("actual", Quantity.schema), .init("required", Quantity.schema),
  ]
}

extension HeldBackReason.Quantity {
  /// `{"value","unit"}`.
  var json: JSON { ["value": value, "unit": .string(unit)] }

  /// The shape of ``json``; the value may be a number, a text, a list or null.
  static let schema: Schema = .fields(["value": .any, "unit": .string])
}
