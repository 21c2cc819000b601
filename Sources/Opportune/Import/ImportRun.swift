import Core
import Store

/// Carries every line of a file into the store and keeps the report. A dry run carries them into a copy in memory.
struct ImportRun {
  /// What became of one line.
  struct Outcome {
    /// What the store did.
    enum Change {
      case imported, updated, unchanged
    }

    let change: Change
    /// What is odd about the line, which was stored as it is.
    var flags: [CampaignRowFlag] = []

    static let imported = Outcome(change: .imported)
    static let updated = Outcome(change: .updated)
    static let unchanged = Outcome(change: .unchanged)
  }

  /// Lines read before they are written together: nobody waits for the lock while the file is waited for.
  private static let batch = 2000
  /// The same in bytes, so that memory is bounded.
  private static let batchBytes = 8 << 20

  private let kind: ImportKind
  private let store: Store
  private var reader: ImportReader
  private var report: ImportReport
  private let actor: Actor
  private let now: Timestamp
  private let subject: CommandSubject
  private var isRecorded = false

  init(_ kind: ImportKind, _ invocation: Invocation, into target: any ImportTarget) throws {
    self.kind = kind
    store = target.store
    subject = target.subject
    let file = invocation.arguments.positional("FILE") ?? "-"
    reader = try ImportReader(
      target.source(of: file), of: kind, ImportMapping(kind, invocation.arguments), named: file,
      separator: ImportMapping.separator(invocation.arguments))
    report = ImportReport(kind: kind, file: file, isDryRun: invocation.arguments.has("dry-run"))
    actor = try invocation.actor(in: store)
    now = try invocation.now(in: store)
  }

  /// Reads the file to its end.
  /// - Parameter body: stores one line.
  /// - Throws: what stops the import as a whole: a file without the columns, a failure of the disk.
  mutating func run(_ body: (ImportRow) throws -> Outcome) throws -> ImportReport {
    while true {
      let lines = try nextLines()
      guard !lines.isEmpty else { return report }
      try write(lines, body)
    }
  }

  private mutating func nextLines() throws -> [ImportReader.Line] {
    var lines: [ImportReader.Line] = []
    var bytes = 0
    while lines.count < Self.batch, bytes < Self.batchBytes, let line = try reader.next() {
      bytes += line.bytes
      lines.append(line)
    }
    return lines
  }

  /// Writes some lines in one transaction.
  private mutating func write(_ lines: [ImportReader.Line], _ body: (ImportRow) throws -> Outcome) throws {
    var trouble: (any Error)?
    do {
      try store.write { () throws(StoreError) in
        do {
          for line in lines { try take(line, body) }
          try record()
        } catch {
          trouble = error
          // Anything thrown here takes back what this transaction wrote.
          throw .misuse("an import that was taken back")
        }
      }
    } catch {
      throw trouble ?? error
    }
  }

  /// One row of the command log, with the first lines that change anything: an import that is killed later has left its
  /// row too.
  private mutating func record() throws(StoreError) {
    guard !isRecorded, report.imported + report.updated > 0 else { return }
    try store.record(
      "import \(kind.noun)", subject, by: actor, note: PlainText.printable(report.file, limit: 200), now: now)
    isRecorded = true
  }

  private mutating func take(_ line: ImportReader.Line, _ body: (ImportRow) throws -> Outcome) throws {
    report.read += 1
    switch line {
    case .problem(let line, let problem):
      report.skip(line: line, reason: problem.rawValue, problem.sentence, isInvalid: true)
    case .invalid(let line, let input):
      report.skip(line: line, reason: "invalid:\(input.field)", input.sentence, isInvalid: true)
    case .ragged(let line):
      report.skip(line: line, reason: "ragged", "the line has more or fewer fields than the header line")
    case .row(let row): try store(row, line: row.line, body)
    }
  }

  private mutating func store(
    _ row: ImportRow, line: Int, _ body: (ImportRow) throws -> Outcome
  ) throws {
    do {
      let outcome = try body(row)
      for flag in outcome.flags { report.flag(line: line, flag) }
      switch outcome.change {
      case .imported: report.imported += 1
      case .updated: report.updated += 1
      case .unchanged: report.skip(line: line, reason: "unchanged", "the same is here already")
      }
    } catch let objection as ImportedSession.Objection {
      report.skip(line: line, reason: objection.reason, objection.sentence)
    } catch let input as InvalidInput {
      report.skip(line: line, reason: "invalid:\(input.field)", input.sentence, isInvalid: true)
    } catch let error as StoreError {
      switch error {
      case .invalid(let input):
        report.skip(line: line, reason: "invalid:\(input.field)", input.sentence, isInvalid: true)
      case .conflict, .exhausted, .refused, .notFound:
        report.skip(line: line, reason: error.code, error.sentence, isInvalid: true)
      default: throw error
      }
    }
  }
}

extension Invocation {
  /// What an import writes to.
  func importStore() throws -> Store {
    guard arguments.has("dry-run") else { return try store() }
    return try store(readOnly: true).copyInMemory(zones: SystemZones.zones)
  }
}
