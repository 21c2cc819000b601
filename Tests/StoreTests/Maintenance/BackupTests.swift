import Core
import Glibc
import Testing

@testable import Store

@Suite struct BackupTests {
  private func open(_ path: String) throws -> Store {
    try Store.open(at: path, now: TestTown.noon, zones: TestZones.zones)
  }

  @Test func aBackupIsWholeAndOverwritesNothing() throws {
    let town = try TestTown()
    try town.offer()
    let target = TestTown.temporaryPath()
    defer { for suffix in ["", "-wal", "-shm"] { unlink(target + suffix) } }
    try town.store.backup(to: target)
    #expect(try open(target).offers() == town.store.offers())
    #expect(try open(target).check().allSatisfy { $0.ok })
    #expect(throws: StoreError.exists(path: target)) { try town.store.backup(to: target) }
  }

  @Test func restoringIsSeenByThoseWhoHaveTheFileOpen() throws {
    let town = try TestTown()
    let person = try town.person("Before")
    let backup = TestTown.temporaryPath()
    defer { for suffix in ["", "-wal", "-shm"] { unlink(backup + suffix) } }
    try town.store.backup(to: backup)
    var wishes = Preferences()
    wishes.enabled = false
    try town.store.setPreferences(wishes, of: person.id, by: TestTown.ana, now: TestTown.noon)
    let session = try town.session(person)
    let options = DiscoverOptions(dryRun: true)
    #expect(
      try town.store.discover(session: session.id, options: options, now: TestTown.noon).ranking.reason?.code
        == .disabled)
    let watcher = try Watcher(path: town.path)
    #expect(throws: StoreError.exists(path: town.path)) { try Store.restore(from: backup, to: town.path) }
    try Store.restore(from: backup, to: town.path, replacing: true)
    #expect(try watcher.changes() == Set(Topic.allCases))
    #expect(try town.store.preferences(of: person.id) == Preferences())
    #expect(try town.store.sessions().isEmpty)
    let again = try town.session(person)
    #expect(
      try town.store.discover(session: again.id, options: options, now: TestTown.noon).ranking.reason == nil)
    #expect(try town.failedChecks() == [])
  }

  @Test func aBackupIsRestoredToANewFile() throws {
    let town = try TestTown()
    let target = TestTown.temporaryPath()
    defer { for suffix in ["", "-wal", "-shm"] { unlink(target + suffix) } }
    try Store.restore(from: town.path, to: target)
    #expect(try open(target).world == town.store.world)
  }

  @Test func somethingElseIsNotRestored() throws {
    let town = try TestTown()
    let other = TestTown.temporaryPath()
    defer { for suffix in ["", "-wal", "-shm"] { unlink(other + suffix) } }
    try Connection(other, .create).execute("CREATE TABLE cookie (name TEXT)")
    #expect(throws: StoreError.foreign(path: other)) {
      try Store.restore(from: other, to: town.path, replacing: true)
    }
    #expect(throws: StoreError.missing(path: "/tmp/nowhere.db")) {
      try Store.restore(from: "/tmp/nowhere.db", to: town.path, replacing: true)
    }
    #expect(try town.store.partners().count == 1)
  }

  @Test func aCopyInMemoryLeavesTheFileAlone() throws {
    let town = try TestTown()
    try town.offer()
    let copy = try town.store.copyInMemory(zones: TestZones.zones)
    try copy.addPerson(Person(id: Person.ID(0), name: "Ana", zone: "UTC"), now: TestTown.noon)
    #expect(try copy.offers().count == 1)
    #expect(try town.store.people().isEmpty)
  }
}
