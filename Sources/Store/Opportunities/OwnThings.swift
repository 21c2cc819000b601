import Core

extension Store {
  /// One offer as it is now, for whom it exists.
  package func offer(_ id: Offer.ID, for actor: Actor) throws(StoreError) -> Offer {
    let offer = try offer(id)
    guard actor.sees(offer.partnerID) else { throw .notFound("offer", id) }
    return offer
  }

  /// One partner, for whom it exists.
  package func partner(_ id: Partner.ID, for actor: Actor) throws(StoreError) -> Partner {
    guard actor.sees(id) else { throw .notFound("partner", id) }
    return try partner(id)
  }

  /// Every partner that exists for an actor, by name.
  package func partners(for actor: Actor) throws(StoreError) -> [Partner] {
    guard let own = actor.partnerID else { return try partners() }
    return [try partner(own)]
  }
}
