import Core

extension Store {
  /// Stores a partner under the number it carries, or the next free one where that is 0. A number whose partner was taken
  /// back stays that partner's.
  func insert(_ draft: Partner, now: Timestamp) throws(StoreError) -> Partner {
    let partner = draft.id.value == 0 ? draft.with(id: try nextPartnerID(), version: draft.version) : draft
    try connection.run(
      """
      INSERT INTO partner (
        id, name, category, description, email, phone, address, latitude, longitude, zone, currency,
        commission_basis_points, auto_approve, offer_limit, webhook_url, version, created_at)
      VALUES (
        :id, :name, :category, :description, :email, :phone, :address, :latitude, :longitude, :zone,
        :currency, :commission_basis_points, :auto_approve, :offer_limit, :webhook_url, :version, :created_at)
      """,
      [
        ":id": .id(partner.id), ":name": .text(partner.name), ":category": .text(partner.category),
        ":description": .text(partner.description), ":email": .optional(partner.email),
        ":phone": .optional(partner.phone), ":address": .optional(partner.address),
        ":latitude": .real(partner.position.latitude), ":longitude": .real(partner.position.longitude),
        ":zone": .text(partner.zone), ":currency": .text(partner.currency.code),
        ":commission_basis_points": .integer(Int64(partner.commissionBasisPoints)),
        ":auto_approve": .flag(partner.autoApprove), ":offer_limit": .count(partner.offerLimit),
        ":webhook_url": .optional(partner.webhookURL), ":version": .integer(Int64(partner.version)),
        ":created_at": .instant(now),
      ])
    partnersChanged()
    return partner
  }

  private func nextPartnerID() throws(StoreError) -> Partner.ID {
    Partner.ID(
      1
        + (try connection.integer(
          """
          SELECT max(
            ifnull((SELECT max(id) FROM partner), 0),
            ifnull((SELECT max(subject_id) FROM command_log WHERE subject_kind = 'partner'), 0))
          """)))
  }

  /// Stores all facts of a partner, under the version it carries.
  func replace(_ partner: Partner) throws(StoreError) {
    try connection.run(
      """
      UPDATE partner
         SET name = :name, category = :category, description = :description, email = :email, phone = :phone,
             address = :address, latitude = :latitude, longitude = :longitude,
             commission_basis_points = :commission_basis_points, auto_approve = :auto_approve,
             offer_limit = :offer_limit, webhook_url = :webhook_url, version = :version
       WHERE id = :id
      """,
      [
        ":id": .id(partner.id), ":name": .text(partner.name), ":category": .text(partner.category),
        ":description": .text(partner.description), ":email": .optional(partner.email),
        ":phone": .optional(partner.phone), ":address": .optional(partner.address),
        ":latitude": .real(partner.position.latitude), ":longitude": .real(partner.position.longitude),
        ":commission_basis_points": .integer(Int64(partner.commissionBasisPoints)),
        ":auto_approve": .flag(partner.autoApprove), ":offer_limit": .count(partner.offerLimit),
        ":webhook_url": .optional(partner.webhookURL), ":version": .integer(Int64(partner.version)),
      ])
    partnersChanged()
  }

  /// Copies and caches follow an edit.
  func partnersChanged() {
    touch(.partners)
    memory.partnerNames = nil
    memory.town = nil
  }
}

extension Partner {
  /// The same facts under another number and version.
  func with(id: ID, version: Int) -> Partner {
    Partner(
      id: id, name: name, category: category, description: description, email: email, phone: phone, address: address,
      position: position, zone: zone, currency: currency, commissionBasisPoints: commissionBasisPoints,
      autoApprove: autoApprove, offerLimit: offerLimit, webhookURL: webhookURL, version: version)
  }
}
