import Core
import Glibc
import Testing

@testable import Store

/// A file of ours whose pages are not what they should be: it is called damaged, and never another kind of file.
@Suite struct DamageTests {
  /// A copy of a small town, damaged by `damage`, which is given the open file and its length.
  private func damaged(_ damage: (UnsafeMutablePointer<FILE>, Int) -> Void, _ body: (String) throws -> Void) throws {
    let town = try TestTown()
    let person = try town.person()
    for _ in 0..<200 { _ = try town.session(person) }
    let copy = TestTown.temporaryPath()
    defer { for suffix in ["", "-wal", "-shm"] { unlink(copy + suffix) } }
    try town.store.backup(to: copy)
    let file = try #require(fopen(copy, "r+"))
    fseek(file, 0, SEEK_END)
    damage(file, ftell(file))
    fclose(file)
    try body(copy)
  }

  /// All but the header of the first page is overwritten.
  private func overwriteSchema(_ file: UnsafeMutablePointer<FILE>, _ length: Int) {
    fseek(file, 100, SEEK_SET)
    let noise = [UInt8](repeating: 0xA5, count: 4096 * 3 - 100)
    fwrite(noise, 1, noise.count, file)
  }

  private func cutShort(_ file: UnsafeMutablePointer<FILE>, _ length: Int) {
    ftruncate(fileno(file), length / 8192 * 4096)
  }

  /// The page added last, which holds sessions: everything else can still be read.
  private func overwriteRows(_ file: UnsafeMutablePointer<FILE>, _ length: Int) {
    fseek(file, length - 4096, SEEK_SET)
    let noise = [UInt8](repeating: 0xA5, count: 2048)
    fwrite(noise, 1, noise.count, file)
  }

  @Test func aDamagedFirstPageIsDamageAndNotAnotherKindOfFile() throws {
    try damaged(overwriteSchema) { path in
      #expect(code { _ = try Store.open(at: path, now: TestTown.noon, zones: TestZones.zones) } == "corrupt")
      #expect(code { _ = try Store.restore(from: path, to: path + ".copy") } == "corrupt")
      let checks = try Store.check(at: path, zones: TestZones.zones)
      #expect(checks.map(\.name) == ["integrity"])
      #expect(checks.map(\.ok) == [false])
    }
  }

  @Test func aFileCutShortIsDamaged() throws {
    try damaged(cutShort) { path in
      let checks = try Store.check(at: path, zones: TestZones.zones)
      #expect(checks.first { $0.name == "integrity" }?.ok == false)
      #expect(
        code {
          let store = try Store.open(at: path, readOnly: true, now: TestTown.noon, zones: TestZones.zones)
          _ = try store.tables()
        } == "corrupt")
    }
  }

  @Test func damagedPagesAreNotBackedUp() throws {
    try damaged(overwriteRows) { path in
      let checks = try Store.check(at: path, zones: TestZones.zones)
      #expect(checks.first { $0.name == "integrity" }?.ok == false)
      let target = TestTown.temporaryPath()
      let store = try Store.open(at: path, readOnly: true, now: TestTown.noon, zones: TestZones.zones)
      #expect(code { try store.backup(to: target) } == "corrupt")
      #expect(access(target, F_OK) != 0)
    }
  }

  /// SQLITE_IOERR_SHMSIZE, _SHMOPEN and _WRITE, and SQLITE_CANTOPEN (sqlite.org/rescode.html).
  @Test(arguments: [4874, 4618, 778, 14] as [Int32])
  func aDiskTooFullToReadFromIsFull(result: Int32) {
    let failure = StoreError.Failure(sql: "", code: result, message: "disk I/O error")
    #expect(failure.error(path: "x", waited: .seconds(0), systemError: ENOSPC) == .diskFull)
    #expect(failure.error(path: "x", waited: .seconds(0), systemError: EIO) == .sqlite(failure))
  }
}
