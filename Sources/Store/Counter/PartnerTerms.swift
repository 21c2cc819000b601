import Core

/// What a booking needs to know of a partner, as it is now.
struct PartnerTerms {
  let currency: Currency
  let basisPoints: Int
  /// Where its events go; nil where it wants none.
  let webhookURL: String?
}

extension Store {
  /// Read anew each time, by the primary key, so that a rate changed elsewhere holds at once.
  func terms(of partner: Partner.ID) throws(StoreError) -> PartnerTerms {
    let terms = try connection.row(
      """
      SELECT currency, commission_basis_points, webhook_url
        FROM partner
       WHERE id = :id
      """,
      [":id": .id(partner)]
    ) { row throws(StoreError) in
      PartnerTerms(
        currency: try row.currency(0), basisPoints: row.count(1), webhookURL: row.optional(2) { row.text($0) })
    }
    guard let terms else { throw .notFound("partner", partner) }
    return terms
  }

  /// Refuses a partner that the actor does not see, in the words for one that never was.
  func refuseUnseen(_ partner: Partner.ID, by actor: Actor) throws(StoreError) {
    guard actor.sees(partner) else { throw .notFound("partner", partner) }
  }
}
