import Core
import Store

/// Carries every line of a file into the store and keeps the report.
struct ImportRun {
  /// What became of one line.
  enum Outcome {
    case imported, updated, unchanged
  }

  /// Lines written in one transaction, so that others get their turn; a dry run takes back everything at its end.
  private static let batch = 2000

  private static let takenBack = StoreError.misuse("an import that was taken back")

  private let kind: ImportKind
  private let store: Store
  private let mapping: ImportMapping
  private var reader: CSVReader
  private var report: ImportReport

  init(_ kind: ImportKind, _ invocation: Invocation, store: Store) throws {
    self.kind = kind
    self.store = store
    let file = invocation.arguments.positional("FILE") ?? "-"
    mapping = try ImportMapping(kind, invocation.arguments)
    reader = CSVReader(try ByteSource(path: file))
    report = ImportReport(kind: kind, file: file, isDryRun: invocation.arguments.has("dry-run"))
  }

  /// Reads the file to its end.
  /// - Parameter body: stores one line.
  /// - Throws: what stops the import as a whole: a file without the columns, a failure of the disk.
  mutating func run(_ body: (ImportRow) throws -> Outcome) throws -> ImportReport {
    guard let columns = try header() else { return report }
    while try writeBatch(columns, body) {}
    return report
  }

  private mutating func header() throws -> ImportColumns? {
    switch try reader.next() {
    case nil:
      throw Failure(.invalid, code: "malformed", "\(report.file) is empty; it needs a header line", field: "FILE")
    case .record(_, let header): return try mapping.columns(in: header)
    case .problem(_, let problem):
      throw Failure(.invalid, code: "malformed", "the header line is malformed: \(problem.sentence)", field: "FILE")
    }
  }

  /// Writes some lines in one transaction.
  /// - Returns: whether there are more.
  private mutating func writeBatch(_ columns: ImportColumns, _ body: (ImportRow) throws -> Outcome) throws -> Bool {
    var hasMore = true
    var trouble: (any Error)?
    do {
      try store.write { () throws(StoreError) in
        do {
          hasMore = try readBatch(columns, body)
        } catch {
          trouble = error
        }
        // Anything thrown here takes back what was written.
        if trouble != nil || report.isDryRun { throw Self.takenBack }
      }
    } catch {
      guard error == Self.takenBack else { throw error }
      if let trouble { throw trouble }
    }
    return hasMore
  }

  private mutating func readBatch(
    _ columns: ImportColumns, _ body: (ImportRow) throws -> Outcome
  ) throws -> Bool {
    var count = 0
    while report.isDryRun || count < Self.batch {
      guard let item = try reader.next() else { return false }
      count += 1
      report.read += 1
      switch item {
      case .problem(let line, let problem):
        report.skip(line: line, reason: problem.rawValue, problem.sentence)
      case .record(let line, let texts):
        guard texts.count == columns.width else {
          report.skip(line: line, reason: "ragged", "has more or fewer fields than the header line")
          continue
        }
        try store(columns.row(texts), line: line, body)
      }
    }
    return true
  }

  private mutating func store(
    _ row: ImportRow, line: Int, _ body: (ImportRow) throws -> Outcome
  ) throws {
    do {
      switch try body(row) {
      case .imported: report.imported += 1
      case .updated: report.updated += 1
      case .unchanged: report.skip(line: line, reason: "unchanged", "is here already")
      }
    } catch let objection as ImportedSession.Objection {
      report.skip(line: line, reason: objection.reason, objection.sentence)
    } catch let input as InvalidInput {
      report.skip(line: line, reason: "invalid:\(input.field)", input.message)
    } catch let error as StoreError {
      switch error {
      case .invalid(let input): report.skip(line: line, reason: "invalid:\(input.field)", input.message)
      case .conflict, .exhausted, .refused, .notFound: report.skip(line: line, reason: error.code, error.sentence)
      default: throw error
      }
    }
  }
}
