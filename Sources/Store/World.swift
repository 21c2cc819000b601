import Core

/// What a database says of itself: invented or real, where, and on which clock.
package struct World: Hashable, Sendable {
  package let kind: WorldKind
  package let name: String
  /// IANA name of the town's clock.
  package let zone: String
  package let centre: Coordinate
  /// What a demo town is made from.
  package let seed: UInt64
  package let createdAt: Timestamp

  package init(
    kind: WorldKind, name: String, zone: String, centre: Coordinate, seed: UInt64, createdAt: Timestamp
  ) {
    self.kind = kind
    self.name = name
    self.zone = zone
    self.centre = centre
    self.seed = seed
    self.createdAt = createdAt
  }
}

extension Store {
  /// The one row of the table.
  static func world(of connection: Connection) throws(StoreError) -> World {
    let world = try connection.row(
      """
      SELECT kind, name, zone, latitude, longitude, seed, created_at
        FROM world
       WHERE id = 1
      """
    ) { row throws(StoreError) in
      World(
        kind: try row.choice(0), name: row.text(1), zone: row.text(2), centre: try row.position(3),
        seed: UInt64(bitPattern: row.integer(5)), createdAt: row.instant(6))
    }
    guard let world else { throw .corrupt(detail: "it does not say which world it holds") }
    return world
  }
}
