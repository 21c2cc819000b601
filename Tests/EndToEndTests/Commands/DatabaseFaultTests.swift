import Core
import Foundation
import Testing

/// Databases that are missing, damaged, foreign, read-only or in use: a clear sentence and the right status.
@Suite struct DatabaseFaultTests {
  @Test func aMissingFileSaysHowToMakeOne() throws {
    let program = try OpportuneProgram()
    for words in [["session", "list"], ["discover", "--session", "1"], ["offer", "list"], []] {
      let run = try program.run(words)
      #expect(run.status == 3, "\(words)")
      #expect(run.errors.contains("opportune database create"))
      #expect(run.errors.contains(".local/share/opportune/opportune.db"))
    }
    #expect(try program.run("session", "list", environment: ["OPPORTUNE_DATABASE": "/nowhere/x.db"]).status == 3)
    #expect(
      try program.run("session", "list", environment: ["XDG_DATA_HOME": "/else"]).errors.contains("/else/opportune"))
    #expect(try program.run("database", "create", "--database", "/nowhere/x.db").status == 1)
  }

  @Test func theDefaultFileIsMadeUnderTheDataFolder() throws {
    let program = try OpportuneProgram()
    let made = try program.run("database", "create", "--name", "Here", "--zone", "Europe/Berlin", "--json")
    #expect(made.status == 0, "\(made.errors)")
    #expect(made.json["database"]["path"].text == program.home.path + "/.local/share/opportune/opportune.db")
    #expect(try program.run("database", "info", "--json").json["kind"] == "live")
    #expect(try program.run("database", "create").status == 5)
    #expect(try program.run("demo", "reset", "--database", made.json["database"]["path"].text).status == 5)
  }

  @Test func aFileThatIsNoDatabaseIsNamed() throws {
    let program = try OpportuneProgram()
    let text = try program.home.file("text.db", String(repeating: "no database at all\n", count: 200))
    let run = try program.run("session", "list", "--json", "--database", text)
    #expect(run.status == 1)
    #expect(run.json["error"]["code"].text == "not_a_database")
    #expect(try program.run("session", "list", "--database", "/").status == 1)
  }

  @Test func aDamagedFileIsFoundOut() throws {
    let demo = try DemoCopy()
    let file = try #require(FileHandle(forUpdatingAtPath: demo.path))
    let end = try file.seekToEnd()
    for page in stride(from: UInt64(8192), to: end - 4096, by: 4096 * 7) {
      try file.seek(toOffset: page)
      try file.write(contentsOf: Data(repeating: 0xA5, count: 2048))
    }
    try file.close()
    let run = try demo.run("database", "check")
    #expect(run.status == 1)
    #expect(!run.errors.isEmpty || run.json["ok"] == false)
  }

  @Test func aNewerSchemaIsRefusedWithoutTouchingIt() throws {
    let demo = try DemoCopy()
    // The version stands at byte 60 of the header, big-endian (sqlite.org/fileformat.html, 1.3).
    let file = try #require(FileHandle(forUpdatingAtPath: demo.path))
    try file.seek(toOffset: 60)
    try file.write(contentsOf: Data([0, 0, 0, 200]))
    try file.close()
    let run = try demo.run("session", "list")
    #expect(run.status == 1)
    #expect(run.json["error"]["code"].text == "newer_schema")
    #expect(run.errors.contains("update the program"))
  }

  @Test(
    .enabled(if: geteuid() != 0 || FileManager.default.fileExists(atPath: "/usr/bin/setpriv"), "needs another user"))
  func aFileNobodyMayWriteIsReadAndNotWritten() throws {
    let demo = try DemoCopy()
    let (session, _, offers) = try demo.parkedPerson()
    let offer = offers[0]["opportunity_id"].word
    let asNobody = geteuid() == 0 ? "setpriv --reuid=65534 --regid=65534 --clear-groups" : ""
    let line = """
      rm -f \(demo.path)-wal \(demo.path)-shm; chmod 444 \(demo.path); chmod 555 \(demo.program.home.path)
      \(asNobody) "$opportune" offer show \(offer) --database \(demo.path) >/dev/null; echo "read $?"
      \(asNobody) "$opportune" offer accept \(offer) --session \(session) --now \(DemoCopy.now) --database \(demo.path)
      echo "write $?"; chmod 755 \(demo.program.home.path)
      """
    let run = try demo.program.shell(line)
    #expect(run.output.contains("read 0"), "\(run.errors)")
    #expect(run.output.contains("write 1"))
    #expect(run.errors.contains("takes no writes"), "\(run.errors)")
  }

  @Test func aBackupIsTheSameTownAndIsNeverOverwritten() throws {
    let demo = try DemoCopy()
    let backup = demo.program.home.path + "/copy.db"
    #expect(try demo.run("database", "backup", backup).status == 0)
    #expect(try demo.run("database", "backup", backup).status == 5)
    let (session, _, _) = try demo.parkedPerson()
    #expect(try demo.run("session", "end", session).status == 0)
    #expect(try demo.run("database", "restore", backup).status == 5)
    #expect(try demo.run("database", "restore", backup, "--replace").status == 0)
    #expect(try demo.run("session", "show", session).json["session"]["active"] == true)
  }

  @Test func unknownSettingsAreNamedAndTheOthersCount() throws {
    let demo = try DemoCopy()
    let folder = demo.program.home.url.appendingPathComponent(".config/opportune")
    try FileManager.default.createDirectory(at: folder, withIntermediateDirectories: true)
    try Data(#"{"theme":"light","colour":"red"}"#.utf8).write(to: folder.appendingPathComponent("config.json"))
    let run = try demo.run("snapshot")
    #expect(run.status == 0)
    #expect(run.errors.contains("config.json, line 1: colour is no setting"))
    #expect(try demo.run("config", "check").status == 2)
  }
}
