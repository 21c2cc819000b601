import Core
import Glibc
import Testing

@testable import Store

@Suite struct LogSizeTests {
  private func size(_ path: String) -> Int {
    var status = stat()
    return stat(path, &status) == 0 ? Int(status.st_size) : 0
  }

  @Test func theLogStaysSmallUnderAHeavyWriterBesideAReader() throws {
    let town = try TestTown()
    let reader = try town.another(readOnly: true)
    var largest = 0
    for _ in 0..<60 {
      try town.store.write { () throws(StoreError) in
        for _ in 0..<500 {
          try town.store.startSession(
            SessionDraft(position: TestTown.centre, zone: "UTC", startedAt: nil, expiresAt: TestTown.noon))
        }
      }
      _ = try reader.sessions(limit: 1)
      largest = max(largest, size(town.path + "-wal"))
    }
    #expect(try town.store.info().sessions == 30_000)
    #expect(largest <= 8 << 20, "the log grew to \(largest) bytes")
  }

  @Test func erasingEmptiesIt() throws {
    let town = try TestTown()
    try town.store.erasePerson(town.person().id, now: TestTown.noon)
    #expect(size(town.path + "-wal") == 0)
  }
}
