import Core
import Dispatch
import Glibc
import Synchronization

/// Questions on standard input, a JSON object a line, answered a line each in their order and on every core.
enum LineAnswers {
  /// Reads every line and writes its answer: the line's `id`, then what `answer` makes of the other fields, or the error
  /// that it throws. A bad line stops no other; the status then is invalid.
  static func write(
    to output: StandardOutput, _ answer: @Sendable (inout JSONFields) throws(InvalidInput) -> [JSON.Member]
  ) throws -> Answer {
    var reader = LineReader()
    var allGood = true
    while let batch = try batch(&reader) {
      let answers = answers(to: batch, answer)
      allGood = allGood && answers.allGood
      for text in answers.texts { try output.write(text) }
      // Whoever waits for an answer before the next question gets it at once.
      if !reader.hasLine { try output.flush() }
    }
    return .written(allGood ? .done : .invalid)
  }

  /// What a line that could not be answered says.
  static let errorSchema: Schema = .fields([
    "id": .any, "error": .fields(["code": .string, "message": .string, "field": .nullable(.string)]),
  ])

  /// Lines that are worked on together: one that was waited for, and as many as came with it.
  private static let batchLimit = 1024

  private static func batch(_ reader: inout LineReader) throws(Failure) -> [LineReader.Line]? {
    guard let first = try reader.next() else { return nil }
    var batch = [first]
    while batch.count < batchLimit, reader.hasLine, let line = try reader.next() { batch.append(line) }
    return batch
  }

  private static func answers(
    to batch: [LineReader.Line], _ answer: @Sendable (inout JSONFields) throws(InvalidInput) -> [JSON.Member]
  ) -> (texts: [String], allGood: Bool) {
    let size = max(64, (batch.count + cores - 1) / cores)
    let pieces = stride(from: 0, to: batch.count, by: size).map { batch[$0..<min($0 + size, batch.count)] }
    let results = Mutex([(text: String, allGood: Bool)](repeating: ("", true), count: pieces.count))
    DispatchQueue.concurrentPerform(iterations: pieces.count) { piece in
      var text = ""
      var allGood = true
      for line in pieces[piece] where !isBlank(line) {
        let (document, good) = document(for: line, answer)
        text += document.text() + "\n"
        allGood = allGood && good
      }
      let result = (text, allGood)
      results.withLock { $0[piece] = result }
    }
    return results.withLock { ($0.map(\.text), $0.allSatisfy(\.allGood)) }
  }

  private static let cores = max(1, sysconf(Int32(_SC_NPROCESSORS_ONLN)))

  private static func isBlank(_ line: LineReader.Line) -> Bool {
    if case .text(let text) = line { text.utf8.allSatisfy { $0 == 0x20 || $0 == 0x09 || $0 == 0x0D } } else { false }
  }

  private static func document(
    for line: LineReader.Line, _ answer: @Sendable (inout JSONFields) throws(InvalidInput) -> [JSON.Member]
  ) -> (document: JSON, good: Bool) {
    var id = JSON.Member("id", .null)
    do throws(InvalidInput) {
      var fields = try JSONFields(JSON(parsing: text(of: line)))
      id = .init("id", fields.value("id") ?? .null)
      return (.object([id] + (try answer(&fields))), true)
    } catch {
      return (.object([id, .init("error", Failure(describing: error).error)]), false)
    }
  }

  private static func text(of line: LineReader.Line) throws(InvalidInput) -> String {
    switch line {
    case .text(let text): return text
    case .tooLong: throw InvalidInput(.malformed, field: "", "is longer than \(LineReader.limit) bytes; shorten it")
    case .notUTF8: throw InvalidInput(.malformed, field: "", "is not UTF-8; convert it first")
    }
  }
}
