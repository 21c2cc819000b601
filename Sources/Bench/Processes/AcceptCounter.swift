import Core
import Store

/// An offer of the benchmarks' own, and parked cars whose anonymous drivers can accept it, once each.
struct AcceptCounter {
  let offer: Offer.ID
  let sessions: [ParkingSession.ID]

  /// One driver accepts.
  func accept(in session: ParkingSession.ID, _ store: Store) throws(StoreError) -> Claim {
    var generator = SystemRandomNumberGenerator()
    return try store.accept(offer: offer, session: session, now: Moment.now, using: &generator)
  }
}

extension AcceptCounter {
  /// - Parameter places: how many can have it; nil for all.
  init(_ store: Store, sessions count: Int, places: Int?) throws {
    guard let partner = try store.partners().first else { throw BenchFailure("the town has no partner") }
    offer = try store.addOffer(
      Offer(
        id: .init(0), partnerID: partner.id, title: "Bench", category: "dining",
        value: ValueProposition(discountPercent: 20), position: partner.position, capacityTotal: places),
      by: Actor(.operator, "bench"), loading: true, now: Moment.now
    ).id
    sessions = try Parking(store).fill(count)
  }
}
