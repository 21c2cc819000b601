import CDemoWorld
import Core

/// One file of the demo town, compiled into the program.
struct TownFile {
  /// Its lines by the names of their columns.
  let rows: [ImportRow]

  /// - Throws: ``Failure`` if the program was built without the file or the file is malformed, which a test excludes.
  init(_ name: String) throws(Failure) {
    let file = opportune_demo_file(name)
    var reader = CSVReader(ByteSource(bytes: Array(UnsafeBufferPointer(start: file.bytes, count: file.length))))
    guard case .record(_, let header) = try reader.next() else { throw Self.damaged(name, line: 1) }
    let positions = Dictionary(zip(header, header.indices), uniquingKeysWith: { first, _ in first })
    let columns = ImportColumns(width: header.count, positions: positions, values: [:], constants: [:])
    var rows: [ImportRow] = []
    while let item = try reader.next() {
      switch item {
      case .record(let line, let texts):
        guard texts.count == header.count else { throw Self.damaged(name, line: line) }
        rows.append(columns.row(texts, line: line))
      case .problem(let line, _): throw Self.damaged(name, line: line)
      }
    }
    self.rows = rows
  }

  private static func damaged(_ name: String, line: Int) -> Failure {
    Failure(.failed, code: "internal", "the built-in file \(name) is damaged at line \(line); build the program anew")
  }
}
