import Core

/// Places that go by other ways than claims: `capacity_reserved`. In a town that is simulated they are all guests', so
/// that nothing has to be remembered of who took which: in the small hours every one is free again.
extension Store {
  /// Active offers with a number of places of which some are left, by partner and number; minutes at a parking meter
  /// are nobody's to take.
  func placesLeft(at now: Timestamp) throws(StoreError) -> [PlacesLeft] {
    try offerIndex().offers.compactMap { offer in
      guard offer.capacityTotal != nil, let left = offer.capacityLeft, left > 0, offer.state.isApproved,
        offer.type != .parkingExtension, offer.validFrom.map({ $0 <= now }) ?? true,
        offer.validUntil.map({ now < $0 }) ?? true
      else { return nil }
      return PlacesLeft(offer: offer.id, partner: offer.partnerID, category: offer.category, left: left)
    }.sorted { ($0.partner, $0.offer) < ($1.partner, $1.offer) }
  }

  /// Guests take so many places of an offer, at most those that are left.
  func reservePlaces(_ count: Int, of offer: Offer.ID) throws(StoreError) {
    let left = try connection.row(
      """
      UPDATE offer
         SET capacity_reserved = capacity_reserved + min(:count, capacity_left),
             capacity_revision = :revision
       WHERE id = :id
         AND capacity_total IS NOT NULL
      RETURNING capacity_left
      """,
      [":count": .integer(Int64(count)), ":revision": .integer(revisions[.capacity] + 1), ":id": .id(offer)]
    ) { row throws(StoreError) in row.count(0) }
    guard let left else { return }
    touch(.capacity)
    memory.index?.setCapacityLeft(left, of: offer)
  }

  /// Every place that guests have is free again.
  /// - Returns: how many offers had such places.
  func freeReservedPlaces() throws(StoreError) -> Int {
    let freed = try connection.rows(
      """
      UPDATE offer
         SET capacity_reserved = 0,
             capacity_revision = :revision
       WHERE capacity_reserved > 0
      RETURNING id, capacity_left
      """,
      [":revision": .integer(revisions[.capacity] + 1)]
    ) { row throws(StoreError) in (id: Offer.ID(row.integer(0)), left: row.optional(1) { row.count($0) }) }
    if !freed.isEmpty { touch(.capacity) }
    for (id, left) in freed { memory.index?.setCapacityLeft(left, of: id) }
    return freed.count
  }
}
