import Core
import Glibc
import Testing

@testable import Store

/// Files that are missing, foreign, damaged, newer or full: each is refused with its own error.
@Suite struct FaultTests {
  private func opening(_ path: String) -> StoreError? {
    do {
      _ = try Store.open(at: path, now: TestTown.noon, zones: TestZones.zones)
      return nil
    } catch {
      return error
    }
  }

  private func write(_ bytes: [UInt8], to path: String) {
    let file = fopen(path, "w")
    fwrite(bytes, 1, bytes.count, file)
    fclose(file)
  }

  @Test func aMissingFileSaysHowToMakeOne() {
    let error = opening("/tmp/no-such-opportune.db")
    #expect(error == .missing(path: "/tmp/no-such-opportune.db"))
    #expect(error?.exitStatus == 3)
    #expect(error?.sentence.contains("opportune database create") == true)
  }

  @Test func textIsNoDatabase() {
    let path = TestTown.temporaryPath()
    defer { unlink(path) }
    write(Array(String(repeating: "This is not a database. ", count: 200).utf8), to: path)
    #expect(opening(path) == .notADatabase(path: path))
  }

  @Test func anEmptyFileIsNoDatabase() {
    let path = TestTown.temporaryPath()
    defer { unlink(path) }
    write([], to: path)
    #expect(opening(path) == .notADatabase(path: path))
  }

  @Test func aFolderIsCalledAFolder() {
    #expect(opening("/tmp") == .isFolder(path: "/tmp"))
    #expect(opening("/tmp")?.sentence == "/tmp is a folder; give the path of a database in it")
  }

  @Test(.enabled(if: geteuid() != 0, "everything may be read by root"))
  func aFileThatMayNotBeReadSaysSo() throws {
    let town = try TestTown()
    chmod(town.path, 0)
    #expect(opening(town.path) == .unreadable(path: town.path))
    #expect(opening(town.path)?.sentence.contains("may not be read by you") == true)
  }

  @Test(arguments: [
    ("offer", "there is no offer 9; see 'opportune offer list'"),
    ("person", "there is no person 9; see 'opportune person list'"),
    ("session", "there is no session 9; see 'opportune session list'"),
    ("claim", "there is no claim 9; check it and try again"),
  ])
  func whatIsNotThereIsLookedUpByACommand(what: String, sentence: String) {
    #expect(StoreError.notFound(what: what, name: "9").sentence == sentence)
  }

  @Test func aStoredZoneThatIsNoneIsAFaultOfTheFile() throws {
    let town = try TestTown()
    let session = try town.session()
    try town.store.connection.execute("UPDATE session SET zone = 'Foo/Bar'")
    let error = #expect(throws: StoreError.self) {
      try town.another().discover(session: session.id, now: TestTown.noon)
    }
    #expect(error == .unknownStoredZone("Foo/Bar"))
    #expect(error?.exitStatus == 1)
    #expect(error?.sentence.contains("'Foo/Bar'") == true)
  }

  @Test func anotherProgramsDatabaseIsForeign() throws {
    let path = TestTown.temporaryPath()
    defer { for suffix in ["", "-wal", "-shm"] { unlink(path + suffix) } }
    try Connection(path, .create).execute("CREATE TABLE cookie (name TEXT)")
    #expect(opening(path) == .foreign(path: path))
  }

  @Test func aNewerFileIsRefusedAndUnchanged() throws {
    let town = try TestTown()
    try town.store.connection.execute("PRAGMA user_version = 99")
    let error = opening(town.path)
    #expect(error == .newer(version: 99, known: 5))
    #expect(error?.sentence.contains("update the program") == true)
    #expect(try town.store.connection.integer("PRAGMA user_version") == 99)
  }

  @Test func damagedPagesAreFound() throws {
    let town = try TestTown()
    let person = try town.person()
    for _ in 0..<200 { _ = try town.session(person) }
    let copy = TestTown.temporaryPath()
    defer { for suffix in ["", "-wal", "-shm"] { unlink(copy + suffix) } }
    try town.store.backup(to: copy)
    // The second half of the file is overwritten, from the start of a page on.
    let file = fopen(copy, "r+")
    fseek(file, 0, SEEK_END)
    let middle = ftell(file) / 8192 * 4096
    fseek(file, middle, SEEK_SET)
    let noise = [UInt8](repeating: 0xA5, count: 4096 * 4)
    fwrite(noise, 1, noise.count, file)
    fclose(file)
    var found = false
    do {
      let damaged = try Store.open(at: copy, now: TestTown.noon, zones: TestZones.zones)
      found = try damaged.check().contains { $0.name == "integrity" && !$0.ok }
    } catch {
      found = ["corrupt", "not_a_database"].contains(error.code)
    }
    #expect(found)
  }

  @Test func aReadOnlyStoreReadsAndRefusesToWrite() throws {
    let town = try TestTown()
    let reader = try town.another(readOnly: true)
    #expect(try reader.partners().count == 1)
    #expect(throws: StoreError.readOnly) {
      try reader.addPerson(Person(id: Person.ID(0), name: "Ana", zone: "UTC"), now: TestTown.noon)
    }
    #expect(StoreError.readOnly.exitStatus == 1)
  }

  @Test func aFullDiskLosesNothingThatWasThere() throws {
    let town = try TestTown()
    let person = try town.person()
    let pages = try town.store.connection.integer("PRAGMA page_count")
    try town.store.connection.execute("PRAGMA max_page_count = \(pages + 3)")
    var written = 0
    #expect(throws: StoreError.diskFull) {
      while written < 10_000 {
        try town.store.write { () throws(StoreError) in
          for _ in 0..<20 {
            try town.store.startSession(
              SessionDraft(
                personID: person.id, position: TestTown.centre, zone: "UTC", startedAt: nil,
                expiresAt: TestTown.noon))
          }
        }
        written += 20
      }
    }
    try town.store.connection.execute("PRAGMA max_page_count = 1000000")
    #expect(try town.store.sessions().count == written)
    #expect(try town.failedChecks() == [])
  }

  @Test func anotherWritersLockIsWaitedForOnlySoLong() throws {
    let town = try TestTown()
    let other = try Connection(town.path, .readWrite, longestWait: TimeSpan(milliseconds: 30))
    try town.store.write { () throws(StoreError) in
      do throws(StoreError) {
        try other.execute("BEGIN IMMEDIATE")
        Issue.record("two writers at once")
      } catch {
        guard case .locked(let waited) = error else { throw error }
        #expect(waited >= TimeSpan(milliseconds: 30) && waited < TimeSpan(milliseconds: 1000))
      }
    }
  }

  @Test func nothingIsOverwritten() throws {
    let town = try TestTown()
    let error = #expect(throws: StoreError.self) { _ = try again(town.path) }
    #expect(error == .exists(path: town.path))
    #expect(try town.store.partners().count == 1)
  }

  private func again(_ path: String) throws -> Store {
    try Store.create(
      at: path, kind: .live, name: "Elsewhere", zone: "UTC", centre: TestTown.centre, now: TestTown.noon,
      zones: TestZones.zones)
  }
}
