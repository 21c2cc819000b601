/// The words of many rows in one piece of memory, for looking through all of them at every key.
struct FilterIndex: Equatable, Sendable {
  private var bytes: [UInt8] = []
  /// Where each row begins, and at the end where the last one stops.
  private var starts: [Int] = [0]

  /// Takes in the rows' texts, folded to lower case, with a blank after each.
  init<Row>(_ rows: [Row], words: [(Row) -> String]) {
    starts.reserveCapacity(rows.count + 1)
    for row in rows {
      for word in words {
        append(word(row))
        bytes.append(UInt8(ascii: " "))
      }
      starts.append(bytes.count)
    }
  }

  /// Folds text sign by sign where it is ASCII, as most is; only other text needs Unicode's tables.
  private mutating func append(_ text: String) {
    let start = bytes.count
    for byte in text.utf8 {
      guard byte < 0x80 else {
        bytes.removeLast(bytes.count - start)
        bytes.append(contentsOf: text.lowercased().utf8)
        return
      }
      bytes.append(byte >= UInt8(ascii: "A") && byte <= UInt8(ascii: "Z") ? byte | 0x20 : byte)
    }
  }

  /// The words of a typed filter.
  static func words(of text: String) -> [[UInt8]] {
    text.lowercased().split(whereSeparator: \.isWhitespace).map { Array($0.utf8) }
  }

  /// Positions of the rows that have every word somewhere, in order. Complexity: O(bytes x words).
  func rows(with words: [[UInt8]]) -> [Int] {
    bytes.withUnsafeBufferPointer { bytes in
      (0..<starts.count - 1).filter { row in
        words.allSatisfy { Self.has($0, bytes, starts[row], starts[row + 1]) }
      }
    }
  }

  /// Whether a word stands between two places of the bytes, which lie within them.
  private static func has(_ word: [UInt8], _ bytes: UnsafeBufferPointer<UInt8>, _ start: Int, _ end: Int) -> Bool {
    guard let first = word.first else { return true }
    var place = start
    while place + word.count <= end {
      if bytes[place] == first, zip(word, bytes[place..<end]).allSatisfy({ $0 == $1 }) { return true }
      place += 1
    }
    return false
  }
}
