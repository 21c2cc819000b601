import Core
import Store

/// `database create|info|tables|check|rebuild|migrate|backup|restore`.
enum DatabaseCommands {
  /// All of them.
  static let all = [DatabaseCreate.command, info, tables, check, rebuild, migrate, backup, restore]

  private static let info = Command(
    ["database", "info"], "Say what the database holds.", access: .staff,
    output: .fields([
      "path": .string, "kind": .choice(WorldKind.allCases.map(\.rawValue)), "name": .string, "zone": .string,
      "seed": .integer, "created_at": .instant, "schema_version": .integer, "read_only": .boolean,
      "partners": .integer, "offers": .integer, "people": .integer, "sessions": .integer, "claims": .integer,
      "interactions": .integer, "decisions": .integer, "file_bytes": .integer, "log_bytes": .integer,
    ])
  ) { invocation in
    let info = try invocation.store(readOnly: true).info()
    let document: JSON = [
      "path": .string(info.path), "kind": .string(info.world.kind.rawValue), "name": .string(info.world.name),
      "zone": .string(info.world.zone), "seed": .integer(Int64(bitPattern: info.world.seed)),
      "created_at": .instant(info.world.createdAt), "schema_version": .count(info.version),
      "read_only": .bool(info.readOnly), "partners": .count(info.partners), "offers": .count(info.offers),
      "people": .count(info.people), "sessions": .count(info.sessions), "claims": .count(info.claims),
      "interactions": .count(info.interactions), "decisions": .count(info.decisions),
      "file_bytes": .integer(info.fileBytes), "log_bytes": .integer(info.logBytes),
    ]
    return .document(document) { FieldList(members: document).text }
  }

  private static let tables = Command(
    ["database", "tables"], "List the tables with their rows and bytes, the largest first.", access: .staff,
    output: .fields(["tables": .array(.fields(["name": .string, "rows": .integer, "bytes": .integer]))])
  ) { invocation in
    let tables = try invocation.store(readOnly: true).tables()
    let document = tables.map { table in
      ["name": .string(table.name), "rows": .count(table.rows), "bytes": .integer(table.bytes)] as JSON
    }
    return .document(["tables": .array(document)]) {
      var text = TextTable([.whole("table"), .numbers("rows"), .numbers("bytes")])
      for table in tables { text.add([table.name, "\(table.rows)", "\(table.bytes)"]) }
      return text.text(empty: "No table.")
    }
  }

  private static let check = Command(
    ["database", "check"], "Look for everything that could be wrong with the database.", access: .staff,
    explanation:
      "Recomputes all that follows from the log and compares. Changes nothing. The status is 1 if not all is well.",
    output: .fields([
      "ok": .boolean, "checks": .array(.fields(["name": .string, "ok": .boolean, "detail": .string])),
    ])
  ) { invocation in
    let checks = try Store.check(at: invocation.databasePath, zones: SystemZones.zones)
    let isGood = checks.allSatisfy(\.ok)
    let document: JSON = [
      "ok": .bool(isGood),
      "checks": .array(
        checks.map { ["name": .string($0.name), "ok": .bool($0.ok), "detail": .string($0.detail)] }),
    ]
    return .document(document, status: isGood ? .done : .failed) {
      var table = TextTable([.whole("check"), .whole("result"), .sentence("detail")])
      for check in checks { table.add([check.name, check.ok ? "ok" : "WRONG", check.detail]) }
      return table.text(empty: "Nothing was checked.")
    }
  }

  private static let rebuild = Command(
    ["database", "rebuild"],
    "Compute every rollup anew from the log, the ledger and imports, and put right what differs.",
    access: .operators, explanation: "Where all was right nothing is written.",
    output: .fields([
      "interactions": .integer, "changed": .boolean,
      "tables": .array(.fields(["name": .string, "rows": .integer])),
    ])
  ) { invocation in
    let store = try invocation.store()
    let report = try store.rebuild(by: invocation.actor(in: store), now: invocation.now(in: store))
    let document: JSON = [
      "interactions": .count(report.interactions), "changed": .bool(!report.tables.isEmpty),
      "tables": .array(report.tables.map { ["name": .string($0.name), "rows": .count($0.rows)] }),
    ]
    return .document(document) {
      var table = TextTable([.whole("table"), .numbers("put right")])
      for changed in report.tables { table.add([changed.name, "\(changed.rows)"]) }
      return table.text(empty: "All is as it should be; \(report.interactions) interactions were read.")
    }
  }

  private static let migrate = Command(
    ["database", "migrate"], "Bring the database up to this program's schema.", access: .operators,
    explanation: "Opening for writing does the same by itself.",
    output: .fields(["path": .string, "applied": .array(.integer)])
  ) { invocation in
    try invocation.demandWriting()
    let path = try invocation.databasePath
    let applied = try Store.migrate(at: path, now: invocation.now)
    return .document(["path": .string(path), "applied": .array(applied.map(JSON.count))]) {
      applied.isEmpty
        ? "Nothing to do.\n" : "Applied \(applied.map(String.init).joined(separator: ", ")).\n"
    }
  }

  private static let file = [Positional("FILE", .file("FILE"), "The backup.")]

  private static let backup = Command(
    ["database", "backup"], "Copy the database, as it is at this moment, into a new file.", access: .staff,
    explanation: "Others may go on writing meanwhile. Nothing is ever overwritten.", positionals: file,
    output: .fields(["path": .string, "backup": .string])
  ) { invocation in
    let target = invocation.arguments.positional("FILE") ?? ""
    let store = try invocation.store(readOnly: true)
    try store.backup(to: target)
    return .document(["path": .string(store.path), "backup": .string(target)]) { "Backed up to \(target).\n" }
  }

  private static let restore = Command(
    ["database", "restore"], "Put a backup in the place of the database.", access: .operators,
    explanation: "In one transaction: other programs see the old or the new one.", positionals: file,
    flags: [.switch("replace", "Replace the database that is there.")],
    output: .fields(["path": .string, "backup": .string])
  ) { invocation in
    try invocation.demandWriting()
    let source = invocation.arguments.positional("FILE") ?? ""
    let path = try invocation.databasePath
    try DatabaseFiles(invocation.environment).makeFolder(for: path)
    try Store.restore(from: source, to: path, replacing: invocation.arguments.has("replace"))
    return .document(["path": .string(path), "backup": .string(source)]) { "Restored from \(source).\n" }
  }
}
