/// The rows that were found for a listing, each once however often it was reached.
struct FoundRows: Sendable {
  private var bits: [UInt64]

  init(of rows: Int) {
    bits = Array(repeating: 0, count: (rows + 63) / 64)
  }

  /// Takes the first rows of a list in.
  mutating func insert(_ rows: [UInt32], count: Int) {
    var bits = bits.mutableSpan
    let rows = rows.span
    for place in 0..<count {
      let row = Int(rows[place])
      bits[row >> 6] |= 1 << UInt64(row & 63)
    }
  }

  /// Takes every row out, in ascending order. O(rows / 64 + found).
  @inline(__always)
  mutating func drain(_ take: (Int) -> Void) {
    var bits = bits.mutableSpan
    for place in bits.indices where bits[place] != 0 {
      var left = bits[place]
      bits[place] = 0
      while left != 0 {
        take(place << 6 | left.trailingZeroBitCount)
        left &= left - 1
      }
    }
  }
}
