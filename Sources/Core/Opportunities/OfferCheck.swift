extension Offer {
  /// The one validator of offers, for forms, commands and imports alike.
  /// - Throws: ``InvalidInput`` naming the first field that breaks a rule.
  package func check(field prefix: String = "") throws(InvalidInput) {
    func name(_ field: String) -> String { prefix.isEmpty ? field : "\(prefix).\(field)" }
    _ = try PlainText.checked(title, field: name("title"))
    _ = try PlainText.checked(description, field: name("description"), limit: 2000, allowEmpty: true)
    _ = try PlainText.checked(terms, field: name("terms"), limit: 2000, allowEmpty: true)
    _ = try PlainText.checked(category, field: name("category"), limit: 40)
    try value.checkRanges(field: name("value"))
    guard value.isGenuine else {
      throw InvalidInput(
        field: name("value"),
        "is too little: give at least 10 % off, 5.00 off, 15 minutes of parking, or one perk")
    }
    if let from = validFrom, let until = validUntil, from >= until {
      throw InvalidInput(field: name("valid_from"), "is not before valid_until; the window would be empty")
    }
    try Self.check(useMinutes, 0...1440, name("use_minutes"))
    try Self.check(capacityTotal.map(Double.init), 1...1_000_000_000, name("capacity_total"))
    try Self.check(capacityLeft.map(Double.init), 0...Double(capacityTotal ?? 0), name("capacity_left"))
    try Self.check(typicalSpendCents.map(Double.init), 0...100_000_000, name("typical_spend_cents"))
    try Self.check(cooldownHours, 0...8760, name("cooldown_hours"))
    try Self.check((impressionCap?.count).map(Double.init), 1...1_000_000, name("max_impressions_per_user"))
    try Self.check(claimLimit.map(Double.init), 1...1_000_000, name("max_claims_per_user"))
    try Self.check(Double(claimMinutes), 1...525_600, name("claim_minutes"))
    try Self.check(Double(priority), -1000...1000, name("priority"))
  }

  private static func check(
    _ value: Double?, _ range: ClosedRange<Double>, _ field: String
  ) throws(InvalidInput) {
    guard let value, !range.contains(value) else { return }
    let (given, _) = Words.pair(value, value < range.lowerBound ? range.lowerBound : range.upperBound)
    throw InvalidInput(
      field: field, "must be between \(Int64(range.lowerBound)) and \(Int64(range.upperBound)), not \(given)")
  }
}
