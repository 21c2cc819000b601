import Core
import Store

/// Puts together a new session from flags: a known place or a bare position, and how long.
struct SessionStart {
  private let invocation: Invocation
  private let store: Store
  /// The town's clock.
  let now: Timestamp

  /// Opens the database.
  init(_ invocation: Invocation) throws {
    self.invocation = invocation
    store = try invocation.store()
    now = try invocation.now(in: store)
  }

  /// Parks the car.
  func run() throws -> ParkingSession {
    let arguments = invocation.arguments
    let place = try place()
    let draft = SessionDraft(
      personID: arguments.id("person"), placeName: place.name, position: place.position, zone: place.zone,
      startedAt: now, expiresAt: try expiry(),
      hourlyRateCents: arguments.integer("rate") ?? place.hourlyRateCents)
    return try store.startSession(draft).session
  }

  private func expiry() throws -> Timestamp {
    let arguments = invocation.arguments
    switch (arguments.integer("minutes"), arguments.instant("until")) {
    case (let minutes?, nil): return now + .minutes(minutes)
    case (nil, let until?):
      guard until > now else {
        throw InvalidInput(field: "--until", "must be after now, \(now.rfc3339), not \(until.rfc3339)")
      }
      return until
    case (_?, _?): throw CommandLineError.contradiction("--minutes", "--until")
    case (nil, nil): throw InvalidInput(.missingField, field: "--minutes", "or --until must say how long")
    }
  }

  private func place() throws -> Place {
    let arguments = invocation.arguments
    let zone = try arguments.text("zone").map { try SystemZones.zones.require($0, field: "--zone").name }
    if let id: Place.ID = arguments.id("place") {
      if arguments.has("lat") || arguments.has("lng") { throw CommandLineError.contradiction("--place", "--lat") }
      guard var place = try store.places().first(where: { $0.id == id }) else {
        throw StoreError.notFound(what: "place", name: id.description)
      }
      place.zone = zone ?? place.zone
      return place
    }
    guard let latitude = arguments.number("lat"), let longitude = arguments.number("lng") else {
      throw InvalidInput(.missingField, field: "--place", "or --lat and --lng must say where the car stands")
    }
    let position = try Coordinate(
      latitude: latitude, longitude: longitude, latitudeField: "--lat", longitudeField: "--lng")
    return Place(id: Place.ID(0), name: "", position: position, zone: zone ?? store.world.zone)
  }
}
