/// What a person decides of a campaign: what a form and a document say, before the store has given it a number.
package struct CampaignDraft: Hashable, Sendable {
  package var name: String
  package var type: CampaignType
  /// Nil is the currency of its offers.
  package var currency: Currency?
  /// IANA name; nil is the database's.
  package var zone: String?
  package var budgetCents: Int64?
  package var dailyBudgetCents: Int64?
  package var startsAt: Timestamp?
  package var endsAt: Timestamp?
  package var targets: [CampaignSegment]
  package var costs: CampaignCosts
  /// By number, each once.
  package var offers: [Offer.ID]

  package init(
    name: String, type: CampaignType = .seasonal, currency: Currency? = nil, zone: String? = nil,
    budgetCents: Int64? = nil, dailyBudgetCents: Int64? = nil, startsAt: Timestamp? = nil, endsAt: Timestamp? = nil,
    targets: [CampaignSegment] = [], costs: CampaignCosts = CampaignCosts(), offers: [Offer.ID] = []
  ) {
    self.name = name
    self.type = type
    self.currency = currency
    self.zone = zone
    self.budgetCents = budgetCents
    self.dailyBudgetCents = dailyBudgetCents
    self.startsAt = startsAt
    self.endsAt = endsAt
    self.targets = CampaignSegment.allCases.filter(targets.contains)
    self.costs = costs
    self.offers = Set(offers).sorted()
  }

  /// A campaign as its edit begins.
  package init(_ campaign: Campaign) {
    self.init(
      name: campaign.name, type: campaign.type, currency: campaign.currency, zone: campaign.zone,
      budgetCents: campaign.budgetCents, dailyBudgetCents: campaign.dailyBudgetCents, startsAt: campaign.startsAt,
      endsAt: campaign.endsAt, targets: campaign.targets, costs: campaign.costs, offers: campaign.offers)
  }

  /// The largest amounts there are, in minor units and in micros: a million.
  private static let mostCents: Int64 = 100_000_000
  private static let mostMicros: Int64 = 1_000_000_000_000

  /// - Throws: ``InvalidInput`` naming the first field that breaks a rule.
  package func check() throws(InvalidInput) {
    _ = try PlainText.checked(name, field: "name", limit: 80)
    try Self.checkBudget(budgetCents, field: "budget")
    try Self.checkBudget(dailyBudgetCents, field: "daily_budget")
    if let startsAt, let endsAt, endsAt <= startsAt {
      throw InvalidInput(field: "ends_at", "is not after starts_at; a campaign takes some time")
    }
    for (name, micros) in costs.terms {
      guard (0...Self.mostMicros).contains(micros) else {
        throw InvalidInput(field: "costs.\(name)", "must be between 0 and 1,000,000.00")
      }
    }
    if let budgetCents, costs.fixedMicros > budgetCents * CampaignCounts.microsPerCent {
      throw InvalidInput(field: "costs.fixed", "is more than the whole budget; raise that first")
    }
  }

  private static func checkBudget(_ cents: Int64?, field: String) throws(InvalidInput) {
    guard let cents, !(1...mostCents).contains(cents) else { return }
    throw InvalidInput(field: field, "must be between 0.01 and 1,000,000.00")
  }
}

extension CampaignDraft {
  /// Everything that was decided, by the names that documents, edits and histories use. Amounts are decimal numbers.
  package var facts: [JSON.Member] {
    [
      .init("name", .string(name)), .init("type", .string(type.rawValue)),
      .init("currency", .optional(currency?.code)), .init("zone", .optional(zone)),
      .init("budget", .amount(cents: budgetCents)), .init("daily_budget", .amount(cents: dailyBudgetCents)),
      .init("starts_at", .instant(startsAt)), .init("ends_at", .instant(endsAt)),
      .init("targets", .array(targets.map { .string($0.rawValue) })),
      .init("costs", .object(costs.terms.map { .init($0.name, .number(Double($0.micros) / 1e6)) })),
      .init("offers", .array(offers.map { .id($0) })),
    ]
  }

  /// The names of the facts in which two differ, in the order of ``facts``.
  package func differences(from other: CampaignDraft) -> [String] {
    zip(facts, other.facts).filter { $0 != $1 }.map(\.0.name)
  }

