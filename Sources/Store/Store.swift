import Core

/// One open database: every question and every change the program has goes through here.
///
/// It belongs to one thread, as its ``Connection`` does. What it keeps in memory (the offer index, people's contexts,
/// names) is only ever a copy of what the file holds: own writes are applied to both, and the first transaction after
/// a foreign commit drops what that commit touched.
package final class Store {
  let connection: Connection

  /// What the database says of itself.
  package internal(set) var world: World

  private let zones: Zones
  private var zoneTables: [String: ZoneTable] = [:]

  /// The transaction that is running, if any.
  var transaction = Transaction.none
  /// Topics touched by the running transaction.
  var touched: Set<Topic> = []
  /// Counts of the running transaction, written once at its end.
  var rollups = PendingRollups()
  /// The same of experiments.
  var exposures = PendingExposures()
  /// The same of campaigns.
  var campaignCounts = PendingCampaigns()
  /// Listings of the running transaction, held against rules and watches at its end.
  var pendingListings = PendingListings()

  /// What the copies below were made from.
  var revisions = Revisions()
  var dataVersion: Int64 = -1

  var memory = Memory()

  /// What kind of transaction is running.
  enum Transaction {
    case none, read, write
  }

  init(_ connection: Connection, zones: Zones) throws(StoreError) {
    self.connection = connection
    self.zones = zones
    world = try Self.world(of: connection)
  }

  /// For a check alone, which looks at the world's row itself: a world that is not there is made up.
  init(checking connection: Connection, zones: Zones) throws(StoreError) {
    self.connection = connection
    self.zones = zones
    if let stored = try? Self.world(of: connection) {
      world = stored
    } else {
      let nowhere = try StoreError.checking { () throws(InvalidInput) in
        try Coordinate(latitude: 0, longitude: 0, latitudeField: "latitude", longitudeField: "longitude")
      }
      world = World(
        kind: .live, name: "", zone: ZoneTable.utc.name, centre: nowhere, seed: 0,
        createdAt: Timestamp(milliseconds: 0))
    }
  }

  /// The path of the file; `:memory:` for none.
  package var path: String { connection.path }

  /// Whether writes are refused.
  package var isReadOnly: Bool { connection.isReadOnly }

  /// The offsets of a zone that is stored with something.
  /// - Throws: ``StoreError/corrupt(detail:)`` if there is no such zone: it was checked before it was stored.
  package func zone(_ name: String) throws(StoreError) -> ZoneTable {
    guard let table = table(of: name) else { throw .unknownStoredZone(name) }
    return table
  }

  /// The offsets of a zone somebody gave.
  /// - Throws: ``StoreError/invalid(_:)`` naming `field` if there is no such zone.
  @discardableResult
  package func zone(_ name: String, field: String) throws(StoreError) -> ZoneTable {
    guard let table = table(of: name) else { throw .unknownZone(name, field: field) }
    return table
  }

  private func table(of name: String) -> ZoneTable? {
    if let table = zoneTables[name] { return table }
    let table = zones.table(name)
    zoneTables[name] = table
    return table
  }
}
