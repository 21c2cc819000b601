import Core

extension Store {
  /// Stores a line to draw on the map.
  package func addStreet(_ street: DiscoverBoard.Street) throws(StoreError) {
    try write { () throws(StoreError) in
      try connection.run(
        """
        INSERT INTO street (name, kind, points)
        VALUES (:name, :kind, :points)
        """,
        [":name": .text(street.name), ":kind": .choice(street.kind), ":points": .blob(street.points.packed)])
      worldChanged()
    }
  }

  /// Every line of the map, in the order it was added.
  package func streets() throws(StoreError) -> [DiscoverBoard.Street] {
    try connection.rows(
      """
      SELECT name, kind, points
        FROM street
       ORDER BY id
      """
    ) { row throws(StoreError) in
      DiscoverBoard.Street(name: row.text(0), kind: try row.choice(1), points: try [Coordinate](packed: row.blob(2)))
    }
  }
}

extension [Coordinate] {
  /// Latitude and longitude in turn, 8 bytes each, little-endian.
  fileprivate var packed: [UInt8] {
    flatMap { [$0.latitude, $0.longitude] }.flatMap { number in
      (0..<8).map { UInt8(truncatingIfNeeded: number.bitPattern >> UInt64($0 * 8)) }
    }
  }

  /// - Throws: ``StoreError/corrupt(detail:)`` for bytes that are no positions.
  fileprivate init(packed bytes: [UInt8]) throws(StoreError) {
    guard bytes.count % 16 == 0 else { throw .corrupt(detail: "a street ends in the middle of a point") }
    let numbers = stride(from: 0, to: bytes.count, by: 8).map { start in
      Double(bitPattern: (0..<8).reduce(UInt64(0)) { $0 | UInt64(bytes[start + $1]) << UInt64($1 * 8) })
    }
    self = []
    for index in stride(from: 0, to: numbers.count, by: 2) {
      guard let point = Coordinate(latitude: numbers[index], longitude: numbers[index + 1]) else {
        throw .corrupt(detail: "a street leaves the globe")
      }
      append(point)
    }
  }
}
