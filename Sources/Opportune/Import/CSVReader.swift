import Glibc

/// Records of a CSV file (RFC 4180), one at a time, with the line each begins on.
///
/// Written here because no maintained C library reports the line numbers of records, which people need to mend a
/// file. Reads UTF-8 with or without a byte-order mark, LF or CRLF; a quoted field may hold commas, doubled quotes and
/// line ends. Memory is bounded by the longest record, which is bounded itself.
struct CSVReader {
  /// A record, or why there is none on these lines.
  enum Item: Equatable {
    case record(line: Int, fields: [String])
    case problem(line: Int, CSVProblem)
  }

  /// Longest record that is kept, in bytes, unless whoever reads says otherwise.
  static let limit = 1 << 20

  private enum State {
    case fieldStart, plain, quoted, quoteInQuoted
    case broken(CSVProblem)

    /// Whether the last field was quoted, so that what it ends with is its own.
    var isQuoted: Bool {
      if case .quoteInQuoted = self { true } else { false }
    }
  }

  private var source: ByteSource
  private let separator: UInt8
  private var line = 1
  private var isAtStart = true
  private let limit: Int

  /// - Parameters:
  ///   - separator: what stands between two fields, in ASCII.
  ///   - limit: the longest record that is kept, in bytes.
  init(_ source: ByteSource, separator: UInt8 = 0x2C, limit: Int = Self.limit) {
    self.source = source
    self.separator = separator
    self.limit = limit
  }

  /// The next record or problem; nil at the end. Blank lines are passed over.
  /// - Throws: ``Failure`` if reading fails.
  mutating func next() throws(Failure) -> Item? {
    if isAtStart {
      isAtStart = false
      try source.skipByteOrderMark()
    }
    while true {
      var fields = FieldBuffer()
      var state = State.fieldStart
      let first = line
      var isBlank = true
      var isTooLong = false
      reading: while true {
        guard let byte = try source.next() else {
          if isBlank { return nil }
          if case .quoted = state { return .problem(line: first, isTooLong ? .tooLong : .unclosedQuote) }
          break
        }
        if byte == 0x0A { line += 1 }
        switch (state, byte) {
        case (.quoted, 0x22): state = .quoteInQuoted
        case (.quoted, _): fields.append(byte)
        case (_, 0x0A): break reading
        case (.broken, _): break
        case (.fieldStart, 0x22): state = .quoted
        case (.quoteInQuoted, 0x22):
          fields.append(byte)
          state = .quoted
        case (_, separator):
          fields.endField()
          state = .fieldStart
        case (.quoteInQuoted, 0x0D): break
        case (.quoteInQuoted, _): state = .broken(.textAfterQuote)
        default:
          fields.append(byte)
          state = .plain
        }
        if byte != 0x0D { isBlank = false }
        if fields.count > limit {
          // The quotes still count, so that the next record begins where this one ends.
          isTooLong = true
          fields = FieldBuffer()
        }
      }
      if isBlank { continue }
      if isTooLong { return .problem(line: first, .tooLong) }
      if case .broken(let problem) = state { return .problem(line: first, problem) }
      guard let texts = fields.texts(endsQuoted: state.isQuoted) else { return .problem(line: first, .notUTF8) }
      return .record(line: first, fields: texts)
    }
  }
}

/// The bytes of one record's fields, one after the other.
private struct FieldBuffer {
  private var bytes: [UInt8] = []
  private var ends: [Int] = []

  var count: Int { bytes.count }

  mutating func append(_ byte: UInt8) { bytes.append(byte) }

  mutating func endField() { ends.append(bytes.count) }

  /// Every field as text; nil if one is not UTF-8. A carriage return before the line's end belongs to the line's end.
  mutating func texts(endsQuoted: Bool) -> [String]? {
    if !endsQuoted, bytes.count > ends.last ?? 0, bytes.last == 0x0D { bytes.removeLast() }
    endField()
    var texts: [String] = []
    var start = 0
    for end in ends {
      guard let text = String(validating: bytes[start..<end], as: UTF8.self) else { return nil }
      texts.append(text)
      start = end
    }
    return texts
  }
}
