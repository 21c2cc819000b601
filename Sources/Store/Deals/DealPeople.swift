import Core

/// Whose rules, watches and alerts are meant.
extension Store {
  /// Whose a new rule or watch is: somebody who was named, else the person that stands for the actor.
  func owner(_ named: Person.ID?, _ actor: Actor, now: Timestamp) throws(StoreError) -> Person.ID {
    if let named { return try person(named).id }
    return try ownPerson(of: actor, now: now).id
  }

  /// The person that stands for an actor; made where there is none yet.
  private func ownPerson(of actor: Actor, now: Timestamp) throws(StoreError) -> Person {
    if let known = try person(externalID: actor.description) { return known }
    return try addPerson(
      Person(id: Person.ID(0), name: actor.name, zone: world.zone), externalID: actor.description, now: now)
  }

  /// Whose rules are shown to an actor: the person that stands for them, else the first who has any rule or watch; nil
  /// where nobody has.
  package func dealPerson(of actor: Actor) throws(StoreError) -> Person? {
    if let own = try person(externalID: actor.description) { return own }
    let first = try connection.row(
      """
      SELECT person_id
        FROM (SELECT person_id
                FROM alert_rule
               ORDER BY id
               LIMIT 1)
       UNION ALL
      SELECT person_id
        FROM (SELECT person_id
                FROM watch
               ORDER BY id
               LIMIT 1)
       LIMIT 1
      """
    ) { row throws(StoreError) in Person.ID(row.integer(0)) }
    return try first.map { id throws(StoreError) in try person(id) }
  }

  /// Everybody who has a rule or a watch, by number. Plan: the index of rules by person, and `watch_person`.
  package func dealPeople() throws(StoreError) -> [Person] {
    try connection.rows(
      """
      SELECT id, name, zone
        FROM person
       WHERE id IN (SELECT person_id FROM alert_rule)
          OR id IN (SELECT person_id FROM watch)
       ORDER BY id
      """
    ) { row throws(StoreError) in Person(id: row.id(0), name: row.text(1), zone: row.text(2)) }
  }
}
