import Core

extension Partner {
  /// The partner as in every document.
  var json: JSON { .object([.init("id", .id(id)), .init("version", .count(version))] + facts) }

  /// The shape of ``json``.
  static let schema: Schema = .fields([
    "id": .integer, "version": .integer, "name": .string, "category": .string, "description": .string,
    "email": .nullable(.string), "phone": .nullable(.string), "address": .nullable(.string), "lat": .number,
    "lng": .number, "zone": .string, "currency": .string, "commission_basis_points": .integer,
    "auto_approve": .boolean, "offer_limit": .nullable(.integer), "webhook_url": .nullable(.string),
  ])

  /// The shape of what `partner add` and `partner edit` read: any of the facts, null for none.
  static let inputSchema: Schema = {
    guard case .object(let properties) = schema else { return .any }
    return .object(properties.map { .init($0.name, $0.schema.orNull, optional: true) })
  }()

  /// A flag for each of ``Partner/facts``.
  static let factFlags: [FactFlag] = [
    FactFlag("name", .text, "TEXT", "What it is called."),
    FactFlag("category", .text, "CATEGORY", "What it is: dining, spa …"),
    FactFlag("description", .text, "TEXT", "More about it.", optional: true),
    FactFlag("email", .text, "ADDRESS", "Whom to write to; no two partners have the same.", optional: true),
    FactFlag("phone", .text, "NUMBER", "Whom to call.", optional: true),
    FactFlag("address", .text, "TEXT", "Street and number.", optional: true),
    FactFlag("lat", .number, "DEGREES", "Where its door is."),
    FactFlag("lng", .number, "DEGREES", "Where its door is."),
    FactFlag("zone", .text, "ZONE", "Its clock; for good."),
    FactFlag("currency", .text, "CODE", "ISO 4217, what it is settled in; for good."),
    FactFlag("commission_basis_points", .integer, "N", "Commission on what is redeemed; 1250 is 12.5 %."),
    FactFlag("auto_approve", .boolean, "true|false", "Whether its offers are approved as they are submitted."),
    FactFlag("offer_limit", .integer, "N", "Most offers that are neither ended nor archived.", optional: true),
    FactFlag("webhook_url", .text, "URL", "Where its events are sent.", optional: true),
  ]

  /// For people.
  var text: String {
    var fields = FieldList([
      "partner": "\(id), version \(version)", "name": name, "category": category,
    ])
    fields.add("description", description.isEmpty ? nil : description)
    fields.add("e-mail", email)
    fields.add("phone", phone)
    fields.add("address", address)
    fields.add("position", "\(position.latitude), \(position.longitude)")
    fields.add("clock", zone)
    fields.add("currency", currency.code)
    fields.add("commission", "\(Words.hundredths(commissionBasisPoints)) %")
    fields.add("approval", autoApprove ? "automatic" : "by an operator")
    fields.add("offers", offerLimit.map { "at most \($0)" } ?? "no limit")
    fields.add("events to", webhookURL)
    return fields.text
  }
}

extension Words {
  /// Hundredths as a decimal number: 1250 is 12.50.
  fileprivate static func hundredths(_ count: Int) -> String {
    "\(count / 100).\(count % 100 < 10 ? "0" : "")\(count % 100)"
  }
}
