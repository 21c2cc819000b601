@testable import Core

/// One plain offer, session and person in George Town, eligible and far from every limit; tests change one thing.
extension Offer {
  /// 20 % off, at the car's own spot unless `walk` metres away on foot.
  static func sample(_ id: Int64 = 1, walk: Double = 0, _ change: (inout Offer) -> Void = { _ in }) -> Offer {
    var offer = Offer(
      id: ID(id), partnerID: Partner.ID(id), title: "Offer \(id)", category: "dining",
      value: ValueProposition(discountPercent: 20), position: Coordinate.georgeTown.north(walk: walk))
    change(&offer)
    return offer
  }
}

extension Context {
  /// Saturday, 21 November 2026, 12:42 in George Town: half of a two-hour session is left.
  static func sample(_ change: (inout Context) -> Void = { _ in }) -> Context {
    let now = at("2026-11-21T17:42:00Z")
    var context = Context(
      now: now,
      session: ParkingSession(
        id: .init(1), personID: .init(1), placeName: "Fort Street", position: .georgeTown, zone: "America/Cayman",
        startedAt: now - .minutes(60), expiresAt: now + .minutes(60)),
      placeOffsetSeconds: -18_000, person: PersonContext(personID: .init(1), zoneOffsetSeconds: -18_000))
    change(&context)
    return context
  }
}
