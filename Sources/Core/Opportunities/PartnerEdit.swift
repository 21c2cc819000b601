/// Changes a partner by a document or by flags, which are made into one first; a merge patch of ``Partner/facts``, as
/// ``OfferEdit`` is of an offer's.
package struct PartnerEdit {
  private let facts: [JSON.Member]
  private let id: Partner.ID
  private let version: Int

  package init(_ partner: Partner) {
    facts = partner.facts
    id = partner.id
    version = partner.version
  }

  /// A partner of whom nothing is said yet: on the town's clock, in its currency, without commission.
  package init(newPartnerIn zone: String, currency: Currency = .usd) {
    facts = [
      .init("zone", .string(zone)), .init("currency", .string(currency.code)),
      .init("commission_basis_points", 0), .init("auto_approve", false),
    ]
    id = Partner.ID(0)
    version = 1
  }

  /// The partner with the document's changes.
  /// - Throws: ``InvalidInput`` naming the first field that is missing, unknown, of the wrong kind, or breaks a rule.
  package func applying(_ document: JSON) throws(InvalidInput) -> Partner {
    var fields = try JSONFields(document)
    if let given = try fields.integer("id"), given != id.value {
      throw InvalidInput(
        field: "id", id.value == 0 ? "is given to it; leave it out" : "is \(given), but this is partner \(id)")
    }
    let version = try fields.integer("version").map { Int(clamping: $0) } ?? version
    let partner = try Partner(
      id: id, version: version, facts: JSON.object(facts).merging(.object(fields.unread)))
    try partner.check()
    return partner
  }
}

extension Partner {
  /// Reads ``facts`` back.
  /// - Throws: ``InvalidInput`` naming the first field that is missing, unknown or of the wrong kind.
  package init(id: ID, version: Int, facts: JSON) throws(InvalidInput) {
    var fields = try JSONFields(facts)
    let name = try fields.require(fields.string("name"), "name")
    let category = try fields.require(fields.string("category"), "category")
    let position = try Coordinate(
      latitude: fields.require(fields.number("lat"), "lat"), longitude: fields.require(fields.number("lng"), "lng"),
      latitudeField: "lat", longitudeField: "lng")
    self.init(
      id: id, name: name, category: category.lowercased(), description: try fields.string("description") ?? "",
      email: try fields.string("email"), phone: try fields.string("phone"), address: try fields.string("address"),
      position: position, zone: try fields.require(fields.string("zone"), "zone"),
      currency: try Currency(fields.require(fields.string("currency"), "currency"), field: "currency"),
      commissionBasisPoints: Int(clamping: try fields.integer("commission_basis_points") ?? 0),
      autoApprove: try fields.bool("auto_approve") ?? false,
      offerLimit: try fields.integer("offer_limit").map { Int(clamping: $0) },
      webhookURL: try fields.string("webhook_url"), version: version)
    try fields.finish()
  }
}
