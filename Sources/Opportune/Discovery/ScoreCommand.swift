import Core
import Dispatch
import Glibc
import Synchronization

/// `score`: ranks one offer for one context a line, without a database.
enum ScoreCommand {
  /// The command.
  static let command = Command(
    ["score"], "Score one offer in one context, a JSON object a line.", access: .everyone,
    explanation: """
      Reads JSON objects from standard input, one a line, and answers one line each. Only now, the session's position \
      and end, and the offer's position must be given. A bad line answers with its error, the others go on, and the \
      status is 2 if any failed. No database is needed.
      """,
    examples: ["opportune score < contexts.jsonl"],
    input: ScoreSchema.input, outputForm: .lines, output: ScoreSchema.output
  ) { invocation in
    var reader = LineReader()
    var allGood = true
    while let batch = try batch(&reader) {
      let answers = answers(to: batch, zones: SystemZones.zones)
      allGood = allGood && answers.allGood
      for text in answers.texts { try invocation.output.write(text) }
      // Whoever waits for an answer before the next question gets it at once.
      if !reader.hasLine { try invocation.output.flush() }
    }
    return .written(allGood ? .done : .invalid)
  }

  /// Lines that are worked on together: one that was waited for, and as many as came with it.
  private static let batchLimit = 1024

  private static func batch(_ reader: inout LineReader) throws(Failure) -> [LineReader.Line]? {
    guard let first = try reader.next() else { return nil }
    var batch = [first]
    while batch.count < batchLimit, reader.hasLine, let line = try reader.next() { batch.append(line) }
    return batch
  }

  /// Answers a batch on every core, in the order of its lines.
  private static func answers(to batch: [LineReader.Line], zones: Zones) -> (texts: [String], allGood: Bool) {
    let size = max(64, (batch.count + cores - 1) / cores)
    let pieces = stride(from: 0, to: batch.count, by: size).map { batch[$0..<min($0 + size, batch.count)] }
    let results = Mutex([(text: String, allGood: Bool)](repeating: ("", true), count: pieces.count))
    DispatchQueue.concurrentPerform(iterations: pieces.count) { piece in
      var text = ""
      var allGood = true
      for line in pieces[piece] where !isBlank(line) {
        let (answer, good) = answer(line, zones: zones)
        text += answer.text() + "\n"
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

  private static func answer(_ line: LineReader.Line, zones: Zones) -> (answer: JSON, good: Bool) {
    var id = JSON.null
    do throws(InvalidInput) {
      var fields = try JSONFields(JSON(parsing: text(of: line)))
      id = fields.value("id") ?? .null
      return (answer(try ScoreRequest(&fields, zones: zones), id: id), true)
    } catch {
      return (["id": id, "error": Failure(describing: error).error], false)
    }
  }

  private static func text(of line: LineReader.Line) throws(InvalidInput) -> String {
    switch line {
    case .text(let text): return text
    case .tooLong: throw InvalidInput(.malformed, field: "", "is longer than \(LineReader.limit) bytes; shorten it")
    case .notUTF8: throw InvalidInput(.malformed, field: "", "is not UTF-8; convert it first")
    }
  }

  private static func answer(_ request: ScoreRequest, id: JSON) -> JSON {
    switch Verdict(on: request.offer, for: request.context, profile: .standard) {
    case .ranked(let offer):
      return [
        "id": id, "eligible": true, "score": .optional(offer.score), "factors": offer.factorsJSON,
        "walk_metres": .optional(offer.walk.distance.value),
      ]
    case .heldBack(let offer):
      return .object([.init("id", id), .init("eligible", false)] + offer.reason.members)
    }
  }
}
