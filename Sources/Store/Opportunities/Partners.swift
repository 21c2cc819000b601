import Core

extension Store {
  /// Stores a partner; an id of 0 asks for the next free one.
  /// - Throws: ``StoreError/conflict(code:sentence:)`` for an id or e-mail address that is taken.
  @discardableResult
  package func addPartner(_ draft: Partner, now: Timestamp) throws(StoreError) -> Partner {
    let partner = try checked(draft)
    return try write { () throws(StoreError) in
      try refuseTaken(partner)
      try connection.run(
        """
        INSERT INTO partner (
          id, name, category, description, email, phone, address, latitude, longitude, zone, currency,
          commission_basis_points, auto_approve, offer_limit, webhook_url, created_at)
        VALUES (
          nullif(:id, 0), :name, :category, :description, :email, :phone, :address, :latitude, :longitude, :zone,
          :currency, :commission_basis_points, :auto_approve, :offer_limit, :webhook_url, :created_at)
        """,
        [
          ":id": .id(partner.id), ":name": .text(partner.name), ":category": .text(partner.category),
          ":description": .text(partner.description), ":email": .optional(partner.email),
          ":phone": .optional(partner.phone), ":address": .optional(partner.address),
          ":latitude": .real(partner.position.latitude), ":longitude": .real(partner.position.longitude),
          ":zone": .text(partner.zone), ":currency": .text(partner.currency.code),
          ":commission_basis_points": .integer(Int64(partner.commissionBasisPoints)),
          ":auto_approve": .flag(partner.autoApprove), ":offer_limit": .count(partner.offerLimit),
          ":webhook_url": .optional(partner.webhookURL), ":created_at": .instant(now),
        ])
      touch(.partners)
      memory.partnerNames = nil
      memory.town = nil
      return partner.withID(Partner.ID(connection.lastInsertedID))
    }
  }

  /// Brings a partner to what a draft with its id says. Its clock and currency stay, since all that was counted for it
  /// was counted by them.
  /// - Returns: whether anything has changed.
  /// - Throws: ``StoreError/conflict(code:sentence:)`` for another clock or currency, or an e-mail address that is taken.
  package func updatePartner(_ draft: Partner) throws(StoreError) -> Bool {
    let partner = try checked(draft)
    return try write { () throws(StoreError) in
      let known = try self.partner(partner.id)
      guard known != partner else { return false }
      guard known.zone == partner.zone, known.currency == partner.currency else {
        throw .conflict(
          code: "fixed", sentence: "partner \(partner.id) keeps the zone \(known.zone) and the currency it has")
      }
      if partner.email != known.email { try refuseTakenEmail(partner) }
      try connection.run(
        """
        UPDATE partner
           SET name = :name, category = :category, description = :description, email = :email, phone = :phone,
               address = :address, latitude = :latitude, longitude = :longitude,
               commission_basis_points = :commission_basis_points, auto_approve = :auto_approve,
               offer_limit = :offer_limit, webhook_url = :webhook_url, version = version + 1
         WHERE id = :id
        """,
        [
          ":id": .id(partner.id), ":name": .text(partner.name), ":category": .text(partner.category),
          ":description": .text(partner.description), ":email": .optional(partner.email),
          ":phone": .optional(partner.phone), ":address": .optional(partner.address),
          ":latitude": .real(partner.position.latitude), ":longitude": .real(partner.position.longitude),
          ":commission_basis_points": .integer(Int64(partner.commissionBasisPoints)),
          ":auto_approve": .flag(partner.autoApprove), ":offer_limit": .count(partner.offerLimit),
          ":webhook_url": .optional(partner.webhookURL),
        ])
      touch(.partners)
      memory.partnerNames = nil
      memory.town = nil
      return true
    }
  }

  /// One partner.
  package func partner(_ id: Partner.ID) throws(StoreError) -> Partner {
    let partner = try connection.row(
      """
      SELECT id, name, category, description, email, phone, address, latitude, longitude, zone, currency,
             commission_basis_points, auto_approve, offer_limit, webhook_url, version
        FROM partner
       WHERE id = :id
      """,
      [":id": .id(id)], as: Partner.init)
    guard let partner else { throw .notFound("partner", id) }
    return partner
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

  private func checked(_ draft: Partner) throws(StoreError) -> Partner {
    var partner = draft
    try StoreError.checking { () throws(InvalidInput) in
      partner.name = try PlainText.checked(draft.name, field: "name")
      partner.category = try PlainText.checked(draft.category, field: "category", limit: 40).lowercased()
      partner.description = try PlainText.checked(
        draft.description, field: "description", limit: 2000, allowEmpty: true)
      partner.email = try draft.email.map { text throws(InvalidInput) in
        try PlainText.checked(text, field: "email").lowercased()
      }
      partner.phone = try draft.phone.map { text throws(InvalidInput) in
        try PlainText.checked(text, field: "phone", limit: 40)
      }
      partner.address = try draft.address.map { text throws(InvalidInput) in
        try PlainText.checked(text, field: "address", limit: 200)
      }
      guard (0...10_000).contains(draft.commissionBasisPoints) else {
        throw InvalidInput(field: "commission_basis_points", "must be between 0 and 10,000 (100 %)")
      }
    }
    try zone(draft.zone, field: "zone")
    return partner
  }

  private func refuseTaken(_ partner: Partner) throws(StoreError) {
    if try connection.exists("SELECT id FROM partner WHERE id = :id", [":id": .id(partner.id)]) {
      throw .conflict(code: "duplicate", sentence: "there is a partner \(partner.id) already; give another id")
    }
    try refuseTakenEmail(partner)
  }

  private func refuseTakenEmail(_ partner: Partner) throws(StoreError) {
    guard let email = partner.email else { return }
    if try connection.exists("SELECT id FROM partner WHERE email = :email", [":email": .text(email)]) {
      throw .conflict(code: "duplicate", sentence: "a partner with the e-mail address \(email) exists already")
    }
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

  fileprivate func withID(_ id: ID) -> Partner {
    Partner(
      id: id, name: name, category: category, description: description, email: email, phone: phone, address: address,
      position: position, zone: zone, currency: currency, commissionBasisPoints: commissionBasisPoints,
      autoApprove: autoApprove, offerLimit: offerLimit, webhookURL: webhookURL, version: version)
  }
}
