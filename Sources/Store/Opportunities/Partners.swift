import Core

extension Store {
  /// One partner.
  package func partner(_ id: Partner.ID) throws(StoreError) -> Partner {
    guard let partner = try partnerIfAny(id) else { throw .notFound("partner", id) }
    return partner
  }

  /// One partner; nil if there is none of that number.
  func partnerIfAny(_ id: Partner.ID) throws(StoreError) -> Partner? {
    try connection.row(
      """
      SELECT id, name, category, description, email, phone, address, latitude, longitude, zone, currency,
             commission_basis_points, auto_approve, offer_limit, webhook_url, version
        FROM partner
       WHERE id = :id
      """,
      [":id": .id(id)], as: Partner.init)
  }

  /// Every partner, by name.
  package func partners() throws(StoreError) -> [Partner] {
    try connection.rows(
      """
      SELECT id, name, category, description, email, phone, address, latitude, longitude, zone, currency,
             commission_basis_points, auto_approve, offer_limit, webhook_url, version
        FROM partner
       ORDER BY name, id
      """,
      as: Partner.init)
  }

  /// The name of every partner.
  func partnerNames() throws(StoreError) -> [Partner.ID: String] {
    if let names = memory.partnerNames { return names }
    var names: [Partner.ID: String] = [:]
    try connection.each(
      """
      SELECT id, name
        FROM partner
      """
    ) { row throws(StoreError) in names[row.id(0)] = row.text(1) }
    memory.partnerNames = names
    return names
  }

  /// The clock of a partner's rollups.
  func partnerZone(_ id: Partner.ID) throws(StoreError) -> ZoneTable {
    if let zone = memory.partnerZones[id] { return zone }
    let name = try connection.row(
      """
      SELECT zone
        FROM partner
       WHERE id = :id
      """,
      [":id": .id(id)]
    ) { row throws(StoreError) in row.text(0) }
    guard let name else { throw .notFound("partner", id) }
    let table = try zone(name)
    memory.partnerZones[id] = table
    return table
  }
}

extension Partner {
  /// Reads the columns in the order of the queries above.
  fileprivate init(_ row: Row) throws(StoreError) {
    self.init(
      id: row.id(0), name: row.text(1), category: row.text(2), description: row.text(3),
      email: row.optional(4) { row.text($0) }, phone: row.optional(5) { row.text($0) },
      address: row.optional(6) { row.text($0) }, position: try row.position(7), zone: row.text(9),
      currency: try row.currency(10), commissionBasisPoints: row.count(11), autoApprove: row.flag(12),
      offerLimit: row.optional(13) { row.count($0) }, webhookURL: row.optional(14) { row.text($0) },
      version: row.count(15))
  }
}
