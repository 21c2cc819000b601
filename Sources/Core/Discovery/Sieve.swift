/// Tells at a glance that a number is not among a few known ones, so that most look-ups in a dictionary are spared.
///
/// A Bloom filter (B. H. Bloom 1970) of 4,096 bits and one hash: among 200 known numbers one in twenty others passes by
/// mistake, and the dictionary then has the last word.
struct Sieve {
  private var bits = [UInt64](repeating: 0, count: 64)

  init(_ numbers: some Sequence<Int64>) {
    for number in numbers {
      let place = Self.place(of: number)
      bits[place / 64] |= 1 << UInt64(place % 64)
    }
  }

  /// False only for numbers that are not known.
  @inline(__always)
  func mayHold(_ number: Int64) -> Bool {
    let place = Self.place(of: number)
    return bits[place / 64] >> UInt64(place % 64) & 1 == 1
  }

  /// The upper twelve bits of a product with the golden ratio (D. E. Knuth, multiplicative hashing).
  @inline(__always)
  private static func place(of number: Int64) -> Int {
    Int((UInt64(bitPattern: number) &* 0x9E37_79B9_7F4A_7C15) >> 52)
  }
}
