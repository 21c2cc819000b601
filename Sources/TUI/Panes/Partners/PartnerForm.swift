import Core

/// The form of a partner. Its fields have the names of the validator that commands ask too.
package enum PartnerForm {
  /// The form, with the partner in it.
  static func form(_ draft: PartnerDraft) -> Form {
    Form(
      draft.isNew ? "New partner" : "Partner \(draft.partner.id)", purpose: .partner(draft),
      lines: draft.isNew ? ["Zone and currency are chosen once: everything is counted by them."] : [],
      fields: fields(draft.partner, draft))
  }

  /// What stands in each field for a partner.
  package static func values(_ partner: Partner, _ draft: PartnerDraft) -> [String: FieldValue] {
    Dictionary(fields(partner, draft).map { ($0.id, $0.value) }, uniquingKeysWith: { first, _ in first })
  }

  /// Says what is wrong with a form beside what its fields say themselves.
  static func objections(to form: Form, _ draft: PartnerDraft) -> [InvalidInput] {
    do {
      try partner(draft.partner, draft) { form.value($0) }.check()
      return []
    } catch {
      return [InvalidInput(error.code, field: field(of: error.field), error.message)]
    }
  }

  /// The field in which a fault is mended.
  package static func field(of name: String) -> String {
    ["lat", "lng", "latitude", "longitude"].contains(name) ? "position" : name
  }

  /// The partner that some values ask for; what is as it was in `partner` stays as it was, to the last digit.
  package static func partner(
    _ partner: Partner, _ draft: PartnerDraft, value: (String) -> FieldValue?
  ) throws(InvalidInput) -> Partner {
    let present = values(partner, draft)
    /// What stands in a field, if it differs.
    func new(_ id: String) -> FieldValue? {
      value(id).flatMap { $0.shown == present[id]?.shown ? nil : $0 }
    }
    func text(_ id: String) -> String? { new(id).map { ($0.entry?.text ?? "").trimmingBlanks } }
    /// Empty is none.
    func optional(_ id: String, _ old: String?) -> String? { text(id).map { $0.isEmpty ? nil : $0 } ?? old }
    var next = Partner(
      id: partner.id, name: text("name") ?? partner.name, category: text("category")?.lowercased() ?? partner.category,
      description: text("description") ?? partner.description, email: optional("email", partner.email),
      phone: optional("phone", partner.phone), address: optional("address", partner.address),
      position: new("position")?.position ?? partner.position, zone: text("zone") ?? partner.zone,
      currency: partner.currency, commissionBasisPoints: partner.commissionBasisPoints,
      autoApprove: partner.autoApprove, offerLimit: partner.offerLimit,
      webhookURL: optional("webhook_url", partner.webhookURL), version: partner.version)
    if let code = text("currency") {
      guard let currency = Currency(code) else {
        throw InvalidInput(field: "currency", "must be three capital letters such as USD")
      }
      next.currency = currency
    }
    if let percent = new("commission_basis_points")?.number {
      next.commissionBasisPoints = Int((percent * 100).rounded())
    }
    if let approves = new("auto_approve") { next.autoApprove = approves == .toggle(true) }
    if let limit = new("offer_limit") { next.offerLimit = limit.count }
    return next
  }

  private static func fields(_ partner: Partner, _ draft: PartnerDraft) -> [Field] {
    factFields(partner) + reachFields(partner, draft) + termFields(partner, draft)
  }

  private static func factFields(_ partner: Partner) -> [Field] {
    [
      .text("name", "Name", partner.name, help: "As people know it.", section: "Who it is"),
      .text("category", "Category", partner.category, limit: 40, help: "Its kind of business: dining, spa, museums …"),
      .longText(
        "description", "Description", partner.description, rows: 3,
        help: "What it is known for, in a few lines."),
    ]
  }

  private static func reachFields(_ partner: Partner, _ draft: PartnerDraft) -> [Field] {
    // A new partner's place is chosen, not assumed.
    let position = draft.isNew && partner.position == draft.partner.position ? nil : partner.position
    var zone = Field.text(
      "zone", "Time zone", partner.zone, limit: 60, help: "Its day is the day of its numbers, as in America/Cayman.",
      placeholder: "America/Cayman", section: "Where it is")
    var currency = Field.text(
      "currency", "Currency", partner.currency.code, limit: 3, help: "What it is settled in, as in USD.")
    if !draft.isNew {
      zone.disabledBecause = "its numbers are counted by it"
      currency.disabledBecause = "its money is counted in it"
    }
    return [
      .text(
        "email", "E-mail", partner.email ?? "", help: "Of whoever is asked; no two partners have the same.",
        placeholder: "none", section: "How to reach it"),
      .text("phone", "Phone", partner.phone ?? "", limit: 40, help: "As it is dialled.", placeholder: "none"),
      .text(
        "address", "Address", partner.address ?? "", limit: 200, help: "As it stands on a letter.", placeholder: "none"),
      .text(
        "webhook_url", "Webhook", partner.webhookURL ?? "", limit: 500,
        help: "Where its events are sent, as in https://example.com/events; no private or local address.",
        placeholder: "none"),
      zone, currency,
      .position("position", "Position", position, help: "Its door: latitude and longitude in degrees."),
    ]
  }

  private static func termFields(_ partner: Partner, _ draft: PartnerDraft) -> [Field] {
    var fields: [Field] = [
      .percent(
        "commission_basis_points", "Commission", Double(partner.commissionBasisPoints) / 100,
        help: "Of what is redeemed, with at most two decimals.", section: "Terms"),
      .toggle(
        "auto_approve", "Approved by itself", partner.autoApprove,
        help: "Its offers are approved as they are handed in."),
      Field(
        "offer_limit", "Offers",
        .number(
          TextEntry(partner.offerLimit.map(String.init) ?? "", limit: 9), unit: "at most",
          NumberRule(range: 0...1_000_000, isOptional: true)),
        help: "That are neither ended nor archived; empty is unlimited.", placeholder: "unlimited"),
    ]
    guard !draft.changesTerms else { return fields }
    for index in fields.indices { fields[index].disabledBecause = "the operators' matter" }
    return fields
  }
}
