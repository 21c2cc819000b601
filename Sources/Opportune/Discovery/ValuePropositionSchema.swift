import Core

extension ValueProposition {
  /// The shape of ``json``.
  static let schema: Schema = .fields([
    "discount_percent": .number, "amount_cents": .integer, "parking_minutes": .integer,
    "perks": .array(.choice(Perk.allCases.map(\.rawValue))),
  ])
}
