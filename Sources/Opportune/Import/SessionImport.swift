import Core
import Store

/// Stores parking sessions, and the people behind them, from a city's export.
final class SessionImport: ImportTarget {
  let store: Store
  private let zone: ZoneTable
  private let source: String
  private let now: Timestamp
  private var people: [String: Person.ID] = [:]

  init(_ invocation: Invocation) throws {
    store = try invocation.importStore()
    now = try invocation.now(in: store)
    zone = try store.zone(invocation.arguments.text("zone") ?? store.world.zone, field: "--zone")
    source = try PlainText.checked(
      invocation.arguments.text("source") ?? "import", field: "--source", limit: 60)
  }

  /// A source and a session id are one session, and the last line that names them is what it is; the end that the file
  /// gives is both expiry and departure.
  func store(_ row: ImportRow) throws -> ImportRun.Outcome {
    let line = try ImportedSession(row, zone: zone)
    let draft = SessionDraft(
      personID: try line.userID.map(person), placeName: line.placeName, position: line.position, zone: zone.name,
      startedAt: line.start, expiresAt: line.end, hourlyRateCents: line.hourlyRateCents, source: source,
      externalID: line.externalID)
    guard let result = try store.importSession(draft) else { return .unchanged }
    return result.isNew ? .imported : .updated
  }

  private func person(_ userID: String) throws -> Person.ID {
    let externalID = "\(source):\(userID)"
    if let known = people[externalID] { return known }
    let name = "Driver \(userID)"
    let person =
      try store.person(externalID: externalID)
      ?? store.addPerson(
        Person(id: Person.ID(0), name: name, zone: zone.name), externalID: externalID, now: now)
    people[externalID] = person.id
    return person.id
  }
}
