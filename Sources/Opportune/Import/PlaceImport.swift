import Core
import Store

/// Stores car parks and partners.
final class PlaceImport: ImportTarget {
  /// What a line describes.
  private enum Kind: String, CaseIterable {
    case parking, partner
  }

  let store: Store
  private let zone: String
  private let actor: Actor
  private let now: Timestamp
  private var places: Set<Place.ID>
  private var partners: Set<Partner.ID>

  init(_ invocation: Invocation) throws {
    store = try invocation.importStore()
    actor = try invocation.actor(in: store)
    now = try invocation.now(in: store)
    zone = invocation.arguments.text("zone") ?? store.world.zone
    _ = try store.zone(zone, field: "--zone")
    places = Set(try store.places().map(\.id))
    partners = Set(try store.partners().map(\.id))
  }

  /// An id is one thing of its kind, and the last line that names it is what it is.
  func store(_ row: ImportRow) throws -> ImportRun.Outcome {
    let kind = try Kind.parsing(row.text("kind") ?? Kind.parking.rawValue, field: "kind")
    switch kind {
    case .partner: return try store(Partner(row, zone: zone))
    case .parking: return try store(Place(row, zone: zone))
    }
  }

  private func store(_ partner: Partner) throws -> ImportRun.Outcome {
    if partners.contains(partner.id) {
      var partner = partner
      // What no file says stays as it was.
      let known = try store.partner(partner.id)
      partner.offerLimit = known.offerLimit
      partner.webhookURL = known.webhookURL
      return try store.updatePartner(partner, by: actor, loading: true, now: now) ? .updated : .unchanged
    }
    partners.insert(try store.addPartner(partner, by: actor, loading: true, now: now).id)
    return .imported
  }

  private func store(_ place: Place) throws -> ImportRun.Outcome {
    if places.contains(place.id) { return try store.updatePlace(place) ? .updated : .unchanged }
    places.insert(try store.addPlace(place).id)
    return .imported
  }
}

extension Place {
  /// Reads a car park from a line of `places`.
  /// - Throws: ``InvalidInput`` naming the field at fault.
  init(_ row: ImportRow, zone: String) throws(InvalidInput) {
    guard let id = try row.integer("id"), id > 0 else { throw InvalidInput(field: "id", "must be a number above 0") }
    let rate = try row.integer("hourly_rate_cents")
    let capacity = try row.integer("capacity")
    for (field, value) in [("hourly_rate_cents", rate), ("capacity", capacity)] {
      guard (0...100_000_000).contains(value ?? 0) else {
        throw InvalidInput(field: field, "must be between 0 and 100,000,000")
      }
    }
    self.init(
      id: Place.ID(id), name: try PlainText.checked(row.require("name"), field: "name"), position: try row.position(),
      zone: row.text("zone") ?? zone, hourlyRateCents: rate, capacity: capacity.map { Int($0) })
  }
}
