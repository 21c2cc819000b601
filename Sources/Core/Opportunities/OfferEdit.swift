/// Changes an offer by a document or by flags, which are made into one first: forms, commands and scripts are read by the
/// same rules.
///
/// A document is a merge patch of ``Offer/facts``: what it does not name stays, and null takes away. It may carry the
/// other members of `offer show` too, as long as they are what they were.
package struct OfferEdit {
  private let offer: Offer

  package init(_ offer: Offer) {
    self.offer = offer
  }

  /// What an offer of this partner is before anything is said of it: at its door, of its category, in its currency.
  package init(newOfferOf partner: Partner) {
    offer = Offer(
      id: Offer.ID(0), partnerID: partner.id, title: "", category: partner.category, value: ValueProposition(),
      currency: partner.currency, position: partner.position, state: .draft)
  }

  /// The offer with the document's changes.
  /// - Throws: ``InvalidInput`` naming the first field that is unknown, of the wrong kind, or breaks a rule.
  package func applying(_ document: JSON) throws(InvalidInput) -> Offer {
    var fields = try JSONFields(document)
    var edited = offer
    if let version = try fields.integer("version") { edited.version = Int(clamping: version) }
    try refuseOthers(&fields)
    let known = Set(offer.facts.map(\.name))
    var changes: [JSON.Member] = []
    for member in fields.unread {
      guard known.contains(member.name) else {
        throw InvalidInput(
          .unknownField, field: member.name, "is not a known field; \(Self.advice(member.name, known))")
      }
      changes.append(member)
    }
    try Self.refuseUnknown(in: changes)
    try edited.read(JSON.object(offer.facts).merging(.object(changes)))
    try edited.check()
    return edited
  }

  /// What tells which offer it is and how it stands is no matter of an edit.
  private func refuseOthers(_ fields: inout JSONFields) throws(InvalidInput) {
    if let id = try fields.integer("id"), id != offer.id.value {
      let isNew = offer.id.value == 0
      throw InvalidInput(
        field: "id", isNew ? "is given to it; leave it out" : "is \(id), but this is offer \(offer.id)")
    }
    var partner = try fields.integer("partner_id")
    if var named = try fields.object("partner") {
      partner = try named.require(named.integer("id"), "id")
      _ = try named.string("name")
      try named.finish()
    }
    if let partner, partner != offer.partnerID.value {
      throw InvalidInput(field: "partner_id", "is \(partner), but the offer is partner \(offer.partnerID)'s")
    }
    // Where it stands depends on the clock: a document that was read stays right.
    if let state = try fields.string("state"), try !Self.agrees(.parsing(state, field: "state"), with: offer.state) {
      throw InvalidInput(
        field: "state", "is not edited; use submit, approve, reject, pause, resume, end or archive")
    }
    // Places left follow the claims; a document that was read a while ago may say otherwise.
    _ = try fields.integer("capacity_left")
    if let spent = try fields.bool("budget_spent"), spent != offer.budgetSpent {
      throw InvalidInput(field: "budget_spent", "is not edited; it follows the campaign")
    }
  }

  private static func agrees(_ given: OfferState, with state: OfferState) -> Bool {
    given == state || state.isApproved && (given.isApproved || given == .ended)
  }

  private static func refuseUnknown(in changes: [JSON.Member]) throws(InvalidInput) {
    for change in changes {
      guard case .object(let members) = change.value else { continue }
      let known: [String]
      switch change.name {
      case "value": known = ["discount_percent", "amount_cents", "parking_minutes", "perks"]
      case "trigger":
        known = [
          "time_remaining_min", "time_remaining_max", "days_of_week", "time_of_day_start", "time_of_day_end", "weather",
        ]
      default: continue
      }
      for member in members where !known.contains(member.name) {
        let name = "\(change.name).\(member.name)"
        throw InvalidInput(.unknownField, field: name, "is not a known field; \(advice(member.name, known))")
      }
    }
  }

  private static func advice(_ name: String, _ known: some Sequence<String>) -> String {
    NearestName.among(known.sorted(), to: name).map { "did you mean \($0)?" } ?? "remove it"
  }
}

extension Offer {
  /// Reads ``facts`` back.
  fileprivate mutating func read(_ document: JSON) throws(InvalidInput) {
    var fields = try JSONFields(document)
    title = try fields.require(fields.string("title"), "title")
    description = try fields.string("description") ?? ""
    terms = try fields.string("terms") ?? ""
    type = try .parsing(fields.require(fields.string("type"), "type"), field: "type")
    category = try fields.require(fields.string("category"), "category").lowercased()
    if var parts = try fields.object("value") {
      value = try ValueProposition(&parts, field: "value")
    } else {
      value = ValueProposition()
    }
    typicalSpendCents = try fields.integer("typical_spend_cents")
    currency = try Currency(fields.require(fields.string("currency"), "currency"), field: "currency")
    useMinutes = try fields.number("use_minutes") ?? 0
    position = try Coordinate(
      latitude: fields.require(fields.number("lat"), "lat"), longitude: fields.require(fields.number("lng"), "lng"),
      latitudeField: "lat", longitudeField: "lng")
    try readCapacity(fields.integer("capacity_total").map { Int(clamping: $0) })
    validFrom = try fields.instant("valid_from")
    validUntil = try fields.instant("valid_until")
    trigger = try fields.value("trigger").map { json throws(InvalidInput) in try TriggerRule(json) } ?? .none
    priority = Int(clamping: try fields.integer("priority") ?? 0)
    // A document tells the hours that hold, also where the offer has none of its own.
    let hours = try fields.number("cooldown_hours")
    if cooldownHours != nil || hours != Self.defaultCooldownHours { cooldownHours = hours }
    let cap = try fields.integer("max_impressions_per_user").map { Int(clamping: $0) }
    let isDaily = try fields.bool("impressions_per_day") ?? false
    if isDaily, cap == nil, impressionCap == nil {
      throw InvalidInput(field: "impressions_per_day", "needs max_impressions_per_user beside it")
    }
    impressionCap = cap.map { ImpressionCap(count: $0, perDay: isDaily) }
    claimLimit = try fields.integer("max_claims_per_user").map { Int(clamping: $0) }
    claimMinutes = Int(clamping: try fields.integer("claim_minutes") ?? Int64(Self.defaultClaimMinutes))
    try fields.finish()
  }

  /// The store keeps what is taken as taken; here the places left only have to fit.
  private mutating func readCapacity(_ total: Int?) {
    capacityLeft = total.map { total in capacityTotal == nil ? total : min(total, capacityLeft ?? total) }
    capacityTotal = total
  }
}

extension Currency {
  /// Reads a code.
  /// - Throws: ``InvalidInput`` for what is none.
  package init(_ code: String, field: String) throws(InvalidInput) {
    guard let currency = Currency(code) else {
      throw InvalidInput(field: field, "must be an ISO 4217 code such as USD, not '\(code.prefix(40))'")
    }
    self = currency
  }
}
