extension Partner {
  /// Everything that is known of it beside its number, by the names that documents, edits and histories use.
  package var facts: [JSON.Member] {
    [
      .init("name", .string(name)), .init("category", .string(category)), .init("description", .string(description)),
      .init("email", .optional(email)), .init("phone", .optional(phone)), .init("address", .optional(address)),
      .init("lat", .number(position.latitude)), .init("lng", .number(position.longitude)),
      .init("zone", .string(zone)), .init("currency", .string(currency.code)),
      .init("commission_basis_points", .count(commissionBasisPoints)), .init("auto_approve", .bool(autoApprove)),
      .init("offer_limit", .optional(offerLimit.map(Int64.init))), .init("webhook_url", .optional(webhookURL)),
    ]
  }

  /// The names of the facts in which two differ, in the order of ``facts``.
  package func differences(from other: Partner) -> [String] {
    zip(facts, other.facts).filter { $0 != $1 }.map(\.0.name)
  }
}
