import Core

extension Offer {
  /// Reads an offer from the columns of `offer` and `offer_version` in the order of ``Store/offer(_:)``.
  init(_ row: Row) throws(StoreError) {
    self.init(
      id: row.id(0), version: row.count(2), partnerID: row.id(1), title: row.text(6), description: row.text(7),
      terms: row.text(8), type: try row.choice(9), category: row.text(10),
      value: try row.value(11), typicalSpendCents: row.optional(15) { row.integer($0) }, currency: try row.currency(16),
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

extension Row {
  /// What an offer gives, in four columns: percent, amount, minutes of parking, perks.
  func value(_ column: Int32) throws(StoreError) -> ValueProposition {
    let perks = try text(column + 3).split(separator: ",").map { word throws(StoreError) in
      guard let perk = Perk(rawValue: String(word)) else {
        throw .unknownText(column: name(of: column + 3), text: String(word))
      }
      return perk
    }
    return ValueProposition(
      discountPercent: real(column), amountCents: integer(column + 1), parkingMinutes: count(column + 2), perks: perks)
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
