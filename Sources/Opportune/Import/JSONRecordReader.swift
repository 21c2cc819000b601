import Core

/// Records of a file with a JSON object a line, each member as a text.
struct JSONRecordReader {
  /// One member of an object.
  struct Member {
    let name: String
    let text: String
    /// Whether it was written as a number, with a point.
    let isNumber: Bool
  }

  /// A record, or why there is none on this line.
  enum Item {
    case record(line: Int, members: [Member])
    case problem(line: Int, CSVProblem)
  }

  private let source: ByteSource
  private let limit: Int
  private var line = 0

  /// - Parameter limit: the longest line that is kept, in bytes.
  init(_ source: ByteSource, limit: Int) {
    self.source = source
    self.limit = limit
  }

  /// The next record or problem; nil at the end. Blank lines are passed over.
  /// - Throws: ``Failure`` if reading fails.
  mutating func next() throws(Failure) -> Item? {
    while true {
      line += 1
      var bytes: [UInt8] = []
      var isTooLong = false
      var isEnded = false
      while true {
        guard let byte = try source.next() else {
          isEnded = true
          break
        }
        if byte == 0x0A { break }
        if bytes.count < limit { bytes.append(byte) } else { isTooLong = true }
      }
      if isTooLong { return .problem(line: line, .tooLong) }
      guard let text = String(validating: bytes, as: UTF8.self) else { return .problem(line: line, .notUTF8) }
      if !text.trimmed.isEmpty { return item(text) }
      if isEnded { return nil }
    }
  }

  private func item(_ text: String) -> Item {
    guard case .object(let members)? = try? JSON(parsing: text) else { return .problem(line: line, .notJSON) }
    var read: [Member] = []
    for member in members {
      guard let (text, isNumber) = Self.text(of: member.value) else { return .problem(line: line, .notJSON) }
      read.append(Member(name: member.name, text: text, isNumber: isNumber))
    }
    return .record(line: line, members: read)
  }

  /// A value as a field of CSV has it: a list with semicolons between; nil for an object.
  private static func text(of value: JSON) -> (String, isNumber: Bool)? {
    switch value {
    case .null: return ("", false)
    case .bool(let flag): return (flag ? "1" : "0", false)
    case .integer(let number): return ("\(number)", true)
    case .number(let number): return ("\(number)", true)
    case .string(let text): return (text, false)
    case .array(let elements):
      var texts: [String] = []
      for element in elements {
        guard case .string(let text) = element else { return nil }
        texts.append(text)
      }
      return (texts.joined(separator: ";"), false)
    case .object: return nil
    }
  }
}
