/// A running number for everything that has happened, in order: two runs have the same one exactly if they had the same
/// events with the same outcomes (but for one chance in 2^64).
///
/// FNV-1a of 64 bits (Fowler, Noll and Vo 1991) over each number's eight bytes, lowest first. It tells runs apart, it
/// proves no origin.
package struct EventHash: Hashable, Sendable, CustomStringConvertible {
  private var state: UInt64 = 0xCBF2_9CE4_8422_2325

  /// Of no event at all.
  package init() {}

  /// Folds one number in. O(1).
  mutating func fold(_ number: Int64) {
    var rest = UInt64(bitPattern: number)
    for _ in 0..<8 {
      fold(UInt8(truncatingIfNeeded: rest))
      rest >>= 8
    }
  }

  /// Folds one byte in.
  mutating func fold(_ byte: UInt8) {
    state = (state ^ UInt64(byte)) &* 0x100_0000_01B3
  }

  /// Folds one event in: kind, instant, session, offer and outcome; 0 stands for none.
  mutating func fold(_ event: TownEvent) {
    fold(Int64(event.kind.rawValue))
    fold(event.at.milliseconds)
    fold(event.session?.value ?? 0)
    fold(event.offer?.value ?? 0)
    fold(event.outcome)
  }

  /// The hash as a number, to be folded into another.
  var number: Int64 { Int64(bitPattern: state) }

  /// Sixteen hexadecimal digits.
  package var description: String {
    let digits = String(state, radix: 16)
    return String(repeating: "0", count: 16 - digits.count) + digits
  }
}
