import Core

extension Store {
  /// Stores a person; an id of 0 asks for the next free one.
  /// - Parameter externalID: the name another system has for this person, unique if given.
  @discardableResult
  package func addPerson(_ draft: Person, externalID: String? = nil, now: Timestamp) throws(StoreError) -> Person {
    let name = try StoreError.checking { () throws(InvalidInput) in
      try PlainText.checked(draft.name, field: "name")
    }
    try zone(draft.zone, field: "zone")
    guard draft.id.value >= 0 else {
      throw .invalid(InvalidInput(field: "id", "must not be negative; leave it out for the next free one"))
    }
    return try write { () throws(StoreError) in
      if try connection.exists("SELECT id FROM person WHERE id = :id", [":id": .id(draft.id)]) {
        throw .conflict(code: "duplicate", sentence: "there is a person \(draft.id) already; give another id")
      }
      if let externalID, try person(externalID: externalID) != nil {
        throw .conflict(code: "duplicate", sentence: "the person '\(externalID)' was imported already")
      }
      try connection.run(
        """
        INSERT INTO person (id, name, zone, external_id, created_at)
        VALUES (nullif(:id, 0), :name, :zone, :external_id, :created_at)
        """,
        [
          ":id": .id(draft.id), ":name": .text(name), ":zone": .text(draft.zone), ":external_id": .optional(externalID),
          ":created_at": .instant(now),
        ])
      touch(.people)
      return Person(id: Person.ID(connection.lastInsertedID), name: name, zone: draft.zone)
    }
  }

  /// One person.
  package func person(_ id: Person.ID) throws(StoreError) -> Person {
    let person = try connection.row(
      """
      SELECT id, name, zone
        FROM person
       WHERE id = :id
      """,
      [":id": .id(id)]
    ) { row throws(StoreError) in Person(id: row.id(0), name: row.text(1), zone: row.text(2)) }
    guard let person else { throw .notFound("person", id) }
    return person
  }

  /// The person another system knows by a name; nil if there is none.
  package func person(externalID: String) throws(StoreError) -> Person? {
    try connection.row(
      """
      SELECT id, name, zone
        FROM person
       WHERE external_id = :external_id
      """,
      [":external_id": .text(externalID)]
    ) { row throws(StoreError) in Person(id: row.id(0), name: row.text(1), zone: row.text(2)) }
  }

  /// People in the order of their ids, those after `after` first.
  package func people(limit: Int = .max, after: Person.ID? = nil) throws(StoreError) -> [Person] {
    try connection.rows(
      """
      SELECT id, name, zone
        FROM person
       WHERE id > :after
       ORDER BY id
       LIMIT :limit
      """,
      [":after": .integer(after?.value ?? 0), ":limit": .integer(Int64(limit))]
    ) { row throws(StoreError) in Person(id: row.id(0), name: row.text(1), zone: row.text(2)) }
  }
}
