import Core
import Testing

@testable import Store

#if canImport(Glibc)
  import Glibc
#endif

/// A small town in a temporary file, which goes when the town does.
final class TestTown {
  let path: String
  let store: Store
  let partner: Partner

  /// Friday 21 August 2026, noon in George Town.
  static let noon = instant("2026-08-21T17:00:00Z")
  static let centre = position(19.2866, -81.3744)
  static let ana = Actor(.operator, "ana")

  init(zone: String = "America/Cayman", kind: WorldKind = .demo) throws {
    path = Self.temporaryPath()
    store = try Store.create(
      at: path, kind: kind, name: "George Town", zone: zone, centre: Self.centre, seed: 1, now: Self.noon,
      zones: TestZones.zones)
    partner = try store.addPartner(
      Partner(id: Partner.ID(0), name: "Blue Culantro", category: "food", position: Self.centre, zone: zone),
      by: Self.ana, loading: true, now: Self.noon)
  }

  deinit {
    for suffix in ["", "-wal", "-shm"] { unlink(path + suffix) }
  }

  /// Another connection to the same file.
  func another(readOnly: Bool = false) throws -> Store {
    try Store.open(at: path, readOnly: readOnly, now: Self.noon, zones: TestZones.zones)
  }

  /// A path nobody else uses.
  static func temporaryPath() -> String {
    "/tmp/opportune-test-\(getpid())-\(UInt64.random(in: 0 ... .max)).db"
  }

  /// An offer of 20 % at the car, worth 500 cents, for everybody; `change` makes it special.
  @discardableResult
  func offer(_ change: (inout Offer) -> Void = { _ in }) throws -> Offer {
    var offer = Offer(
      id: Offer.ID(0), partnerID: partner.id, title: "Sunset dinner", category: "food",
      value: ValueProposition(discountPercent: 20), position: Self.centre)
    change(&offer)
    // The places left follow a change of all places, unless a test says otherwise.
    if offer.capacityLeft == nil { offer.capacityLeft = offer.capacityTotal }
    return try store.addOffer(offer, by: Self.ana, loading: true, now: Self.noon)
  }

  func person(_ name: String = "Ana R.", zone: String = "America/Cayman") throws -> Person {
    try store.addPerson(Person(id: Person.ID(0), name: name, zone: zone), now: Self.noon)
  }

  /// A session of two hours, half of them gone at noon.
  func session(
    _ person: Person? = nil, from start: Timestamp = noon - .hours(1), minutes: Int64 = 120,
    at position: Coordinate = centre, zone: String = "America/Cayman"
  ) throws -> ParkingSession {
    try store.startSession(
      SessionDraft(
        personID: person?.id, placeName: "Cardinall Ave", position: position, zone: zone, startedAt: start,
        expiresAt: start + .minutes(minutes), hourlyRateCents: 250)
    ).session
  }

  func accept(
    _ offer: Offer, _ session: ParkingSession, key: String? = nil, now: Timestamp = noon, seed: UInt64 = 1
  ) throws -> Claim {
    var generator = SeededGenerator(seed: seed)
    return try store.accept(offer: offer.id, session: session.id, key: key, now: now, using: &generator)
  }

  /// Every check that failed.
  func failedChecks() throws -> [String] {
    try store.check().filter { !$0.ok }.map { "\($0.name): \($0.detail)" }
  }
}

func position(_ latitude: Double, _ longitude: Double) -> Coordinate {
  Coordinate(latitude: latitude, longitude: longitude) ?? TestTown.centre
}

/// The code of the error that `body` throws; nil if it throws none.
func code(_ body: () throws -> Void) -> String? {
  do {
    try body()
    return nil
  } catch let error as StoreError {
    return error.code
  } catch {
    return "\(error)"
  }
}
