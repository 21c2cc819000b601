import Core
import Store

/// Fills a town with parked cars.
struct Parking {
  private let store: Store

  init(_ store: Store) {
    self.store = store
  }

  /// Parks so many cars at the town's places, each for one to nine hours more.
  /// - Parameter people: who drives them, in turn; empty for anonymous drivers.
  @discardableResult
  func fill(_ count: Int, people: [Person.ID] = []) throws -> [ParkingSession.ID] {
    let places = try store.places()
    guard !places.isEmpty else { throw BenchFailure("there is no place to park") }
    return try store.write { () throws(StoreError) in
      var sessions: [ParkingSession.ID] = []
      for car in 0..<count {
        let place = places[car % places.count]
        let draft = SessionDraft(
          personID: people.isEmpty ? nil : people[car % people.count], placeName: place.name, position: place.position,
          zone: place.zone, startedAt: Moment.now - .minutes(30),
          expiresAt: Moment.now + .minutes(60 + Int64(car % 480)), hourlyRateCents: place.hourlyRateCents)
        sessions.append(try store.startSession(draft).session.id)
      }
      return sessions
    }
  }
}
