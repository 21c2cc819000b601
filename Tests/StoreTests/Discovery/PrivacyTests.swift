import Core
import Foundation
import Testing

@testable import Store

@Suite struct PrivacyTests {
  private let name = "Zebediah Quillfeather"
  private let home = position(19.271828182845, -81.314159265358)
  private let note = "my knee hurts today"

  /// A person with everything that can be known of them, among others.
  private func town() throws -> (town: TestTown, person: Person, session: ParkingSession, claim: Claim) {
    let town = try TestTown()
    let offers = try (0..<4).map { _ in
      try town.offer { $0.position = position(19.2715, -81.3140) }
    }
    let others = try (0..<40).map { try town.person("Person \($0)") }
    let person = try town.store.addPerson(
      Person(id: Person.ID(0), name: name, zone: "Asia/Kolkata"), externalID: "plate-77", now: TestTown.noon)
    var wishes = Preferences()
    wishes.preferredCategories = ["underwater basketry"]
    try town.store.setPreferences(wishes, of: person.id, by: TestTown.ana, now: TestTown.noon)
    let session = try town.session(person, at: home)
    // Many rows before and after, so that pages are split and joined.
    for other in others { _ = try town.store.discover(session: town.session(other).id, now: TestTown.noon) }
    _ = try town.store.discover(session: session.id, now: TestTown.noon)
    try town.store.dismiss(offer: offers[1].id, session: session.id, reason: .other, note: note, now: TestTown.noon)
    let claim = try town.accept(offers[0], session, key: "key of Zebediah")
    for other in others { _ = try town.store.discover(session: town.session(other).id, now: TestTown.noon) }
    return (town, person, session, claim)
  }

  /// Everything that is on disk: the file and its log.
  private func bytes(of town: TestTown) -> Data {
    [town.path, town.path + "-wal"].reduce(into: Data()) { data, path in
      data.append((try? Data(contentsOf: URL(fileURLWithPath: path))) ?? Data())
    }
  }

  private func bigEndian(_ number: Double) -> Data {
    withUnsafeBytes(of: number.bitPattern.bigEndian) { Data($0) }
  }

  private var traces: [(what: String, bytes: Data)] {
    [
      ("name", Data(name.utf8)), ("note", Data(note.utf8)), ("external id", Data("plate-77".utf8)),
      ("preference", Data("underwater basketry".utf8)), ("key", Data("key of Zebediah".utf8)),
      ("latitude", bigEndian(home.latitude)), ("longitude", bigEndian(home.longitude)),
      // The decision record holds numbers the other way round.
      ("latitude in a record", Data(bigEndian(home.latitude).reversed())),
    ]
  }

  @Test func erasingLeavesNoTraceInTheBytesOfTheFile() throws {
    let (town, person, _, _) = try town()
    let before = bytes(of: town)
    for trace in traces { #expect(before.range(of: trace.bytes) != nil, "\(trace.what) was never there") }
    try town.store.erasePerson(person.id, now: TestTown.noon)
    let after = bytes(of: town)
    for trace in traces { #expect(after.range(of: trace.bytes) == nil, "\(trace.what) is still there") }
    #expect(after.range(of: Data("Person 7".utf8)) != nil)
    #expect(try town.failedChecks() == [])
  }

  @Test func theLogKeepsItsRowsUnderAPseudonym() throws {
    let (town, person, session, claim) = try town()
    let funnel = try town.store.funnel(now: TestTown.noon)
    let pseudonym = try town.store.erasePerson(person.id, now: TestTown.noon)
    #expect(pseudonym == Person.ID(-1_000_000_000_001))
    #expect(code { _ = try town.store.person(person.id) } == "not_found")
    #expect(code { _ = try town.store.session(session.id) } == "not_found")
    #expect(try !town.store.sessions(activeAt: TestTown.noon).contains { $0.id == session.id })
    #expect(try town.store.funnel(now: TestTown.noon) == funnel)
    let rows = try town.store.connection.rows(
      "SELECT type FROM interaction WHERE person_id = -1000000000001 AND latitude IS NULL AND note IS NULL"
    ) { row throws(StoreError) in row.text(0) }
    // Four offers shown, one dismissed, one accepted.
    #expect(rows.sorted() == ["acceptance", "dismissal"] + Array(repeating: "impression", count: 4))
    let decision = try town.store.decision(try #require(try town.store.claim(claim.id).decisionID))
    #expect(decision.record == nil)
    // The claim stays redeemable by its code, and what comes of it goes to the pseudonym too.
    try town.store.redeem(code: claim.code.compact, by: .simulator, now: TestTown.noon + .minutes(5))
    #expect(
      try town.store.connection.integer(
        "SELECT count(*) FROM interaction WHERE person_id = -1000000000001 AND type = 'redemption'") == 1)
    #expect(try town.failedChecks() == [])
    // The next pseudonym is another.
    #expect(try town.store.erasePerson(Person.ID(1), now: TestTown.noon) == Person.ID(-1_000_000_000_002))
    #expect(try town.failedChecks() == [])
  }

  @Test func anExportHoldsOnesOwnAndNothingOfOthers() throws {
    let (town, person, session, claim) = try town()
    let export = try town.store.exportPerson(person.id, now: TestTown.noon)
    #expect(export.person == person)
    #expect(export.externalID == "plate-77")
    #expect(export.preferences.preferredCategories == ["underwater basketry"])
    #expect(export.sessions == [session])
    #expect(export.claims.map(\.id) == [claim.id])
    #expect(export.interactions.count == 6)
    #expect(export.offers.map(\.history.impressions) == [1, 1, 1, 1])
    #expect(export.categoryAffinity.map(\.affinity.accepted) == [1])
    #expect(export.decisions.count == 2)
    let other = try town.store.exportPerson(Person.ID(1), now: TestTown.noon)
    #expect(other.categoryAffinity.isEmpty)
    #expect(other.interactions.allSatisfy { $0.personID == Person.ID(1) })
  }

  @Test func anErasedSessionIsNotImportedAgain() throws {
    let town = try TestTown()
    let person = try town.person()
    let draft = SessionDraft(
      personID: person.id, position: home, zone: "UTC", startedAt: nil, expiresAt: TestTown.noon, source: "csv",
      externalID: "1")
    #expect(try town.store.startSession(draft).isNew)
    #expect(try !town.store.startSession(draft).isNew)
    try town.store.erasePerson(person.id, now: TestTown.noon)
    #expect(code { try town.store.startSession(draft) } == "erased")
  }
}
