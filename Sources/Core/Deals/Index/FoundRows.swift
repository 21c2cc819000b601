/// The rows that were found for a listing, each once however often it was reached.
struct FoundRows: Sendable {
  private var bits: [UInt64]
  private(set) var count = 0

  init(of rows: Int) {
    bits = Array(repeating: 0, count: (rows + 63) / 64)
  }

  mutating func insert(_ row: Int) {
    let bit: UInt64 = 1 << UInt64(row & 63)
    if bits[row >> 6] & bit == 0 { count += 1 }
    bits[row >> 6] |= bit
  }

  /// In ascending order. O(rows / 64 + found).
  var ascending: [Int] {
    var rows: [Int] = []
    rows.reserveCapacity(count)
    for (place, word) in bits.enumerated() where word != 0 {
      var left = word
      while left != 0 {
        rows.append(place << 6 | left.trailingZeroBitCount)
        left &= left - 1
      }
    }
    return rows
  }
}
