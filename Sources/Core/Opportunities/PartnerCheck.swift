extension Partner {
  /// The one validator of partners, for forms, commands and imports alike. Whether there is such a time zone, and
  /// whether an address may be called from a live database, is left to the store.
  /// - Throws: ``InvalidInput`` naming the first field that breaks a rule.
  package func check() throws(InvalidInput) {
    _ = try PlainText.checked(name, field: "name")
    _ = try PlainText.checked(category, field: "category", limit: 40)
    _ = try PlainText.checked(description, field: "description", limit: 2000, allowEmpty: true)
    if let email { try Self.check(email: email) }
    if let phone { _ = try PlainText.checked(phone, field: "phone", limit: 40) }
    if let address { _ = try PlainText.checked(address, field: "address", limit: 200) }
    guard (0...10_000).contains(commissionBasisPoints) else {
      throw InvalidInput(
        field: "commission_basis_points", "must be between 0 and 10,000 (100 %), not \(commissionBasisPoints)")
    }
    if let offerLimit, !(0...1_000_000).contains(offerLimit) {
      throw InvalidInput(field: "offer_limit", "must be between 0 and 1,000,000, not \(offerLimit)")
    }
    if let webhookURL { _ = try WebhookAddress(webhookURL, field: "webhook_url") }
  }

  /// One name, one @, one host with a dot; whether anybody reads it shows when a letter is sent.
  private static func check(email: String) throws(InvalidInput) {
    let text = try PlainText.checked(email, field: "email")
    let parts = text.split(separator: "@", omittingEmptySubsequences: false)
    let labels = (parts.last ?? "").split(separator: ".", omittingEmptySubsequences: false)
    guard parts.count == 2, !parts[0].isEmpty, labels.count > 1, labels.allSatisfy({ !$0.isEmpty }),
      !text.contains(where: \.isWhitespace)
    else {
      throw InvalidInput(field: "email", "must be an address such as chef@example.com, not '\(text.prefix(60))'")
    }
  }
}
