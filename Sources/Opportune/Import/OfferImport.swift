import Core
import Store

/// Stores offers; one that is here already is changed to what the file says.
final class OfferImport: ImportTarget {
  let store: Store
  private let actor: Actor
  private let now: Timestamp
  private let midnight: Timestamp
  private let partners: [Partner.ID: Partner]

  init(_ invocation: Invocation) throws {
    store = try invocation.importStore()
    actor = try invocation.actor(in: store)
    now = try invocation.now(in: store)
    let zone = try store.zone(invocation.arguments.text("zone") ?? store.world.zone, field: "--zone")
    midnight = zone.instant(on: zone.localTime(at: now).date, millisecondOfDay: 0)
    partners = Dictionary(try store.partners().map { ($0.id, $0) }, uniquingKeysWith: { first, _ in first })
  }

  /// A line is one offer, known by its id.
  func store(_ row: ImportRow) throws -> ImportRun.Outcome {
    var offer = try Offer(row, partners: partners, midnight: midnight)
    guard let known = try known(offer.id) else {
      try store.addOffer(offer, by: actor, loading: true, now: now)
      return .imported
    }
    offer.version = known.version
    offer.budgetSpent = known.budgetSpent
    var compared = offer
    compared.capacityLeft = known.capacityLeft
    guard compared != known else { return .unchanged }
    offer.capacityLeft = offer.capacityTotal.map { min($0, known.capacityLeft ?? $0) }
    try store.updateOffer(offer, by: actor, loading: true, now: now)
    return .updated
  }

  private func known(_ id: Offer.ID) throws -> Offer? {
    do {
      return try store.offer(id)
    } catch {
      guard case .notFound = error else { throw error }
      return nil
    }
  }
}
