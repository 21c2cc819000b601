/// What a row is ordered by in one column.
package enum SortKey: Hashable, Sendable {
  case number(Double)
  /// Compared without regard to case.
  case text(String)
  /// Stands last in either direction.
  case missing

  /// A whole number.
  package static func integer(_ value: Int64?) -> SortKey { value.map { .number(Double($0)) } ?? .missing }
}

/// By which column a list is sorted, and which way.
package struct TableSort: Hashable, Sendable {
  /// The column's id.
  package var column: String
  package var isAscending: Bool

  package init(_ column: String, isAscending: Bool = true) {
    self.column = column
    self.isAscending = isAscending
  }
}

/// Brings rows into the order of their keys.
enum TableOrder {
  /// Positions of rows, of which each has a key, in order: stable and total, so that equal keys keep the order they came
  /// in, whichever the direction, and missing ones stand last.
  ///
  /// Complexity: O(n log n) comparisons, each of two numbers or of eight bytes; texts are compared whole only where
  /// those are equal.
  static func sorted(_ positions: [Int], by key: (Int) -> SortKey, isAscending: Bool) -> [Int] {
    struct Entry {
      let position: Int
      let rank: Double
      let prefix: UInt64
      let text: String
    }
    var entries: [Entry] = []
    var missing: [Int] = []
    entries.reserveCapacity(positions.count)
    for position in positions {
      switch key(position) {
      case .number(let value) where !value.isNaN:
        entries.append(Entry(position: position, rank: value, prefix: 0, text: ""))
      case .text(let text) where !text.isEmpty:
        let folded = text.lowercased()
        // Numbers stand before texts where a column has both.
        entries.append(Entry(position: position, rank: .infinity, prefix: prefix(of: folded), text: folded))
      default: missing.append(position)
      }
    }
    entries.sort { one, other in
      if one.rank != other.rank { return (one.rank < other.rank) == isAscending }
      if one.prefix != other.prefix { return (one.prefix < other.prefix) == isAscending }
      if one.text != other.text { return precedes(one.text, other.text) == isAscending }
      return one.position < other.position
    }
    return entries.map(\.position) + missing
  }

  /// The first eight bytes as one number, whose order is that of the bytes.
  private static func prefix(of text: String) -> UInt64 {
    var value: UInt64 = 0
    var count = 0
    for byte in text.utf8.prefix(8) {
      value = value << 8 | UInt64(byte)
      count += 1
    }
    return value << UInt64(8 * (8 - count))
  }

  /// By bytes, as the prefixes are: the order of the scalars.
  private static func precedes(_ one: String, _ other: String) -> Bool {
    one.utf8.lexicographicallyPrecedes(other.utf8)
  }
}
