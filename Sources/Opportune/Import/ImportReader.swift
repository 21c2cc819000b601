import Core

/// The lines of a file by the names of their fields, whether it is CSV or holds a JSON object a line.
struct ImportReader {
  /// One line, or why it is none.
  enum Line {
    case row(ImportRow)
    case ragged(Int)
    case problem(Int, CSVProblem)
    case invalid(Int, InvalidInput)

    /// About how much memory it takes.
    var bytes: Int {
      guard case .row(let row) = self else { return 0 }
      return row.texts.reduce(0) { $0 + $1.utf8.count }
    }
  }

  private enum Form {
    case csv(CSVReader, ImportColumns)
    case json(JSONRecordReader)
  }

  private var form: Form
  private let mapping: ImportMapping

  /// Reads the header line of CSV.
  /// - Parameter name: the file, for errors.
  /// - Throws: ``Failure`` for a file without a header, ``InvalidInput`` for one without the columns.
  init(
    _ source: ByteSource, of kind: ImportKind, _ mapping: ImportMapping, named name: String, separator: UInt8
  ) throws {
    self.mapping = mapping
    if kind.readsJSON, try source.peek() == UInt8(ascii: "{") {
      form = .json(JSONRecordReader(source, limit: kind.longestRecord))
      return
    }
    var reader = CSVReader(source, separator: separator, limit: kind.longestRecord)
    switch try reader.next() {
    case nil: throw Failure(.invalid, code: "malformed", "\(name) is empty; it needs a header line", field: "FILE")
    case .record(_, let header): form = .csv(reader, try mapping.columns(in: header))
    case .problem(_, let problem):
      throw Failure(.invalid, code: "malformed", "the header line is malformed: \(problem.sentence)", field: "FILE")
    }
  }

  /// The next line; nil at the end.
  /// - Throws: ``Failure`` if reading fails.
  mutating func next() throws(Failure) -> Line? {
    switch form {
    case .csv(var reader, let columns):
      defer { form = .csv(reader, columns) }
      switch try reader.next() {
      case nil: return nil
      case .problem(let line, let problem): return .problem(line, problem)
      case .record(let line, let texts):
        return texts.count == columns.width ? .row(columns.row(texts, line: line)) : .ragged(line)
      }
    case .json(var reader):
      defer { form = .json(reader) }
      switch try reader.next() {
      case nil: return nil
      case .problem(let line, let problem): return .problem(line, problem)
      case .record(let line, let members): return row(of: members, line: line)
      }
    }
  }

  /// A line whose members are its columns; one that is mapped and missing is empty.
  private func row(of members: [JSONRecordReader.Member], line: Int) -> Line {
    let missing = mapping.named.filter { name in !members.contains { $0.name == name } }
    do {
      let columns = try mapping.columns(in: members.map(\.name) + missing)
      let texts = members.map { $0.isNumber ? columns.notation.written($0.text) : $0.text } + missing.map { _ in "" }
      return .row(columns.row(texts, line: line))
    } catch {
      return .invalid(line, error)
    }
  }
}