  /// Reads ``facts`` back; what may be left out has its usual value.
  /// - Throws: ``InvalidInput`` naming the first field that is missing, unknown or of the wrong kind.
  package init(facts: JSON) throws(InvalidInput) {
    var fields = try JSONFields(facts)
    let name = try fields.require(fields.string("name"), "name")
    let type = try fields.string("type").map { text throws(InvalidInput) in
      try CampaignType.parsing(text, field: "type")
    }
    let currency = try fields.string("currency").map { text throws(InvalidInput) in
      try Currency(text, field: "currency")
    }
    let zone = try fields.string("zone")
    let budget = try Money.cents(ofAmount: fields.number("budget"), field: "budget")
    let daily = try Money.cents(ofAmount: fields.number("daily_budget"), field: "daily_budget")
    let (starts, ends) = (try fields.instant("starts_at"), try fields.instant("ends_at"))
    var targets: [CampaignSegment] = []
    for text in try fields.strings("targets") ?? [] { targets.append(try .parsing(text, field: "targets")) }
    let costs = try fields.object("costs").map { nested throws(InvalidInput) in try CampaignCosts(nested) }
    let offers = try Self.offers(fields.value("offers"))
    try fields.finish()
    self.init(
      name: name, type: type ?? .seasonal, currency: currency, zone: zone, budgetCents: budget,
      dailyBudgetCents: daily, startsAt: starts, endsAt: ends, targets: targets, costs: costs ?? CampaignCosts(),
      offers: offers)
  }

  private static func offers(_ json: JSON?) throws(InvalidInput) -> [Offer.ID] {
    guard let json else { return [] }
    guard case .array(let list) = json else { throw InvalidInput(field: "offers", "must be a list of numbers") }
    var offers: [Offer.ID] = []
    for element in list {
      guard case .integer(let id) = element else {
        throw InvalidInput(field: "offers", "must be a list of numbers")
      }
      offers.append(Offer.ID(id))
    }
    return offers
  }
}

extension CampaignCosts {
  /// Every term by the name documents have for it.
  package var terms: [(name: String, micros: Int64)] {
    [
      ("per_impression", perImpressionMicros), ("per_view", perViewMicros), ("per_acceptance", perAcceptanceMicros),
      ("per_redemption", perRedemptionMicros), ("fixed", fixedMicros),
    ]
  }

  /// Reads amounts, with six decimals at most; what is missing costs nothing.
  fileprivate init(_ fields: JSONFields) throws(InvalidInput) {
    var fields = fields
    func micros(_ name: String) throws(InvalidInput) -> Int64 {
      guard let amount = try fields.number(name) else { return 0 }
      let micros = (amount * 1e6).rounded()
      guard abs(micros) < 1e15, abs(amount * 1e6 - micros) < 1e-3 else {
        throw InvalidInput(field: fields.name(name), "must be an amount with six decimals at most, such as 0.0025")
      }
      return Int64(micros)
    }
    self.init(
      perImpressionMicros: try micros("per_impression"), perViewMicros: try micros("per_view"),
      perAcceptanceMicros: try micros("per_acceptance"), perRedemptionMicros: try micros("per_redemption"),
      fixedMicros: try micros("fixed"))
    try fields.finish()
  }
}

extension CampaignType {
  /// Reads a type's name.
  /// - Throws: ``InvalidInput`` naming `field`, with the names there are.
  package static func parsing(_ text: String, field: String) throws(InvalidInput) -> Self {
    guard let type = Self(rawValue: text) else {
      throw InvalidInput(
        field: field,
        "must be one of \(allCases.map(\.rawValue).joined(separator: ", ")), not '\(text.prefix(40))'")
    }
    return type
  }
}

extension CampaignSegment {
  /// Reads a segment's name.
  /// - Throws: ``InvalidInput`` naming `field`, with the names there are.
  package static func parsing(_ text: String, field: String) throws(InvalidInput) -> Self {
    guard let segment = Self(rawValue: text) else {
      throw InvalidInput(
        field: field,
        "must be among \(allCases.map(\.rawValue).joined(separator: ", ")), not '\(text.prefix(40))'")
    }
    return segment
  }
}
