/// The terms of one listing: each once in a list, and for those of small numbers one bit each in eight kilobytes.
struct TermSet: Sendable {
  /// A term that no listing has, one that every listing has, and the first of those that rules give.
  static let (never, always, first) = (UInt32(0), UInt32(1), UInt32(2))
  /// Terms under this have a bit.
  static let withBit: UInt32 = 1 << 16

  /// Of terms that rules give.
  private(set) var terms: [UInt32] = []
  /// Those without a bit, ascending once all are in.
  private var others: [UInt32] = []
  private(set) var bits = [UInt64](repeating: 0, count: Int(Self.withBit) / 64)

  init() {
    bits[0] = 1 << UInt64(Self.always)
  }

  /// Takes a term in; ``never`` is none.
  mutating func insert(_ term: UInt32) {
    guard term != Self.never else { return }
    guard term < Self.withBit else { return others.append(term) }
    let bit: UInt64 = 1 << UInt64(term & 63)
    guard bits[Int(term >> 6)] & bit == 0 else { return }
    bits[Int(term >> 6)] |= bit
    terms.append(term)
  }

  /// To be told when all are in.
  mutating func finish() {
    others.sort()
    for term in others where terms.last != term { terms.append(term) }
  }

  /// O(1), and O(log n) for a term without a bit.
  func contains(_ term: UInt32) -> Bool {
    if term < Self.withBit { return bits[Int(term >> 6)] >> UInt64(term & 63) & 1 == 1 }
    var (low, high) = (0, others.count)
    while low < high {
      let middle = (low + high) / 2
      if others[middle] < term { low = middle + 1 } else { high = middle }
    }
    return low < others.count && others[low] == term
  }
}
