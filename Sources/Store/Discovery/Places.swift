import Core

extension Store {
  /// Stores a car park; an id of 0 asks for the next free one.
  @discardableResult
  package func addPlace(_ draft: Place) throws(StoreError) -> Place {
    let name = try StoreError.checking { () throws(InvalidInput) in
      try PlainText.checked(draft.name, field: "name")
    }
    try zone(draft.zone, field: "zone")
    return try write { () throws(StoreError) in
      if try connection.exists("SELECT id FROM place WHERE id = :id", [":id": .id(draft.id)]) {
        throw .conflict(code: "duplicate", sentence: "there is a place \(draft.id) already; give another id")
      }
      try connection.run(
        """
        INSERT INTO place (id, name, latitude, longitude, zone, hourly_rate_cents, capacity)
        VALUES (nullif(:id, 0), :name, :latitude, :longitude, :zone, :hourly_rate_cents, :capacity)
        """,
        [
          ":id": .id(draft.id), ":name": .text(name), ":latitude": .real(draft.position.latitude),
          ":longitude": .real(draft.position.longitude), ":zone": .text(draft.zone),
          ":hourly_rate_cents": .optional(draft.hourlyRateCents), ":capacity": .count(draft.capacity),
        ])
      worldChanged()
      return Place(
        id: Place.ID(connection.lastInsertedID), name: name, position: draft.position, zone: draft.zone,
        hourlyRateCents: draft.hourlyRateCents, capacity: draft.capacity)
    }
  }

  /// Brings a car park to what a draft with its id says; sessions keep the place as it was when they began.
  /// - Returns: whether anything has changed.
  package func updatePlace(_ draft: Place) throws(StoreError) -> Bool {
    var place = draft
    place.name = try StoreError.checking { () throws(InvalidInput) in
      try PlainText.checked(draft.name, field: "name")
    }
    try zone(draft.zone, field: "zone")
    let checked = place
    return try write { () throws(StoreError) in
      guard let known = try places().first(where: { $0.id == checked.id }) else { throw .notFound("place", draft.id) }
      guard known != checked else { return false }
      try connection.run(
        """
        UPDATE place
           SET name = :name, latitude = :latitude, longitude = :longitude, zone = :zone,
               hourly_rate_cents = :hourly_rate_cents, capacity = :capacity
         WHERE id = :id
        """,
        [
          ":id": .id(checked.id), ":name": .text(checked.name), ":latitude": .real(checked.position.latitude),
          ":longitude": .real(checked.position.longitude), ":zone": .text(checked.zone),
          ":hourly_rate_cents": .optional(checked.hourlyRateCents), ":capacity": .count(checked.capacity),
        ])
      worldChanged()
      return true
    }
  }

  /// Every car park, by number.
  package func places() throws(StoreError) -> [Place] {
    try connection.rows(
      """
      SELECT id, name, latitude, longitude, zone, hourly_rate_cents, capacity
        FROM place
       ORDER BY id
      """
    ) { row throws(StoreError) in
      Place(
        id: row.id(0), name: row.text(1), position: try row.position(2), zone: row.text(4),
        hourlyRateCents: row.optional(5) { row.integer($0) }, capacity: row.optional(6) { row.count($0) })
    }
  }

  /// The drawn town follows a change of the map.
  func worldChanged() {
    touch(.world)
    memory.town = nil
  }
}
