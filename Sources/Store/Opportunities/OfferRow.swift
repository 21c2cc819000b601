import Core

extension Offer {
  /// Reads an offer from the columns of `offer` and `offer_version` in the order of ``Store/offer(_:)``.
  init(_ row: Row) throws(StoreError) {
    let perks = try row.text(14).split(separator: ",").map { name throws(StoreError) in
      guard let perk = Perk(rawValue: String(name)) else {
        throw .unknownText(column: row.name(of: 14), text: String(name))
      }
      return perk
    }
    self.init(
      id: row.id(0), version: row.count(2), partnerID: row.id(1), title: row.text(6), description: row.text(7),
      terms: row.text(8), type: try row.choice(9), category: row.text(10),
      value: ValueProposition(
        discountPercent: row.real(11), amountCents: row.integer(12), parkingMinutes: row.count(13), perks: perks),
      typicalSpendCents: row.optional(15) { row.integer($0) }, currency: try row.currency(16),
      useMinutes: row.real(17), position: try row.position(18),
      capacityTotal: row.optional(3) { row.count($0) }, capacityLeft: row.optional(4) { row.count($0) },
      validFrom: row.optional(20) { row.instant($0) }, validUntil: row.optional(21) { row.instant($0) },
      trigger: try TriggerRule(stored: row.text(22)), priority: row.count(23),
      cooldownHours: row.optional(24) { row.real($0) },
      impressionCap: row.optional(25) { ImpressionCap(count: row.count($0), perDay: row.flag(26)) },
      claimLimit: row.optional(27) { row.count($0) }, claimMinutes: row.count(28), state: try row.choice(29),
      budgetSpent: row.flag(5))
  }
}

extension TriggerRule {
  /// Reads what `json.text()` wrote; most offers have no rule, which is `{}`.
  fileprivate init(stored text: String) throws(StoreError) {
    if text == "{}" {
      self = .none
      return
    }
    do {
      try self.init(JSON(parsing: text))
    } catch {
      throw .corrupt(detail: "a stored trigger rule \(error)")
    }
  }
}
