extension ValueProposition {
  /// Reads `{"discount_percent","amount_cents","parking_minutes","perks"}`; what is missing is nothing.
  package init(_ fields: inout JSONFields, field: String) throws(InvalidInput) {
    let percent = try fields.number("discount_percent") ?? 0
    let cents = try fields.integer("amount_cents") ?? 0
    let minutes = try fields.integer("parking_minutes") ?? 0
    var perks: [Perk] = []
    for name in try fields.strings("perks") ?? [] {
      perks.append(try Perk.parsing(name, field: fields.name("perks")))
    }
    try fields.finish()
    self.init(
      discountPercent: percent, amountCents: cents, parkingMinutes: Int(clamping: minutes), perks: perks)
    try checkRanges(field: field)
  }

  /// The same as a document.
  package var json: JSON {
    [
      "discount_percent": .number(discountPercent), "amount_cents": .integer(amountCents),
      "parking_minutes": .count(parkingMinutes), "perks": .array(perks.map { .string($0.rawValue) }),
    ]
  }
}
